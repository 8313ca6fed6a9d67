//! The words that attribute: `said`, `according to`, `was quoted as saying`.

use super::relay;
use crate::analysis::{Mention, Passage, clauses, led_by_according_to};
use std::ops::Range;

/// The cue that goes with a mention, or else with the description that introduces it: `said the mayor, |Ana Reyes|`.
pub(crate) fn of_mention(passage: &Passage, mention: &Mention) -> Option<Range<usize>> {
    let description = || {
        let next = passage.mentions.partition_point(|other| other.tokens.start < mention.tokens.start);
        let before = passage.mentions[..next].iter().rev().take(4);
        before.into_iter().find(|description| passage.introduces(description, mention))
    };
    beside(passage, mention).or_else(|| beside(passage, description()?))
}

/// The cue right before a mention (`said Reyes`, `according to Reyes`) or soon after it (`Reyes, who …, said`).
fn beside(passage: &Passage, mention: &Mention) -> Option<Range<usize>> {
    let start = mention.phrase_start;
    let word = |token: usize| passage.block.word(token);
    if led_by_according_to(passage, passage.element_of(start)).is_some() {
        return Some(start.saturating_sub(2)..start);
    }
    if start >= 1 && (passage.words[start - 1].cue() >= 3 || relay::hands_on(passage, start - 1)) {
        return Some(start - 1..start);
    }
    // `Reyes: “…”` and `“…” – Reyes` need no verb.
    let colon = passage.block.tokens.get(mention.tokens.end).is_some_and(|_| word(mention.tokens.end) == ":");
    let before = start.checked_sub(1).filter(|&token| !passage.is_stretch(passage.element_of(token)));
    if colon || before.is_some_and(|token| word(token) == ":") {
        return None;
    }
    let sentence = passage.sentence_of(mention.head);
    let outside = |token: &usize| !passage.is_stretch(passage.element_of(*token));
    let behind = (mention.tokens.end..sentence.end).take(25).filter(outside);
    // The clause of `who` has verbs of its own: `An official, who asked not to be named, |said`.
    let relative = word_at(passage, mention.tokens.end) == "," && word_at(passage, mention.tokens.end + 1) == "who";
    let over = |&token: &usize| passage.words[token].cue() >= 3 && word_at(passage, token - 1) == ",";
    let is_verb = |token: usize| clauses::is_cue_verb(passage, passage.element_of(token));
    let cue = behind
        .clone()
        .find(|token| relative && over(token))
        // `Hale, in remarks to the radio, |said`
        .or_else(|| behind.clone().find(|&token| passage.words[token].cue() >= 3 && is_verb(token)))
        .or_else(|| behind.clone().find(|&token| passage.words[token].cue() >= 3))
        .or_else(|| behind.clone().find(|&token| passage.words[token].cue() >= 2));
    // `Calling it “a gift”, he …`
    let participle = || {
        let first = sentence.start;
        let calls = passage.words.get(first).is_some_and(|known| known.cue() >= 2) && word(first).ends_with("ing");
        calls.then_some(first).filter(|&first| first < start && outside(&first))
    };
    // `reads an email`
    let inverted = || start.checked_sub(1).filter(|&token| passage.words[token].cue() >= 2 && outside(&token));
    let cue = cue.or_else(inverted).or_else(participle)?;
    Some(whole_cue(passage, sentence.start, cue))
}

/// `saying` belongs to `quoted as saying`; in `quoted the minister as saying` the cue is `quoted`.
fn whole_cue(passage: &Passage, start: usize, cue: usize) -> Range<usize> {
    let word = |token: usize| passage.block.word(token);
    if cue < start + 2 || word(cue) != "saying" || word(cue - 1) != "as" {
        return cue..cue + 1;
    }
    let quotes = |&token: &usize| relay::hands_on(passage, token);
    match (start..cue - 1).rev().take(12).find(quotes) {
        Some(quoted) if quoted + 2 == cue => quoted..cue + 1,
        Some(quoted) => quoted..quoted + 1,
        None => cue..cue + 1,
    }
}

/// The word of a token; nothing past the block's last.
fn word_at<'a>(passage: &Passage<'a>, token: usize) -> &'a str {
    if token < passage.block.tokens.len() { passage.block.word(token) } else { "" }
}
