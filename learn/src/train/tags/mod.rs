//! Trains the tagger: classes of words, the model of parts of speech, and the model of names.

mod chain;
mod classes;
mod compile;
mod names;
mod parts;
mod vectors;

use crate::eval::tags::{MEASURES, score};
use crate::eval::tally::Tally;
use crate::tags;
use crate::train::write::write;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use verbatim::training::tags::{ENTITY_LABELS, Layout, Models, PARTS_OF_SPEECH, filter_of};

/// Trains the models and writes them. Without word vectors the classes of words stay as they are.
pub fn learn(gold: &Path, vectors: Option<&Path>, models: &Path) -> Result<()> {
    let files = ["word-classes.bin", "parts-of-speech.bin", "names.bin"].map(|name| models.join(name));
    let classes = match vectors {
        Some(vectors) => classes::learn(vectors::read(vectors)?)?,
        None => read(&files[0])?,
    };
    let blank = Models::read(classes.clone(), empty(PARTS_OF_SPEECH)?, empty(ENTITY_LABELS)?).context("no classes")?;
    let parts = parts::learn(&tags::read(&gold.join("trees/gum.train.conllu.gz"))?, &blank)?;
    let with = Models::read(classes.clone(), parts.clone(), empty(ENTITY_LABELS)?).context("no parts of speech")?;
    let names = names::learn(&tags::read(&gold.join("entities/worldwide.train.jsonl"))?, &with)?;
    let all = Models::read(classes.clone(), parts.clone(), names.clone()).context("no names")?;
    for file in ["trees/gum.dev.conllu.gz", "entities/worldwide.dev.jsonl"] {
        let articles = tags::read(&gold.join(file))?;
        let tallies: Vec<_> = articles.iter().map(|article| score(article, &all)).collect();
        for (index, measure) in MEASURES.into_iter().enumerate() {
            let total: Tally = tallies.iter().map(|tallies| tallies[index]).sum();
            if total.wanted > 0 {
                println!("{measure}: {:.2}", total.f1());
            }
        }
    }
    for (path, file) in files.iter().zip([classes, parts, names]) {
        write(path, &file)?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read; give word vectors with --vectors", path.display()))
}

/// The file of a model without weights.
fn empty(labels: usize) -> Result<Vec<u8>> {
    let mut file = vec![0; 2 * labels * (labels + 1) + 4];
    file.extend(filter_of(&[], Layout { slot: 9, value: 1 }).context("no empty filter")?);
    Ok(file)
}
