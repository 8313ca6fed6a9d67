//! The command line alone: its rates, its memory, and what happens when it is killed.

use super::process::{Taken, measure};
use super::report::Report;
use super::same::{same_folders, same_lines};
use super::setup::Archive;
use crate::command::say;
use anyhow::{Context, Result, ensure};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

/// How much faster two cores must be than one.
const TWO_CORES: f64 = 1.7;

/// The memory that any run may need, and how often the largest record besides.
const MEMORY: u64 = 300_000_000;
const TIMES_LARGEST: u64 = 20;

/// The size of the large record.
const LARGE: usize = 50_000_000;

/// How many small ones are around it.
const AROUND: usize = 1000;

/// Into how many files the archive is cut, and how often the run over them is killed.
const FILES: usize = 20;
const KILLED: u32 = 10;

/// How often the archive is searched in one run: as much as 100,000 articles, if it has 20,000.
const SEARCHED: usize = 5;

/// What is searched for: names alone, words alone, both with a span of time.
const SEARCHES: [&[&str]; 3] = [
    &["--who", "okafor"],
    &["--what", "ferr(y|ies)"],
    &["--who", "okafor|ortiz", "--what", r"\bbridge\b", "--since", "2023-03", "--until", "2024-02"],
];

/// What `find` must look through in a second of one core.
const SEARCH: f64 = 100e6;

/// Annotates the archive with one thread, two and as many as there are cores, in turns, and compares the answers.
pub fn rates(archive: &Archive, report: &mut Report) -> Result<()> {
    let cores = thread::available_parallelism()?.get();
    let mut contenders = vec![1, 2, cores];
    contenders.dedup();
    let mut best = vec![f64::INFINITY; contenders.len()];
    let mut peak = 0;
    for round in 1..=archive.rounds {
        for (threads, best) in contenders.iter().zip(&mut best) {
            say(format!("annotating with {threads} threads, round {round} of {}", archive.rounds));
            let output = archive.folder.join(format!("threads-{threads}.jsonl"));
            let taken = measure(&mut archive.annotate(*threads, &[&archive.articles]), &output)?;
            *best = best.min(taken.seconds);
            peak = peak.max(taken.peak);
            if *threads != 1 {
                same_lines(&[archive.answers()], &[output])?;
            }
        }
    }
    let count = archive.made.len() as f64;
    for (threads, best) in contenders.iter().zip(&best) {
        report.note(&format!("articles a second, {threads} threads"), count / best);
    }
    if cores > 1 {
        report.at_least("two threads against one, times as fast", best[0] / best[1], TWO_CORES);
    }
    report.at_most("memory, MB", peak as f64 / 1e6, MEMORY as f64 / 1e6);
    Ok(())
}

/// Annotates a large record among small ones.
pub fn large_record(archive: &Archive, report: &mut Report) -> Result<()> {
    say("annotating a record of 50 MB among small ones");
    let path = archive.folder.join("large.jsonl");
    let articles = fs::read_to_string(&archive.articles)?;
    let lines: Vec<&str> = articles.split_inclusive('\n').collect();
    let (before, after) = lines[..lines.len().min(2 * AROUND)].split_at(AROUND.min(lines.len() / 2));
    let mut text = String::new();
    for line in lines.iter().cycle() {
        let article: serde_json::Value = serde_json::from_str(line)?;
        text.push_str(article["text"].as_str().context("an article has no text")?);
        text.push_str("\n\n");
        if text.len() >= LARGE {
            break;
        }
    }
    let record = serde_json::json!({"id": "large", "published": "2025-03-14", "text": text}).to_string() + "\n";
    fs::write(&path, [before.concat(), record.clone(), after.concat()].concat())?;
    let output = archive.folder.join("large-answers.jsonl");
    let taken = measure(&mut archive.annotate(thread::available_parallelism()?.get(), &[&path]), &output)?;
    let answers = fs::read_to_string(&output)?;
    ensure!(
        answers.lines().count() == before.len() + 1 + after.len(),
        "not every record around the large one is answered"
    );
    let large = answers.lines().nth(before.len()).unwrap_or_default();
    ensure!(large.starts_with(r#"{"id":"large","meta""#), "the large record has no answer");
    let allowed = MEMORY + TIMES_LARGEST * record.len() as u64;
    report.at_most("memory with a record of 50 MB, MB", taken.peak as f64 / 1e6, allowed as f64 / 1e6);
    [path, output].iter().try_for_each(fs::remove_file)?;
    Ok(())
}

/// Kills a run over many files time and again, resumes it, and compares the end with that of one run.
pub fn killed(archive: &Archive, report: &mut Report) -> Result<()> {
    say(format!("annotating {FILES} files, killed {KILLED} times"));
    let folder = archive.folder.join("files");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let inputs = cut(archive, &folder)?;
    let inputs: Vec<&Path> = inputs.iter().map(PathBuf::as_path).collect();
    let run = |out: &str| {
        let mut command = archive.annotate(2, &inputs);
        command.arg("--resume").arg("--out").arg(folder.join(out));
        command
    };
    let nothing = folder.join("output");
    let Taken { seconds, .. } = measure(&mut run("whole"), &nothing)?;
    for _ in 0..KILLED {
        let mut child = run("cut").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
        thread::sleep(Duration::from_secs_f64(seconds / f64::from(KILLED + 2)));
        child.kill()?;
        child.wait()?;
    }
    let last = measure(&mut run("cut"), &nothing)?;
    let count = same_folders(&folder.join("whole"), &folder.join("cut"))?;
    report.note(&format!("the same files as of one run, killed {KILLED} times"), count as f64);
    report.note("seconds of one run", seconds);
    report.note("seconds of the last run, after what was done before", last.seconds);
    fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Cuts the archive into files. Every other one has the name of a compressed one, so its answers are compressed.
fn cut(archive: &Archive, folder: &Path) -> Result<Vec<PathBuf>> {
    let articles = fs::read_to_string(&archive.articles)?;
    let lines: Vec<&str> = articles.split_inclusive('\n').collect();
    let size = lines.len().div_ceil(FILES).max(1);
    let mut inputs = Vec::new();
    for (number, lines) in lines.chunks(size).enumerate() {
        let ending = if number % 2 == 0 { "" } else { ".gz" };
        let path = folder.join(format!("{number:02}.jsonl{ending}"));
        File::create(&path)?.write_all(lines.concat().as_bytes())?;
        inputs.push(path);
    }
    Ok(inputs)
}

/// Searches the answers on one core.
pub fn search(archive: &Archive, report: &mut Report) -> Result<()> {
    let answers = archive.answers();
    let inputs: Vec<PathBuf> =
        (0..SEARCHED).map(|number| archive.folder.join(format!("searched-{number}.jsonl"))).collect();
    let bytes = fs::metadata(&answers)?.len() as f64 * SEARCHED as f64;
    say(format!("searching {:.0} MB", bytes / 1e6));
    for input in &inputs {
        if input.exists() {
            fs::remove_file(input)?;
        }
        fs::hard_link(&answers, input)?;
    }
    let output = archive.folder.join("found.txt");
    let mut slowest = f64::INFINITY;
    for search in SEARCHES {
        let mut command = Command::new(&archive.program);
        let taken = measure(command.arg("find").args(["--threads", "1"]).args(search).args(&inputs), &output)?;
        ensure!(fs::metadata(&output)?.len() > 0, "nothing is found by {search:?}");
        // CPU time, as other programs may be at work.
        slowest = slowest.min(bytes / taken.cpu);
    }
    report.at_least("MB that find looks through in a second of a core", slowest / 1e6, SEARCH / 1e6);
    inputs.iter().try_for_each(fs::remove_file)?;
    fs::remove_file(output)?;
    Ok(())
}
