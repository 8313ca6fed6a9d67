//! Articles whose sentences are tokens with entity tags.

use super::annotated::{Annotated, Stretch};
use crate::worldwide::{self, joined};
use anyhow::{Context, Result};
use std::path::Path;
use verbatim::Article;
use verbatim::article::{Block, BlockKind};
use verbatim::training::tags::EntityClass;

/// Reads articles with one on each line, whose sentences are tokens with entity tags. Every sentence becomes a paragraph.
pub fn read(path: &Path) -> Result<Vec<Annotated>> {
    let documents = worldwide::read(path)?.with_context(|| format!("there is no {}", path.display()))?;
    Ok(documents.iter().map(of_document).collect())
}

fn of_document(document: &worldwide::Document) -> Annotated {
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
    Annotated { article, parts: Vec::new(), names }
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
