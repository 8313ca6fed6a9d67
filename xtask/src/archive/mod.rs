//! `cargo xtask archive`: a large archive through the command line, alone and under Apache Spark, and the answers in DuckDB.

mod articles;
mod bare;
mod process;
mod python;
mod questions;
mod report;
mod same;
mod setup;
mod spark;
mod words;

use crate::workspace::Workspace;
use anyhow::Result;
use clap::{Args, ValueEnum};
use report::Report;
use setup::Archive;

/// The options of `cargo xtask archive`.
#[derive(Args)]
pub struct Options {
    /// How many articles are made.
    #[arg(long, value_name = "N", default_value_t = 20_000)]
    articles: usize,
    /// How often what is compared by time runs, in turns; the best time counts.
    #[arg(long, value_name = "N", default_value_t = 3)]
    rounds: usize,
    /// Only this. Can be given more than once.
    #[arg(long)]
    only: Vec<Part>,
}

/// What is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Part {
    /// The command line with one thread and with more: rates and memory.
    Rates,
    /// A record of 50 MB among small ones.
    Large,
    /// A run that is killed and resumed.
    Killed,
    /// The speed of `find`.
    Search,
    /// The same answers under Spark, as JSONL and as Parquet, also where workers die.
    Spark,
    /// The questions of the README, in DuckDB.
    Questions,
}

/// Makes the archive, runs everything, and prints what was measured.
pub fn archive(workspace: &Workspace, options: &Options) -> Result<()> {
    let archive = Archive::make(workspace, options.articles, options.rounds)?;
    let mut report = Report::default();
    let is_chosen = |part: &&Part| options.only.is_empty() || options.only.contains(part);
    let outcome =
        Part::value_variants().iter().filter(is_chosen).try_for_each(|part| part.run(workspace, &archive, &mut report));
    // What was measured before a failure is worth knowing, too.
    let bars = report.print();
    outcome.and(bars)
}

impl Part {
    fn run(self, workspace: &Workspace, archive: &Archive, report: &mut Report) -> Result<()> {
        match self {
            Part::Rates => bare::rates(archive, report),
            Part::Large => bare::large_record(archive, report),
            Part::Killed => bare::killed(archive, report),
            Part::Search => bare::search(archive, report),
            Part::Spark => spark::spark(workspace, archive, report),
            Part::Questions => spark::questions(workspace, archive, report),
        }
    }
}
