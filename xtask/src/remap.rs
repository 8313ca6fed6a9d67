//! Keeps this machine's paths out of the wasm: panic messages contain paths of source files, which would reveal them and make the build
//! depend on them.

use crate::command::{clean, output_of, own_cargo};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// The separator of `CARGO_ENCODED_RUSTFLAGS`, which allows spaces in paths.
const SEPARATOR: &str = "\u{1f}";

/// Makes the compiler that cargo starts replace this machine's paths. `rustc` is that compiler; it also gets the other `flags`, since cargo
/// reads them from one place only.
pub fn remap_paths(cargo: &mut Command, rustc: &str, flags: &[&str], workspace: &Workspace) -> Result<()> {
    let mut paths = vec![(workspace.root.display().to_string(), "/verbatim".to_owned())];
    paths.extend(packages(&metadata(workspace)?));
    paths.extend(standard_library(rustc)?);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", encode(flags, &paths));
    Ok(())
}

fn encode(flags: &[&str], paths: &[(String, String)]) -> String {
    let options = paths.iter().map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    flags.iter().map(|&flag| flag.to_owned()).chain(options).collect::<Vec<_>>().join(SEPARATOR)
}

/// The output of `cargo metadata`.
pub fn metadata(workspace: &Workspace) -> Result<serde_json::Value> {
    let mut cargo = own_cargo();
    cargo.current_dir(&workspace.root).args(["metadata", "--format-version", "1"]);
    Ok(serde_json::from_str(&output_of(&mut cargo)?)?)
}

/// The folder of each package, and its replacement `/crates/NAME-VERSION`.
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

/// The folder of the standard library's source, if installed, and the path that its compiled form uses.
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
        assert_eq!(
            encode(&["-Cx"], &paths),
            "-Cx\u{1f}--remap-path-prefix=/a b/registry/jiff-1.0.1=/crates/jiff-1.0.1"
        );
    }
}
