//! Variants of annotated sentences, for a form that the annotated news hardly has: *The ferry would close, she said on Tuesday.*

use super::documents::Document;
use verbatim::Article;
use verbatim::annotations::Span;
use verbatim::article::{Block, BlockKind};
use verbatim::training::reporting::Annotated;

const ADVERBIALS: &str = include_str!("../../../data/adverbials.txt");
const HEARERS: &str = include_str!("../../../data/hearers.txt");

/// How much a variant counts beside what people wrote.
const WEIGHT: f64 = 1.0;

/// One verb in so many is told to somebody.
const TOLD: usize = 2;

/// Draws from the lists in turn.
struct Lists {
    adverbials: Vec<&'static str>,
    hearers: Vec<&'static str>,
    drawn: usize,
}

impl Lists {
    /// What is inserted behind a verb of saying, and whether it is told to somebody.
    fn draw(&mut self, may_be_told: bool) -> (String, bool) {
        self.drawn += 1;
        let adverbial = self.adverbials[self.drawn % self.adverbials.len()];
        let hearer = self.hearers[self.drawn % self.hearers.len()];
        match (may_be_told && self.drawn.is_multiple_of(TOLD), !self.drawn.is_multiple_of(2 * TOLD)) {
            (false, _) => (format!(" {adverbial}"), false),
            (true, true) => (format!(" {hearer} {adverbial}"), true),
            (true, false) => (format!(" {hearer}"), true),
        }
    }
}

/// For each document with sentences that end with an attribution, the blocks of those sentences, with an adverbial or a hearer behind it.
pub fn of(documents: &[&Document]) -> Vec<Document> {
    let lines = |list: &'static str| list.lines().filter(|line| !line.starts_with('#')).collect();
    let mut lists = Lists { adverbials: lines(ADVERBIALS), hearers: lines(HEARERS), drawn: 0 };
    documents.iter().filter_map(|document| variant(document, &mut lists)).collect()
}

fn variant(document: &Document, lists: &mut Lists) -> Option<Document> {
    // A short first paragraph would be taken for the headline.
    let mut blocks = vec![Block { kind: BlockKind::Headline, text: String::new() }];
    let (mut annotated, mut undecided) = (Vec::new(), Vec::new());
    for (index, block) in document.article.blocks.iter().enumerate() {
        let mut text = block.text.clone();
        let of_block = |span: &Span| span.block == index;
        let mut here: Vec<Annotated> =
            document.annotated.iter().filter(|one| of_block(&one.content)).cloned().collect();
        let mut open: Vec<Span> = document.undecided.iter().copied().filter(of_block).collect();
        let mut ends: Vec<End> = here.iter().filter_map(|one| End::of(one, &text)).collect();
        ends.sort_by_key(|end| end.at);
        ends.dedup_by_key(|end| end.at);
        if ends.is_empty() {
            continue;
        }
        for end in ends.iter().rev() {
            let (inserted, told) = lists.draw(end.said.is_some());
            text.insert_str(end.at, &inserted);
            if let Some(said) = end.said.filter(|_| told) {
                text.replace_range(said.start..said.end, "told");
            }
            let spans = here
                .iter_mut()
                .flat_map(|one| [Some(&mut one.content), one.cue.as_mut(), one.source.as_mut()])
                .flatten()
                .chain(&mut open);
            for span in spans {
                span.start += if span.start >= end.at { inserted.len() } else { 0 };
                span.end += if span.end > end.at { inserted.len() } else { 0 };
            }
        }
        let moved = |span: Span| Span { block: blocks.len(), ..span };
        annotated.extend(here.into_iter().map(|one| Annotated {
            content: moved(one.content),
            cue: one.cue.filter(of_block).map(moved),
            source: one.source.filter(of_block).map(moved),
        }));
        undecided.extend(open.into_iter().map(moved));
        blocks.push(Block { kind: block.kind, text });
    }
    let article = Article { blocks, ..Article::default() };
    let weight = WEIGHT * document.weight;
    let is_empty = annotated.is_empty();
    (!is_empty).then_some(Document { fold: document.fold, article, annotated, undecided, weight })
}

/// Where a sentence ends behind its attribution.
struct End {
    at: usize,
    /// The verb, where it is *said* behind its subject.
    said: Option<Span>,
}

impl End {
    /// Where the sentence ends right behind an attribution that follows its content.
    fn of(one: &Annotated, text: &str) -> Option<End> {
        let cue = one.cue.filter(|cue| cue.block == one.content.block && cue.start >= one.content.end)?;
        let source = one.source.filter(|source| source.block == cue.block);
        let at = cue.end.max(source.map_or(0, |source| source.end));
        let mut rest = text.get(at..)?.chars();
        let ends = rest.next() == Some('.') && rest.next().is_none_or(char::is_whitespace);
        let behind = source.is_some_and(|source| source.end <= cue.start);
        let said = Some(cue).filter(|cue| behind && text.get(cue.start..cue.end) == Some("said"));
        ends.then_some(End { at, said })
    }
}
