//! `cargo xtask fuzz`: random inputs for the engine's public entry points, with libFuzzer.

use crate::command::{own_cargo, run, say};
use crate::machine::{can_install_packages, find_program, install_packages};
use crate::workspace::Workspace;
use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The version of cargo-fuzz that is installed.
const CARGO_FUZZ: &str = "0.13.2";

/// The longest of most inputs: short ones find most faults, and there is time for many.
const SHORT: usize = 1_000;

/// The longest of the others. What costs more than its length shows only in long texts.
const LONG: usize = 20_000;

/// The options of `cargo xtask fuzz`.
#[derive(Args)]
pub struct Options {
    /// How long each target runs.
    #[arg(long, value_name = "N", default_value_t = 60)]
    seconds: u64,
    /// Only this target. Can be given more than once.
    #[arg(long)]
    target: Vec<Target>,
}

/// What the inputs are.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Target {
    /// Articles: blocks of all kinds, any day of publication, any label of language.
    Article,
    /// Texts of date words.
    Dates,
    /// Lines of the command line's `--jsonl`.
    Jsonl,
    /// Texts of quotation marks, cues, names and line breaks.
    Marks,
}

/// Runs the targets, one after the other, until one finds a fault.
pub fn fuzz(workspace: &Workspace, options: &Options) -> Result<()> {
    let tools = provide(workspace)?;
    let targets = if options.target.is_empty() { Target::value_variants() } else { &options.target };
    for target in targets {
        let name = target.to_possible_value().context("a target has no name")?.get_name().to_owned();
        for (share, longest) in [(0.8, SHORT), (0.2, LONG)] {
            let seconds = (options.seconds as f64 * share).ceil() as u64;
            say(format!("{name}: {seconds} seconds with inputs of up to {longest} bytes"));
            search(workspace, &tools, &name, seconds, longest)?;
        }
    }
    Ok(())
}

/// Runs one target for some time. What it learns is kept in the target folder.
fn search(workspace: &Workspace, tools: &Path, name: &str, seconds: u64, longest: usize) -> Result<()> {
    let learned = workspace.target.join("fuzz-corpus").join(name);
    fs::create_dir_all(&learned).with_context(|| format!("{} cannot be made", learned.display()))?;
    let mut cargo = own_cargo();
    let path = env::var_os("PATH").unwrap_or_default();
    cargo.env("PATH", env::join_paths(std::iter::once(tools.to_path_buf()).chain(env::split_paths(&path)))?);
    // Without tracing comparisons twice as many inputs are tried: the mutations know the words that are compared with.
    cargo.current_dir(&workspace.root).args([
        "fuzz",
        "run",
        "--sanitizer",
        "none",
        "--no-trace-compares",
        "--target-dir",
    ]);
    cargo.arg(workspace.target.join("fuzz")).args([name]).arg(learned);
    let kept = ["corpus", "regressions"].map(|folder| workspace.root.join("fuzz").join(folder).join(name));
    cargo.args(kept.iter().filter(|folder| folder.exists()));
    cargo.args(["--", "-timeout=20", "-print_final_stats=1"]);
    cargo.args([format!("-max_total_time={seconds}"), format!("-max_len={longest}")]);
    run(&mut cargo)
        .with_context(|| format!("the target {name} found a fault, see above; CONTRIBUTING.md says how to go on"))
}

/// Installs cargo-fuzz into the target folder and, on Debian as root, the compiler of libFuzzer; returns the folder of the programs.
fn provide(workspace: &Workspace) -> Result<PathBuf> {
    if find_program("c++").is_none() && can_install_packages() {
        install_packages(&["g++"])?;
    }
    ensure!(
        find_program("c++").is_some(),
        "libFuzzer is compiled with `c++`, which is missing: install a C++ compiler"
    );
    let root = workspace.target.join("tools");
    // Says so itself if that version is already there.
    let mut cargo = own_cargo();
    cargo.args(["install", "cargo-fuzz", "--locked", "--version", CARGO_FUZZ, "--root"]).arg(&root);
    run(&mut cargo).context("cargo-fuzz cannot be installed")?;
    // The lists of locked versions must fit: cargo-fuzz would change them.
    let mut fetch = own_cargo();
    run(fetch.current_dir(workspace.root.join("fuzz")).args(["fetch", "--locked"]))
        .context("fuzz/Cargo.lock does not fit: `cargo update --workspace` in fuzz/ mends it")?;
    Ok(root.join("bin"))
}
