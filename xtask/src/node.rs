//! Node and the project's npm packages.

use crate::command::{clean, run, say};
use crate::machine::find_program;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Whether both `node` and `npm` are on this machine.
pub fn is_present() -> bool {
    find_program("node").is_some() && npm().is_some()
}

/// `node`, in the project's root.
pub fn node(workspace: &Workspace) -> Command {
    let mut node = clean("node");
    node.current_dir(&workspace.root);
    node
}

fn npm() -> Option<PathBuf> {
    // On Windows it is a script, whose name has its own ending.
    find_program("npm").or_else(|| {
        let folders = std::env::var_os("PATH")?;
        std::env::split_paths(&folders).map(|folder| folder.join("npm.cmd")).find(|path| path.is_file())
    })
}

/// Installs the npm packages, unless those of this very `package-lock.json` are there already.
pub fn install_packages(workspace: &Workspace) -> Result<()> {
    let wanted = fs::read(workspace.root.join("package-lock.json")).context("package-lock.json cannot be read")?;
    let receipt = workspace.root.join("node_modules/.installed-lock.json");
    if fs::read(&receipt).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let Some(npm) = npm() else { bail!("npm is missing: install Node 20 or later, which brings it") };
    say("installing the npm packages (npm ci)");
    run(clean(npm).current_dir(&workspace.root).args(["ci", "--no-fund", "--no-audit"]))?;
    fs::write(receipt, wanted).context("node_modules cannot be written")
}
