//! The archive: articles in a file, their answers, and the command line that gives them.

use super::articles::{Made, article};
use super::process::measure;
use crate::command::{own_cargo, run, say};
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The fields that answers carry.
pub const META: &str = "text,published,source";

/// The archive and what reads it.
pub struct Archive {
    /// The built command line.
    pub program: PathBuf,
    /// Where everything is written.
    pub folder: PathBuf,
    /// The articles in one file.
    pub articles: PathBuf,
    /// What is known of them.
    pub made: Vec<Made>,
    /// How often what is compared by time runs.
    pub rounds: usize,
}

impl Archive {
    /// Where the answers of one thread are.
    pub fn answers(&self) -> PathBuf {
        self.folder.join("threads-1.jsonl")
    }

    /// The command that annotates.
    pub fn annotate(&self, threads: usize, inputs: &[&Path]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(["annotate", "--jsonl", "--meta", META, "--threads", &threads.to_string()]).args(inputs);
        command
    }

    /// Builds the command line, makes the articles, and has them answered once.
    pub fn make(workspace: &Workspace, articles: usize, rounds: usize) -> Result<Archive> {
        say("building the command line for release");
        let mut cargo = own_cargo();
        cargo.current_dir(&workspace.root).args(["build", "--release", "--features", "cli", "--bin", "verbatim"]);
        run(&mut cargo)?;
        let program = workspace.target.join("release").join(format!("verbatim{}", std::env::consts::EXE_SUFFIX));
        let folder = workspace.target.join("archive");
        fs::create_dir_all(&folder)?;
        say(format!("making {articles} articles"));
        let path = folder.join("articles.jsonl");
        let mut file = BufWriter::new(File::create(&path)?);
        let mut made = Vec::new();
        for id in 0..articles {
            let mut article = article(id)?;
            file.write_all(std::mem::take(&mut article.line).as_bytes())?;
            made.push(article);
        }
        file.into_inner().context("the articles cannot be written")?;
        let archive = Archive { program, folder, articles: path, made, rounds: rounds.max(1) };
        measure(&mut archive.annotate(1, &[&archive.articles]), &archive.answers())?;
        Ok(archive)
    }
}
