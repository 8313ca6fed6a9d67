//! The command line: annotates articles from files and streams.

mod jsonl;
mod listing;

use clap::{Parser, Subcommand};
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

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
        /// The article: UTF-8 text, paragraphs separated by blank lines. Standard input where it is left out or `-`.
        file: Option<PathBuf>,
        /// The day the article was published (YYYY-MM-DD or RFC 3339).
        #[arg(long, value_name = "DATE", value_parser = verbatim::article::parse_published, conflicts_with = "jsonl")]
        published: Option<jiff::civil::Date>,
        /// The first paragraph is the headline.
        #[arg(long, conflicts_with = "jsonl")]
        headline: bool,
        /// Reads one JSON object a line, {"id", "text", "published", "headline"}, and answers each with one line.
        #[arg(long)]
        jsonl: bool,
    },
}

fn main() -> ExitCode {
    let Arguments { command: Command::Annotate { file, published, headline, jsonl } } = Arguments::parse();
    let file = file.filter(|path| path.as_os_str() != "-");
    if file.is_none() && io::stdin().is_terminal() {
        eprintln!("verbatim: reading standard input; end it with Ctrl-D");
    }
    let outcome = if jsonl {
        jsonl::answer_all(file.as_deref())
    } else {
        listing::print(file.as_deref(), published, headline).map(|()| ExitCode::SUCCESS)
    };
    match outcome {
        Ok(code) => code,
        // The reader of the output closed the pipe, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let name = file.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
            eprintln!("verbatim: {name}: {error}");
            ExitCode::FAILURE
        }
    }
}
