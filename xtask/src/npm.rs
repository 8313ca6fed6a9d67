//! `cargo xtask npm`: makes the npm package of the engine, as a folder and as the tarball that npm would publish.

use crate::command::{clean, output_of, run, say};
use crate::package::version;
use crate::workspace::Workspace;
use crate::{build, licences, node};
use anyhow::{Context, Result};
use std::fs;
use std::path::PathBuf;

/// The files of the package that are copied: from where in the project, and under which name.
const COPIED: [(&str, &str); 6] = [
    ("npm/README.md", "README.md"),
    ("npm/index.d.ts", "index.d.ts"),
    ("types/annotations.d.ts", "annotations.d.ts"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("npm/package.json", "package.json"),
];

/// Builds the engine, then the package.
pub fn npm(workspace: &Workspace) -> Result<()> {
    build::build(workspace)?;
    let tarball = assemble(workspace)?;
    say(format!("the npm package is {}", tarball.display()));
    Ok(())
}

/// Makes the package from the built engine, and returns its tarball.
pub fn assemble(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("npm/verbatim-quotes");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder.join("licences"))?;
    for (from, to) in COPIED {
        fs::copy(workspace.root.join(from), folder.join(to)).with_context(|| format!("{from} cannot be copied"))?;
    }
    fs::copy(workspace.bindings().join("verbatim_bg.wasm"), folder.join("verbatim_bg.wasm"))
        .context("the wasm cannot be copied")?;
    fs::write(folder.join("licences/engine.txt"), licences::of_engine(workspace)?)
        .context("the licences cannot be written")?;
    let mut bundle = node::node(workspace);
    bundle.arg("scripts/bundle-npm.mjs").arg(workspace.bindings()).arg(&folder);
    run(&mut bundle).context("the modules cannot be bundled")?;
    let mut pack = clean(node::npm_program()?);
    pack.current_dir(workspace.target.join("npm")).args(["pack", "./verbatim-quotes", "--silent", "--offline"]);
    output_of(&mut pack).context("npm cannot pack the package")?;
    Ok(workspace.target.join("npm").join(format!("verbatim-quotes-{}.tgz", version(workspace)?)))
}
