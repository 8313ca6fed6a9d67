//! `cargo xtask archive`: a large archive through the command line, alone and under Apache Spark, and the answers in DuckDB.

mod articles;
mod bare;
mod process;
mod python;
mod questions;
mod report;
mod same;
mod spark;
mod words;

use crate::command::{own_cargo, run, say};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use articles::Made;
use clap::{Args, ValueEnum};
use report::Report;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// The fields that answers carry.
const META: &str = "text,published,source";

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

/// The archive and what reads it.
pub struct Archive {
    /// The built command line.
    program: PathBuf,
    /// Where everything is written.
    folder: PathBuf,
    /// The articles in one file.
    articles: PathBuf,
    made: Vec<Made>,
    rounds: usize,
}

impl Archive {
    /// Where the answers of one thread are.
    fn answers(&self) -> PathBuf {
        self.folder.join("threads-1.jsonl")
    }
}

/// Makes the archive, runs everything, and prints what was measured.
pub fn archive(workspace: &Workspace, options: &Options) -> Result<()> {
    let archive = make(workspace, options)?;
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

/// Builds the command line, makes the articles, and has them answered once.
fn make(workspace: &Workspace, options: &Options) -> Result<Archive> {
    say("building the command line for release");
    let mut cargo = own_cargo();
    cargo.current_dir(&workspace.root).args(["build", "--release", "--features", "cli", "--bin", "verbatim"]);
    run(&mut cargo)?;
    let program = workspace.target.join("release").join(format!("verbatim{}", std::env::consts::EXE_SUFFIX));
    let folder = workspace.target.join("archive");
    fs::create_dir_all(&folder)?;
    say(format!("making {} articles", options.articles));
    let articles = folder.join("articles.jsonl");
    let mut file = BufWriter::new(File::create(&articles)?);
    let mut made = Vec::new();
    for id in 0..options.articles {
        let mut article = articles::article(id)?;
        file.write_all(std::mem::take(&mut article.line).as_bytes())?;
        made.push(article);
    }
    file.into_inner().context("the articles cannot be written")?;
    let archive = Archive { program, folder, articles, made, rounds: options.rounds.max(1) };
    process::measure(&mut bare::annotate(&archive, 1, &[&archive.articles]), &archive.answers())?;
    Ok(archive)
}
