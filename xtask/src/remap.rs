//! Keeps the paths of this machine out of the wasm: messages of panics name source files, and where the sources lie must
//! neither be told to readers nor change a single byte of what they get.

use crate::command::{clean, output_of, own_cargo};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// What stands between the options of `CARGO_ENCODED_RUSTFLAGS`, in which paths may hold blanks.
const SEPARATOR: &str = "\u{1f}";

/// Tells the compiler that cargo starts to write other paths in place of this machine's. `rustc` is the compiler that it uses.
pub fn remap_paths(cargo: &mut Command, rustc: &str, workspace: &Workspace) -> Result<()> {
    let mut paths = vec![(workspace.root.display().to_string(), "/verbatim".to_owned())];
    paths.extend(packages(&metadata(workspace)?));
    paths.extend(standard_library(rustc)?);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", encode(&paths));
    Ok(())
}

fn encode(paths: &[(String, String)]) -> String {
    let options = paths.iter().map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    options.collect::<Vec<_>>().join(SEPARATOR)
}

/// What cargo knows of all packages.
pub fn metadata(workspace: &Workspace) -> Result<serde_json::Value> {
    let mut cargo = own_cargo();
    cargo.current_dir(&workspace.root).args(["metadata", "--format-version", "1"]);
    Ok(serde_json::from_str(&output_of(&mut cargo)?)?)
}

/// Where cargo keeps each package, and `/crates/NAME-VERSION` for it.
fn packages(metadata: &serde_json::Value) -> Vec<(String, String)> {
    let packages = metadata["packages"].as_array().into_iter().flatten();
    packages
        .filter(|package| !package["source"].is_null())
        .filter_map(|package| {
            let folder = Path::new(package["manifest_path"].as_str()?).parent()?.to_str()?;
            let (name, version) = (package["name"].as_str()?, package["version"].as_str()?);
            Some((folder.to_owned(), format!("/crates/{name}-{version}")))
        })
        .collect()
}

/// The source of the standard library, where it is installed, and what its compiled form calls it.
fn standard_library(rustc: &str) -> Result<Option<(String, String)>> {
    let sysroot = output_of(clean(rustc).args(["--print", "sysroot"]))?;
    let folder = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
    if !folder.exists() {
        return Ok(None);
    }
    let version = output_of(clean(rustc).arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let commit = commit.with_context(|| format!("`{rustc} -vV` names no commit"))?;
    Ok(Some((folder.display().to_string(), format!("/rustc/{commit}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_named_without_their_place() {
        let metadata = serde_json::json!({ "packages": [
            { "name": "verbatim", "version": "0.1.0", "source": null, "manifest_path": "/a/checkout/Cargo.toml" },
            { "name": "jiff", "version": "1.0.1", "source": "registry+…", "manifest_path": "/a b/registry/jiff-1.0.1/Cargo.toml" },
        ] });
        let paths = packages(&metadata);
        assert_eq!(paths, [("/a b/registry/jiff-1.0.1".to_owned(), "/crates/jiff-1.0.1".to_owned())]);
        assert_eq!(encode(&paths), "--remap-path-prefix=/a b/registry/jiff-1.0.1=/crates/jiff-1.0.1");
    }
}
