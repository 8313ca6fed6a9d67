//! Whether a stretch between quotation marks is somebody's words: two logistic regressions with elastic-net penalties, fitted by coordinate
//! descent. No chance is involved: the same articles give the same table.

mod articles;
mod examples;
mod fitted;
mod folds;
mod regression;
mod settings;

use crate::gold;
use anyhow::{Context, Result};
use articles::{annotated, own_cases};
use examples::Examples;
use settings::Settings;
use std::path::Path;

/// The files of annotated articles that are learned from.
const FILES: [&str; 2] = ["quotes/polnear.train.jsonl", "quotes/gum_news.train.jsonl"];

/// What the table begins with.
const HEAD: &str = "# The weights of the features of quotations, in hundredths, written by `cargo xtask train`.\n\
    # feature, towards somebody's words, towards a clause\n";

/// Learns and writes the weights; with `folds` also prints what to expect of them on articles of the same kind.
pub fn learn(gold: &Path, folds: bool, output: &Path) -> Result<()> {
    let mut articles = Vec::new();
    for file in FILES {
        let path = gold.join(file);
        let documents = gold::read(&path)?.with_context(|| format!("there is no {}", path.display()))?;
        articles.extend(documents.into_iter().map(annotated));
    }
    articles.extend(own_cases()?);
    let settings = Settings::default();
    if folds {
        println!("kinds, five folds:\n{}", folds::cross_validate(&articles, 5, &settings));
    }
    let examples = Examples::of(&articles);
    let fitted = fitted::fit_both(&examples, &|_| true, &settings);
    let table = format!("{HEAD}{}", fitted::table(&examples.keys, &fitted));
    std::fs::write(output, &table).with_context(|| format!("cannot write {}", output.display()))?;
    println!("{}: {} bytes", output.display(), table.len());
    Ok(())
}
