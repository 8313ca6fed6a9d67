//! Quotations without an attribution of their own: they go on with the one before, answer it, or are repeated further on.

use super::question::{Basis, Choice, Question};
use super::spoken::words;
use crate::analysis::{MentionId, Passage};
use crate::annotations::QuoteKind;
use crate::language::{EntityClass, WordClass};
use crate::speech::Quotation;
use std::ops::Range;

/// How many sentences may end between two quotations of a paragraph: `“…,” she said. “…”`
const SENTENCES: usize = 2;

/// How many bytes a line has at most that stands in the middle of a quotation and is no part of the text.
const INSERTION: usize = 60;

/// How many such lines may follow each other.
const INSERTIONS: usize = 2;

/// How many words a paragraph of one quotation has at least; shorter ones may be headings.
const WORDY: usize = 6;

/// The speaker of the quotation before, where this one merely goes on with it: as the next sentence of the paragraph, or as the whole of the
/// next paragraph.
pub(super) fn goes_on(question: &Question) -> Option<Choice> {
    let (quotation, before) = (question.quotation(), question.stretch_before()?);
    let answer = question.answer_before?;
    let same_paragraph = before.block == quotation.block;
    let goes_on = if same_paragraph {
        in_paragraph(question, before)
    } else {
        before.block + 1 == quotation.block && in_next_paragraph(question, before) || behind_insertion(question, before)
    };
    let around = || said_around(question, before).filter(|_| same_paragraph);
    goes_on.then(|| Choice { speaker: around().unwrap_or(answer.speaker), basis: Basis::List, ..answer })
}

/// `“…,” she said. “…”`: nothing else stands in its sentences.
fn in_paragraph(question: &Question, before: &Quotation) -> bool {
    let (quotation, passage) = (question.quotation(), question.passage());
    // Two that touch may be a question and its answer.
    let between = before.tokens.end..quotation.tokens.start;
    let touches = is_own_sentence(passage, before) && is_silent(passage, between);
    let near = passage.sentences_between(before.tokens.end - 1, quotation.tokens.start) <= SENTENCES;
    !touches && near && is_own_sentence(passage, quotation) && said_behind(question).is_none()
}

/// Hill in `“…,” Hill said of Reyes's charge of “greed”. |“…”|`: another's fragment within what somebody says ends nothing.
fn said_around(question: &Question, before: &Quotation) -> Option<MentionId> {
    let fragment = before.kind == QuoteKind::Partial && question.answer_before?.basis == Basis::Form;
    question.turns.before.filter(|other| fragment && other.block == before.block)
}

/// `“…,” she said. ¶ “…”`: nothing else stands in its paragraph.
fn in_next_paragraph(question: &Question, before: &Quotation) -> bool {
    let quotation = question.quotation();
    let below_heading = question.passages[before.block].block.is_heading(question.passages.len());
    // `“…?” ¶ “…”` may be a question and its answer.
    let asked =
        before.is_whole(&question.passages[before.block].block) && asks(&question.passages[before.block], before);
    quotation.mark == before.mark && is_paragraph(question) && !below_heading && !asked
}

/// `“… ¶ Most read ¶ “…”`: what was left open goes on behind a line that is no part of the text.
fn behind_insertion(question: &Question, before: &Quotation) -> bool {
    let quotation = question.quotation();
    let between = before.block + 1..quotation.block;
    let inserted = |passage: &Passage| {
        let line = passage.block.text.trim_end();
        line.len() <= INSERTION && line.ends_with(char::is_alphanumeric)
    };
    let left_open = !before.closed && before.is_said() && before.mark == quotation.mark;
    left_open
        && (1..=INSERTIONS).contains(&between.len())
        && question.passages[between].iter().all(inserted)
        && is_paragraph(question)
}

/// Whether a quotation is a whole paragraph that is no heading.
pub(super) fn is_paragraph(question: &Question) -> bool {
    let (quotation, passage) = (question.quotation(), question.passage());
    let block = &passage.block;
    let alone =
        is_silent(passage, 0..quotation.tokens.start) && is_silent(passage, quotation.tokens.end..block.tokens.len());
    alone && quotation.words(block).count() >= WORDY && !block.is_heading(question.passages.len())
}

/// Whether a quotation stands in sentences that hold nothing else.
fn is_own_sentence(passage: &Passage, quotation: &Quotation) -> bool {
    let start = passage.sentence_of(quotation.tokens.start).start;
    let end = passage.sentence_of(quotation.tokens.end - 1).end;
    is_silent(passage, start..quotation.tokens.start) && is_silent(passage, quotation.tokens.end..end)
}

/// Whether a quotation ends with a question mark.
fn asks(passage: &Passage, quotation: &Quotation) -> bool {
    last_mark(passage, quotation) == Some('?')
}

/// Whether a quotation ends as no sentence does that goes on with `Reyes said`, unless it asks or cries.
fn cries(passage: &Passage, quotation: &Quotation) -> bool {
    matches!(last_mark(passage, quotation), Some('?' | '!'))
}

/// The mark that ends the last sentence of a quotation.
fn last_mark(passage: &Passage, quotation: &Quotation) -> Option<char> {
    let text = passage.block.text.get(quotation.start..quotation.end).unwrap_or_default();
    text.chars().rev().find(|&c| c.is_alphanumeric() || matches!(c, '.' | '!' | '?'))
}

/// Whether there is no word among these tokens.
fn is_silent(passage: &Passage, tokens: Range<usize>) -> bool {
    !tokens.into_iter().any(|token| passage.block.tokens[token].is_word())
}

/// Whether a quotation is sentences of its own, more than a cry: whoever is quoted so is told somewhere.
pub(super) fn stands_alone(question: &Question) -> bool {
    let (quotation, passage) = (question.quotation(), question.passage());
    is_paragraph(question)
        || quotation.kind == QuoteKind::Direct
            && quotation.words(&passage.block).count() >= WORDY
            && is_own_sentence(passage, quotation)
            && !passage.block.is_heading(question.passages.len())
}

/// `“Never?” I asked.` and `“Never!” Reyes shouted from the pier.`: whoever does what the sentence behind a question or a cry tells, where it
/// tells no more than how.
pub(super) fn said_behind(question: &Question) -> Option<MentionId> {
    let (quotation, passage) = (question.quotation(), question.passage());
    let end = quotation.tokens.end;
    if passage.sentence_of(quotation.tokens.end - 1).end != end || end >= passage.block.tokens.len() {
        return None;
    }
    let index = passage.mention_from(end)?;
    let verb = passage.mentions[index].tokens.end;
    let says = passage.words.get(verb).is_some_and(|word| word.cue() >= 3);
    let ends = passage.sentence_of(end).end <= verb + 2;
    let how = || {
        let behind = verb + 1;
        let led = passage.words.get(behind).is_some_and(|word| word.is(WordClass::Preposition));
        led && passage.block.word(behind) != "to"
            && cries(passage, quotation)
            && is_silent(passage, passage.sentence_of(quotation.tokens.start).start..quotation.tokens.start)
    };
    (says && (ends || how())).then_some(MentionId { block: quotation.block, index })
}

/// `“Sure?” “Yes.”`: of two quotations that touch, one of them a question, neither goes on with the other.
pub(super) fn takes_turn(question: &Question) -> Option<Choice> {
    let (quotation, passage, answer) = (question.quotation(), question.passage(), question.answer_before?);
    let speaker = question.turns.before?;
    let touches = |one: &Quotation, other: &Quotation| {
        one.block == other.block
            && is_silent(passage, one.tokens.end..other.tokens.start)
            && is_own_sentence(passage, one)
            && is_own_sentence(passage, other)
            && asks(passage, one)
    };
    let before = question.stretch_before().is_some_and(|before| touches(before, quotation));
    let behind = question.quotation_behind().is_some_and(|behind| touches(quotation, behind));
    (before || behind).then_some(Choice { speaker, basis: Basis::List, ..answer })
}

/// How many headings of an article are looked at.
const HEADINGS: usize = 40;

/// A paragraph of no more bytes may be a heading between sections.
const SHORT: usize = 100;

/// How many words a heading must quote to be found again.
const TELLING: usize = 3;

/// Gives what a heading quotes the speaker who says the same words further on, unless the heading names a person or an organisation.
pub(super) fn share_with_headings(quotations: &[Quotation], passages: &[Passage], choices: &mut [Option<Choice>]) {
    let heads = |quotation: &Quotation| {
        let block = &passages[quotation.block].block;
        block.is_heading(passages.len()) || quotation.is_whole(block) && block.text.len() <= SHORT
    };
    let mut looked_at = 0;
    for (index, quotation) in quotations.iter().enumerate() {
        if !quotation.is_said() || !heads(quotation) || looked_at >= HEADINGS {
            continue;
        }
        let named = choices[index].is_some_and(|choice| {
            let class = choice.speaker.passage(passages).tags.class_of(choice.speaker.mention(passages));
            choice.speaker.block == quotation.block
                && matches!(class, Some(EntityClass::Person | EntityClass::Organisation))
        });
        let sought: Vec<u64> = words(&passages[quotation.block], quotation).collect();
        if named || sought.len() < TELLING {
            continue;
        }
        looked_at += 1;
        let repeats = |other: &Quotation| {
            let said: Vec<u64> = words(&passages[other.block], other).collect();
            other.is_said() && said.windows(sought.len()).any(|run| run == sought)
        };
        let found = (index + 1..quotations.len()).find(|&other| repeats(&quotations[other]));
        if let Some(choice) = found.and_then(|found| choices[found]) {
            choices[index] = Some(choice);
        }
    }
}
