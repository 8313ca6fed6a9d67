//! What stands between a candidate and the quotation.

use super::counts::{LONG, count_of, limited, mentions_in, strongest_cue, words_in};
use super::list::{Feature, Features, Row, or_none};
use super::view::CandidateView;
use crate::analysis::{ElementId, SentenceEnd};
use crate::attribution::positions::Position;

/// How many elements before a mention a quotation is looked for.
const QUOTATION_NEAR: usize = 60;

/// Writes what stands between a candidate and the quotation, and between it and the quotations on its other side.
pub(super) fn describe(view: &CandidateView, row: &mut Features) {
    let &CandidateView { passage, candidate, .. } = view;
    let between = view.between();
    row.set(Feature::BlocksBefore, view.question.quotation().block - candidate.block);
    row.set(Feature::Behind, view.behind);
    row.set(Feature::WordsBetween, words_in(passage, between.clone()));
    let quotations = limited(between.clone()).filter(|&element| passage.is_stretch(element)).count();
    row.set(Feature::QuotationsBetween, quotations);
    row.set(Feature::CommasBetween, count_of(passage, between.clone(), ","));
    row.set(Feature::ColonsBetween, count_of(passage, between.clone(), ":"));
    row.set(Feature::CueBetween, strongest_cue(passage, between.clone()));
    let mentions = mentions_in(passage, between);
    row.set(Feature::MentionsBetween, mentions);
    row.set(Feature::Nearest, view.same_block && mentions == 0);
    sentence_ends(view, row);
    if view.same_block {
        row.set(Feature::LinesBetween, lines(view));
    }
    other_quotations(view, row);
}

fn sentence_ends(view: &CandidateView, row: &mut Features) {
    let (from, to) = if view.behind { (view.at, view.first) } else { (view.last, view.at) };
    let ends = |end: SentenceEnd| {
        limited(from.until(to)).filter(|&element| view.passage.sentence_ends_after(element) == Some(end)).count()
    };
    row.set(Feature::SentenceEndsBetween, ends(SentenceEnd::Outside));
    row.set(Feature::QuotationEndsBetween, ends(SentenceEnd::InStretch));
}

/// Line breaks between.
fn lines(view: &CandidateView) -> usize {
    let quotation = &view.question.quotation().tokens;
    let mention = &view.mention.tokens;
    let (one, other) =
        if view.behind { (quotation.end - 1, mention.start) } else { (mention.end - 1, quotation.start) };
    let block = &view.passage.block;
    let (start, end) = (block.tokens[one.min(other)].end, block.tokens[one.max(other)].start);
    let between = block.text.get(start as usize..end as usize).unwrap_or_default();
    between.bytes().take(LONG * 10).filter(|&byte| byte == b'\n').count()
}

/// The quotations on the other side of the mention, which may be what it speaks.
fn other_quotations(view: &CandidateView, row: &mut Features) {
    let &CandidateView { passage, first, last, at, .. } = view;
    let is_quotation = |&element: &ElementId| passage.is_stretch(element);
    if view.behind {
        if let Some(next) = limited(last.next().until(passage.elements().end)).find(is_quotation) {
            row.set(Feature::WordsToNextQuotation, or_none(words_in(passage, last.next().until(next))));
            let ends = limited(last.until(next)).filter(|&element| passage.sentence_ends_after(element).is_some());
            row.set(Feature::SentenceEndsToNextQuotation, ends.count());
        }
    } else if let Some(previous) = first.minus(QUOTATION_NEAR).until(first).rev().find(is_quotation) {
        row.set(Feature::WordsSincePreviousQuotation, or_none(words_in(passage, previous.next().until(first))));
    }
    if view.same_block && !view.behind {
        // `“…,” |Hill| said. “…”`
        let phrase = passage.element_of(view.mention.phrase_start);
        let claimed = phrase.minus(3).until(phrase).any(|element| is_quotation(&element));
        let outside = |element: ElementId| passage.sentence_ends_after(element) == Some(SentenceEnd::Outside);
        let ends = limited(last.until(at)).any(outside);
        row.set(Feature::ClaimedByPrevious, u8::from(claimed) + u8::from(claimed && ends));
    }
}

/// Where a candidate stands: 1 before the quotation before, 2 within it, 3 between the two, 4 behind this one; 0 where there is none before.
fn since_previous(view: &CandidateView) -> u8 {
    let Some(previous) = view.question.quotation_before() else { return 0 };
    let place = (view.candidate.block, view.mention.tokens.start);
    match () {
        () if view.behind => 4,
        () if place >= (previous.block, previous.tokens.end) => 3,
        () if place >= (previous.block, previous.tokens.start) => 2,
        () => 1,
    }
}

/// Whether a candidate is one of those who spoke last, and stands where they stood.
pub(super) fn compare_with_speakers(view: &CandidateView, row: &mut Features) {
    let &CandidateView { question, candidate, .. } = view;
    let position = Position::of(question.passages, question.quotation(), candidate);
    row.set(Feature::OnPreviousSide, position == question.positions.last);
    row.set(Feature::TimesSpoken, question.spoken.count(question.passages, candidate));
    row.set(Feature::TimesAtCue, question.salience.at_cue(candidate));
    row.set(Feature::SincePrevious, since_previous(view));
    let head = candidate.head(question.passages);
    if let Some(before) = question.turns.before {
        let same_head = head.eq_ignore_ascii_case(before.head(question.passages));
        row.set(Feature::SpokeBefore, u8::from(same_head) + u8::from(candidate == before));
    }
    if let Some(previous) = question.turns.last {
        row.set(Feature::IsPrevious, candidate == previous);
        row.set(Feature::SameHeadAsPrevious, head.eq_ignore_ascii_case(previous.head(question.passages)));
    }
}
