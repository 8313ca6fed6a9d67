//! The command line: annotates articles from files and streams.

mod explanation;
mod input;
mod jsonl;
mod listing;
mod visible;

use clap::{Parser, Subcommand};
use input::Input;
use std::io::{self, IsTerminal};
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
        #[command(flatten)]
        input: Input,
        /// Reads one JSON object a line, {"id", "text", "published", "headline"}, and answers each with one line.
        #[arg(long, conflicts_with_all = ["published", "headline"])]
        jsonl: bool,
    },
    /// Annotates an article and prints how each part of the answer was found.
    Explain {
        #[command(flatten)]
        input: Input,
    },
}

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let (Command::Annotate { input, .. } | Command::Explain { input }) = &command;
    let file = input.path();
    if file.is_none() && io::stdin().is_terminal() {
        eprintln!("verbatim: reading standard input; end it with Ctrl-D");
    }
    let outcome = match &command {
        Command::Annotate { jsonl: true, .. } => jsonl::answer_all(file.as_deref()),
        Command::Annotate { input, .. } => {
            input.article().and_then(|article| listing::print(&article)).map(|()| ExitCode::SUCCESS)
        }
        Command::Explain { input } => {
            input.article().and_then(|article| explanation::print(&article)).map(|()| ExitCode::SUCCESS)
        }
    };
    match outcome {
        Ok(code) => code,
        // The reader of the output closed the pipe, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let name = file.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
            eprintln!("verbatim: {}: {}", Visible(&name), Visible(&error.to_string()));
            ExitCode::FAILURE
        }
    }
}
