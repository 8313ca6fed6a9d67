//! The Rust toolchain that compiles to wasm: the one in use where it can, else Debian's.

use crate::command::{clean, foreign_cargo, output_of, own_cargo, run, say};
use crate::machine::{can_install_packages, find_program, install_packages, missing_packages};
use crate::remap::remap_paths;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of everything that a browser runs.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's Rust for building browsers, which is newer than its `rustc`, with the source of the standard library: Debian ships
/// no compiled one for wasm, so it is compiled along.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];

/// The compiler of Debian's packages.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// Which toolchain compiles to wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Toolchain {
    /// The one that compiled xtask.
    Own,
    /// Debian's packages.
    Debian,
}

/// Compiles the engine to wasm and gives the file, after installing what that needs.
pub fn compile(workspace: &Workspace) -> Result<PathBuf> {
    let (mut cargo, rustc, folder) = match provide()? {
        Toolchain::Own => (own_cargo(), "rustc", workspace.target.clone()),
        // The two toolchains would throw away each other's work in one folder.
        Toolchain::Debian => (debian_cargo(), DEBIAN_RUSTC, workspace.target.join("debian")),
    };
    cargo.current_dir(&workspace.root);
    remap_paths(&mut cargo, rustc, workspace)?;
    cargo.args(["build", "--package", "verbatim", "--lib", "--profile", "wasm", "--target", TARGET, "--target-dir"]);
    run(cargo.arg(&folder)).context("the engine does not compile to wasm")?;
    Ok(folder.join(TARGET).join("wasm").join("verbatim.wasm"))
}

/// Finds a toolchain that compiles to wasm, or installs one.
fn provide() -> Result<Toolchain> {
    if has_target() {
        return Ok(Toolchain::Own);
    }
    if find_program("rustup").is_some() {
        say(format!("asking rustup for the target {TARGET}"));
        if run(clean("rustup").args(["target", "add", TARGET])).is_ok() && has_target() {
            return Ok(Toolchain::Own);
        }
        say("rustup cannot fetch it");
    }
    if missing_packages(&PACKAGES).is_empty() {
        say("compiling with Debian's Rust packages");
        return Ok(Toolchain::Debian);
    }
    if can_install_packages() {
        install_packages(&PACKAGES)?;
        return Ok(Toolchain::Debian);
    }
    bail!(
        "this Rust toolchain has no target {TARGET}: install it with `rustup target add {TARGET}`, or on Debian as root with \
         `apt-get install {}`",
        PACKAGES.join(" ")
    )
}

/// Sees to it that cargo has a command of its own toolchain, `fmt` or `clippy`: rustup's minimal profile leaves them out.
pub fn provide_command(command: &str, component: &str) -> Result<()> {
    let works = || output_of(own_cargo().args([command, "--version"])).is_ok();
    if works() {
        return Ok(());
    }
    if find_program("rustup").is_some() {
        say(format!("asking rustup for {component}"));
        if run(clean("rustup").args(["component", "add", component])).is_ok() && works() {
            return Ok(());
        }
    }
    bail!("this Rust toolchain has no `cargo {command}`: install it with `rustup component add {component}`")
}

/// Whether the toolchain in use holds a compiled standard library for wasm.
pub fn has_target() -> bool {
    let mut rustc = clean("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    output_of(&mut rustc).is_ok_and(|folder| holds_standard_library(Path::new(folder.trim())))
}

/// rustup leaves the folder behind, empty, when the target is removed.
fn holds_standard_library(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

/// Debian's cargo, told to compile the standard library along, which needs the switches of a nightly toolchain.
fn debian_cargo() -> Command {
    let mut cargo = foreign_cargo("/usr/bin/cargo");
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("RUSTC", DEBIAN_RUSTC);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
    cargo.arg("-Zbuild-std=std,panic_abort");
    cargo
}
