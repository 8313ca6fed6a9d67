//! `cargo xtask test`: runs all checks.

pub mod browsers;

use crate::build::{self, WasmSize};
use crate::command::{own_cargo, run, say};
use crate::floors::Floors;
use crate::structure::{self, House};
use crate::workspace::Workspace;
use crate::{node, npm, toolchain};
use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// The options of `cargo xtask test`.
#[derive(Args)]
pub struct Options {
    /// Run only this step and the steps that it needs. Can be given more than once.
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
}

/// A check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Step {
    /// The Rust sources are formatted.
    Format,
    /// Clippy finds nothing.
    Clippy,
    /// Files have no dependency cycles, and rooms depend only on those before them.
    Structure,
    /// The documentation has no broken links.
    Docs,
    /// The Rust tests, with the golden cases.
    Rust,
    /// The wasm, the extension and the demo page are built.
    Build,
    /// The wasm is not larger than floors.toml allows.
    Size,
    /// The npm packages are installed.
    Packages,
    /// TypeScript's compiler finds no type errors in the JavaScript.
    Types,
    /// ESLint finds nothing.
    Lint,
    /// The linter of Firefox's store finds nothing in the built extension, and the stores' texts and pictures meet their requirements.
    Store,
    /// The golden cases, in the built wasm.
    Wasm,
    /// The npm package, installed into an empty project.
    Npm,
    /// The extension and the demo page, in Chromium and Firefox.
    Browsers,
}

impl Step {
    /// The steps that must run before.
    fn needs(self) -> &'static [Step] {
        match self {
            Step::Types | Step::Lint => &[Step::Packages],
            Step::Size | Step::Wasm => &[Step::Build],
            Step::Store | Step::Npm | Step::Browsers => &[Step::Packages, Step::Build],
            _ => &[],
        }
    }

    fn run(self, workspace: &Workspace) -> Result<()> {
        match self {
            Step::Format => toolchain::provide_command("fmt", "rustfmt")
                .and_then(|()| run(cargo(workspace).args(["fmt", "--all", "--check"])))
                .and_then(|()| run(cargo(workspace).args(["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))),
            Step::Clippy => toolchain::provide_command("clippy", "clippy").and_then(|()| clippy(workspace)),
            Step::Structure => structure(workspace),
            Step::Docs => docs(workspace),
            Step::Rust => rust(workspace),
            Step::Build => build::build(workspace),
            Step::Size => size(workspace),
            Step::Packages => node::provide().and_then(|()| node::install_packages(workspace)),
            Step::Types => run(node::node(workspace).arg("node_modules/typescript/bin/tsc")),
            Step::Lint => run(node::node(workspace).args(["node_modules/eslint/bin/eslint.js", "."])),
            Step::Store => store(workspace),
            Step::Wasm => run(&mut node_tests(workspace, "tests/wasm")?),
            Step::Npm => npm::assemble(workspace).and_then(|_| run(&mut node_tests(workspace, "tests/npm")?)),
            Step::Browsers => browsers::provide()?.run(&mut node_tests(workspace, "tests/browser")?),
        }
    }
}

/// The result of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    /// A step that it needs failed.
    LeftOut,
}

/// Runs all steps in order, continuing after failures, and prints the result and duration of each.
pub fn test(workspace: &Workspace, options: &Options) -> Result<()> {
    let mut outcomes: Vec<(Step, Outcome, Duration)> = Vec::new();
    for step in Step::value_variants().iter().copied().filter(|&step| is_chosen(step, &options.only)) {
        let start = Instant::now();
        let stands =
            |needed: &Step| outcomes.iter().any(|(step, outcome, _)| step == needed && *outcome == Outcome::Passed);
        let outcome = if step.needs().iter().all(stands) { attempt(step, workspace) } else { Outcome::LeftOut };
        outcomes.push((step, outcome, start.elapsed()));
    }
    print_outcomes(&outcomes);
    let failed: Vec<String> =
        outcomes.iter().filter(|(_, outcome, _)| *outcome == Outcome::Failed).map(|(step, ..)| name(*step)).collect();
    ensure!(failed.is_empty(), "not all is well: {} failed, see above", failed.join(", "));
    Ok(())
}

fn attempt(step: Step, workspace: &Workspace) -> Outcome {
    say(format!("== {}", name(step)));
    match step.run(workspace) {
        Ok(()) => Outcome::Passed,
        Err(error) => {
            say(format!("{} failed: {error:#}", name(step)));
            Outcome::Failed
        }
    }
}

fn is_chosen(step: Step, only: &[Step]) -> bool {
    only.is_empty() || only.iter().any(|chosen| *chosen == step || chosen.needs().contains(&step))
}

fn name(step: Step) -> String {
    step.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
}

fn print_outcomes(outcomes: &[(Step, Outcome, Duration)]) {
    println!();
    for (step, outcome, time) in outcomes {
        let outcome = match outcome {
            Outcome::Passed => "passed",
            Outcome::Failed => "FAILED",
            Outcome::LeftOut => "left out, for a step that it needs failed",
        };
        println!("{:10} {:6.1} s  {outcome}", name(*step), time.as_secs_f64());
    }
    let all: Duration = outcomes.iter().map(|(_, _, time)| time).sum();
    println!("{:10} {:6.1} s", "together", all.as_secs_f64());
}

fn cargo(workspace: &Workspace) -> Command {
    let mut cargo = own_cargo();
    cargo.current_dir(&workspace.root);
    cargo
}

fn clippy(workspace: &Workspace) -> Result<()> {
    let strictly = ["--", "--deny", "warnings"];
    run(cargo(workspace).args(["clippy", "--workspace", "--all-targets", "--all-features"]).args(strictly))?;
    if !toolchain::has_target() {
        say("this toolchain has no target for wasm, so clippy leaves out the edge to JavaScript");
        return Ok(());
    }
    run(cargo(workspace)
        .args(["clippy", "--package", "verbatim", "--lib", "--target", toolchain::TARGET])
        .args(strictly))
}

/// The engine's rooms in the order of the data flow, each with the rooms that it can import from.
const ROOMS: &[(&str, &[&str])] = &[
    ("article", &[]),
    ("annotations", &[]),
    ("offsets", &["annotations", "article"]),
    ("models", &[]),
    ("language", &["models"]),
    ("text", &["article", "language"]),
    ("analysis", &["annotations", "article", "language", "models", "text"]),
    ("speech", &["analysis", "annotations", "article", "language", "models", "text"]),
    ("attribution", &["analysis", "annotations", "article", "language", "models", "speech", "text"]),
    ("reporting", &["analysis", "annotations", "article", "attribution", "language", "models", "speech", "text"]),
    ("coreference", &["analysis", "annotations", "article", "language", "models", "speech", "text"]),
    ("dates", &["analysis", "annotations", "article", "language", "models", "text"]),
    ("statements", &["text", "analysis", "annotations"]),
    ("find", &[]),
];

fn structure(workspace: &Workspace) -> Result<()> {
    let engine = structure::check(&House { folder: &workspace.root.join("src"), walls: ROOMS });
    let others = ["learn/src", "xtask/src"].map(|folder| workspace.root.join(folder));
    let others = others.iter().try_for_each(|folder| structure::check(&House { folder, walls: &[] }));
    engine.and(others)
}

fn docs(workspace: &Workspace) -> Result<()> {
    // One package at a time: together, the engine would be documented with its feature `training`.
    ["verbatim", "verbatim-learn", "xtask"].iter().try_for_each(|package| {
        let mut cargo = cargo(workspace);
        run(cargo.env("RUSTDOCFLAGS", "--deny warnings").args(["doc", "--no-deps", "--package", package]))
    })
}

fn rust(workspace: &Workspace) -> Result<()> {
    let tests = ["test", "--no-fail-fast", "--package"];
    let engine = run(cargo(workspace).args(tests).args(["verbatim", "--all-features"]));
    // The profile that has already compiled it.
    let chores = run(cargo(workspace).args(tests).args(["xtask", "--package", "verbatim-learn", "--profile", "xtask"]));
    engine.and(chores)
}

fn size(workspace: &Workspace) -> Result<()> {
    let floors = Floors::read(&workspace.root)?;
    let engine = (WasmSize::of_engine(workspace)?, floors.wasm, "engine");
    for (size, limits, name) in [engine, (WasmSize::of_search(workspace)?, floors.search, "search")] {
        ensure!(
            size.plain <= limits.bytes && size.gzipped <= limits.gzipped,
            "the wasm of the {name} has {} bytes, {} gzipped; floors.toml allows {} and {}",
            size.plain,
            size.gzipped,
            limits.bytes,
            limits.gzipped
        );
    }
    Ok(())
}

/// Checks what the stores check.
fn store(workspace: &Workspace) -> Result<()> {
    run(node::node(workspace).arg("scripts/lint-extension.mjs").arg(workspace.extension()))?;
    run(&mut node_tests(workspace, "tests/store")?)
}

/// Node's test runner over the test files of a folder.
fn node_tests(workspace: &Workspace, folder: &str) -> Result<Command> {
    let files = test_files(&workspace.root.join(folder))?;
    ensure!(!files.is_empty(), "there are no tests in {folder}");
    let mut node = node::node(workspace);
    node.env("VERBATIM_BUILT", &workspace.target);
    // A file often waits for its browser: one more than there are cores keeps them all busy.
    let at_once = 1 + thread::available_parallelism().map_or(1, NonZero::get);
    node.arg("--test").arg(format!("--test-concurrency={at_once}")).arg("--test-reporter=spec").args(files);
    Ok(node)
}

fn test_files(folder: &std::path::Path) -> Result<Vec<PathBuf>> {
    let entries = folder.read_dir().with_context(|| format!("the folder {} is missing", folder.display()))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let is_test = |path: &PathBuf| path.to_string_lossy().ends_with(".test.mjs");
    let mut files: Vec<PathBuf> = paths.into_iter().filter(is_test).collect();
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_step_brings_what_it_needs() {
        let chosen = |only: &[Step]| {
            Step::value_variants()
                .iter()
                .filter(|&&step| is_chosen(step, only))
                .map(|&step| name(step))
                .collect::<Vec<_>>()
        };
        assert_eq!(chosen(&[]).len(), Step::value_variants().len());
        assert_eq!(chosen(&[Step::Wasm]), ["build", "wasm"]);
        assert_eq!(chosen(&[Step::Browsers, Step::Format]), ["format", "build", "packages", "browsers"]);
    }
}
