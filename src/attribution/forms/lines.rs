//! Forms of whole lines: transcripts, signed quotations.

use super::reach::REACH;
use crate::analysis::{MentionKind, Passage};
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
