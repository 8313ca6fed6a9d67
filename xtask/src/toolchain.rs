//! The Rust toolchain for wasm: the current one if it supports wasm, else Debian's.

use crate::command::{clean, foreign_cargo, output_of, own_cargo, run, say};
use crate::machine::{can_install_packages, find_program, install_packages, missing_packages};
use crate::remap::remap_paths;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target for browsers.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's Rust for building browsers, which is newer than its `rustc`, and the source of the standard library, which is compiled as
/// well because Debian ships none for wasm.
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];

/// The compiler of Debian's packages.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// The engine adds many small rows of weights: with vector instructions, which all supported browsers have, it is a sixth faster.
const FLAGS: [&str; 1] = ["-Ctarget-feature=+simd128"];

/// The toolchain that compiles to wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Toolchain {
    /// The toolchain that compiled xtask.
    Own,
    /// Debian's packages.
    Debian,
}

/// Compiles the engine and the search to wasm after installing what is missing; returns the folder of both.
pub fn compile(workspace: &Workspace) -> Result<PathBuf> {
    let (mut cargo, rustc, folder) = match provide()? {
        Toolchain::Own => (own_cargo(), "rustc", workspace.target.clone()),
        // In one folder, the two toolchains would invalidate each other's builds.
        Toolchain::Debian => (debian_cargo(), DEBIAN_RUSTC, workspace.target.join("debian")),
    };
    cargo.current_dir(&workspace.root);
    remap_paths(&mut cargo, rustc, &FLAGS, workspace)?;
    cargo.args(["build", "--package", "verbatim", "--package", "verbatim-find", "--lib", "--profile", "wasm"]);
    cargo.args(["--target", TARGET, "--target-dir"]);
    run(cargo.arg(&folder)).context("the engine does not compile to wasm")?;
    Ok(folder.join(TARGET).join("wasm"))
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

/// Ensures that the toolchain has a cargo command, `fmt` or `clippy`, which rustup's minimal profile lacks.
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

/// Whether the current toolchain has a compiled standard library for wasm.
pub fn has_target() -> bool {
    let mut rustc = clean("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    output_of(&mut rustc).is_ok_and(|folder| holds_standard_library(Path::new(folder.trim())))
}

/// Whether the folder has files: rustup leaves an empty one when a target is removed.
fn holds_standard_library(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

/// Debian's cargo, which also compiles the standard library and therefore needs the switches of a nightly toolchain.
fn debian_cargo() -> Command {
    let mut cargo = foreign_cargo("/usr/bin/cargo");
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("RUSTC", DEBIAN_RUSTC);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
    cargo.arg("-Zbuild-std=std,panic_abort");
    cargo
}
