//! Where whom a pronoun means is annotated: quotations with their speaker's words and name, and pronouns with two names each.

use crate::eval::names::same_entity;
use crate::gold;
use crate::train::corpus::{Corpus, Source};
use crate::train::places::Places;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use verbatim::Article;
use verbatim::annotations::Span;
use verbatim::training::coreference::Shown;

/// Whom a pronoun or a description means.
pub enum Meant {
    /// Who has this name, or is described so.
    Name(String),
    /// Nobody who has a name.
    Nobody,
    /// Who is named at this place.
    Place(Span),
    /// Of two names, each at its place, those that are meant; where none is, it is anybody else or nobody.
    Names([(Vec<Span>, bool); 2]),
}

/// An article in which it is known whom some pronouns mean.
pub struct Document {
    /// Its name.
    pub id: String,
    pub article: Article,
    pub pronouns: Vec<(Span, Meant)>,
    /// The same of descriptions.
    pub descriptions: Vec<(Span, Meant)>,
}

impl Document {
    /// Which candidates a mention may mean; nothing where it is not annotated.
    pub fn judge(&self, span: Span, shown: &[Shown]) -> Option<Vec<bool>> {
        let description = || self.descriptions.iter().find(|(description, _)| *description == span);
        let pronoun = || self.pronouns.iter().find(|(pronoun, _)| meets(pronoun, &span));
        let (_, meant) = description().or_else(pronoun)?;
        Some(match meant {
            Meant::Name(name) => shown.iter().map(|shown| is_called(&shown.name, name)).collect(),
            Meant::Nobody => vec![false; shown.len()],
            Meant::Place(place) => {
                shown.iter().map(|shown| shown.mentions.iter().any(|mention| meets(mention, place))).collect()
            }
            Meant::Names(names) => {
                let holds = |shown: &Shown, spans: &[Span]| {
                    shown.mentions.iter().any(|mention| spans.iter().any(|span| meets(mention, span)))
                };
                let someone = names.iter().any(|(_, same)| *same);
                let right = |shown: &Shown| {
                    let same = names.iter().any(|(spans, same)| *same && holds(shown, spans));
                    let other = names.iter().any(|(spans, same)| !*same && holds(shown, spans));
                    if someone { same && !other } else { !other }
                };
                shown.iter().map(right).collect()
            }
        })
    }
}

/// Whether a name or a description means who is called so.
fn is_called(shown: &str, canonical: &str) -> bool {
    let described = canonical.starts_with(|c: char| c.is_lowercase()) || shown.starts_with(|c: char| c.is_lowercase());
    let words = || canonical.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    // Titles that are read as a part of the name are no other person.
    let last = |text: &str| text.split_whitespace().last().map(str::to_lowercase);
    let holds =
        || words().iter().all(|word| shown.to_lowercase().contains(word.as_str())) && last(shown) == last(canonical);
    same_entity(shown, canonical) || holds() || described && last(shown).is_some_and(|head| words().contains(&head))
}

fn meets(one: &Span, other: &Span) -> bool {
    one.block == other.block && one.start < other.end && other.start < one.end
}

/// The quotations of a corpus that are from one source, with the names of their speakers.
pub fn quotations(corpus: &Corpus, source: Source) -> Vec<Document> {
    let entries = corpus.entries.iter().filter(|entry| entry.source == source);
    entries.map(|entry| of_quotations(&entry.document)).collect()
}

fn of_quotations(record: &gold::Document) -> Document {
    let places = Places::of(&record.text);
    let pronouns = record.quotes.iter().filter_map(|quote| {
        let span = places.spans(quote.speaker?.start, quote.speaker?.end).first().copied()?;
        Some((span, Meant::Name(quote.canonical.clone()?)))
    });
    Document {
        id: record.id.clone(),
        article: Article::from_text(&record.text, record.headline),
        pronouns: pronouns.collect(),
        descriptions: descriptions(&record.id, &places),
    }
}

/// The descriptions that speak in articles of the modern and worldwide sources, by offsets that are kept beside the learner.
const DESCRIPTIONS: &str = include_str!("../../../data/descriptions.tsv");

/// Whom the descriptions of an article mean.
fn descriptions(id: &str, places: &Places) -> Vec<(Span, Meant)> {
    static LINES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let lines = DESCRIPTIONS.lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| line.split_once('\t')).collect()
    });
    let of_line = |description: &str| {
        let (place, name) = description.split_once(':')?;
        let (start, end) = place.split_once('-')?;
        let span = places.spans(start.parse().ok()?, end.parse().ok()?).first().copied()?;
        Some((span, if name.is_empty() { Meant::Nobody } else { Meant::Name(name.to_owned()) }))
    };
    LINES.get(id).into_iter().flat_map(|line| line.split('\t').filter_map(of_line)).collect()
}

/// The pronouns of PolNeAR's training part, by offsets that are kept beside the learner.
const POLNEAR: &str = include_str!("../../../data/polnear-pronouns.tsv");

/// Reads the articles that the offsets kept beside the learner are for.
pub fn places(path: &Path) -> Result<Vec<Document>> {
    let documents = gold::read(path)?.with_context(|| format!("there is no {}", path.display()))?;
    let lines = POLNEAR.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let offsets: HashMap<&str, &str> = lines.collect();
    let of = |record: &gold::Document| Some(of_places(record, offsets.get(record.id.as_str())?));
    Ok(documents.iter().filter_map(of).collect())
}

fn of_places(record: &gold::Document, offsets: &str) -> Document {
    let places = Places::of(&record.text);
    let span = |offset: &str| {
        let offset = offset.parse().ok()?;
        places.spans(offset, offset + 1).first().copied()
    };
    let pronouns = offsets.split(' ').filter_map(|pair| {
        let (pronoun, name) = pair.split_once(':')?;
        Some((span(pronoun)?, Meant::Place(span(name)?)))
    });
    Document {
        id: record.id.clone(),
        article: Article::from_text(&record.text, false),
        pronouns: pronouns.collect(),
        descriptions: descriptions(&record.id, &places),
    }
}

#[derive(Deserialize)]
struct Passage {
    id: String,
    text: String,
    pronoun: gold::Stretch,
    names: [Name; 2],
}

#[derive(Deserialize)]
struct Name {
    start: usize,
    end: usize,
    same: bool,
}

/// Reads pronouns with two names each.
pub fn pairs(path: &Path) -> Result<Vec<Document>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let passage = |line: &str| Ok(of_pair(&serde_json::from_str(line)?));
    text.lines().filter(|line| !line.trim().is_empty()).map(passage).collect()
}

fn of_pair(passage: &Passage) -> Document {
    let places = Places::of(&passage.text);
    let names = passage.names.each_ref().map(|name| (places.spans(name.start, name.end), name.same));
    let pronoun = places.spans(passage.pronoun.start, passage.pronoun.end);
    Document {
        id: passage.id.clone(),
        article: Article::from_text(&passage.text, false),
        pronouns: pronoun.first().map(|&span| (span, Meant::Names(names))).into_iter().collect(),
        descriptions: Vec::new(),
    }
}
