//! Which words of a longer noun phrase name the speaker.
//!
//! The annotations that the ranker learns from hold whole phrases (`a spokesman for Ana Reyes`), so that any mention in one counts as right
//! there; which of them a reader would name is left to rules.

use super::question::Choice;
use crate::analysis::{ElementId, Mention, MentionId, MentionKind, NominalKind, Passage, Pronoun, clauses};
use crate::language::WordClass;
use crate::text::TokenKind;

/// Puts for each speaker the mention of its phrase that names it.
pub(super) fn name_speakers(choices: &mut [Option<Choice>], passages: &[Passage]) {
    for choice in choices.iter_mut().flatten() {
        choice.speaker = speaker_in(choice.speaker, passages);
    }
}

/// The mention that names the speaker in the phrase that the chosen one is part of.
pub(crate) fn speaker_in(chosen: MentionId, passages: &[Passage]) -> MentionId {
    let passage = &passages[chosen.block];
    let head = head_of(passage, chosen.index).unwrap_or(chosen.index);
    let mention = name_behind(passage, head)
        .or_else(|| author_of(passage, head))
        .or_else(|| issuer_of(passage, head))
        .or_else(|| name_described(passage, head))
        .or_else(|| name_before(passage, head))
        .unwrap_or(head);
    MentionId { index: mention, ..chosen }
}

/// `a spokesman` in `a spokesman for |Ana Reyes|`.
fn head_of(passage: &Passage, chosen: usize) -> Option<usize> {
    let preposition = passage.mentions[chosen].phrase_start.checked_sub(1)?;
    let sets = &passage.block.language.sets;
    if !sets.joins_complement.has(passage.block.word(preposition)) {
        return None;
    }
    let is_head = |mention: &Mention| {
        let person = mention.kind == MentionKind::Nominal(NominalKind::Person);
        let counts = sets.counting_nouns.has_any_case(passage.block.word(mention.head));
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

/// `the family` in `the family issued an update last week, |which| reads`.
fn issuer_of(passage: &Passage, chosen: usize) -> Option<usize> {
    let which = passage.element_of(passage.mentions[chosen].head);
    let relative = passage.mentions[chosen].kind == MentionKind::Pronoun(Pronoun::Who) && passage.word(which) != "who";
    let verb = clauses::finite_before(passage, clauses::sentence_start(passage, which), which).filter(|_| relative)?;
    let sets = &passage.block.language.sets;
    let document = |element: ElementId| {
        let word = passage.word(element);
        passage.known(element).is(WordClass::DocumentNoun) || sets.writings.has(word) || sets.notices.has(word)
    };
    let issues = sets.issues_a_document.has(passage.word(verb)) && verb.next().until(which).any(document);
    issues.then(|| clauses::subject_of(passage, verb)).flatten()
}

/// `Lena Marsh` in `|radio host| Lena Marsh said`.
fn name_described(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    let next = passage.mentions.get(chosen + 1)?;
    let joined = next.tokens.start == description.tokens.end && next.phrase_start <= description.phrase_start;
    (next.kind == MentionKind::Name && matches!(description.kind, MentionKind::Nominal(_)) && joined)
        .then_some(chosen + 1)
}

/// `Lena Marsh` in `Lena Marsh, |a nurse| said` and `Lena Marsh, 34, |a nurse|, said`.
fn name_before(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    let word = |token: usize| passage.block.word(token);
    let indefinite = passage.block.language.sets.indefinite.has_any_case(word(description.phrase_start));
    let is_comma = |token: &usize| word(*token) == ",";
    let comma = description.phrase_start.checked_sub(1).filter(is_comma)?;
    let age = comma
        .checked_sub(2)
        .filter(|token| is_comma(token) && passage.block.tokens[comma - 1].kind == TokenKind::Number);
    let is_name = |&index: &usize| {
        let name = &passage.mentions[index];
        let preposition = name.phrase_start.checked_sub(1).is_some_and(|before| {
            passage.words[before].is(WordClass::Preposition) || passage.is_stretch(passage.element_of(before))
        });
        name.kind == MentionKind::Name && !preposition
    };
    let person = description.kind == MentionKind::Nominal(NominalKind::Person)
        && !passage.words[description.head].is(WordClass::Plural);
    let name = passage.mention_up_to(age.unwrap_or(comma)).filter(is_name);
    name.filter(|_| person && indefinite && description.phrase_start < description.tokens.end)
}

/// `Lena Marsh` in `|a nurse|, Lena Marsh, said`.
fn name_behind(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    (chosen + 1..passage.mentions.len()).take(4).find(|&next| passage.introduces(description, &passage.mentions[next]))
}
