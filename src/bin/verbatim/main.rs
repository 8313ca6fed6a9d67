//! The command line: annotates articles from files and streams.

mod archive;
mod explanation;
mod find;
mod input;
mod jsonl;
mod listing;
mod meta;
mod stream;
mod visible;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use input::{About, path_of};
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use visible::Visible;

/// Who said what, and when: finds the quotations of English news, their speakers and its dates.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Annotates an article and prints a listing, or many and prints JSON.
    Annotate {
        /// The article: UTF-8 text, paragraphs separated by blank lines. Standard input where it is left out or `-`. With
        /// --jsonl any number of archives, patterns of their names (`'news/*.jsonl.gz'`) among them; gzip and Zstandard are read
        /// as what they hold.
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        about: About,
        /// Reads one JSON object a line, {"id", "text", "published", "headline"}, and answers each with one line.
        #[arg(long, conflicts_with_all = ["published", "headline"])]
        jsonl: bool,
        #[command(flatten)]
        options: archive::Options,
    },
    /// Annotates an article and prints how each part of the answer was found.
    Explain {
        /// The article: UTF-8 text, paragraphs separated by blank lines. Standard input where it is left out or `-`.
        file: Option<PathBuf>,
        #[command(flatten)]
        about: About,
    },
    /// Finds who said what, and when, in archives.
    ///
    /// A PATTERN is a regular expression that is searched for anywhere, in any case: 'mayor|minister', 'ferr(y|ies)'. `\bann\b` is the
    /// word Ann and no part of Hannah, `(?-i)US` minds capitals, `\(` is a bracket, and `don.t` has any apostrophe.
    Find {
        #[command(flatten)]
        options: find::Options,
    },
}

impl Command {
    /// The inputs as they were named.
    fn files(&self) -> &[PathBuf] {
        match self {
            Command::Annotate { files, .. } => files,
            Command::Explain { file, .. } => file.as_slice(),
            Command::Find { options } => &options.files,
        }
    }

    fn run(&self) -> io::Result<ExitCode> {
        let file = path_of(self.files().first());
        match self {
            Command::Annotate { jsonl: true, files, options, .. } => archive::annotate(files, options),
            Command::Annotate { about, .. } => listing::print(&about.article(file)?).map(|()| ExitCode::SUCCESS),
            Command::Explain { about, .. } => explanation::print(&about.article(file)?).map(|()| ExitCode::SUCCESS),
            Command::Find { options } => find::find(options),
        }
    }
}

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let files = command.files();
    if matches!(&command, Command::Annotate { jsonl: false, .. }) && files.len() > 1 {
        Arguments::command().error(ErrorKind::TooManyValues, "several files can only be read with --jsonl").exit();
    }
    if (files.is_empty() || files.iter().any(|file| path_of(Some(file)).is_none())) && io::stdin().is_terminal() {
        eprintln!("verbatim: reading standard input; end it with Ctrl-D");
    }
    match command.run() {
        Ok(code) => code,
        // The reader of the output closed the pipe, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let name = match files {
                // The error names what it is about.
                _ if error.kind() == io::ErrorKind::InvalidInput => String::new(),
                [_, _, ..] => String::new(),
                [file] if file.as_os_str() != "-" => format!("{}: ", Visible(&file.display().to_string())),
                _ => "standard input: ".to_owned(),
            };
            eprintln!("verbatim: {name}{}", Visible(&error.to_string()));
            ExitCode::FAILURE
        }
    }
}
