//! What all candidates of a quotation share.

use super::counts::{LONG, limited, mentions_in, nearest_cue_before, strongest_cue, words_in};
use super::list::{Feature, Features, Row, or_none};
use super::shape::{Shape, end_mark, kind_code};
use crate::analysis::clauses::{sentence_end, sentence_start};
use crate::analysis::{Elements, MentionId, Passage};
use crate::attribution::question::Question;
use crate::language::WordClass;
use crate::speech::Quotation;

/// Writes what is known of the quotation, its surroundings and the quotations beside it.
pub(super) fn describe(question: &Question, row: &mut Features) {
    itself(question, row);
    around(question, row);
    cues(question, row);
    neighbours(question, row);
}

fn itself(question: &Question, row: &mut Features) {
    let quotation = question.quotation();
    let block = &question.passage().block;
    let inside = quotation.tokens.clone();
    let mut words = inside.clone().filter(|&token| block.tokens[token].is_word());
    row.set(Feature::QuotationLength, words.clone().count());
    let first_person = |token: usize| block.language.sets.first_person_in_quotations.has(block.word(token));
    row.set(Feature::FirstPerson, words.clone().take(LONG).any(first_person));
    row.set(Feature::QuotationCapital, words.next().is_some_and(|token| block.tokens[token].is_capital()));
    let end = inside.rev().find_map(|token| end_mark(block.word(token)));
    row.set(Feature::QuotationEnd, end.unwrap_or(0));
    row.set(Feature::Reopens, quotation.reopens);
    row.set(Feature::Closed, quotation.closed);
}

fn around(question: &Question, row: &mut Features) {
    let passage = question.passage();
    let at = question.element();
    row.set(Feature::BeforeQuotation, Shape::before(passage, at));
    row.set(Feature::BeforeBeforeQuotation, at.before().map_or(Shape::Border, |at| Shape::before(passage, at)));
    row.set(Feature::BehindQuotation, Shape::of(passage, at.next()));
    row.set(Feature::BehindBehindQuotation, Shape::of(passage, at.plus(2)));
    row.set(Feature::BeginsBlock, at.before().is_none());
    row.set(Feature::EndsBlock, at.next() >= passage.elements().end);
    row.set(Feature::WholeBlock, passage.elements().len() <= 2);
    row.set(Feature::OrdinalInBlock, passage.stretches.partition_point(|&(other, _)| other < question.stretch));
    row.set(Feature::QuotationsInBlock, passage.stretches.len());
    let first_behind = passage.mentions.get(passage.mentions_within(0..question.quotation().tokens.end).end);
    row.set(Feature::FirstBehindKind, first_behind.map_or(0, |mention| kind_code(mention.kind)));
    let preposition = at.before().is_some_and(|before| passage.known(before).is(WordClass::Preposition));
    row.set(Feature::JustBeforePreposition, preposition);
}

fn cues(question: &Question, row: &mut Features) {
    let passage = question.passage();
    let at = question.element();
    row.set(Feature::CueNearBehind, strongest_cue(passage, at.next().until(at.plus(4))));
    row.set(Feature::CueInRestOfSentence, strongest_cue(passage, at.next().until(sentence_end(passage, at))));
    row.set(Feature::CueBeforeInSentence, strongest_cue(passage, sentence_start(passage, at).until(at)));
    if let Some(cue) = nearest_cue_before(passage, at) {
        row.set(Feature::NearestCueToQuotation, or_none(words_in(passage, cue.next().until(at))));
        row.set(Feature::NearestCueLead, Shape::before(passage, cue));
    }
}

/// The quotations beside it, and where their speakers stood.
fn neighbours(question: &Question, row: &mut Features) {
    let quotation = question.quotation();
    row.set(Feature::PreviousSide, question.positions.last);
    row.set(Feature::ShareBehind, question.positions.share_behind());
    let begins_next_block =
        question.quotation_behind().is_some_and(|next| next.block == quotation.block + 1 && next.tokens.start == 0);
    row.set(Feature::NextBlockBeginsWithQuotation, begins_next_block);
    let Some(previous) = question.quotation_before() else { return };
    since(question, previous, row);
    row.set(Feature::BlocksSincePrevious, or_none(quotation.block - previous.block));
    if previous.block == quotation.block {
        let passage = question.passage();
        let between = limited(passage.element_of(previous.tokens.start).until(question.element()));
        let ends = between.filter_map(|element| passage.sentence_ends_after(element)).count();
        row.set(Feature::PreviousInSentence, or_none(ends));
    }
}

/// What the quotation before is like, and what stands between the two.
fn since(question: &Question, previous: &Quotation, row: &mut Features) {
    let quotation = question.quotation();
    let block = &question.passages[previous.block].block;
    let end = previous.tokens.clone().rev().find_map(|token| end_mark(block.word(token)));
    row.set(Feature::PreviousEnd, end.unwrap_or(0));
    row.set(Feature::PreviousClosed, previous.closed);
    row.set(Feature::PreviousLength, previous.tokens.clone().filter(|&token| block.tokens[token].is_word()).count());
    row.set(Feature::Run, question.turns.run);
    let (mut words, mut cue, mut mentions) = (0, 0, 0);
    for (passage, elements) in stretches_since(question, previous) {
        words += words_in(passage, elements.clone());
        cue = cue.max(strongest_cue(passage, elements.clone()));
        mentions += mentions_in(passage, elements);
    }
    row.set(Feature::WordsFromPrevious, or_none(words));
    row.set(Feature::CueSincePrevious, cue);
    row.set(Feature::MentionsSincePrevious, mentions);
    let stands_since = |speaker: MentionId| {
        let place = (speaker.block, speaker.mention(question.passages).tokens.start);
        place >= (previous.block, previous.tokens.end) && place < (quotation.block, quotation.tokens.start)
    };
    row.set(Feature::PreviousSpeakerSince, question.turns.last.is_some_and(stands_since));
}

/// How many blocks back what stands between two quotations is read.
const BLOCKS_SINCE: usize = 3;

/// The elements between the quotation before and the one asked about, passage by passage.
fn stretches_since<'q, 'a>(
    question: &Question<'q, 'a>,
    previous: &Quotation,
) -> impl Iterator<Item = (&'q Passage<'a>, Elements)> {
    let block = question.quotation().block;
    let (passages, at) = (question.passages, question.element());
    let first = previous.block.max(block.saturating_sub(BLOCKS_SINCE));
    let behind = passages[previous.block].element_of(previous.tokens.end.saturating_sub(1)).next();
    let before = previous.block;
    (first..=block).map(move |index| {
        let passage = &passages[index];
        let all = passage.elements();
        let start = if index == before { behind } else { all.start };
        let end = if index == block { at } else { all.end };
        (passage, start.until(end))
    })
}
