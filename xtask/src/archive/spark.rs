//! The example for Apache Spark: the same answers as of one machine, as JSONL and as Parquet, also where workers die.

use super::process::measure;
use super::python::Python;
use super::questions;
use super::report::Report;
use super::same::{names, same_lines, same_rows};
use super::setup::{Archive, META};
use crate::command::{output_of, say};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// How fast Spark with two cores must be, against the command line alone on two.
const RATE: f64 = 0.7;

/// Two cores of this machine, and as many threads without Spark.
const LOCAL: &str = "local[2]";
const THREADS: usize = 2;

/// Two executors on this machine, each a process with one core and so many megabytes.
const EXECUTORS: &str = "local-cluster[2,1,1024]";

/// What is killed, one after the other: the command line, the Python that feeds it, and the executor of Spark that both belong to.
const VICTIMS: [&str; 3] = ["a command line", "a worker", "an executor"];

/// How long a part has been at work when it is hit.
const AT_WORK: Duration = Duration::from_millis(300);

/// How often is looked for started parts.
const LOOK: Duration = Duration::from_millis(50);

/// Where the answers of Spark are, in the folder of the archive: as the README has it.
const ANSWERS: &str = "answers";

/// Runs the example in all ways and compares its answers.
pub fn spark(workspace: &Workspace, archive: &Archive, report: &mut Report) -> Result<()> {
    let job = Job::new(workspace, archive)?;
    let (mut alone, mut together) = (f64::INFINITY, f64::INFINITY);
    let output = archive.folder.join("bare.jsonl");
    for round in 1..=archive.rounds {
        say(format!("annotating without and with Spark, round {round} of {}", archive.rounds));
        let taken = measure(&mut archive.annotate(THREADS, &[&archive.articles]), &output)?;
        alone = alone.min(taken.seconds);
        together = together.min(job.annotate(LOCAL, &archive.program, &archive.articles, ANSWERS, &[])?.finish()?);
        same_lines(&[archive.answers()], &parts(&archive.folder.join(ANSWERS))?)?;
    }
    let count = archive.made.len() as f64;
    report.note("articles a second, Spark local[2]", count / together);
    report.at_least("Spark local[2] against two threads without it", alone / together, RATE);
    dying(&job, archive, report)?;
    parquet(&job, archive, report)
}

/// Kills what works in the middle, and compares the answers.
fn dying(job: &Job, archive: &Archive, report: &mut Report) -> Result<()> {
    say(format!("annotating with Spark while {} die", VICTIMS.join(", ")));
    let started = archive.folder.join("started");
    empty(&started)?;
    let watched = archive.folder.join("watched");
    fs::create_dir_all(&watched)?;
    // The same command line, which first says under which number it runs and for whom.
    let program = watched.join("verbatim");
    let note = format!("echo $$ $PPID > '{0}/.'$$ && mv '{0}/.'$$ '{0}/'$$", started.display());
    fs::write(&program, format!("#!/bin/sh\n{note}\nexec '{}' \"$@\"\n", archive.program.display()))?;
    output_of(Command::new("chmod").arg("+x").arg(&program))?;
    let mut running = job.annotate(EXECUTORS, &program, &archive.articles, "survived", &[])?;
    let mut victims = VICTIMS.to_vec();
    let mut seen = BTreeSet::new();
    while running.child.try_wait()?.is_none() {
        thread::sleep(LOOK);
        let new = names(&started)?.into_iter().find(|name| !is_hidden(name) && seen.insert(name.clone()));
        if let (Some(name), Some(victim)) = (new, victims.first()) {
            thread::sleep(AT_WORK);
            let numbers = fs::read_to_string(started.join(name))?;
            if kill(victim, &numbers)? {
                say(format!("killed {victim}"));
                victims.remove(0);
            }
        }
    }
    running.finish()?;
    ensure!(victims.is_empty(), "Spark had done everything before {} could be killed", victims.join(" and "));
    let survived = parts(&archive.folder.join("survived"))?;
    let count = same_lines(&[archive.answers()], &survived)?;
    let tries = names(&started)?.len();
    ensure!(tries >= survived.len() + VICTIMS.len(), "{} parts were tried {tries} times", survived.len());
    report.note("answers after three deaths, none lost, none doubled", count as f64);
    report.note(&format!("tries of {} parts", survived.len()), tries as f64);
    Ok(())
}

fn is_hidden(name: &Path) -> bool {
    name.to_string_lossy().starts_with('.')
}

/// Kills one of those who work on a part: its command line has the first number, and is the child of the second. Says whether it was
/// still there.
fn kill(victim: &str, numbers: &str) -> Result<bool> {
    let mut numbers = numbers.split_whitespace();
    let mut number = || numbers.next().map(str::to_owned).context("a command line did not say its number");
    let (command_line, worker) = (number()?, number()?);
    let parent = |number: &str| output_of(Command::new("ps").args(["-o", "ppid=", "-p", number]));
    let number = match victim {
        "a command line" => command_line,
        "a worker" => worker,
        // The worker was forked by a process that the executor has started.
        _ => match parent(&worker).and_then(|fork| parent(fork.trim())) {
            Ok(executor) => executor.trim().to_owned(),
            Err(_) => return Ok(false),
        },
    };
    Ok(output_of(Command::new("kill").args(["-9", &number])).is_ok())
}

/// Annotates a table into a table.
fn parquet(job: &Job, archive: &Archive, report: &mut Report) -> Result<()> {
    say("annotating Parquet with Spark");
    let columns = "{id: 'BIGINT', source: 'VARCHAR', published: 'VARCHAR', headline: 'BOOLEAN', text: 'VARCHAR'}";
    let table =
        format!("COPY (FROM read_json('articles.jsonl', columns = {columns})) TO 'articles.parquet' (FORMAT parquet)");
    job.python.ask(&archive.folder, &[table])?;
    let input = archive.folder.join("articles.parquet");
    let seconds = job
        .annotate(LOCAL, &archive.program, &input, "answers.parquet", &["--from", "parquet", "--to", "parquet"])?
        .finish()?;
    let rows = "COPY (FROM read_parquet('answers.parquet/*.parquet')) TO 'rows.jsonl' (FORMAT json)".to_owned();
    job.python.ask(&archive.folder, &[rows])?;
    let count = same_rows(&[archive.answers()], &[archive.folder.join("rows.jsonl")])?;
    report.note("the same answers in Parquet", count as f64);
    report.note("articles a second, Spark local[2], Parquet", archive.made.len() as f64 / seconds);
    Ok(())
}

/// Asks the README's questions about the answers of Spark, and compares with what is known.
pub fn questions(workspace: &Workspace, archive: &Archive, report: &mut Report) -> Result<()> {
    let job = Job::new(workspace, archive)?;
    let answers = archive.folder.join(ANSWERS);
    let is_there = || same_lines(&[archive.answers()], &parts(&answers)?);
    // Those of another run may be to other articles.
    if is_there().is_err() {
        job.annotate(LOCAL, &archive.program, &archive.articles, ANSWERS, &[])?.finish()?;
        is_there()?;
    }
    say("asking DuckDB the questions of the README");
    let readme = fs::read_to_string(workspace.root.join("examples/spark/README.md"))?;
    let asked = statements(&readme);
    let known = questions::known(&archive.made);
    let (_, asked_after) = asked.split_at_checked(1).context("the README of the example has no SQL")?;
    ensure!(asked_after.len() == known.len(), "the README has {} questions, not {}", asked_after.len(), known.len());
    let found = job.python.ask(&archive.folder, &asked)?;
    let mut rows = 0;
    for ((question, known), found) in asked_after.iter().zip(&known).zip(&found[1..]) {
        if let Some((known, found)) = known.iter().zip(found).find(|(known, found)| known != found) {
            bail!("DuckDB answers otherwise than is known:\n{question}\n  known {known}\n  found {found}");
        }
        ensure!(known.len() == found.len(), "DuckDB gives {} rows, not {}:\n{question}", found.len(), known.len());
        rows += known.len();
    }
    report.note("rows of five questions to DuckDB, all as they are known", rows as f64);
    Ok(())
}

/// The SQL of a README: the first block makes the tables, each other one is a question.
fn statements(readme: &str) -> Vec<String> {
    readme.split("```sql\n").skip(1).filter_map(|block| Some(block.split_once("```")?.0.to_owned())).collect()
}

/// The files of the answers, in their order.
fn parts(folder: &Path) -> Result<Vec<PathBuf>> {
    let is_part = |name: &PathBuf| name.to_string_lossy().starts_with("part-");
    Ok(names(folder)?.into_iter().filter(is_part).map(|name| folder.join(name)).collect())
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

/// The example, ready to be run.
struct Job {
    python: Python,
    script: PathBuf,
    folder: PathBuf,
}

/// A run of it.
struct Running {
    child: std::process::Child,
    log: PathBuf,
}

impl Job {
    fn new(workspace: &Workspace, archive: &Archive) -> Result<Job> {
        let script = workspace.root.join("examples/spark/annotate.py");
        Ok(Job { python: Python::provide(workspace)?, script, folder: archive.folder.clone() })
    }

    /// Starts annotating an archive into a folder.
    fn annotate(&self, master: &str, program: &Path, input: &Path, output: &str, more: &[&str]) -> Result<Running> {
        let output = self.folder.join(output);
        if output.exists() {
            fs::remove_dir_all(&output)?;
        }
        let log = self.folder.join("spark.log");
        let file = File::create(&log)?;
        let mut command = self.python.spark_submit()?;
        command.current_dir(&self.folder).args(["--master", master]).arg(&self.script).arg(input).arg(output);
        command.arg("--program").arg(program).args(["--meta", META]).args(more);
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
        Ok(Running { child: command.spawn().context("cannot start Spark")?, log })
    }
}

impl Running {
    /// Waits for its end, and returns the seconds that it took without the start of Spark.
    fn finish(&mut self) -> Result<f64> {
        let status = self.child.wait()?;
        ensure!(status.success(), "Spark failed: {status}; {} says why", self.log.display());
        let log = fs::read_to_string(&self.log)?;
        let seconds = log.lines().find_map(|line| line.strip_prefix("annotated in ")?.strip_suffix(" seconds"));
        Ok(seconds.context("the example did not say how long it took")?.parse()?)
    }
}

#[cfg(test)]
mod tests {
    use super::statements;

    #[test]
    fn statements_are_the_blocks_of_a_readme() {
        let readme = "# A\n\n```sh\nls\n```\n\n```sql\nCREATE TABLE a;\n```\n\nText\n\n```sql\nFROM a;\n```\n";
        assert_eq!(statements(readme), ["CREATE TABLE a;\n", "FROM a;\n"]);
    }
}
