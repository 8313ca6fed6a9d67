//! One module: what it imports, exports and declares, and its text without those statements.

use super::lexer::{Kind, Token, tokens};
use anyhow::{Context, Result, bail, ensure};
use std::ops::Range;

/// A module that keeps to the subset.
#[derive(Debug, Default)]
pub struct Module {
    /// Its imports, in order.
    pub imports: Vec<Import>,
    /// The names it exports.
    pub exported: Vec<String>,
    /// All names that it declares at the top level, exported or not.
    pub declared: Vec<String>,
    /// Its text, without imports and the word `export`.
    pub body: String,
}

/// One import statement.
#[derive(Debug)]
pub struct Import {
    /// The module imported from, counted from the same folder as the importing one.
    pub path: String,
    /// The names imported.
    pub names: Vec<String>,
}

impl Module {
    /// Reads the module that stands at `path`.
    pub fn parse(path: &str, source: String) -> Result<Module> {
        let tokens = tokens(&source).with_context(|| format!("{path} holds"))?;
        let mut parser = Parser { path, source: &source, tokens: &tokens, module: Module::default(), cuts: Vec::new() };
        parser.parse()?;
        let (mut module, cuts) = (parser.module, parser.cuts);
        module.body = without(&source, &cuts);
        Ok(module)
    }
}

fn without(source: &str, cuts: &[Range<usize>]) -> String {
    let mut body = String::with_capacity(source.len());
    let mut from = 0;
    for cut in cuts {
        body.push_str(&source[from..cut.start]);
        from = cut.end;
    }
    body.push_str(&source[from..]);
    body
}

struct Parser<'a> {
    path: &'a str,
    source: &'a str,
    tokens: &'a [Token],
    module: Module,
    /// What does not go into the body.
    cuts: Vec<Range<usize>>,
}

impl<'a> Parser<'a> {
    fn parse(&mut self) -> Result<()> {
        let mut at = 0;
        while at < self.tokens.len() {
            at = self.statement(at)?;
        }
        Ok(())
    }

    /// Looks at one token, and gives the place of the next to look at.
    fn statement(&mut self, at: usize) -> Result<usize> {
        let token = &self.tokens[at];
        let is_property = at > 0 && self.text(at - 1) == ".";
        let is_key = self.text(at + 1) == ":";
        if token.kind != Kind::Word || is_property || is_key {
            return Ok(at + 1);
        }
        match (self.text(at), token.depth) {
            ("import", _) if matches!(self.text(at + 1), "(" | ".") => {
                bail!("{}: `import(…)` and `import.meta` cannot be joined", self.place(at))
            }
            ("import", 0) => self.import(at),
            ("export", 0) => self.export(at),
            ("await", 0) => bail!("{}: `await` at the top level cannot be joined", self.place(at)),
            ("function" | "class", 0) if self.begins_statement(at) => self.definition(at),
            ("const" | "let" | "var", 0) => self.variable(at),
            _ => Ok(at + 1),
        }
    }

    fn import(&mut self, at: usize) -> Result<usize> {
        let wrong = || format!("{}: only `import {{ a, b }} from './other.js'` can be joined", self.place(at));
        ensure!(self.text(at + 1) == "{", wrong());
        let mut names = Vec::new();
        let mut next = at + 2;
        while self.text(next) != "}" {
            ensure!(self.kind(next) == Some(Kind::Word), wrong());
            names.push(self.text(next).to_owned());
            next += 1;
            if self.text(next) == "," {
                next += 1;
            } else {
                ensure!(self.text(next) == "}", wrong());
            }
        }
        ensure!(self.text(next + 1) == "from" && self.kind(next + 2) == Some(Kind::Text), wrong());
        let specifier = self.text(next + 2).trim_matches(['\'', '"']);
        let path = resolve(self.path, specifier).with_context(|| self.place(at))?;
        let last = if self.text(next + 3) == ";" { next + 3 } else { next + 2 };
        self.cuts.push(self.tokens[at].range.start..self.tokens[last].range.end);
        self.module.imports.push(Import { path, names });
        Ok(last + 1)
    }

    fn export(&mut self, at: usize) -> Result<usize> {
        let what = (self.text(at + 1), self.text(at + 2));
        let allowed = matches!(what, ("function" | "class" | "const", _) | ("async", "function"));
        ensure!(
            allowed,
            "{}: `export` may stand only before `function`, `async function`, `class` or `const`",
            self.place(at)
        );
        let next = if what.0 == "async" { at + 2 } else { at + 1 };
        self.cuts.push(self.tokens[at].range.start..self.tokens[at + 1].range.start);
        let after = if what.0 == "const" { self.variable(next)? } else { self.definition(next)? };
        self.module.exported.extend(self.module.declared.last().cloned());
        Ok(after)
    }

    /// `function name`, `function* name` or `class name`.
    fn definition(&mut self, at: usize) -> Result<usize> {
        let name = if self.text(at + 1) == "*" { at + 2 } else { at + 1 };
        ensure!(self.kind(name) == Some(Kind::Word), "{}: this has no name", self.place(at));
        self.module.declared.push(self.text(name).to_owned());
        Ok(name + 1)
    }

    /// `const name = …;`
    fn variable(&mut self, at: usize) -> Result<usize> {
        let mut inside = self.tokens[at + 1..].iter().take_while(|token| token.depth > 0 || self.of(token) != ";");
        // A comma in an arrow function without braces stands inside brackets too, so one outside parts two names.
        let parted = inside.any(|token| token.depth == 0 && self.of(token) == ",");
        ensure!(
            self.kind(at + 1) == Some(Kind::Word) && !parted,
            "{}: each `{}` at the top level declares one plain name, and ends with a semicolon",
            self.place(at),
            self.text(at)
        );
        self.module.declared.push(self.text(at + 1).to_owned());
        Ok(at + 2)
    }

    /// Whether a statement begins at this token, rather than goes on: `= function () {}` declares nothing.
    fn begins_statement(&self, at: usize) -> bool {
        at == 0 || matches!(self.text(at - 1), ";" | "}" | ")") || self.kind(at - 1) != Some(Kind::Mark)
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The text of a token, empty past the end.
    fn text(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.of(token))
    }

    fn of(&self, token: &Token) -> &'a str {
        &self.source[token.range.clone()]
    }

    /// The place of a token, for messages.
    fn place(&self, at: usize) -> String {
        let before = &self.source[..self.tokens[at].range.start];
        format!("{}:{}", self.path, before.matches('\n').count() + 1)
    }
}

/// The module that `specifier` names when the module at `path` imports it.
fn resolve(path: &str, specifier: &str) -> Result<String> {
    ensure!(
        specifier.starts_with("./") || specifier.starts_with("../"),
        "`{specifier}` is no relative path such as './other.js'"
    );
    let mut folders: Vec<&str> = path.split('/').collect();
    folders.pop();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." => ensure!(folders.pop().is_some(), "`{specifier}` leads out of the folder"),
            name => folders.push(name),
        }
    }
    Ok(folders.join("/"))
}
