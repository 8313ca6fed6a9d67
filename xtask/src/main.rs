//! The project's tasks, run as `cargo xtask <command>`.
//!
//! `build` writes the unpacked extension and the demo page into `target/`, `demo` serves the page, `test` runs all checks, `package` makes
//! the file for the stores, `npm` the npm package, `train` trains the models, `eval` measures accuracy, `bench` measures speed, `fuzz`
//! searches for faults with random inputs, `archive` runs a large archive through the command line, Spark and DuckDB, and `pages` tests and
//! measures the extension on stored news pages. Each command installs what a bare machine lacks, or says what is missing and how to get it.

mod archive;
mod bench;
mod build;
mod command;
mod demo;
mod floors;
mod fuzz;
mod licences;
mod machine;
mod node;
mod npm;
mod package;
mod pages;
mod remap;
mod server;
mod structure;
mod test;
mod toolchain;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use floors::Floors;
use std::process::ExitCode;
use verbatim_learn::{eval, train};
use workspace::Workspace;

/// The project's tasks.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Makes a large archive and runs it through the command line, Apache Spark and DuckDB: answers, rates, memory, and what dies on
    /// the way.
    Archive(archive::Options),
    /// Measures speed natively and in wasm, compares it with chrono-node, and measures how the cost grows.
    Bench,
    /// Builds the wasm, the unpacked extension (target/extension/) and the demo page (target/www/).
    Build,
    /// Trains the engine's models on annotated news.
    Train(train::Options),
    /// Builds, then serves the demo page on this machine only.
    Demo(demo::Options),
    /// Measures accuracy on a folder of gold data, and checks the floors of floors.toml.
    Eval(eval::Options),
    /// Gives the engine random inputs until one is answered wrongly or time is up.
    Fuzz(fuzz::Options),
    /// Builds, then makes the npm package of the engine (target/npm/).
    Npm,
    /// Builds, then packs the extension for the stores of both browsers (target/verbatim-VERSION.zip), the same bytes each time.
    Package,
    /// Visits stored news pages with the extension: what it finds, what goes wrong, what it costs the page.
    Pages(pages::Options),
    /// Runs all checks: format, lints, and tests natively, in wasm and in both browsers.
    Test(test::Options),
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<()> {
    let workspace = Workspace::find()?;
    match &arguments.chore {
        Chore::Archive(options) => archive::archive(&workspace, options),
        Chore::Bench => bench::bench(&workspace),
        Chore::Build => build::build(&workspace),
        Chore::Demo(options) => demo::demo(&workspace, options),
        Chore::Eval(options) => {
            eval::eval(&Floors::read(&workspace.root)?.gold, &workspace.target, options, &|text| command::say(text))
        }
        Chore::Fuzz(options) => fuzz::fuzz(&workspace, options),
        Chore::Npm => npm::npm(&workspace),
        Chore::Package => package::package(&workspace),
        Chore::Pages(options) => pages::pages(&workspace, options),
        Chore::Test(options) => test::test(&workspace, options),
        Chore::Train(options) => train::train(&workspace.models(), &Floors::read(&workspace.root)?.folds, options),
    }
}
