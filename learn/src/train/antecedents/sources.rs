//! Where it is annotated whom a pronoun or a description means: quotations with their speaker's words and name, places of names that mean
//! the same, and pronouns with two names each.

use crate::eval::names::same_entity;
use crate::gold;
use crate::train::places::Places;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use verbatim::Article;
use verbatim::annotations::Span;
use verbatim::training::coreference::{Asked, Shown};

/// Whom a pronoun means.
pub enum Meant {
    /// Who has this name, or is described so.
    Name(String),
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
}

impl Document {
    /// Which candidates a mention may mean and, last, whether nobody of them is right; nothing where it is not annotated. A description is
    /// all that is said of somebody only where its annotation says so.
    pub fn judge(&self, asked: Asked, span: Span, shown: &[Shown]) -> Option<Vec<bool>> {
        let (place, meant) = self.pronouns.iter().find(|(pronoun, _)| meets(pronoun, &span))?;
        let called = if asked == Asked::Pronoun { is_called } else { is_described };
        let mut right = Document::right(meant, shown, called);
        let text = || self.article.blocks.get(span.block).map_or("", |block| &block.text[span.start..span.end]);
        let itself = match meant {
            _ if asked == Asked::Pronoun => true,
            Meant::Name(name) => name.starts_with(|c: char| c.is_lowercase()) || is_described(text(), name),
            Meant::Place(name) => meets(name, place),
            Meant::Names(_) => true,
        };
        right.push(itself && !right.contains(&true));
        Some(right)
    }

    fn right(meant: &Meant, shown: &[Shown], called: fn(&str, &str) -> bool) -> Vec<bool> {
        match meant {
            Meant::Name(name) => shown.iter().map(|shown| called(&shown.name, name)).collect(),
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
        }
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

/// The same for a description, of which a name that stands in it says nothing: `a spokesman for the Harbour Office` is not the Harbour
/// Office.
fn is_described(shown: &str, canonical: &str) -> bool {
    let complement = [" for ", " of ", " from "].into_iter().find_map(|preposition| canonical.split_once(preposition));
    let unnamed = canonical.starts_with(|c: char| c.is_lowercase());
    match complement {
        Some((head, _)) if unnamed => {
            ends_alike(shown, head) || shown.to_lowercase().contains(&canonical.to_lowercase())
        }
        _ if unnamed => same_entity(shown, canonical) || ends_alike(shown, canonical),
        _ => is_called(shown, canonical),
    }
}

fn ends_alike(one: &str, other: &str) -> bool {
    let last = |text: &str| text.split_whitespace().last().map(str::to_lowercase);
    last(one) == last(other)
}

fn meets(one: &Span, other: &Span) -> bool {
    one.block == other.block && one.start < other.end && other.start < one.end
}

/// Reads quotations with the names of their speakers.
pub fn quotations(path: &Path) -> Result<Vec<Document>> {
    let documents = gold::read(path)?.with_context(|| format!("there is no {}", path.display()))?;
    Ok(documents.iter().map(of_quotations).collect())
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
    }
}

/// The pronouns and descriptions of PolNeAR's training part, by offsets that are kept beside the learner.
const POLNEAR: [&str; 2] =
    [include_str!("../../../data/polnear-pronouns.tsv"), include_str!("../../../data/polnear-descriptions.tsv")];

/// Reads the articles that the offsets kept beside the learner are for.
pub fn places(path: &Path) -> Result<Vec<Document>> {
    let documents = gold::read(path)?.with_context(|| format!("there is no {}", path.display()))?;
    let lines = POLNEAR.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    let mut offsets: HashMap<&str, Vec<&str>> = HashMap::new();
    for (id, pairs) in lines.filter_map(|line| line.split_once('\t')) {
        offsets.entry(id).or_default().extend(pairs.split(' '));
    }
    let of = |record: &gold::Document| Some(of_places(record, offsets.get(record.id.as_str())?));
    Ok(documents.iter().filter_map(of).collect())
}

fn of_places(record: &gold::Document, offsets: &[&str]) -> Document {
    let places = Places::of(&record.text);
    let span = |offset: &str| {
        let offset = offset.parse().ok()?;
        places.spans(offset, offset + 1).first().copied()
    };
    let pronouns = offsets.iter().filter_map(|pair| {
        let (pronoun, name) = pair.split_once(':')?;
        Some((span(pronoun)?, Meant::Place(span(name)?)))
    });
    Document { id: record.id.clone(), article: Article::from_text(&record.text, false), pronouns: pronouns.collect() }
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
    }
}
