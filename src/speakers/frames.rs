//! Forms that leave no doubt about the speaker, whatever else stands around: rare in what the ranker learns from, but plain to a reader.

use super::candidates::Candidate;
use crate::lexicon::WordClass;
use crate::mentions::{MentionKind, Passage};
use crate::quotes::Quotation;
use crate::text::TokenKind;

/// How many tokens of the sentence on either side of the quotation are read.
const REACH: usize = 40;

/// The mention that such a form names, in the quotation's own block.
pub(super) fn speaker(quotation: &Quotation, passage: &Passage) -> Option<Candidate> {
    let mention = named_before_colon(passage, quotation)
        .or_else(|| quoted_as_saying(passage, quotation))
        .or_else(|| says_right_behind(passage, quotation))
        .or_else(|| signed(passage, quotation))
        .or_else(|| says_right_before(passage, quotation))?;
    Some(Candidate { block: quotation.block, mention })
}

/// `REYES: “…”` at the beginning of a line, and `“REYES: …”` with the name inside the marks.
fn named_before_colon(passage: &Passage, quotation: &Quotation) -> Option<usize> {
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
        mention.kind == MentionKind::Name && word(end) == ":" && (inside || before)
    })
}

/// `“…,” the minister was quoted as saying by the agency`: the one quoted, not the agency.
fn quoted_as_saying(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let word = |token: usize| passage.block.word(token);
    let at = quotation.tokens.end;
    let end = passage.sentence_of(at).end.min(at + REACH);
    let quoted = (at..end.saturating_sub(2)).find(|&token| {
        word(token) == "quoted" && word(token + 1) == "as" && matches!(word(token + 2), "saying" | "telling")
    })?;
    let auxiliary = |&token: &usize| {
        matches!(
            word(token),
            "was" | "were" | "is" | "are" | "been" | "being" | "has" | "had" | "have" | "later" | "also"
        )
    };
    let verb = (at..quoted).rev().take_while(auxiliary).last()?;
    ends_at(passage, verb)
}

/// `“…”, inquiry says` at the end of a sentence.
fn says_right_behind(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.end;
    let end = passage.sentence_of(at).end;
    let last = (at..end).rev().find(|&token| passage.block.tokens[token].is_word())?;
    if last >= at + 8 || passage.words[last].cue() < 4 {
        return None;
    }
    let index = ends_at(passage, last)?;
    let mention = &passage.mentions[index];
    // `Hill scolded him: “…,” she said` names the speaker before.
    let start = passage.sentence_of(quotation.tokens.start).start;
    let told_before = (start..quotation.tokens.start).any(|token| passage.words[token].cue() >= 3);
    if told_before && matches!(mention.kind, MentionKind::Pronoun(_)) {
        return None;
    }
    let comma = mention.phrase_start.checked_sub(1).filter(|&before| before >= at && passage.block.word(before) == ",");
    (comma.unwrap_or(mention.phrase_start) == at).then_some(index)
}

/// `She was there when doctors told the others: “…”`: the subject of the verb that leads to the colon.
fn says_right_before(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let colon = at.checked_sub(1).filter(|&before| passage.block.word(before) == ":")?;
    let start = passage.sentence_of(colon).start.max(colon.saturating_sub(REACH / 4));
    let cue = (start..colon).rev().find(|&token| passage.words[token].cue() > 0)?;
    let spoken = passage.words[cue].cue() >= 4 || passage.words[cue].is(WordClass::Telling);
    let finite = !passage.block.word(cue).ends_with("ing") && passage.words[cue].cue() >= 3;
    let plain = |token: usize| passage.block.tokens[token].kind != TokenKind::Mark;
    (spoken && finite && (cue..colon).all(plain)).then(|| ends_at(passage, cue)).flatten()
}

/// `“…” – Ana Reyes`, alone on its line or with no more than a description behind the name.
fn signed(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let tokens = passage.block.tokens;
    let at = quotation.tokens.end;
    let breaks = |token: usize| {
        let ends = tokens.get(token.wrapping_sub(1)).map_or(0, |before| before.end as usize);
        let begins = tokens.get(token).map_or(passage.block.text.len(), |next| next.start as usize);
        token == 0 || token >= tokens.len() || passage.block.text[ends..begins].contains('\n')
    };
    let is_dash = |token: usize| matches!(passage.block.word(token), "—" | "–" | "―" | "-" | "--" | "~");
    if !breaks(quotation.tokens.start) || at >= tokens.len() || !is_dash(at) || breaks(at + 1) {
        return None;
    }
    let line_end = (at + 1..tokens.len().min(at + REACH)).find(|&token| breaks(token)).unwrap_or(tokens.len());
    let index = passage.mentions.iter().position(|mention| mention.phrase_start == at + 1)?;
    let mention = &passage.mentions[index];
    let rest = mention.tokens.end..line_end;
    let says_more = |token: usize| {
        passage.is_quotation(passage.element_of(token))
            || passage.words[token].cue() >= 3
            || matches!(passage.block.word(token), "is" | "was" | "are" | "were" | "has" | "had" | "will" | "who")
    };
    let described = rest.is_empty() || matches!(passage.block.word(rest.start), "," | "(" | "." | "-" | "–" | "—");
    (described && line_end - at <= REACH / 2 && !rest.clone().any(says_more)).then_some(index)
}

/// The longest mention that ends right before a token.
fn ends_at(passage: &Passage, token: usize) -> Option<usize> {
    let near = passage.mentions_within(token.saturating_sub(REACH)..token);
    near.filter(|&index| passage.mentions[index].tokens.end == token)
        .min_by_key(|&index| passage.mentions[index].tokens.start)
}
