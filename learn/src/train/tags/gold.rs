//! Annotated articles: the sentences of `worldwide` with their entities, and the trees of GUM with their parts of speech.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs::File;
use std::io::Read;
use std::ops::Range;
use std::path::Path;
use std::process::{Command, Stdio};
use verbatim::Article;
use verbatim::article::{Block, BlockKind};
use verbatim::training::tags::{EntityClass, PartOfSpeech};

/// A stretch of a block, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The block.
    pub block: usize,
    /// The bytes of its text.
    pub range: Range<usize>,
}

/// An annotated article.
pub struct Annotated {
    /// The article.
    pub article: Article,
    /// The tokens with their parts of speech, if annotated.
    pub parts: Vec<(Stretch, PartOfSpeech)>,
    /// The names, if annotated.
    pub entities: Option<Vec<(Stretch, EntityClass)>>,
}

#[derive(Deserialize)]
struct Document {
    sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
struct Sentence {
    tokens: Vec<String>,
    tags: Vec<String>,
}

/// Reads articles with one on each line, whose sentences are tokens with entity tags. Every sentence becomes a paragraph.
pub fn with_entities(path: &Path) -> Result<Vec<Annotated>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let documents = text.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let document: Document =
            serde_json::from_str(line).with_context(|| format!("{}: no article", path.display()))?;
        let mut blocks = Vec::new();
        let mut entities = Vec::new();
        for sentence in &document.sentences {
            let (text, ranges) = joined(&sentence.tokens);
            let mut under_way: Option<(Stretch, EntityClass)> = None;
            for (range, tag) in ranges.into_iter().zip(&sentence.tags) {
                let (begins, class) = (tag.starts_with("B-"), tag.get(2..).and_then(class_of));
                match (&mut under_way, class) {
                    (Some((stretch, known)), Some(class)) if !begins && *known == class => {
                        stretch.range.end = range.end;
                    }
                    _ => {
                        entities.extend(under_way.take());
                        under_way = class.map(|class| (Stretch { block: blocks.len(), range }, class));
                    }
                }
            }
            entities.extend(under_way);
            blocks.push(Block { kind: BlockKind::Paragraph, text });
        }
        let article = Article { blocks, ..Article::default() };
        Ok(Annotated { article, parts: Vec::new(), entities: Some(entities) })
    });
    documents.collect()
}

fn class_of(tag: &str) -> Option<EntityClass> {
    match tag {
        "Person" => Some(EntityClass::Person),
        "Organization" => Some(EntityClass::Organisation),
        "Location" | "Facility" => Some(EntityClass::Place),
        "NORP" => Some(EntityClass::People),
        "Misc" | "Product" => Some(EntityClass::Other),
        _ => None,
    }
}

/// The text of tokens, with spaces where a writer has them, and where each token is.
fn joined(tokens: &[String]) -> (String, Vec<Range<usize>>) {
    let mut text = String::new();
    let mut ranges = Vec::with_capacity(tokens.len());
    let mut quoted = false;
    for (at, token) in tokens.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map_or("", String::as_str);
        let after = tokens.get(at + 1).map_or("", String::as_str);
        let letter = |token: &str| token.chars().count() == 1 && token.chars().all(char::is_alphabetic);
        let plain = |token: &str| token.chars().all(char::is_alphanumeric) && !token.is_empty();
        let closing_quote = token == "\"" && quoted;
        let opening_quote_before = before(1) == "\"" && quoted;
        let attached = matches!(token.as_str(), "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "%" | "”" | "..." | "…")
            || closing_quote
            || matches!(before(1), "(" | "[" | "{" | "$" | "₹" | "#" | "“" | "‘" | "@")
            || opening_quote_before
            // `26-year-old`
            || token == "-" && plain(before(1)) && plain(after)
            || before(1) == "-" && plain(before(2)) && plain(token)
            || token == "/" || before(1) == "/"
            // `'s`, `n't`, and `’`, `s`
            || (token.starts_with(['\'', '’']) && token.len() > 1 && token.chars().count() <= 3)
            || matches!(token.as_str(), "n't" | "n’t")
            || matches!(token.as_str(), "’" | "'") && matches!(after, "s" | "t" | "re" | "ve" | "m" | "ll" | "d")
            || matches!(before(1), "’" | "'") && matches!(token.as_str(), "s" | "t" | "re" | "ve" | "m" | "ll" | "d")
            // `N.S.`
            || before(1) == "." && letter(before(2)) && letter(token) && after == ".";
        if token == "\"" {
            quoted = !quoted;
        }
        if !text.is_empty() && !attached {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(token);
        ranges.push(start..text.len());
    }
    (text, ranges)
}

/// Reads compressed trees in the format CoNLL-U. Every paragraph becomes a block.
pub fn with_parts(path: &Path) -> Result<Vec<Annotated>> {
    let text = decompressed(path)?;
    let mut articles: Vec<Annotated> = Vec::new();
    let mut at = 0;
    for line in text.lines() {
        if line.starts_with("# newdoc") {
            articles.push(Annotated { article: Article::default(), parts: Vec::new(), entities: None });
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
        let start = at + block.text.get(at..).and_then(|rest| rest.find(form)).with_context(|| format!("no {form} in “{}”", block.text))?;
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
