//! Forms of whole lines: transcripts, signed quotations.

use super::reach::REACH;
use crate::analysis::{MentionId, MentionKind, Passage};
use crate::language::{EntityClass, PartOfSpeech};
use crate::speech::Quotation;
use crate::text::TokenKind;

/// `REYES: “…”` at the beginning of a line, and `“REYES: …”` with the name inside the marks.
pub(super) fn named_before_colon(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    let begins_line = |token: usize| match token.checked_sub(1) {
        Some(before) => {
            let gap = passage.block.tokens[before].end as usize..passage.block.tokens[token].start as usize;
            passage.block.text[gap].contains('\n')
        }
        None => true,
    };
    let near = passage.mentions_within(at.saturating_sub(REACH)..at + 2);
    near.rev().find(|&index| {
        let mention = &passage.mentions[index];
        let end = mention.tokens.end;
        let inside = mention.phrase_start == at + 1 && passage.element_of(end) < passage.element_of(end + 1);
        let before = end + 1 == at && begins_line(mention.phrase_start);
        let owned = (mention.phrase_start..mention.tokens.start)
            .any(|token| passage.block.tokens[token].kind == TokenKind::Possessive);
        mention.kind == MentionKind::Name && word(end) == ":" && !owned && (inside || before)
    })
}

/// `“…” – Ana Reyes`, alone on its line or with no more than a description after the name.
pub(super) fn signed(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let tokens = passage.block.tokens;
    let at = quotation.tokens.end;
    let breaks = |token: usize| {
        let ends = tokens.get(token.wrapping_sub(1)).map_or(0, |before| before.end as usize);
        let begins = tokens.get(token).map_or(passage.block.text.len(), |next| next.start as usize);
        token == 0 || token >= tokens.len() || passage.block.text[ends..begins].contains('\n')
    };
    let is_dash = |token: usize| passage.block.language.sets.signature_dashes.has(passage.block.word(token));
    if !breaks(quotation.tokens.start) || at >= tokens.len() || !is_dash(at) || breaks(at + 1) {
        return None;
    }
    let line_end = (at + 1..tokens.len().min(at + REACH)).find(|&token| breaks(token)).unwrap_or(tokens.len());
    let mut near = passage.mentions_within(at + 1..at + 1 + REACH);
    let index = near.find(|&index| passage.mentions[index].phrase_start == at + 1)?;
    let mention = &passage.mentions[index];
    let rest = mention.tokens.end..line_end;
    let says_more = |token: usize| {
        passage.is_stretch(passage.element_of(token))
            || passage.words[token].cue() >= 3
            || passage.block.language.sets.no_description.has(passage.block.word(token))
    };
    let lead = |token: usize| passage.block.language.sets.description_leads.has(passage.block.word(token));
    let described = rest.is_empty() || lead(rest.start);
    (described && line_end - at <= REACH / 2 && !rest.clone().any(says_more)).then_some(index)
}

/// `“…”` alone in its block, and below it `— Ana Reyes` or `Ana Reyes, fisher` alone in another.
pub(in crate::attribution) fn signed_below(quotation: &Quotation, passages: &[Passage]) -> Option<MentionId> {
    let block = quotation.block + 1;
    let (passage, below) = (&passages[quotation.block], passages.get(block)?);
    let alone = quotation.tokens.start == 0
        && quotation.closed
        && (quotation.tokens.end..passage.block.tokens.len()).all(|token| !passage.block.tokens[token].is_word());
    let first = below.block.tokens.first()?;
    let dash = !first.is_word() && below.block.language.sets.signature_dashes.has(below.block.word(0));
    let start = usize::from(dash);
    let tokens = below.block.tokens.len();
    if !alone || tokens > REACH / 2 {
        return None;
    }
    let index = (0..below.mentions.len()).take(2).find(|&index| below.mentions[index].phrase_start == start)?;
    let mention = &below.mentions[index];
    let person = matches!(below.tags.class_of(mention), Some(EntityClass::Person));
    let told = |token: usize| {
        below.is_stretch(below.element_of(token))
            || below.words[token].cue() >= 3
            || below.tags.part_of_speech(token).is_some_and(PartOfSpeech::is_finite)
    };
    let described = mention.tokens.end == tokens || below.block.word(mention.tokens.end) == ",";
    let signs = mention.kind == MentionKind::Name && described && !(mention.tokens.end..tokens).any(told);
    (signs && (dash || person)).then_some(MentionId { block, index })
}
