//! Whether a stretch between quotation marks is somebody's words.

use anyhow::{Context, Result};
use std::path::Path;
use verbatim::training::speech::{Settings, expect, learn as fit};

/// Learns and writes the weights; with `folds` also prints what to expect of them on articles of the same kind.
pub fn learn(gold: &Path, folds: bool, output: &Path) -> Result<()> {
    let read = |name: &str| {
        let path = gold.join(name);
        std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let files = [read("quotes/polnear.train.jsonl")?, read("quotes/gum_news.train.jsonl")?];
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    if folds {
        println!("kinds, five folds:\n{}", expect(&files, 5, &Settings::default())?);
    }
    let table = fit(&files, &Settings::default())?;
    std::fs::write(output, &table).with_context(|| format!("cannot write {}", output.display()))?;
    println!("{}: {} bytes", output.display(), table.len());
    Ok(())
}
