//! What a candidate is, and what stands beside it.

use super::counts::{LONG, mentions_in, words_in};
use super::list::{Feature, Features, Row};
use super::shape::{Shape, kind_code};
use super::view::CandidateView;
use crate::analysis::clauses::sentence_start;
use crate::analysis::{LONGEST_PHRASE, Mention, MentionKind};
use crate::language::WordClass;
use crate::text::TokenKind;

/// Writes what a candidate is, what stands beside it, and where in its sentence it stands.
pub(super) fn describe(view: &CandidateView, row: &mut Features) {
    itself(view, row);
    beside(view, row);
    in_sentence(view, row);
    let head = view.candidate.head(view.question.passages);
    let quotation = view.question.quotation();
    let own = &view.question.passage().block;
    let named = view.mention.kind == MentionKind::Name
        && quotation.tokens.clone().take(LONG).any(|token| own.word(token) == head);
    row.set(Feature::NamedInQuotation, named);
    row.set(Feature::Salience, usize::from(view.question.salience.count(view.candidate)));
}

fn itself(view: &CandidateView, row: &mut Features) {
    let &CandidateView { passage, mention, .. } = view;
    let head = passage.words[mention.head];
    let any = |class: WordClass| mention.tokens.clone().any(|token| passage.words[token].is(class));
    row.set(Feature::Kind, kind_code(mention.kind));
    if let MentionKind::Pronoun(pronoun) = mention.kind {
        row.set(Feature::PronounKind, 1 + pronoun as u8);
    }
    row.set(Feature::Length, mention.tokens.len());
    row.set(Feature::FirstName, any(WordClass::Male) || any(WordClass::Female));
    row.set(Feature::Place, u8::from(any(WordClass::Place)) + 2 * u8::from(any(WordClass::Demonym)));
    row.set(Feature::CommonHead, u8::from(head.is(WordClass::Common)) + 2 * u8::from(head.is_noun()));
    let word = passage.block.word(mention.head);
    row.set(Feature::Acronym, word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.'));
    let titles = mention.tokens.start.saturating_sub(2)..mention.tokens.start;
    row.set(Feature::Titled, titles.into_iter().any(|token| passage.words[token].is(WordClass::Title)));
}

fn beside(view: &CandidateView, row: &mut Features) {
    let &CandidateView { passage, mention, last, .. } = view;
    row.set(Feature::WordBefore, Shape::before(passage, passage.element_of(mention.phrase_start)));
    row.set(Feature::WordBehind, Shape::of(passage, last.next()));
    row.set(Feature::RelativeBehind, last.next().until(last.plus(3)).any(|element| passage.word(element) == "who"));
    let behind = passage.block.tokens.get(mention.tokens.end);
    row.set(Feature::PossessiveBehind, behind.is_some_and(|next| next.kind == TokenKind::Possessive));
    let nested = |other: &Mention| {
        other != mention && other.tokens.start <= mention.tokens.start && mention.tokens.end <= other.tokens.end
    };
    let near = passage.mentions_within(mention.tokens.start.saturating_sub(LONGEST_PHRASE)..mention.tokens.start + 1);
    row.set(Feature::Nested, passage.mentions[near].iter().any(nested));
}

fn in_sentence(view: &CandidateView, row: &mut Features) {
    let &CandidateView { passage, mention, first, .. } = view;
    let start = sentence_start(passage, first);
    row.set(Feature::BeginsSentence, passage.element_of(mention.phrase_start) <= start);
    row.set(Feature::WordsFromSentenceStart, words_in(passage, start.until(first)));
    row.set(Feature::MentionsBeforeInSentence, mentions_in(passage, start.until(first)));
    row.set(Feature::FirstOfSentence, passage.begins_sentence(mention));
}
