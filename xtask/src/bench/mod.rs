//! `cargo xtask bench`: measures the engine's speed, as ratios within one run on one machine.

mod runner;
mod texts;

use crate::command::{output_of, own_cargo, say};
use crate::workspace::Workspace;
use crate::{build, node};
use anyhow::{Context, Result};
use runner::Runner;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How often each is measured, in turns, so that slow moments of the machine affect all alike.
const ROUNDS: usize = 7;

/// The measurements on the article: the runner, the request, and the name.
const CONTENDERS: [(Who, &str, &str); 6] = [
    (Who::Node, "chrono", "chrono-node, dates only"),
    (Who::Node, "chrono-blocks", "chrono-node, dates only, block by block"),
    (Who::Native, "everything", "Verbatim native, everything"),
    (Who::Node, "everything", "Verbatim in wasm, everything"),
    (Who::Native, "dates", "Verbatim native, dates only"),
    (Who::Node, "dates", "Verbatim in wasm, dates only"),
];

/// A runner.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Native,
    Node,
}

/// Compares the engine, natively and in wasm, with chrono-node, then measures how its cost grows.
pub fn bench(workspace: &Workspace) -> Result<()> {
    node::provide()?;
    node::install_packages(workspace)?;
    build::build(workspace)?;
    let folder = workspace.target.join("bench");
    let texts = texts::write(workspace, &folder)?;
    let mut native = Runner::start(native(workspace, &folder)?)?;
    let mut node = Runner::start(node_runner(workspace, &folder))?;
    let article = texts.first().context("there is no text to measure")?;
    compare(&mut native, &mut node, article)?;
    scale(&mut native, &texts, "everything")?;
    scale(&mut native, &texts, "dates")
}

/// The engine, built in release mode.
fn native(workspace: &Workspace, folder: &Path) -> Result<Command> {
    say("building the engine for release");
    let mut cargo = own_cargo();
    cargo.current_dir(&workspace.root);
    cargo.args(["build", "--release", "--package", "verbatim", "--bench", "native", "--message-format", "json"]);
    let messages = output_of(&mut cargo)?;
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let executable = messages.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back();
    let mut command = Command::new(executable.context("cargo names no executable")?);
    command.arg(folder);
    Ok(command)
}

fn node_runner(workspace: &Workspace, folder: &Path) -> Command {
    let mut node = node::node(workspace);
    node.arg("benches/node.mjs").arg(folder).arg(workspace.bindings());
    node
}

/// Measures all on the same article, in turns.
fn compare(native: &mut Runner, node: &mut Runner, article: &texts::Text) -> Result<()> {
    let mut times = vec![Vec::new(); CONTENDERS.len()];
    for _ in 0..ROUNDS {
        for ((who, what, _), times) in CONTENDERS.iter().zip(&mut times) {
            let runner = if *who == Who::Native { &mut *native } else { &mut *node };
            times.push(runner.ask(what, article.name)?.context("the article takes more than a minute")?);
        }
    }
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    // Compares with the faster way of calling chrono-node.
    let reference = medians[0].min(medians[1]);
    println!("\nThe same article of {} kB, medians of {ROUNDS} rounds in turns:", article.bytes / 1000);
    println!("  {:42} {:>8}   against chrono-node", "", "MB/s");
    for ((_, _, name), time) in CONTENDERS.iter().zip(&medians) {
        println!("  {name:42} {:8.2}   {:.2} ×", article.bytes as f64 * 1000.0 / time, reference / time);
    }
    Ok(())
}

/// Measures how the cost grows with the length of the text, and on hostile texts.
fn scale(native: &mut Runner, texts: &[texts::Text], what: &str) -> Result<()> {
    println!("\nHow the cost grows, {what} natively:");
    println!("  {:42} {:>9} {:>10} {:>9}   against the article", "", "bytes", "ms", "ns/byte");
    let mut of_article = None;
    for text in texts {
        let Some(time) = native.ask(what, text.name)? else {
            println!("  {:42} {:9}   more than a minute", text.description, text.bytes);
            continue;
        };
        let per_byte = time / text.bytes as f64;
        let ratio = per_byte / *of_article.get_or_insert(per_byte);
        println!("  {:42} {:9} {:10.2} {per_byte:9.1}   {ratio:.2} ×", text.description, text.bytes, time / 1e6);
    }
    Ok(())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
