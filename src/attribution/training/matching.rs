//! Which candidates an annotated speaker means.

use super::gold::GoldQuotation;
use crate::analysis::{MentionId, MentionKind, Passage};
use crate::annotations::Span;
use crate::language::WordClass;
use crate::text::TokenKind;

/// The candidates that hold the annotated speaker's head; where none does, those that share any of its words.
pub(super) fn right_candidates(passages: &[Passage], candidates: &[MentionId], speaker: Span) -> Vec<bool> {
    let share = |span: Span| {
        candidates.iter().map(|candidate| shares_a_word(passages, *candidate, span)).collect::<Vec<bool>>()
    };
    let by_head = share(head_of(passages, speaker));
    if by_head.contains(&true) { by_head } else { share(speaker) }
}

/// The candidates that mean somebody who is annotated by name: those whose words name the speaker of another quotation of the same person,
/// and those that are the name or end it.
pub(super) fn mentions_of(
    passages: &[Passage],
    candidates: &[MentionId],
    name: &str,
    gold: &[GoldQuotation],
) -> Vec<bool> {
    let speakers: Vec<Span> = gold
        .iter()
        .filter(|other| other.canonical.as_deref() == Some(name))
        .filter_map(|other| other.speaker)
        .collect();
    let last = name.split_whitespace().next_back().unwrap_or_default();
    let means = |&candidate: &MentionId| {
        let is_name = candidate.mention(passages).kind == MentionKind::Name;
        speakers.iter().any(|&speaker| shares_a_word(passages, candidate, speaker))
            || is_name && candidate.head(passages).eq_ignore_ascii_case(last)
    };
    candidates.iter().map(means).collect()
}

/// The word that says who the annotated speaker is: the last capitalised one before any comma, `of`, `who` and so on, and after any
/// possessive; else the last word there.
fn head_of(passages: &[Passage], speaker: Span) -> Span {
    let passage = &passages[speaker.block];
    let tokens = &passage.block.tokens;
    let inside = tokens.partition_point(|token| (token.start as usize) < speaker.start)
        ..tokens.partition_point(|token| token.end as usize <= speaker.end);
    let ends = |token: &usize| {
        passage.block.language.sets.ends_name_in_description.has(passage.block.word(*token))
            || passage.words[*token].is(WordClass::Preposition)
    };
    let mut part = inside.clone().take_while(|token| !ends(token)).collect::<Vec<usize>>();
    // `Fight for $15 organizing director Kendall Fells`: a name at the end is who it is.
    let is_first_name = |token: usize| {
        let word = passage.words[token];
        tokens[token].is_capital() && (word.is(WordClass::Male) || word.is(WordClass::Female))
    };
    let last = inside.end.saturating_sub(1);
    let named_at_end = inside.len() > 2 && tokens[last].is_capital() && is_first_name(last - 1);
    if named_at_end && !inside.clone().any(|token| matches!(passage.block.word(token), "," | "who")) {
        part = inside.clone().collect();
    }
    if let Some(possessive) =
        part.iter().rposition(|&token| tokens[token].kind == TokenKind::Possessive).filter(|&at| at + 1 < part.len())
    {
        part.drain(..=possessive);
    }
    let head = part.iter().rev().find(|&&token| tokens[token].is_capital()).or(part.last());
    match head {
        Some(&token) => {
            Span { block: speaker.block, start: tokens[token].start as usize, end: tokens[token].end as usize }
        }
        None => speaker,
    }
}

/// Whether candidate and annotated speaker share a word, as long as it is not merely `the` or `of`; a pronoun must be all there is.
pub(super) fn shares_a_word(passages: &[Passage], candidate: MentionId, speaker: Span) -> bool {
    let passage = &passages[candidate.block];
    let mention = candidate.mention(passages);
    let words_of_speaker =
        passage.block.text.get(speaker.start..speaker.end).map_or(0, |text| text.split_whitespace().count());
    mention.tokens.clone().any(|token| {
        let bytes = passage.block.tokens[token].range();
        let word = passage.words[token];
        let grammatical = word.is(WordClass::Function) || word.is(WordClass::Determiner);
        let content = passage.block.tokens[token].is_word() && (!grammatical || words_of_speaker == 1);
        content && overlap(Span { block: candidate.block, start: bytes.start, end: bytes.end }, speaker) > 0
    })
}

/// How many bytes two stretches share.
pub(super) fn overlap(one: Span, other: Span) -> usize {
    if one.block != other.block {
        return 0;
    }
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}
