//! Node and the project's npm packages.

use crate::command::{clean, output_of, run, say};
use crate::machine::{self, can_install_packages, find_program};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The oldest supported version of Node.
const OLDEST: u32 = 20;

/// Whether both `node` and `npm` are on this machine.
pub fn is_present() -> bool {
    find_program("node").is_some() && npm().is_some()
}

/// Checks that Node is installed and recent enough; on Debian as root, installs it.
pub fn provide() -> Result<()> {
    if !is_present() && can_install_packages() {
        machine::install_packages(&["nodejs"])?;
        // Some packages of Node include npm and conflict with Debian's.
        if npm().is_none() {
            machine::install_packages(&["npm"])?;
        }
    }
    ensure!(is_present(), "Node and npm are missing: install Node {OLDEST} or later, which brings both");
    let version = output_of(clean("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    ensure!(major >= Some(OLDEST), "this is Node {}: install Node {OLDEST} or later", version.trim());
    Ok(())
}

/// `node`, in the project's root.
pub fn node(workspace: &Workspace) -> Command {
    let mut node = clean("node");
    node.current_dir(&workspace.root);
    node
}

fn npm() -> Option<PathBuf> {
    // On Windows, npm is a script with its own file extension.
    find_program("npm").or_else(|| {
        let folders = std::env::var_os("PATH")?;
        std::env::split_paths(&folders).map(|folder| folder.join("npm.cmd")).find(|path| path.is_file())
    })
}

/// The program of npm.
pub fn npm_program() -> Result<PathBuf> {
    npm().with_context(|| format!("npm is missing: install Node {OLDEST} or later, which brings it"))
}

/// Installs the npm packages, unless those of the current `package-lock.json` are already installed.
pub fn install_packages(workspace: &Workspace) -> Result<()> {
    let wanted = fs::read(workspace.root.join("package-lock.json")).context("package-lock.json cannot be read")?;
    let receipt = workspace.root.join("node_modules/.installed-lock.json");
    if fs::read(&receipt).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let npm = npm_program()?;
    say("installing the npm packages (npm ci)");
    run(clean(npm).current_dir(&workspace.root).args(["ci", "--no-fund", "--no-audit"]))?;
    fs::write(receipt, wanted).context("node_modules cannot be written")
}
