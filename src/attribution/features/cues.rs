//! The cues on either side of a candidate.

use super::counts::{
    count_of, cues_behind, limited, mentions_in, nearest_cue_before, path_between, verb_behind, words_in,
};
use super::list::{Feature, Features, Row, or_none};
use super::shape::{Shape, cue_class};
use super::view::CandidateView;
use crate::analysis::{ElementId, led_by_according_to};

/// How strong *according to* is.
const ACCORDING_TO: u8 = 5;

/// Writes what is known of the cues around a candidate.
pub(super) fn describe(view: &CandidateView, row: &mut Features) {
    behind(view, row);
    before(view, row);
    row.set(Feature::VerbShape, Shape::of(view.passage, verb_behind(view.passage, view.last.next())));
    if view.same_block && !view.behind {
        nearest_to_quotation(view, row);
    }
}

/// The next two cues after it in its sentence.
fn behind(view: &CandidateView, row: &mut Features) {
    let &CandidateView { passage, at, last, .. } = view;
    let mut cues = cues_behind(passage, last.next());
    let Some(cue) = cues.next() else { return };
    row.set(Feature::CueBehindDistance, or_none(words_in(passage, last.next().until(cue))));
    row.set(Feature::CueBehindLevel, passage.known(cue).cue());
    row.set(Feature::CueBehindCommas, count_of(passage, last.next().until(cue), ","));
    row.set(Feature::CueBehindMentions, mentions_in(passage, last.next().until(cue)));
    let quotations = limited(last.next().until(cue)).filter(|&element| passage.is_stretch(element)).count();
    row.set(Feature::CueBehindQuotations, quotations);
    row.set(Feature::CueBehindClass, cue_class(passage, cue));
    row.set(Feature::CueBehindLead, Shape::before(passage, cue));
    row.set(Feature::CueBehindToQuotation, words_in(passage, path_between(cue, at)));
    row.set(Feature::CueBehindRivals, mentions_in(passage, path_between(cue, at)));
    row.set(Feature::CueBehindSide, side_of_cue(view, cue));
    if let Some(second) = cues.next() {
        row.set(Feature::SecondCueLevel, passage.known(second).cue());
        row.set(Feature::SecondCueToQuotation, words_in(passage, path_between(second, at)));
        row.set(Feature::SecondCueSide, side_of_cue(view, second));
    }
}

/// 0 in another block than the quotation, 1 before it, 2 after it.
fn side_of_cue(view: &CandidateView, cue: ElementId) -> u8 {
    match (view.same_block, cue < view.at) {
        (false, _) => 0,
        (true, true) => 1,
        (true, false) => 2,
    }
}

/// The cue right before the mention's phrase.
fn before(view: &CandidateView, row: &mut Features) {
    let passage = view.passage;
    let phrase = passage.element_of(view.mention.phrase_start);
    let Some(before) = phrase.before() else { return };
    let according = led_by_according_to(passage, phrase);
    let cue = according.unwrap_or(before);
    row.set(Feature::CueBeforeLevel, if according.is_some() { ACCORDING_TO } else { passage.known(cue).cue() });
    row.set(Feature::CueBeforeContext, Shape::before(passage, cue));
    row.set(Feature::CueBeforeClass, cue_class(passage, cue));
    row.set(Feature::CueBeforeToQuotation, words_in(passage, path_between(cue, view.at)));
}

/// The way from a mention before the quotation to the cue nearest to the quotation.
fn nearest_to_quotation(view: &CandidateView, row: &mut Features) {
    let &CandidateView { passage, at, last, .. } = view;
    if let Some(cue) = nearest_cue_before(passage, at).filter(|&cue| cue > last) {
        row.set(Feature::WordsToNearestCue, or_none(words_in(passage, last.next().until(cue))));
        row.set(Feature::MentionsToNearestCue, or_none(mentions_in(passage, last.next().until(cue))));
    }
}
