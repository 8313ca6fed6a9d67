//! Articles whose sentences are tokens with entity tags.

use super::annotated::{Annotated, Stretch};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::ops::Range;
use std::path::Path;
use verbatim::Article;
use verbatim::article::{Block, BlockKind};
use verbatim::training::tags::EntityClass;

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
pub fn read(path: &Path) -> Result<Vec<Annotated>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let documents = text.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        let document: Document =
            serde_json::from_str(line).with_context(|| format!("{}: no article", path.display()))?;
        let mut blocks = Vec::new();
        let mut names = Vec::new();
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
                        names.extend(under_way.take());
                        under_way = class.map(|class| (Stretch { block: blocks.len(), range }, class));
                    }
                }
            }
            names.extend(under_way);
            blocks.push(Block { kind: BlockKind::Paragraph, text });
        }
        let article = Article { blocks, ..Article::default() };
        Ok(Annotated { article, parts: Vec::new(), names })
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
