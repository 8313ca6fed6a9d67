//! The native part of `cargo xtask bench`, built in release mode.
//!
//! Usage: `native FOLDER`, where `FOLDER` contains texts as `NAME.txt`. For each line `everything NAME` or `dates NAME` on standard input,
//! prints the nanoseconds that the text takes.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::path::Path;
use std::time::{Duration, Instant};
use verbatim::article::parse_published;
use verbatim::{Article, annotate, find_dates};

/// The shortest measurement, long enough for clock resolution and interruptions not to matter.
const ENOUGH: Duration = Duration::from_millis(300);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("give the folder of the texts")?;
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (what, name) = line.split_once(' ').ok_or("a line is `everything NAME` or `dates NAME`")?;
        let text = std::fs::read_to_string(Path::new(&folder).join(name).with_extension("txt"))?;
        let article = Article::from_text(&text, true).published_on(parse_published("2024-05-16")?);
        let nanoseconds = match what {
            "everything" => measure(|| annotate(&article)),
            "dates" => measure(|| find_dates(&article)),
            _ => return Err(format!("{what} is nothing to measure").into()),
        };
        println!("{nanoseconds}");
        std::io::stdout().flush()?;
    }
    Ok(())
}

/// Nanoseconds per call, after one warm-up call.
fn measure<Answer>(call: impl Fn() -> Answer) -> f64 {
    let start = Instant::now();
    black_box(call());
    if start.elapsed() > ENOUGH {
        return start.elapsed().as_nanos() as f64;
    }
    let (start, mut calls) = (Instant::now(), 0);
    while start.elapsed() < ENOUGH {
        black_box(call());
        calls += 1;
    }
    start.elapsed().as_nanos() as f64 / f64::from(calls)
}
