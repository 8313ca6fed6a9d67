//! What is the same for all quotations of a document, and what one must know of each before any is judged.

use super::context::{folded, listed_together};
use super::echoes::{Echo, echoes, next_alike};
use super::quotation::{Mark, Quotation};
use crate::analysis::BlockAnalysis;
use crate::text::Document;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// A quotation of so many words is long: nearly always somebody's words.
pub(super) const LONG: usize = 8;

/// What is the same for all quotations of a document, and what one must know of each before any is described.
pub(super) struct Survey<'a> {
    pub document: &'a Document<'a>,
    /// Its blocks as they were analysed.
    pub blocks: &'a [BlockAnalysis<'a>],
    pub quotations: &'a [Quotation],
    /// How many words each quotation holds.
    lengths: Vec<usize>,
    /// How often the same words, case aside, stand in marks in this document.
    repeats: Vec<usize>,
    /// For each quotation the first one of the list that it belongs to, which may be itself.
    heads: Vec<usize>,
    /// Where else the words of each quotation stand.
    echoes: Vec<Echo>,
    /// How many long quotations the document has.
    pub long: usize,
    /// How many quotations have double marks.
    doubles: usize,
    /// How much of what stands outside the quotations is in the first person.
    pub voice: &'static str,
    /// For each quotation the next one with the same words, case aside; found when first asked for.
    next_alike: OnceCell<Vec<Option<usize>>>,
}

/// How many tokens `known to everyone as` takes up at most.
const LONGEST_KNOWN_AS: usize = 5;

/// How many words a name by which something is known has at most.
const LONGEST_NAME: usize = 4;

/// How many words a stage direction has at most.
const LONGEST_DIRECTION: usize = 3;

impl<'a> Survey<'a> {
    pub fn new(document: &'a Document<'a>, blocks: &'a [BlockAnalysis<'a>], quotations: &'a [Quotation]) -> Survey<'a> {
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        let mut lengths = Vec::with_capacity(quotations.len());
        let mut contents = Vec::with_capacity(quotations.len());
        let mut heads: Vec<usize> = Vec::with_capacity(quotations.len());
        for (index, quotation) in quotations.iter().enumerate() {
            let block = document.block(quotation.block);
            // What follows `=` is a markup value taken for text, not words.
            let is_value = block.text.get(..quotation.start).is_some_and(|before| before.ends_with('='));
            let length = if is_value { 0 } else { quotation.words(&block).count() };
            let content = if length < LONG {
                let content = quotation.words(&block).map(folded).collect::<Vec<_>>().join(" ");
                *counts.entry(content.clone()).or_default() += 1;
                content
            } else {
                String::new()
            };
            let before = index.checked_sub(1).and_then(|before| Some((quotations.get(before)?, *heads.get(before)?)));
            heads.push(match before {
                Some((before, head)) if listed_together(&block, before, quotation) => head,
                _ => index,
            });
            lengths.push(length);
            contents.push(content);
        }
        Survey {
            document,
            blocks,
            quotations,
            echoes: echoes(document, quotations, &lengths, LONG),
            repeats: contents.iter().map(|content| counts.get(content).copied().unwrap_or(1)).collect(),
            long: lengths.iter().filter(|&&length| length >= LONG).count(),
            doubles: quotations.iter().filter(|quotation| quotation.mark == Mark::Double).count(),
            voice: voice(document, quotations),
            heads,
            lengths,
            next_alike: OnceCell::new(),
        }
    }

    /// The share of the document's quotations that are long, in quarters.
    pub fn share_of_long(&self) -> usize {
        self.long * 4 / self.quotations.len().max(1)
    }

    /// The quotation of the text, in a document with a heading, that has the very words of this one of the heading, case and last mark
    /// aside.
    pub fn echo_of_heading(&self, index: usize) -> Option<usize> {
        let quotation = self.quotations.get(index)?;
        let headed = self.document.block(quotation.block).is_heading(self.document.len());
        if !headed || self.length(index) < 2 || self.repeats(index) < 2 {
            return None;
        }
        *self.next_alike.get_or_init(|| next_alike(self.document, self.quotations)).get(index)?
    }

    /// How many words the quotation with this index holds.
    pub fn length(&self, index: usize) -> usize {
        self.lengths.get(index).copied().unwrap_or(0)
    }

    /// How often the same words, case aside, stand in marks.
    pub fn repeats(&self, index: usize) -> usize {
        self.repeats.get(index).copied().unwrap_or(1)
    }

    /// The first quotation of the list that this one belongs to; itself where it is first, or in none.
    pub fn head(&self, index: usize) -> usize {
        self.heads.get(index).copied().unwrap_or(index)
    }

    /// Where else its words stand.
    pub fn echo(&self, index: usize) -> Echo {
        self.echoes.get(index).copied().unwrap_or_default()
    }

    /// Whether more than half of the document's quotations have double marks.
    pub fn has_mostly_double_marks(&self) -> bool {
        self.doubles * 2 > self.quotations.len()
    }

    /// Whether the words before say that something goes by this name: `known to everyone as “the Heron”`.
    pub fn is_name_by_which_known(&self, index: usize) -> bool {
        let Some(quotation) = self.quotations.get(index) else { return false };
        let block = self.document.block(quotation.block);
        let sets = &block.language.sets;
        let at = quotation.tokens.start;
        let known = (at.saturating_sub(LONGEST_KNOWN_AS)..at).rev().find(|&token| sets.known.has(block.word(token)));
        let last = at.checked_sub(1).is_some_and(|last| sets.before_known_name.has(block.word(last)));
        let short = self.length(index) <= LONGEST_NAME;
        short && last && known.is_some_and(|known| (known..at).all(|token| block.tokens[token].is_word()))
    }

    /// Whether it is no more than a stage direction of a transcript: `(APPLAUSE)`, `[laughs]`.
    pub fn is_stage_direction(&self, index: usize) -> bool {
        let Some(quotation) = self.quotations.get(index) else { return false };
        let text = self.document.block(quotation.block).text.get(quotation.start..quotation.end).unwrap_or_default();
        let inside = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '[' | ']'));
        let bracketed = [('(', ')'), ('[', ']')].into_iter().any(|(open, close)| {
            inside.strip_prefix(open).and_then(|rest| rest.find(close)) == Some(inside.len().saturating_sub(2))
        });
        bracketed && self.length(index) <= LONGEST_DIRECTION
    }
}

/// How much of what stands outside the quotations is in the first person: columnists and bloggers speak for themselves, reporters do not.
fn voice(document: &Document, quotations: &[Quotation]) -> &'static str {
    let (mut words, mut first_person, mut next) = (0_usize, 0_usize, 0);
    for block in document.blocks() {
        for (index, token) in block.tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
            let before = |quotation: &Quotation| {
                quotation.block < block.index || quotation.block == block.index && quotation.tokens.end <= index
            };
            while quotations.get(next).is_some_and(before) {
                next += 1;
            }
            let quoted = |quotation: &Quotation| quotation.block == block.index && quotation.tokens.start <= index;
            if quotations.get(next).is_some_and(quoted) {
                continue;
            }
            words += 1;
            let word = block.text.get(token.start as usize..token.end as usize).unwrap_or_default();
            first_person += usize::from(block.language.sets.author_speaks.has_any_case(word));
        }
    }
    match first_person * 1000 / words.max(1) {
        _ if first_person == 0 => "none",
        0..5 => "little",
        5..12 => "some",
        _ => "much",
    }
}
