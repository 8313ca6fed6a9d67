//! Which words of a longer noun phrase name the speaker.
//!
//! The annotations that the ranker learns from hold whole phrases (`a spokesman for Ana Reyes`), so that any mention in one counts as right
//! there; which of them a reader would name is left to rules.

use super::question::Choice;
use crate::analysis::{ElementId, Mention, MentionId, MentionKind, NominalKind, Passage, Pronoun, clauses};
use crate::language::{EntityClass, PartOfSpeech, WordClass};
use crate::text::TokenKind;

/// Puts for each speaker the mention of its phrase that names it, for a relative pronoun what its clause hangs on.
pub(super) fn name_speakers(choices: &mut [Option<Choice>], passages: &[Passage]) {
    for choice in choices.iter_mut().flatten() {
        let MentionId { block, index } = choice.speaker;
        let passage = &passages[block];
        let noun = issuer_of(passage, index).or_else(|| antecedent_of(passage, index)).unwrap_or(index);
        choice.speaker = speaker_in(MentionId { block, index: noun }, passages);
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
        .or_else(|| name_behind_acronym(passage, head))
        .or_else(|| name_of_officer(passage, head))
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

/// `Lena Marsh` in `Lena Marsh, |who| runs the port and says`: what a relative clause hangs on.
fn antecedent_of(passage: &Passage, chosen: usize) -> Option<usize> {
    let relative = &passage.mentions[chosen];
    let before = relative.tokens.start.checked_sub(1)?;
    if relative.kind != MentionKind::Pronoun(Pronoun::Who) || passage.block.word(relative.head) != "who" {
        return None;
    }
    let noun = if passage.block.word(before) == "," { before } else { before + 1 };
    passage.mention_up_to(noun).or_else(|| {
        // `a keeper of the light who advises the port`
        let complement = |&index: &usize| {
            let end = passage.mentions[index].tokens.end;
            let plain = |token: usize| passage.block.tokens[token].is_word() && passage.words[token].cue() == 0;
            passage.sets().joins_complement.has(passage.block.word(end)) && (end..noun).all(plain)
        };
        let near = passage.mentions_within(noun.saturating_sub(LONGEST_OFFICE)..noun);
        near.rev().find(|index| passage.mentions[*index].tokens.end < noun && complement(index))
    })
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

/// `Lena Marsh` in `|radio host| Lena Marsh said` and `|Vesey author| Lena Marsh said`.
fn name_described(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    let next = passage.mentions.get(chosen + 1)?;
    let joined = next.tokens.start == description.tokens.end && next.phrase_start <= description.head;
    (next.kind == MentionKind::Name && matches!(description.kind, MentionKind::Nominal(_)) && joined)
        .then_some(chosen + 1)
}

/// `Lena Marsh` in `Lena Marsh, |a nurse| said` and `Lena Marsh, a nurse and |writer|, said`.
fn name_before(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    let joined = || {
        let bare = !passage.words[description.phrase_start].is(WordClass::Determiner);
        let and =
            description.phrase_start.checked_sub(1).filter(|&token| bare && passage.block.word(token) == "and")?;
        name_before_comma(passage, passage.mention_up_to(and)?)
    };
    name_before_comma(passage, chosen).or_else(joined)
}

/// `Lena Marsh` in `Lena Marsh, |a nurse| said` and `Lena Marsh, 34, |a nurse|, said`.
fn name_before_comma(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    let word = |token: usize| passage.block.word(token);
    let indefinite = passage.block.language.sets.indefinite.has_any_case(word(description.phrase_start));
    // `Lena Marsh, director of the port, said`
    let bare = passage.block.tokens[description.phrase_start].kind == TokenKind::Lower
        && !passage.words[description.phrase_start].is(WordClass::Determiner)
        && passage.block.tokens.get(description.tokens.end).is_some()
        && passage.sets().joins_complement.has(word(description.tokens.end));
    let is_comma = |token: &usize| word(*token) == ",";
    let comma = description.phrase_start.checked_sub(1).filter(is_comma)?;
    let age = comma
        .checked_sub(2)
        .filter(|token| is_comma(token) && passage.block.tokens[comma - 1].kind == TokenKind::Number);
    let is_name = |&index: &usize| {
        let name = &passage.mentions[index];
        let is_person = passage.tags.class_of(name) == Some(EntityClass::Person);
        let led = name.phrase_start.checked_sub(1).is_some_and(|before| {
            let preposition = passage.words[before].is(WordClass::Preposition);
            preposition && !is_person || passage.is_stretch(passage.element_of(before))
        });
        name.kind == MentionKind::Name && !led && (is_person || !bare)
    };
    let person = description.kind == MentionKind::Nominal(NominalKind::Person)
        && !passage.words[description.head].is(WordClass::Plural);
    let name = passage.mention_up_to(age.unwrap_or(comma)).filter(is_name);
    name.filter(|_| person && (indefinite || bare))
}

/// `Lena Marsh` in `|Harbour Workers Party| (HWP) Legislator Lena Marsh`.
fn name_behind_acronym(passage: &Passage, chosen: usize) -> Option<usize> {
    let end = passage.mentions[chosen].tokens.end;
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    let bracketed = word(end) == "(" && word(end + 2) == ")";
    person_from(passage, chosen, end + 3).filter(|_| bracketed)
}

/// How many words of what an office is for may stand before the name of who holds it.
const LONGEST_OFFICE: usize = 8;

/// `Lena Marsh` in `|Minister| of state for harbour affairs Lena Marsh`. In `|A spokesman| for mayor Lena Marsh` it is the spokesman.
fn name_of_officer(passage: &Passage, chosen: usize) -> Option<usize> {
    let office = &passage.mentions[chosen];
    let (start, end) = (office.tokens.start, office.tokens.end);
    let title = passage.block.tokens[start].is_capital() && passage.words[office.head].is(WordClass::Title);
    let complement =
        passage.block.tokens.get(end).is_some_and(|_| passage.sets().joins_complement.has(passage.block.word(end)));
    if office.kind != MentionKind::Nominal(NominalKind::Person) || !title || !complement {
        return None;
    }
    let is_verb = |at: usize| passage.tags.part_of_speech(at).is_some_and(PartOfSpeech::is_finite);
    let is_lower = |&at: &usize| passage.block.tokens[at].kind == TokenKind::Lower && !is_verb(at);
    let rest = (end..passage.block.tokens.len()).take(LONGEST_OFFICE);
    let last = rest.take_while(is_lower).last()?;
    let describes = passage.words[last].is(WordClass::PersonNoun) || passage.words[last].is(WordClass::Title);
    person_from(passage, chosen, last + 1).filter(|_| !describes && !passage.words[last].is(WordClass::Preposition))
}

/// The person named behind a mention in a phrase that begins at a token.
fn person_from(passage: &Passage, behind: usize, start: usize) -> Option<usize> {
    let is_person = |&index: &usize| {
        let name = &passage.mentions[index];
        let begins = name.tokens.start == start || name.phrase_start == start;
        begins && name.kind == MentionKind::Name && passage.tags.class_of(name) == Some(EntityClass::Person)
    };
    (behind + 1..passage.mentions.len()).take(3).find(is_person)
}

/// `Lena Marsh` in `|a nurse|, Lena Marsh, said`.
fn name_behind(passage: &Passage, chosen: usize) -> Option<usize> {
    let description = &passage.mentions[chosen];
    (chosen + 1..passage.mentions.len()).take(4).find(|&next| passage.introduces(description, &passage.mentions[next]))
}
