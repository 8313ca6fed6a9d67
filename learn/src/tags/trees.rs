//! Trees in the format CoNLL-U: articles whose tokens have parts of speech.

use super::annotated::{Annotated, Stretch};
use anyhow::{Context, Result};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use verbatim::Article;
use verbatim::article::{Block, BlockKind};
use verbatim::training::tags::PartOfSpeech;

/// Reads compressed trees in the format CoNLL-U. Every paragraph becomes a block.
pub fn read(path: &Path) -> Result<Vec<Annotated>> {
    let text = decompressed(path)?;
    let mut articles: Vec<Annotated> = Vec::new();
    let mut at = 0;
    for line in text.lines() {
        if line.starts_with("# newdoc") {
            articles.push(Annotated { article: Article::default(), parts: Vec::new(), names: Vec::new() });
        }
        let Some(annotated) = articles.last_mut() else { continue };
        let blocks = &mut annotated.article.blocks;
        if line.starts_with("# newpar") && !line.starts_with("# newpar_") || blocks.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, text: String::new() });
        }
        let index = blocks.len() - 1;
        let Some(block) = blocks.last_mut() else { continue };
        if let Some(sentence) = line.strip_prefix("# text = ") {
            if !block.text.is_empty() {
                block.text.push(' ');
            }
            at = block.text.len();
            block.text.push_str(sentence);
        }
        let mut fields = line.split('\t');
        let (Some(number), Some(form), Some(_), Some(upos), Some(xpos)) =
            (fields.next(), fields.next(), fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        if number.contains(['-', '.']) {
            continue;
        }
        let start = at
            + block
                .text
                .get(at..)
                .and_then(|rest| rest.find(form))
                .with_context(|| format!("no {form} in “{}”", block.text))?;
        at = start + form.len();
        if let Some(part) = part_of(upos, xpos) {
            annotated.parts.push((Stretch { block: index, range: start..at }, part));
        }
    }
    Ok(articles)
}

fn decompressed(path: &Path) -> Result<String> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let gzip = Command::new("gzip").arg("-dc").stdin(file).stdout(Stdio::piped()).spawn().context("gzip is missing")?;
    let mut text = String::new();
    gzip.stdout.context("gzip has no output")?.read_to_string(&mut text)?;
    Ok(text)
}

/// The part of speech by its tags of Universal Dependencies and the Penn Treebank.
fn part_of(upos: &str, xpos: &str) -> Option<PartOfSpeech> {
    use PartOfSpeech as P;
    Some(match (upos, xpos) {
        ("ADJ", _) => P::Adj,
        ("ADP", _) => P::Adp,
        ("ADV", _) => P::Adv,
        ("CCONJ", _) => P::Cconj,
        ("DET", _) => P::Det,
        ("INTJ", _) => P::Intj,
        ("NOUN", "NNS") => P::NounPlural,
        ("NOUN", _) => P::Noun,
        ("NUM", _) => P::Num,
        ("PART", _) => P::Part,
        ("PRON", _) => P::Pron,
        ("PROPN", _) => P::Propn,
        ("PUNCT", _) => P::Punct,
        ("SCONJ", _) => P::Sconj,
        ("SYM", _) => P::Sym,
        ("X", _) => P::X,
        ("VERB", "VBD") => P::VerbPast,
        ("VERB", "VBZ" | "VBP") => P::VerbPresent,
        ("VERB", "VBG") => P::VerbIng,
        ("VERB", "VBN") => P::VerbParticiple,
        ("VERB", _) => P::VerbBase,
        ("AUX", "MD") => P::AuxModal,
        ("AUX", "VBD") => P::AuxPast,
        ("AUX", "VBZ" | "VBP") => P::AuxPresent,
        ("AUX", "VBG") => P::AuxIng,
        ("AUX", "VBN") => P::AuxParticiple,
        ("AUX", _) => P::AuxBase,
        _ => return None,
    })
}
