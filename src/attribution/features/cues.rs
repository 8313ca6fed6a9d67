//! The cues on either side of a candidate.

use super::counts::{
    count_of, cues_behind, limited, mentions_in, nearest_cue_before, path_between, verb_behind, words_in,
};
use super::list::{Feature, Features, Row, or_none};
use super::rows::Pair;
use super::shape::{Shape, cue_class};
use crate::attribution::sources::led_by_according_to;

/// How strong *according to* is.
const ACCORDING_TO: u8 = 5;

/// Writes what is known of the cues around a candidate.
pub(super) fn describe(pair: &Pair, row: &mut Features) {
    behind(pair, row);
    before(pair, row);
    row.set(Feature::VerbShape, Shape::of(pair.passage, verb_behind(pair.passage, pair.last + 1)));
    if pair.same_block && !pair.behind {
        nearest_to_quotation(pair, row);
    }
}

/// The next two cues behind it in its sentence.
fn behind(pair: &Pair, row: &mut Features) {
    let &Pair { passage, at, last, .. } = pair;
    let mut cues = cues_behind(passage, last + 1);
    let Some(cue) = cues.next() else { return };
    row.set(Feature::CueBehindDistance, or_none(words_in(passage, last + 1..cue)));
    row.set(Feature::CueBehindLevel, passage.known(cue).cue());
    row.set(Feature::CueBehindCommas, count_of(passage, last + 1..cue, ","));
    row.set(Feature::CueBehindMentions, mentions_in(passage, last + 1..cue));
    let quotations = limited(last + 1..cue).filter(|&element| passage.is_quotation(element)).count();
    row.set(Feature::CueBehindQuotations, quotations);
    row.set(Feature::CueBehindClass, cue_class(passage, cue));
    row.set(Feature::CueBehindLead, Shape::before(passage, cue));
    row.set(Feature::CueBehindToQuotation, words_in(passage, path_between(cue, at)));
    row.set(Feature::CueBehindRivals, mentions_in(passage, path_between(cue, at)));
    row.set(Feature::CueBehindSide, side_of_cue(pair, cue));
    if let Some(second) = cues.next() {
        row.set(Feature::SecondCueLevel, passage.known(second).cue());
        row.set(Feature::SecondCueToQuotation, words_in(passage, path_between(second, at)));
        row.set(Feature::SecondCueSide, side_of_cue(pair, second));
    }
}

/// 0 in another block than the quotation, 1 before it, 2 behind it.
fn side_of_cue(pair: &Pair, cue: usize) -> u8 {
    match (pair.same_block, cue < pair.at) {
        (false, _) => 0,
        (true, true) => 1,
        (true, false) => 2,
    }
}

/// The cue right before the mention's phrase.
fn before(pair: &Pair, row: &mut Features) {
    let passage = pair.passage;
    let phrase = passage.element_of(pair.mention.phrase_start);
    let Some(before) = phrase.checked_sub(1) else { return };
    let according = led_by_according_to(passage, phrase);
    let cue = according.unwrap_or(before);
    row.set(Feature::CueBeforeLevel, if according.is_some() { ACCORDING_TO } else { passage.known(cue).cue() });
    row.set(Feature::CueBeforeContext, Shape::before(passage, cue));
    row.set(Feature::CueBeforeClass, cue_class(passage, cue));
    row.set(Feature::CueBeforeToQuotation, words_in(passage, path_between(cue, pair.at)));
}

/// The way from a mention before the quotation to the cue nearest to the quotation.
fn nearest_to_quotation(pair: &Pair, row: &mut Features) {
    let &Pair { passage, at, last, .. } = pair;
    if let Some(cue) = nearest_cue_before(passage, at).filter(|&cue| cue > last) {
        row.set(Feature::WordsToNearestCue, or_none(words_in(passage, last + 1..cue)));
        row.set(Feature::MentionsToNearestCue, or_none(mentions_in(passage, last + 1..cue)));
    }
}
