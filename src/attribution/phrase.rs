//! Which words of a longer noun phrase name the speaker.
//!
//! The annotations that the ranker learns from hold whole phrases (`a spokesman for Ana Reyes`), so that any mention in one counts as right
//! there; which of them a reader would name is left to rules.

use super::candidates::Candidate;
use crate::analysis::{Mention, MentionKind, NominalKind, Passage};

/// Nouns that count or collect what `of` brings: `one of the divers`.
const COUNTING: &[&str] = &[
    "one",
    "some",
    "many",
    "several",
    "few",
    "both",
    "others",
    "most",
    "all",
    "none",
    "any",
    "each",
    "half",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "millions",
    "majority",
    "number",
    "couple",
    "pair",
    "two",
    "three",
    "four",
];

/// The mention that names the speaker in the phrase that the chosen one is part of.
pub(super) fn speaker_in(chosen: Candidate, passages: &[Passage]) -> Candidate {
    let passage = &passages[chosen.block];
    let head = head_of(passage, chosen.mention).unwrap_or(chosen.mention);
    let mention = name_behind(passage, head)
        .or_else(|| author_of(passage, head))
        .or_else(|| name_described(passage, head))
        .unwrap_or(head);
    Candidate { mention, ..chosen }
}

/// `a spokesman` in `a spokesman for |Ana Reyes|`.
fn head_of(passage: &Passage, chosen: usize) -> Option<usize> {
    let preposition = passage.mentions[chosen].phrase_start.checked_sub(1)?;
    if !matches!(passage.block.word(preposition), "for" | "of" | "at" | "from" | "with") {
        return None;
    }
    let is_head = |mention: &Mention| {
        let person = mention.kind == MentionKind::Nominal(NominalKind::Person);
        let counts = COUNTING.contains(&passage.block.word(mention.head).to_lowercase().as_str());
        mention.tokens.end == preposition && (person && !counts || mention.kind == MentionKind::Name)
    };
    (0..chosen).rev().take(3).find(|&index| is_head(&passage.mentions[index]))
}

/// `Lena Marsh` in `|a post| by Lena Marsh`.
fn author_of(passage: &Passage, chosen: usize) -> Option<usize> {
    let text = &passage.mentions[chosen];
    passage.block.tokens.get(text.tokens.end)?;
    let by = text.kind == MentionKind::Nominal(NominalKind::Document) && passage.block.word(text.tokens.end) == "by";
    let is_author = |&next: &usize| passage.mentions[next].phrase_start == text.tokens.end + 1;
    by.then(|| (chosen + 1..passage.mentions.len()).take(3).find(is_author)).flatten()
}

/// `Lena Marsh` in `|radio host| Lena Marsh said`.
fn name_described(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    let next = passage.mentions.get(chosen + 1)?;
    let joined = next.tokens.start == description.tokens.end && next.phrase_start <= description.phrase_start;
    (next.kind == MentionKind::Name && matches!(description.kind, MentionKind::Nominal(_)) && joined)
        .then_some(chosen + 1)
}

/// `Lena Marsh` in `|a nurse|, Lena Marsh, said`.
fn name_behind(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    (chosen + 1..passage.mentions.len()).take(4).find(|&next| passage.introduces(description, &passage.mentions[next]))
}
