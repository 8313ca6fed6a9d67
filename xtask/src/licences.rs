//! The licences of the crates in the wasm, because most licences require that their text is included.

use crate::command::{output_of, own_cargo};
use crate::remap;
use crate::toolchain::TARGET;
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The names of licence files, without their extensions.
const NAMES: [&str; 5] = ["license", "licence", "copying", "unlicense", "notice"];

/// What precedes the packages: the standard library, which is no package and comes compiled.
const HEAD: &str = include_str!("standard-library.txt");

/// The packages in the engine, with the texts of their licences.
pub fn of_engine(workspace: &Workspace) -> Result<String> {
    of(workspace, &compiled_in(workspace, "verbatim")?)
}

/// The packages in the engine and in the search.
pub fn of_extension(workspace: &Workspace) -> Result<String> {
    let mut packages = compiled_in(workspace, "verbatim")?;
    packages.extend(compiled_in(workspace, "verbatim-find")?);
    of(workspace, &packages)
}

fn of(workspace: &Workspace, compiled_in: &BTreeSet<(String, String)>) -> Result<String> {
    let metadata = remap::metadata(workspace)?;
    let packages = metadata["packages"].as_array().context("cargo metadata lists no packages")?;
    let mut text = HEAD.to_owned();
    for (name, version) in compiled_in {
        let wanted = |package: &&Value| package["name"] == *name && package["version"] == *version;
        let package = packages.iter().find(wanted).with_context(|| format!("cargo metadata lists no {name}"))?;
        let string = |key: &str| package[key].as_str().unwrap_or_default();
        let folder = Path::new(string("manifest_path")).parent().context("a package has no folder")?;
        write!(text, "\n\n=== {name} {version} ({}), {}\n", string("license"), string("repository"))?;
        let files = needed(files(folder)?, string("license"));
        ensure!(!files.is_empty(), "the package {name} has no file with its licence");
        for file in files {
            let licence = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            write!(text, "\n{}\n", licence.trim_end())?;
        }
    }
    Ok(text)
}

/// Names and versions of the runtime dependencies of a package of ours. Build and test dependencies are not in the wasm.
fn compiled_in(workspace: &Workspace, package: &str) -> Result<BTreeSet<(String, String)>> {
    let mut cargo = own_cargo();
    cargo.current_dir(&workspace.root).args(["tree", "--package", package, "--target", TARGET]);
    cargo.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]);
    let found = named(&output_of(&mut cargo)?);
    ensure!(!found.is_empty(), "cargo tree lists nothing that {package} needs");
    Ok(found)
}

/// Parses lines of `cargo tree`: `jiff v1.0.1`, possibly followed by more. The first line is the engine itself.
fn named(lines: &str) -> BTreeSet<(String, String)> {
    let packages = lines.lines().skip(1).filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
    });
    packages.collect()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = folder.read_dir().with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| {
        let name = file.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        file.is_file() && NAMES.iter().any(|beginning| name.starts_with(beginning))
    });
    files.sort();
    Ok(files)
}

/// Only the MIT licence, if it has a separate file and there is a choice.
fn needed(files: Vec<PathBuf>, licence: &str) -> Vec<PathBuf> {
    if licence.contains(" AND ") {
        return files;
    }
    let mit = files.iter().find(|file| file.to_string_lossy().ends_with("-MIT")).cloned();
    mit.map_or(files, |file| vec![file])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_as_its_packages() {
        let lines =
            "verbatim v0.1.0 (/a/checkout)\njiff v1.0.1\njiff-core v1.0.1\nserde v1.0.229\nserde v1.0.229 (*)\n";
        let expected = [("jiff", "1.0.1"), ("jiff-core", "1.0.1"), ("serde", "1.0.229")];
        assert_eq!(named(lines), expected.map(|(name, version)| (name.to_owned(), version.to_owned())).into());
    }

    #[test]
    fn licences_are_known_by_their_names() {
        let folder = std::env::temp_dir().join(format!("xtask-licences-{}", std::process::id()));
        fs::create_dir_all(folder.join("LICENSES")).unwrap();
        for name in ["LICENSE-MIT", "COPYING", "UNLICENSE", "Licence.md", "README.md", "Cargo.toml"] {
            fs::write(folder.join(name), "").unwrap();
        }
        let names: Vec<_> = files(&folder).unwrap().iter().map(|file| file.file_name().unwrap().to_owned()).collect();
        assert_eq!(names, ["COPYING", "LICENSE-MIT", "Licence.md", "UNLICENSE"]);
        assert_eq!(needed(files(&folder).unwrap(), "MIT OR Unlicense"), [folder.join("LICENSE-MIT")]);
        assert_eq!(needed(files(&folder).unwrap(), "(MIT OR Unlicense) AND Unicode-3.0").len(), 4);
        fs::remove_dir_all(folder).unwrap();
    }
}
