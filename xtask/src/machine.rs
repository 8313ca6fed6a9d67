//! Finds programs on this machine, and installs missing Debian packages.

use crate::command::{clean, output_of, run, say};
use anyhow::{Context, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// The program of this name on the search path.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// Whether Debian packages can be installed: on Debian or a derivative, as root.
pub fn can_install_packages() -> bool {
    Path::new("/etc/debian_version").exists() && find_program("apt-get").is_some() && is_root()
}

fn is_root() -> bool {
    output_of(clean("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}

/// Which of these Debian packages are not installed.
pub fn missing_packages<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    packages.iter().copied().filter(|package| !is_installed(package)).collect()
}

fn is_installed(package: &str) -> bool {
    let mut query = clean("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}", package]).stderr(Stdio::null());
    output_of(&mut query).is_ok_and(|status| status == "installed")
}

/// Installs those of these Debian packages that are missing.
pub fn install_packages(packages: &[&str]) -> Result<()> {
    let missing = missing_packages(packages);
    if missing.is_empty() {
        return Ok(());
    }
    say(format!("installing Debian's packages {}", missing.join(", ")));
    // Package lists can be missing, or name versions that no longer exist.
    run(clean("apt-get").args(["update", "--quiet=2"])).context("cannot fetch the lists of Debian's packages")?;
    let mut install = clean("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    install.args(["install", "--yes", "--quiet=2", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"]);
    // apt's progress output is noise; it reports failures on standard error.
    run(install.args(&missing).stdout(Stdio::null()))
        .with_context(|| format!("cannot install Debian's packages {}", missing.join(", ")))
}
