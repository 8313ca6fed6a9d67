//! The words that attribute: `said`, `according to`, `was quoted as saying`.

use crate::mentions::Mention;
use crate::mentions::Passage;
use std::ops::Range;

/// The cue that goes with a mention: right before it (`said Reyes`, `according to Reyes`) or soon behind it (`Reyes, who …, said`).
pub(crate) fn of_mention(passage: &Passage, mention: &Mention) -> Option<Range<usize>> {
    let start = mention.phrase_start;
    let word = |token: usize| passage.block.word(token);
    if start >= 2 && word(start - 1) == "to" && word(start - 2).eq_ignore_ascii_case("according") {
        return Some(start - 2..start);
    }
    if start >= 1 && passage.words[start - 1].cue() >= 3 {
        return Some(start - 1..start);
    }
    let sentence = passage.block.sentences.iter().find(|sentence| sentence.contains(&mention.head))?;
    let outside = |token: &usize| !passage.is_quotation(passage.element_of(*token));
    let behind = (mention.tokens.end..sentence.end).take(25).filter(outside);
    let cue = behind
        .clone()
        .find(|&token| passage.words[token].cue() >= 3)
        .or_else(|| behind.clone().find(|&token| passage.words[token].cue() >= 2))?;
    // The whole of `quoted as saying` and `quoted the minister as saying`'s verb.
    if word(cue).eq_ignore_ascii_case("quoted")
        && cue + 2 < sentence.end
        && word(cue + 1) == "as"
        && word(cue + 2) == "saying"
    {
        return Some(cue..cue + 3);
    }
    Some(cue..cue + 1)
}
