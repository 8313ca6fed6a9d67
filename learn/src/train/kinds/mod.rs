//! Trains the model of kinds: two logistic regressions with elastic-net penalties, fitted by coordinate descent. Training is
//! deterministic: the same articles give the same table.

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

/// The files of annotated articles to train on.
const FILES: [&str; 2] = ["quotes/polnear.train.jsonl", "quotes/gum_news.train.jsonl"];

/// The head of the table.
const HEAD: &str = "# The weights of the features of quotations, in hundredths, written by `cargo xtask train`.\n\
    # feature, towards somebody's words, towards a clause\n";

/// Trains the model and writes its weights; with `folds` also prints the results of a cross-validation.
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
