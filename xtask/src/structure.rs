//! `cargo xtask test --only structure`: a crate's files have no dependency cycles, and no imports against the direction of the data flow.
//!
//! A file depends on another if one of its paths leads there: an import, or `module::name` in the code. A path to a re-export (`pub use`)
//! leads to the definition. Tests can import anything.

use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::visit::{self, Visit};
use walkdir::WalkDir;

/// A crate to check: its folder, and the allowed imports between its top-level modules (rooms).
pub struct House<'a> {
    /// The folder of the crate's root file.
    pub folder: &'a Path,
    /// For each room, the rooms that it can import from. A room that is not listed can import from all.
    pub walls: &'a [(&'a str, &'a [&'a str])],
}

/// The path of a module from its crate's root: `["speech", "pairs"]`.
type ModulePath = Vec<String>;

/// The relevant contents of a file.
#[derive(Default)]
struct Module {
    /// The names that it re-exports, with their paths.
    handed_on: BTreeMap<String, Vec<String>>,
    /// The modules that it re-exports with a glob.
    handed_on_whole: Vec<Vec<String>>,
    /// All paths in it outside tests.
    paths: BTreeSet<Vec<String>>,
    /// The test-only modules that it declares.
    tests: Vec<String>,
}

/// Checks a crate's files.
///
/// # Errors
///
/// Names each cycle and each forbidden import.
pub fn check(house: &House) -> Result<()> {
    let modules = read(house.folder)?;
    let graph: BTreeMap<&ModulePath, BTreeSet<ModulePath>> =
        modules.keys().map(|path| (path, dependencies(&modules, path))).collect();
    let mut faults: Vec<String> = circles(&graph).into_iter().map(|circle| format!("circle: {circle}")).collect();
    for (from, targets) in &graph {
        let (Some(room), true) = (from.first(), targets.iter().any(|target| target.first() != from.first())) else {
            continue;
        };
        let Some((_, allowed)) = house.walls.iter().find(|(name, _)| name == room) else { continue };
        for target in targets.iter().filter(|target| target.first() != Some(room)) {
            let other = target.first().map_or("the crate's root", String::as_str);
            if !allowed.contains(&other) {
                faults.push(format!("wall: {} imports from {}", from.join("::"), target.join("::")));
            }
        }
    }
    ensure!(
        faults.is_empty(),
        "{} has {} faults of structure:\n  {}",
        house.folder.display(),
        faults.len(),
        faults.join("\n  ")
    );
    Ok(())
}

fn read(folder: &Path) -> Result<BTreeMap<ModulePath, Module>> {
    let mut modules = BTreeMap::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(folder)?;
        if path.extension().is_none_or(|extension| extension != "rs") || path.starts_with("bin") {
            continue;
        }
        let mut module: ModulePath =
            path.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if module.last().is_some_and(|name| matches!(name.as_str(), "mod" | "lib" | "main")) {
            module.pop();
        }
        let text = fs::read_to_string(entry.path())?;
        let file = syn::parse_file(&text).with_context(|| format!("{} cannot be read", path.display()))?;
        let mut reader = Reader { module: Module::default() };
        reader.visit_file(&file);
        modules.insert(module, reader.module);
    }
    let tests: Vec<ModulePath> = modules
        .iter()
        .flat_map(|(path, module)| {
            module.tests.iter().map(|name| [path.as_slice(), std::slice::from_ref(name)].concat())
        })
        .collect();
    for test in tests {
        modules.remove(&test);
    }
    Ok(modules)
}

struct Reader {
    module: Module,
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|condition| condition == "test")
    })
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if is_test(&item.attrs) {
            self.module.tests.push(item.ident.to_string());
        } else {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {
        // `pub(in crate::dates)` is not a dependency.
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if !is_test(&item.attrs) {
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if is_test(&item.attrs) {
            return;
        }
        let hands_on = !matches!(item.vis, syn::Visibility::Inherited);
        let mut leaves = Vec::new();
        leaves_of(&item.tree, &mut Vec::new(), &mut leaves);
        for (path, name) in leaves {
            match (hands_on, name) {
                (true, Some(name)) => drop(self.module.handed_on.insert(name, path)),
                (true, None) => self.module.handed_on_whole.push(path),
                (false, _) => drop(self.module.paths.insert(path)),
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.segments.len() > 1 {
            self.module.paths.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }
}

/// The paths of an import, each with its local name. A glob has no name, and its path is the module's.
fn leaves_of(tree: &syn::UseTree, before: &mut Vec<String>, leaves: &mut Vec<(Vec<String>, Option<String>)>) {
    match tree {
        syn::UseTree::Path(path) => {
            before.push(path.ident.to_string());
            leaves_of(&path.tree, before, leaves);
            before.pop();
        }
        syn::UseTree::Name(name) if name.ident == "self" => {
            leaves.push((before.clone(), before.last().cloned()));
        }
        syn::UseTree::Name(name) => {
            leaves.push(([before.as_slice(), &[name.ident.to_string()]].concat(), Some(name.ident.to_string())));
        }
        syn::UseTree::Rename(name) => {
            leaves.push(([before.as_slice(), &[name.ident.to_string()]].concat(), Some(name.rename.to_string())));
        }
        syn::UseTree::Glob(_) => leaves.push((before.clone(), None)),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| leaves_of(tree, before, leaves)),
    }
}

/// The files that a file depends on.
fn dependencies(modules: &BTreeMap<ModulePath, Module>, from: &ModulePath) -> BTreeSet<ModulePath> {
    let resolved = modules[from].paths.iter().filter_map(|path| resolve(modules, from, path, 0));
    resolved.filter(|target| target != from).collect()
}

/// The longest chain of re-exports.
const HANDS: usize = 8;

/// The module that defines the item of a path; `None` if the path leaves the crate.
fn resolve(
    modules: &BTreeMap<ModulePath, Module>,
    from: &ModulePath,
    path: &[String],
    hands: usize,
) -> Option<ModulePath> {
    let mut at = from.clone();
    let mut moved = false;
    for (index, segment) in path.iter().enumerate() {
        match segment.as_str() {
            "crate" => {
                at.clear();
                moved = true;
                continue;
            }
            "super" => {
                at.pop()?;
                moved = true;
                continue;
            }
            "self" => {
                moved = true;
                continue;
            }
            _ => {}
        }
        let child = [at.as_slice(), std::slice::from_ref(segment)].concat();
        if modules.contains_key(&child) {
            at = child;
            moved = true;
            continue;
        }
        if !moved {
            // A name of this file, or another crate.
            return None;
        }
        let module = &modules[&at];
        if hands < HANDS {
            if let Some(onward) = module.handed_on.get(segment) {
                let rest = [onward.as_slice(), &path[index + 1..]].concat();
                return resolve(modules, &at, &rest, hands + 1);
            }
            if let [onward] = module.handed_on_whole.as_slice() {
                let rest = [onward.as_slice(), &path[index..]].concat();
                return resolve(modules, &at, &rest, hands + 1);
            }
        }
        return Some(at);
    }
    moved.then_some(at)
}

/// The cycles of a graph: its strongly connected components, found by reachability because the graphs are small.
fn circles(graph: &BTreeMap<&ModulePath, BTreeSet<ModulePath>>) -> Vec<String> {
    let reaches: BTreeMap<&ModulePath, BTreeSet<&ModulePath>> =
        graph.keys().map(|&from| (from, reachable(graph, from))).collect();
    let mut seen: BTreeSet<&ModulePath> = BTreeSet::new();
    let mut circles = Vec::new();
    for (&from, reached) in &reaches {
        if !reached.contains(from) || seen.contains(from) {
            continue;
        }
        let members: Vec<&ModulePath> = reached
            .iter()
            .copied()
            .filter(|other| reaches.get(other).is_some_and(|back| back.contains(from)))
            .collect();
        let arrows = members.iter().flat_map(|&member| {
            graph[member]
                .iter()
                .filter(|target| members.contains(target))
                .map(move |target| format!("{} → {}", name(member), name(target)))
        });
        circles.push(arrows.collect::<Vec<_>>().join(", "));
        seen.extend(members);
    }
    circles
}

fn name(module: &ModulePath) -> String {
    if module.is_empty() { "the root".to_owned() } else { module.join("::") }
}

fn reachable<'g>(
    graph: &'g BTreeMap<&'g ModulePath, BTreeSet<ModulePath>>,
    from: &ModulePath,
) -> BTreeSet<&'g ModulePath> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&ModulePath> = graph.get(from).into_iter().flatten().collect();
    while let Some(next) = waiting.pop() {
        if reached.insert(next) {
            waiting.extend(graph.get(next).into_iter().flatten());
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// The files of a crate, as paths and texts.
    type Files<'a> = &'a [(&'a str, &'a str)];

    /// The errors of a crate with these files.
    fn faults(files: Files, walls: &[(&str, &[&str])]) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("verbatim-structure-{}-{number}", std::process::id()));
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let result = check(&House { folder: &folder, walls });
        fs::remove_dir_all(&folder).unwrap();
        result.map_or_else(|error| error.to_string(), |()| String::new())
    }

    #[test]
    fn circles_and_walls_are_found() {
        let rows: &[(&str, Files, &str)] = &[
            ("one way", &[("a.rs", "use crate::b::f;"), ("b.rs", "pub fn f() {}")], ""),
            ("both ways", &[("a.rs", "use crate::b::f;"), ("b.rs", "fn g() { crate::a::h() }")], "a → b, b → a"),
            (
                "what a module hands on leads to where it is defined",
                &[
                    ("a/mod.rs", "mod x; pub use x::X; fn f() { crate::b::g() }"),
                    ("a/x.rs", "pub struct X;"),
                    ("b.rs", "use crate::a::X;"),
                ],
                "",
            ),
            (
                "a child that needs what its parent defines",
                &[("a/mod.rs", "mod x; pub struct A; fn f() { x::g() }"), ("a/x.rs", "use super::A;")],
                "a → a::x, a::x → a",
            ),
            (
                "tests are free",
                &[("a.rs", "use crate::b::f;"), ("b.rs", "#[cfg(test)] mod t { use crate::a::h; }")],
                "",
            ),
            ("another crate", &[("a.rs", "use std::fmt::Write;")], ""),
            ("through a wall", &[("low.rs", "use crate::high::f;"), ("high.rs", "")], "wall: low imports from high"),
            ("over the threshold", &[("high.rs", "use crate::low::f;"), ("low.rs", "")], ""),
        ];
        for (name, files, expected) in rows {
            let found = faults(files, &[("low", &[]), ("high", &["low"])]);
            assert!(if expected.is_empty() { found.is_empty() } else { found.contains(expected) }, "{name}: {found}");
        }
    }
}
