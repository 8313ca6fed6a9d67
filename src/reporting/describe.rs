//! A row of features for each place where an edge may be, and for each mention that may be the source.

use super::edges::Side;
use super::features::{far, near, source};
use super::look::Look;
use super::scene::{About, Counted, Scene};
use crate::analysis::{Mention, MentionKind, NominalKind, clauses};
use crate::models::features::{Row, or_none};
use crate::models::trees::WIDTH;
use std::ops::Range;

/// A row.
pub(super) type Features = [u8; WIDTH];

/// A word that may attribute something, with its sentence and what is known of it.
pub(super) struct Cue {
    pub token: usize,
    pub sentence: Range<usize>,
    /// The mention that is its subject.
    pub subject: Option<usize>,
    form: u8,
    finite: bool,
    verb: bool,
    passive: bool,
    /// Where the nouns and prepositions right behind it end.
    nouns_end: usize,
    /// What the rows of its near edges share, on either side.
    shared: Features,
}

impl Cue {
    pub fn of(scene: &Scene, token: usize) -> Cue {
        let passage = scene.passage;
        let element = passage.element_of(token);
        let verb = clauses::is_cue_verb(passage, element);
        let finite = clauses::is_finite(passage, element);
        let subject = clauses::subject_of(passage, element).filter(|_| verb || finite);
        let sentence = scene.sentence(token);
        let mut cue = Cue {
            token,
            nouns_end: nouns_behind(scene, token, &sentence).end,
            sentence,
            subject,
            form: form_of(scene, token),
            finite,
            verb,
            passive: clauses::is_passive(passage, element),
            shared: [0; WIDTH],
        };
        cue.shared = of_cue(scene, &cue);
        cue
    }
}

/// The ending of a word.
fn form_of(scene: &Scene, token: usize) -> u8 {
    let sets = scene.passage.sets();
    let word = scene.passage.block.word(token);
    if !word.starts_with(char::is_alphabetic) {
        5
    } else if scene.passage.block.tokens[token].is_capital() {
        4
    } else if sets.past_endings.is_ending_of(word) {
        1
    } else if sets.present_participle_endings.is_ending_of(word) {
        2
    } else if sets.plural_endings.is_ending_of(word) {
        3
    } else {
        0
    }
}

/// The rows of the near edges, and of no content behind them.
pub(super) fn near_edges(scene: &Scene, cue: &Cue, side: Side, edges: &[usize]) -> Vec<Features> {
    use near::Feature;
    let sentence = &cue.sentence;
    let behind = side == Side::Behind;
    let mut shared = cue.shared;
    shared.set(Feature::Behind, behind);
    shared.set(Feature::Edges, edges.len());
    let mut rows: Vec<Features> = Vec::with_capacity(edges.len() + 1);
    for (rank, &at) in edges.iter().enumerate() {
        let mut row = shared;
        let between = if behind { cue.token + 1..at } else { at..cue.token };
        let beyond = if behind { at..sentence.end } else { sentence.start..at };
        let left = at.checked_sub(1);
        row.set(Feature::Distance, between.len());
        row.set(Feature::Left, scene.look(sentence, left));
        row.set(Feature::Right, scene.look(sentence, Some(at)));
        row.set(Feature::SecondRight, scene.look(sentence, Some(at + 1)));
        let (right_about, left_about) =
            if behind { (About::Begins, About::Leads) } else { (About::Ends, About::Closes) };
        row.set(Feature::RightOdds, scene.evidence(at, right_about));
        row.set(Feature::LeftOdds, left.map_or(0, |left| scene.evidence(left, left_about)));
        row.set(Feature::VerbsBetween, scene.verbs(between.clone()));
        row.set(Feature::CommasBetween, scene.commas(between.clone()));
        row.set(Feature::MentionsBetween, scene.mentions(between));
        row.set(Feature::ToVerb, scene.distance(beyond.clone(), !behind, Counted::Verb));
        row.set(Feature::ToComma, scene.distance(beyond.clone(), !behind, Counted::Comma));
        row.set(Feature::Beyond, beyond.len());
        row.set(Feature::VerbsBeyond, scene.verbs(beyond));
        row.set(Feature::MentionAt, scene.mention_at(at));
        let is_day_before = left.is_some_and(|left| scene.is_day(left));
        row.set(Feature::DayAt, u8::from(is_day_before) + 2 * u8::from(scene.is_day(at)));
        row.set(Feature::BehindNounsAt, behind && at == cue.nouns_end);
        let quoted = |token: Option<usize>| scene.look(sentence, token) == Look::Quoted;
        row.set(Feature::QuotationAt, u8::from(quoted(Some(at))) + 2 * u8::from(quoted(left)));
        row.set(Feature::Rank, rank + 1);
        rows.push(row);
    }
    let mut nobody = shared;
    nobody.set(Feature::Nobody, true);
    rows.push(nobody);
    rows
}

/// What the rows of a cue's near edges share, on either side.
fn of_cue(scene: &Scene, cue: &Cue) -> Features {
    use near::Feature;
    let (token, sentence, passage) = (cue.token, &cue.sentence, scene.passage);
    let mut row = [0; WIDTH];
    row.set(Feature::CueOdds, scene.evidence(token, About::Cue));
    row.set(Feature::CueBehind, scene.evidence(token, About::Behind));
    row.set(Feature::CueAdjacent, scene.evidence(token, About::Adjacent));
    row.set(Feature::CueLevel, passage.words[token].cue());
    row.set(Feature::CueForm, cue.form);
    row.set(Feature::CueSecondBefore, scene.look(sentence, token.checked_sub(2)));
    row.set(Feature::CueBefore, scene.look(sentence, token.checked_sub(1)));
    row.set(Feature::CueNext, scene.look(sentence, Some(token + 1)));
    row.set(Feature::CueSecondNext, scene.look(sentence, Some(token + 2)));
    row.set(Feature::BeforeClause, scene.look(sentence, before_clause(scene, cue)));
    let nouns = token + 1..cue.nouns_end;
    row.set(Feature::BehindNouns, scene.look(sentence, Some(nouns.end)));
    row.set(Feature::Nouns, nouns.len());
    let has_preposition = nouns.clone().any(|token| scene.looks[token] == Look::Preposition);
    let has_day = nouns.clone().any(|token| scene.is_day(token));
    row.set(Feature::Adverbial, u8::from(has_preposition) + 2 * u8::from(has_day));
    row.set(Feature::CueNextStarts, scene.evidence(token + 1, About::Begins));
    row.set(Feature::CueNextLeads, scene.evidence(token + 1, About::Leads));
    row.set(Feature::CueBeforeLeads, token.checked_sub(1).map_or(0, |before| scene.evidence(before, About::Leads)));
    row.set(Feature::Finite, cue.finite);
    row.set(Feature::Verb, cue.verb);
    row.set(Feature::Passive, cue.passive);
    let (before, behind) = (sentence.start..token, token + 1..sentence.end);
    row.set(Feature::WordsBefore, before.len());
    row.set(Feature::WordsBehind, behind.len());
    row.set(Feature::VerbsBefore, scene.verbs(before.clone()));
    row.set(Feature::VerbsBehind, scene.verbs(behind.clone()));
    row.set(Feature::CommasBefore, scene.commas(before.clone()));
    row.set(Feature::CommasBehind, scene.commas(behind.clone()));
    row.set(Feature::CuesBefore, scene.cue_words(before.clone()));
    row.set(Feature::CuesBehind, scene.cue_words(behind.clone()));
    row.set(Feature::QuotedBefore, scene.quoted(before));
    row.set(Feature::QuotedBehind, scene.quoted(behind));
    row.set(Feature::Heading, scene.heading);
    if let Some(mention) = cue.subject.map(|index| &passage.mentions[index]) {
        row.set(Feature::Subject, 1 + kind_of(mention));
        let is_behind = mention.phrase_start > token;
        let distance = if is_behind { mention.phrase_start - token } else { token.saturating_sub(mention.tokens.end) };
        row.set(Feature::SubjectDistance, distance);
        row.set(Feature::SubjectBehind, is_behind);
    }
    row
}

/// The token before the clause of a cue that stands behind its subject; before the cue where that is not so.
fn before_clause(scene: &Scene, cue: &Cue) -> Option<usize> {
    let subject = cue.subject.map(|index| scene.passage.mentions[index].phrase_start);
    subject.filter(|&start| start < cue.token).unwrap_or(cue.token).checked_sub(1)
}

/// How many words behind a cue are looked at for a hearer, a place or a time.
const NOUNS: usize = 16;

/// The nouns and prepositions right behind a cue: a hearer, a place, a time, or what the cue is about.
fn nouns_behind(scene: &Scene, cue: usize, sentence: &Range<usize>) -> Range<usize> {
    let first = cue + 1;
    let is_noun = |&token: &usize| {
        matches!(
            scene.looks[token],
            Look::Preposition
                | Look::Determiner
                | Look::Number
                | Look::Capital
                | Look::Other
                | Look::Person
                | Look::Possessive
                | Look::Owner
        )
    };
    first..first + (first..sentence.end).take(NOUNS).take_while(is_noun).count()
}

/// What a mention is.
fn kind_of(mention: &Mention) -> u8 {
    use crate::analysis::Pronoun;
    match mention.kind {
        MentionKind::Nominal(NominalKind::Unknown) => 0,
        MentionKind::Nominal(NominalKind::Document) => 1,
        MentionKind::Nominal(NominalKind::Organisation) => 2,
        MentionKind::Nominal(NominalKind::Person) => 3,
        MentionKind::Name => 4,
        MentionKind::Pronoun(Pronoun::He | Pronoun::She) => 5,
        MentionKind::Pronoun(Pronoun::They) => 6,
        MentionKind::Pronoun(Pronoun::It) => 7,
        MentionKind::Pronoun(Pronoun::Who) => 8,
        MentionKind::Pronoun(Pronoun::I | Pronoun::We) => 9,
    }
}

/// The rows of the far edges.
pub(super) fn far_edges(scene: &Scene, cue: &Cue, side: Side, near: usize, edges: &[usize]) -> Vec<Features> {
    use far::Feature;
    let mut shared = [0; WIDTH];
    let sentence = &cue.sentence;
    let behind = side == Side::Behind;
    shared.set(Feature::Behind, behind);
    shared.set(Feature::CueOdds, scene.evidence(cue.token, About::Cue));
    shared.set(Feature::CueBehind, scene.evidence(cue.token, About::Behind));
    shared.set(Feature::CueAdjacent, scene.evidence(cue.token, About::Adjacent));
    shared.set(Feature::CueForm, cue.form);
    shared.set(Feature::Heading, scene.heading);
    let (outside, inside, second, odds) = if behind {
        (near.checked_sub(1), Some(near), Some(near + 1), scene.evidence(near, About::Begins))
    } else {
        (Some(near), near.checked_sub(1), near.checked_sub(2), scene.evidence(near, About::Ends))
    };
    shared.set(Feature::NearDistance, if behind { near - cue.token - 1 } else { cue.token - near });
    shared.set(Feature::NearOutside, scene.look(sentence, outside));
    shared.set(Feature::NearInside, scene.look(sentence, inside));
    shared.set(Feature::NearSecondInside, scene.look(sentence, second));
    shared.set(Feature::NearOdds, odds);
    let mut rows = Vec::with_capacity(edges.len());
    for (rank, &at) in edges.iter().enumerate() {
        let mut row = shared;
        let content = if behind { near..at } else { at..near };
        let beyond = if behind { at..sentence.end } else { sentence.start..at };
        let left = at.checked_sub(1);
        row.set(Feature::Words, content.len());
        row.set(Feature::Left, scene.look(sentence, left));
        row.set(Feature::SecondLeft, scene.look(sentence, at.checked_sub(2)));
        row.set(Feature::Right, scene.look(sentence, Some(at)));
        row.set(Feature::SecondRight, scene.look(sentence, Some(at + 1)));
        let (right_about, left_about) =
            if behind { (About::Ends, About::Closes) } else { (About::Begins, About::Leads) };
        row.set(Feature::RightOdds, scene.evidence(at, right_about));
        row.set(Feature::LeftOdds, left.map_or(0, |left| scene.evidence(left, left_about)));
        row.set(Feature::SentenceEdge, beyond.is_empty());
        row.set(Feature::VerbsInside, scene.verbs(content.clone()));
        row.set(Feature::CommasInside, scene.commas(content.clone()));
        row.set(Feature::CuesInside, scene.cue_words(content.clone()));
        row.set(Feature::QuotedInside, scene.quoted(content.clone()));
        row.set(Feature::Beyond, beyond.len());
        row.set(Feature::VerbsBeyond, scene.verbs(beyond.clone()));
        row.set(Feature::CommasBeyond, scene.commas(beyond.clone()));
        row.set(Feature::CuesBeyond, scene.cue_words(beyond.clone()));
        row.set(Feature::ToVerb, scene.distance(beyond.clone(), !behind, Counted::Verb));
        row.set(Feature::ToCue, scene.distance(beyond.clone(), !behind, Counted::Cue));
        let rest = if behind {
            (at + 1).min(sentence.end)..sentence.end
        } else {
            sentence.start..at.saturating_sub(1).max(sentence.start)
        };
        row.set(Feature::ToComma, scene.distance(rest, !behind, Counted::Comma));
        row.set(Feature::SinceComma, scene.distance(content.clone(), behind, Counted::Comma));
        row.set(Feature::SinceVerb, scene.distance(content, behind, Counted::Verb));
        row.set(Feature::MentionAt, scene.mention_at(at));
        let is_day_before = left.is_some_and(|left| scene.is_day(left));
        let days = u8::from(is_day_before) + 2 * u8::from(scene.is_day(at)) + 4 * u8::from(scene.is_day(at + 1));
        row.set(Feature::DayAt, days);
        let quoted = |token: Option<usize>| scene.look(sentence, token) == Look::Quoted;
        row.set(Feature::InQuotation, u8::from(quoted(Some(at))) + 2 * u8::from(quoted(left)));
        row.set(Feature::Rank, rank + 1);
        row.set(Feature::RankFromFar, edges.len() - rank);
        rows.push(row);
    }
    rows
}

/// The rows of the mentions that may be the source of a content, and of nobody behind them.
pub(super) fn sources(scene: &Scene, cue: &Cue, content: &Range<usize>, mentions: &[usize]) -> Vec<Features> {
    use source::Feature;
    let passage = scene.passage;
    let (token, sentence) = (cue.token, &cue.sentence);
    let owner = clauses::owner_of_noun_before(passage, passage.element_of(token + 1)).filter(|_| !cue.finite);
    let mut shared = [0; WIDTH];
    let behind = content.start > token;
    shared.set(Feature::Behind, behind);
    shared.set(Feature::CueOdds, scene.evidence(token, About::Cue));
    shared.set(Feature::CueBehind, scene.evidence(token, About::Behind));
    shared.set(Feature::CueForm, cue.form);
    shared.set(Feature::CueBefore, scene.look(sentence, token.checked_sub(1)));
    shared.set(Feature::CueNext, scene.look(sentence, Some(token + 1)));
    shared.set(Feature::Verb, cue.verb);
    shared.set(Feature::Passive, cue.passive);
    shared.set(Feature::Begins, token == sentence.start);
    shared
        .set(Feature::ContentDistance, if behind { content.start - token } else { token.saturating_sub(content.end) });
    shared.set(Feature::HasSubject, cue.subject.is_some());
    shared.set(Feature::Mentions, mentions.len());
    let mut rows = Vec::with_capacity(mentions.len() + 1);
    let mut ranks = [0usize; 2];
    // The nearest first on either side, since the mentions come in reading order.
    let before = mentions.iter().filter(|&&index| passage.mentions[index].head < token).count();
    for &index in mentions {
        let mention = &passage.mentions[index];
        let mut row = shared;
        let is_behind = mention.head > token;
        let between = if is_behind { token + 1..mention.phrase_start } else { mention.tokens.end..token };
        ranks[usize::from(is_behind)] += 1;
        let rank = if is_behind { ranks[1] } else { before + 1 - ranks[0].min(before) };
        row.set(Feature::IsSubject, cue.subject == Some(index));
        row.set(Feature::IsOwner, or_none(usize::from(owner == Some(index))) * u8::from(owner.is_some()));
        row.set(Feature::MentionBehind, is_behind);
        let between_both = if is_behind { behind && mention.tokens.end <= content.start } else { !behind };
        row.set(Feature::Between, between_both);
        row.set(Feature::Distance, between.len());
        row.set(Feature::Kind, kind_of(mention));
        row.set(Feature::Plural, passage.words[mention.head].is(crate::language::WordClass::Plural));
        let left = mention.phrase_start.checked_sub(1);
        row.set(Feature::Left, scene.look(sentence, left));
        row.set(Feature::LeftOdds, left.map_or(0, |left| scene.evidence(left, About::Leads)));
        row.set(Feature::Right, scene.look(sentence, Some(mention.tokens.end)));
        row.set(Feature::VerbsBetween, scene.verbs(between.clone()));
        row.set(Feature::CommasBetween, scene.commas(between.clone()));
        row.set(Feature::CuesBetween, scene.cue_words(between.clone()));
        row.set(Feature::MentionsBetween, scene.mentions(between));
        row.set(Feature::BeginsSentence, passage.begins_sentence(mention));
        row.set(Feature::Introduced, mention.phrase_start < mention.tokens.start);
        row.set(Feature::Rank, rank);
        rows.push(row);
    }
    let mut nobody = shared;
    nobody.set(Feature::Nobody, true);
    rows.push(nobody);
    rows
}

/// How many mentions on either side of the cue may be the source.
const SOURCES: usize = 7;

/// The mentions of the cue's sentence outside the content, in reading order.
pub(super) fn candidate_sources(scene: &Scene, cue: &Cue, content: &Range<usize>) -> Vec<usize> {
    let passage = scene.passage;
    let within = passage.mentions_within(cue.sentence.clone());
    let outside = |&index: &usize| {
        let mention = &passage.mentions[index];
        !content.contains(&mention.head) && mention.head != cue.token
    };
    let is_before = |&index: &usize| passage.mentions[index].head < cue.token;
    let mut near: Vec<usize> = within.clone().rev().filter(outside).filter(is_before).take(SOURCES).collect();
    near.reverse();
    near.extend(within.filter(outside).filter(|index| !is_before(index)).take(SOURCES));
    if let Some(subject) = cue.subject.filter(|subject| !near.contains(subject)).filter(outside) {
        near.push(subject);
    }
    near
}
