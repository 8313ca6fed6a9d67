//! A row of features for each candidate.

use super::anaphor::Anaphor;
use super::candidates::Candidate;
use super::described::Described;
use super::features::{Feature, Features};
use super::looks::Looks;
use super::profiles::place_of;
use super::question::Question;
use super::subjects::Subjects;
use super::surroundings::Neighbour;
use super::who::Who;
use crate::analysis::{ElementId, MentionId, MentionKind, NominalKind, Pronoun};
use crate::article::BlockKind;
use crate::coreference::entity::{Entity, Gender, Kind};
use crate::coreference::phrase::is_definite;
use crate::models::features::{Row, or_none};
use crate::models::trees::WIDTH;
use std::borrow::Cow;

/// A description of a person.
const PERSON: Anaphor = Anaphor::Description(NominalKind::Person);

/// How many words of a quotation are looked at for the names of candidates.
const LONG: usize = 100;

/// The features of every candidate, and of nobody behind them.
pub(in crate::coreference) fn describe(question: &Question) -> Vec<Features> {
    let mut shared = of_anaphor(question);
    let seen: Vec<Seen> = question.candidates.iter().map(|candidate| Seen::of(question, candidate)).collect();
    let subjects = Subjects::of(question);
    let quoted = words_of_quotation(question);
    let described = Described::of(question);
    if let Some(described) = &described {
        described.write(question, &mut shared);
    }
    let mut so_called = 0;
    let mut places = Places::default();
    let mut rows: Vec<Features> = Vec::with_capacity(seen.len() + 1);
    for (candidate, seen) in question.candidates.iter().zip(&seen) {
        let mut row = shared;
        of_entity(question, candidate, seen, &mut row);
        of_story(question, candidate, &mut row);
        of_place(question, candidate, &mut row);
        of_nearest(question, candidate, &mut row);
        subjects.compare(candidate.who, &mut row);
        let named =
            seen.entity.words.last().is_some_and(|last| quoted.iter().any(|word| word.eq_ignore_ascii_case(last)));
        row.set(Feature::InQuotation, named);
        let called = |described: &Described| described.compare(question, candidate.who, &seen.entity, &mut row);
        so_called += usize::from(described.as_ref().is_some_and(called));
        places.write(seen, &mut row);
        rows.push(row);
    }
    let mut nobody = shared;
    nobody.set(Feature::Nobody, true);
    rows.push(nobody);
    let by_subject = subject_ranks(question, &seen);
    let by_names = name_ranks(question);
    for (row, (subject, name)) in rows.iter_mut().zip(by_subject.into_iter().zip(by_names)) {
        row.set(Feature::SubjectRank, subject);
        row.set(Feature::NamesRank, name);
    }
    for row in &mut rows {
        row.set(Feature::Candidates, seen.len());
        row.set(Feature::FittingCandidates, places.fitting);
        row.set(Feature::QuotedCandidates, places.quoted);
        row.set(Feature::CandidatesSoCalled, so_called);
    }
    rows
}

fn of_anaphor(question: &Question) -> Features {
    let mut row = [0; WIDTH];
    let passage = question.passage();
    let mention = question.id.mention(question.passages);
    row.set(Feature::Pronoun, question.anaphor.place());
    row.set(Feature::Owner, passage.is_owner(mention));
    row.set(Feature::Speaks, question.speaks);
    row.set(Feature::PronounBeginsSentence, passage.begins_sentence(mention));
    row.set(Feature::PronounSentence, passage.sentences_between(0, mention.head));
    row.set(Feature::PronounBefore, Neighbour::before(passage, mention));
    row.set(Feature::PronounBehind, Neighbour::behind(passage, mention));
    row.set(Feature::PronounInHeading, passage.block.is_heading(question.passages.len()));
    row
}

/// What is known of a candidate.
struct Seen<'a> {
    entity: Cow<'a, Entity>,
    /// Whether gender and kind are such that the pronoun may mean it, as far as they are known.
    fits: bool,
    /// Whether it speaks by name somewhere.
    quoted: bool,
}

impl<'a> Seen<'a> {
    fn of(question: &Question<'a, '_>, candidate: &Candidate) -> Seen<'a> {
        let entity = match candidate.who {
            Who::Known(entity) => Cow::Borrowed(question.people.entity(entity)),
            Who::Described(id) => {
                Cow::Owned(Entity::from_phrase(id.passage(question.passages), id.mention(question.passages)))
            }
        };
        let profile = question.profiles.get(candidate.who);
        let fits = match question.gender() {
            Gender::Unknown if question.anaphor == PERSON => entity.may_be(Gender::Unknown),
            Gender::Unknown => matches!(entity.kind, Kind::Organisation | Kind::Document | Kind::Unknown),
            gender => entity.may_be(gender),
        };
        let quoted = profile.is_some_and(|profile| profile.quoted > 0);
        Seen { entity, fits, quoted: quoted && fits }
    }
}

/// How many candidates were seen so far.
#[derive(Default)]
struct Places {
    all: usize,
    fitting: usize,
    quoted: usize,
}

impl Places {
    fn write(&mut self, seen: &Seen, row: &mut Features) {
        self.all += 1;
        self.fitting += usize::from(seen.fits);
        self.quoted += usize::from(seen.quoted);
        row.set(Feature::Rank, self.all);
        row.set(Feature::FittingRank, if seen.fits { self.fitting } else { 0 });
        row.set(Feature::QuotedRank, if seen.quoted { self.quoted } else { 0 });
    }
}

/// For each candidate its place among those that fit by where they last began a sentence; 0 for those that did not.
fn subject_ranks(question: &Question, seen: &[Seen]) -> Vec<usize> {
    let subject = |at: usize| question.candidates[at].subject.filter(|_| seen[at].fits);
    (0..seen.len())
        .map(|at| {
            let Some(own) = subject(at) else { return 0 };
            1 + (0..seen.len()).filter(|&other| subject(other).is_some_and(|other| other > own)).count()
        })
        .collect()
}

/// For each candidate its place among all by how often they are named; 0 for those that have no name.
fn name_ranks(question: &Question) -> Vec<usize> {
    let names = |candidate: &Candidate| question.profiles.get(candidate.who).map_or(0, |profile| profile.names);
    let counts: Vec<usize> = question.candidates.iter().map(names).collect();
    let rank = |&own: &usize| if own == 0 { 0 } else { 1 + counts.iter().filter(|&&other| other > own).count() };
    counts.iter().map(rank).collect()
}

fn of_entity(question: &Question, candidate: &Candidate, seen: &Seen, row: &mut Features) {
    let entity = &*seen.entity;
    row.set(Feature::Described, matches!(candidate.who, Who::Described(_)));
    row.set(Feature::Kind, entity.kind as u8);
    let gender = question.gender();
    let agrees = u8::from(entity.gender != Gender::Unknown) + u8::from(entity.gender.contradicts(gender));
    row.set(Feature::Gender, agrees);
    row.set(Feature::Plural, entity.plural);
    let language = question.passage().block.language;
    let looks = || Looks::of(language, entity);
    match question.profiles.get(candidate.who) {
        Some(profile) => profile.looks.get_or_init(looks).write(row),
        None => looks().write(row),
    }
    row.set(Feature::Roles, entity.role_words.len());
}

fn of_story(question: &Question, candidate: &Candidate, row: &mut Features) {
    row.set(Feature::Turn, question.profiles.turn_of(candidate.who));
    row.set(Feature::Behind, candidate.behind);
    row.set(Feature::Salient, question.salient.is_some_and(|salient| candidate.who == Who::Known(salient)));
    let Some(profile) = question.profiles.get(candidate.who) else { return };
    let pronoun = question.anaphor.pronoun();
    let same = pronoun.and_then(place_of).map_or(0, |place| profile.pronouns[place]);
    row.set(Feature::Names, profile.names);
    row.set(Feature::Quoted, profile.quoted);
    row.set(Feature::Cued, profile.cued);
    row.set(Feature::Located, profile.located);
    row.set(Feature::Articled, profile.articled);
    row.set(Feature::Human, profile.human);
    row.set(Feature::Active, profile.active);
    row.set(Feature::TaggedPerson, profile.tagged_person);
    row.set(Feature::TaggedElse, profile.tagged_else);
    row.set(Feature::InHeading, profile.in_heading);
    row.set(Feature::SamePronouns, same);
    let opposite = match pronoun {
        Some(Pronoun::He) => place_of(Pronoun::She),
        Some(Pronoun::She) => place_of(Pronoun::He),
        _ => None,
    };
    row.set(Feature::OppositePronouns, opposite.map_or(0, |place| profile.pronouns[place]));
    let meant_last = |pronoun| question.profiles.meant_last(pronoun, candidate.who);
    row.set(Feature::LastMeant, pronoun.is_some_and(meant_last));
    row.set(Feature::OtherPronouns, profile.pronouns.iter().sum::<usize>() - same);
    row.set(Feature::Spoken, profile.spoken);
    row.set(Feature::SentencesSinceSpoken, sentences_back(question, profile.spoke));
}

/// How many sentences back a mention stands: 1 more, 0 where there is none.
fn sentences_back(question: &Question, id: Option<MentionId>) -> u8 {
    let sentence = |id: MentionId| question.profiles.sentence(id, question.passages);
    id.map_or(0, |id| or_none(sentence(question.id).saturating_sub(sentence(id))))
}

fn of_place(question: &Question, candidate: &Candidate, row: &mut Features) {
    let back = question.profiles.number(question.id).abs_diff(question.profiles.number(candidate.nearest));
    row.set(Feature::MentionsBack, back);
    row.set(Feature::SentencesBack, sentences_back(question, Some(candidate.nearest)));
    if candidate.nearest.block == question.id.block {
        let passage = question.passage();
        let (one, other) =
            (candidate.nearest.mention(question.passages).tokens.end, question.id.mention(question.passages).head);
        row.set(Feature::WordsBack, 1 + other.abs_diff(one) / 2);
        let sentence = passage.sentence_of(other);
        let between = sentence.start.max(one.min(other))..one.max(other).min(sentence.end);
        row.set(Feature::CommasBack, between.take(LONG).filter(|&token| passage.block.word(token) == ",").count());
    }
    row.set(Feature::BlocksBack, question.id.block.saturating_sub(candidate.nearest.block));
    row.set(Feature::SentencesBackToSubject, sentences_back(question, candidate.subject));
    row.set(Feature::SentencesSinceSaid, sentences_back(question, candidate.said));
    row.set(Feature::SentencesBackToName, sentences_back(question, candidate.name));
    let behind =
        |id: MentionId| 1 + Neighbour::behind(id.passage(question.passages), id.mention(question.passages)) as u8;
    row.set(Feature::SubjectBehind, candidate.subject.map_or(0, behind));
    row.set(Feature::Count, candidate.count);
    row.set(Feature::CountInBlock, candidate.count_in_block);
}

fn of_nearest(question: &Question, candidate: &Candidate, row: &mut Features) {
    let passage = candidate.nearest.passage(question.passages);
    let mention = candidate.nearest.mention(question.passages);
    row.set(Feature::NearestKind, kind_of(mention.kind, passage.is_owner(mention)));
    row.set(Feature::NearestBegins, passage.begins_sentence(mention));
    let sentence = passage.sentence_of(mention.head);
    let before = passage.mentions_within(sentence.start..mention.tokens.start);
    row.set(Feature::NearestPosition, before.len());
    row.set(Feature::NearestLeadsBlock, candidate.nearest.index == 0);
    row.set(Feature::NearestSentence, passage.sentences_between(0, mention.head));
    let profile = question.profiles.get(candidate.who);
    row.set(Feature::NearestSpeaks, profile.is_some_and(|profile| profile.spoke == Some(candidate.nearest)));
    row.set(Feature::NearestSays, question.profiles.says(candidate.nearest));
    row.set(Feature::NearestIsFirst, profile.is_none_or(|profile| profile.first == Some(candidate.nearest)));
    let nominal = matches!(mention.kind, MentionKind::Nominal(_));
    row.set(Feature::NearestIsIndefinite, nominal && !is_definite(passage, mention));
    row.set(Feature::NearestBefore, Neighbour::before(passage, mention));
    row.set(Feature::NearestBehind, Neighbour::behind(passage, mention));
    let caption = passage.block.kind == BlockKind::Caption;
    row.set(Feature::NearestInHeading, caption || passage.block.is_heading(question.passages.len()));
}

/// What kind of mention it is.
fn kind_of(kind: MentionKind, owner: bool) -> u8 {
    match kind {
        MentionKind::Name => 0,
        MentionKind::Pronoun(_) if owner => 1,
        MentionKind::Pronoun(pronoun) => place_of(pronoun).map_or(2, |_| 3),
        MentionKind::Nominal(NominalKind::Person) => 4,
        MentionKind::Nominal(NominalKind::Organisation) => 5,
        MentionKind::Nominal(NominalKind::Document) => 6,
        MentionKind::Nominal(NominalKind::Unknown) => 7,
    }
}

/// The capitalised words of the quotation directly before or behind a pronoun that speaks, a comma or a verb left out.
fn words_of_quotation<'a>(question: &Question<'a, '_>) -> Vec<&'a str> {
    let passage = question.passage();
    let at = passage.element_of(question.id.mention(question.passages).head);
    let first = at.before();
    let near = [first, first.and_then(ElementId::before), Some(at.plus(2)), Some(at.plus(3)), Some(at.next())];
    let beside = near.into_iter().flatten().find(|&element| question.speaks && passage.is_stretch(element));
    let Some(element) = beside else {
        return Vec::new();
    };
    let tokens = passage.tokens_of(element);
    let capital = |token: &usize| passage.block.tokens[*token].is_capital();
    tokens.take(LONG).filter(capital).map(|token| passage.block.word(token)).collect()
}
