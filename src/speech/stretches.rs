//! The stretches between marks: every mark of a document, and which belong together.

use super::marks::{self, Sign};
use super::pairs::{self, Around, Pair};
use super::quotation::{Mark, Quotation};
use crate::annotations::QuoteKind;
use crate::text::{BlockText, Document};

/// Every stretch between marks, its kind not yet known.
pub(super) fn stretches(document: &Document) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut open_before = None;
    let mut signs = Vec::new();
    let mut next_signs = Vec::new();
    if document.len() > 0 {
        marks::scan(document.block(0).text, &mut next_signs);
    }
    for block in document.blocks() {
        std::mem::swap(&mut signs, &mut next_signs);
        next_signs.clear();
        let mut opens_after = None;
        if block.index + 1 < document.len() {
            let next = document.block(block.index + 1);
            marks::scan(next.text, &mut next_signs);
            opens_after = next_signs.first().and_then(|sign| pairs::opening_at(&next, sign, 0));
        }
        let left_open = open_before.is_some() || signs.iter().filter(|sign| sign.is_double()).count() % 2 == 1;
        let closed_further_on =
            if opens_after.is_none() && left_open { closed_further_on(document, block.index) } else { None };
        let around = Around { open_before, opens_after, closed_further_on };
        let mut pairs = pairs::pair(&block, &signs, around);
        // A straight mark is not taken up by a curly one: a stray mark before a paragraph of its own.
        if opens_after.is_some() && curly_takes_up_straight(block.text, &pairs, &next_signs) {
            pairs = pairs::pair(&block, &signs, Around { opens_after: None, ..around });
        }
        let mut last_end = None;
        for pair in pairs {
            // Only the first thing of a block or of a line takes up what was left open.
            let gap = block.text.get(last_end.unwrap_or(0)..pair.start).unwrap_or_default();
            let taken_up = gap.trim().is_empty() && (last_end.is_none() || gap.contains('\n'));
            let reopens = taken_up && open_before == Some(pair.mark);
            quotations.push(quotation(&block, &pair, reopens));
            last_end = Some(pair.end);
            open_before = (!pair.closed).then_some(pair.mark);
        }
        if last_end.is_none() {
            open_before = None;
        }
    }
    quotations
}

/// How many blocks without a mark a quotation may go over.
const UNMARKED: usize = 4;

/// The family of the mark that closes, in a block further on, what this one leaves open: no mark stands between.
fn closed_further_on(document: &Document, index: usize) -> Option<Mark> {
    let mut signs = Vec::new();
    for next in index + 1..document.len().min(index + 2 + UNMARKED) {
        let block = document.block(next);
        signs.clear();
        marks::scan(block.text, &mut signs);
        if let Some(first) = signs.iter().find(|sign| sign.is_double()) {
            return pairs::closing_at(&block, first);
        }
    }
    None
}

/// Whether the last quotation of a block is left open, began with a straight mark, and the next block begins with a curly one.
fn curly_takes_up_straight(text: &str, pairs: &[Pair], next_signs: &[Sign]) -> bool {
    let straight = |pair: &Pair| text.get(pair.start..).is_some_and(|rest| rest.starts_with(['"', '\'']));
    let curly = next_signs.first().is_some_and(Sign::is_left);
    pairs.last().is_some_and(|pair| !pair.closed && pair.opened && straight(pair)) && curly
}

fn quotation(block: &BlockText, pair: &Pair, reopens: bool) -> Quotation {
    let first = block.tokens.partition_point(|token| (token.start as usize) < pair.start);
    let last = block.tokens.partition_point(|token| (token.end as usize) <= pair.end);
    Quotation {
        block: block.index,
        start: pair.start,
        end: pair.end,
        tokens: first..last.max(first),
        kind: QuoteKind::Other,
        said: 0,
        closed: pair.closed,
        reopens: reopens || !pair.opened,
        mark: pair.mark,
    }
}
