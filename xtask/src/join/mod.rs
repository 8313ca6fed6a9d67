//! Joins the modules of the content script into one classic script.
//!
//! A browser loads a content script as one file that is no module, while the sources are ES modules. A bundler would need
//! Node, which building must not. The sources keep to a small part of the language, so that joining them stays simple; what is
//! outside it fails with a sentence that says so:
//!
//! - `import { a, b } from './other.js';` at the top level, without renaming, from a file that exists;
//! - `export` only before `function`, `async function`, `class` or `const`;
//! - `const`, `let` and `var` at the top level declare one plain name each;
//! - no name is declared at the top level of two modules, for they come to share one scope;
//! - no circles of imports, no `import(…)`, no `import.meta`, no `await` at the top level.

mod lexer;
mod module;

use anyhow::{Context, Result, bail, ensure};
use module::Module;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Joins the module `entry` and all that it imports into one script; paths are counted from `folder`.
pub fn join(folder: &Path, entry: &str) -> Result<String> {
    join_with(entry, |path| {
        fs::read_to_string(folder.join(path)).with_context(|| format!("the module {path} cannot be read"))
    })
}

/// [`join`], with the sources from wherever `read` gets them.
fn join_with(entry: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut joiner = Joiner { read, modules: BTreeMap::new(), order: Vec::new() };
    joiner.visit(entry, &mut Vec::new())?;
    joiner.check_imports()?;
    joiner.check_names()?;
    joiner.script()
}

struct Joiner<Read> {
    read: Read,
    modules: BTreeMap<String, Module>,
    /// The paths of the modules, each after all that it imports.
    order: Vec<String>,
}

impl<Read: Fn(&str) -> Result<String>> Joiner<Read> {
    /// Reads a module and, before it, those it imports: the order in which a browser would run them.
    fn visit(&mut self, path: &str, above: &mut Vec<String>) -> Result<()> {
        if let Some(start) = above.iter().position(|earlier| earlier == path) {
            bail!("modules import each other in a circle: {} → {path}", above[start..].join(" → "));
        }
        if self.modules.contains_key(path) {
            return Ok(());
        }
        let module = Module::parse(path, (self.read)(path)?)?;
        above.push(path.to_owned());
        for import in &module.imports {
            self.visit(&import.path, above)?;
        }
        above.pop();
        self.modules.insert(path.to_owned(), module);
        self.order.push(path.to_owned());
        Ok(())
    }

    fn check_imports(&self) -> Result<()> {
        for (path, module) in &self.modules {
            for import in &module.imports {
                let exported = &self.modules[&import.path].exported;
                for name in &import.names {
                    ensure!(exported.contains(name), "{path} imports `{name}`, which {} does not export", import.path);
                }
            }
        }
        Ok(())
    }

    fn check_names(&self) -> Result<()> {
        let mut seen: HashMap<&str, &str> = HashMap::new();
        for (path, module) in &self.modules {
            for name in &module.declared {
                if let Some(other) = seen.insert(name, path) {
                    bail!("`{name}` is declared at the top level of both {other} and {path}: rename one of them");
                }
            }
        }
        Ok(())
    }

    fn script(&self) -> Result<String> {
        let mut script = String::from(
            "// Joined by `cargo xtask build`: edit the modules, not this file.\n(() => {\n'use strict';\n",
        );
        for path in &self.order {
            write!(script, "\n// {path}\n{}\n", self.modules[path].body.trim())?;
        }
        script.push_str("})();\n");
        Ok(script)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Joins sources given as `(path, text)`, of which the first is the entry.
    fn join_sources(sources: &[(&str, &str)]) -> Result<String> {
        join_with(sources[0].0, |path| {
            let source = sources.iter().find(|(name, _)| *name == path);
            source.map(|(_, text)| (*text).to_owned()).with_context(|| format!("the module {path} cannot be read"))
        })
    }

    #[test]
    fn modules_come_after_what_they_import() {
        let script = join_sources(&[
            ("c/main.js", "import { paint } from './paint.js';\nimport { log } from '../log.js';\npaint(log);\n"),
            (
                "c/paint.js",
                "import {\n  log,\n} from '../log.js';\n/** Paints. */\nexport function paint() { log(); }\n",
            ),
            ("log.js", "export const log = () => {};"),
        ]);
        let expected = "// Joined by `cargo xtask build`: edit the modules, not this file.\n(() => {\n'use strict';\n\
             \n// log.js\nconst log = () => {};\n\
             \n// c/paint.js\n/** Paints. */\nfunction paint() { log(); }\n\
             \n// c/main.js\npaint(log);\n})();\n";
        assert_eq!(script.unwrap(), expected);
    }

    #[test]
    fn what_only_looks_like_a_module_statement_is_left_alone() {
        for body in [
            "const text = 'import { a } from \"./b.js\"; export default 1';",
            "const text = `export ${'import('} and ${`nested ${1}`} }`;",
            "// import { a } from './b.js'\n/* export default 1 */",
            "const pattern = /export default['\"`]/g;",
            "const half = 4 / 2 / 1; const text = 'import';",
            "thing.import.export = { import: 1, export: 2 };",
            "const call = function f() {}; (function () {})(); const kind = class A {};",
            "async function f() { await g(); for await (const x of y()) { const a = 1, b = 2; } }",
            "if (a) { let b = 1; } else { let b = 2; }",
        ] {
            let script = join_sources(&[("main.js", body)]);
            assert!(script.as_ref().is_ok_and(|script| script.contains(body)), "{body}: {script:?}");
        }
    }

    #[test]
    fn what_is_outside_the_subset_fails_with_a_sentence() {
        let other = "export const a = 1; const hidden = 2;";
        for (main, sentence) in [
            ("import a from './other.js';", "only `import { a, b } from './other.js'`"),
            ("import * as a from './other.js';", "only `import { a, b } from './other.js'`"),
            ("import './other.js';", "only `import { a, b } from './other.js'`"),
            ("import { a as b } from './other.js';", "only `import { a, b } from './other.js'`"),
            ("import { a } from 'other';", "`other` is no relative path"),
            ("import { a } from './none.js';", "none.js cannot be read"),
            ("import { a } from '../../other.js';", "leads out of the folder"),
            ("import { b } from './other.js';", "main.js imports `b`, which other.js does not export"),
            ("import { hidden } from './other.js';", "main.js imports `hidden`, which other.js does not export"),
            ("function f() { return import('./other.js'); }", "`import(…)` and `import.meta`"),
            ("const here = import.meta.url;", "`import(…)` and `import.meta`"),
            ("export default 1;", "`export` may stand only before"),
            ("export { a };", "`export` may stand only before"),
            ("export * from './other.js';", "`export` may stand only before"),
            ("export let a = 1;", "`export` may stand only before"),
            ("await f();", "`await` at the top level"),
            ("const { a } = f();", "declares one plain name"),
            ("const [a] = f();", "declares one plain name"),
            ("let a = 1, b = 2;", "declares one plain name"),
            (
                "import { a } from './other.js';\nfunction hidden() {}",
                "`hidden` is declared at the top level of both main.js and other.js",
            ),
            ("import { x } from './main.js';\nexport const x = 1;", "in a circle: main.js → main.js"),
            ("const text = 'open", "text that is not closed"),
        ] {
            let error = join_sources(&[("main.js", main), ("other.js", other)]).unwrap_err();
            let error = format!("{error:#}");
            assert!(error.contains(sentence), "{main}: {error}");
        }
    }
}
