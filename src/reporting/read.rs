//! Reads the reported speech of an article.

use super::describe::{Cue, Features, candidate_sources, far_edges, near_edges, sources};
use super::edges::{Side, far, near};
use super::look::Look;
use super::scene::{About, Knowledge, Scene};
use crate::analysis::{LONGEST_PHRASE, MentionId, MentionKind, NominalKind, Passage, clauses};
use crate::attribution::speaker_in;
use crate::language::{Language, PartOfSpeech};
use crate::models::trees::Forest;
use std::ops::Range;

/// Something that somebody said, in the reporter's words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reported {
    /// The passage that it stands in.
    pub block: usize,
    /// Its tokens.
    pub content: Range<usize>,
    /// The word that attributes it.
    pub cue: Range<usize>,
    /// Which side of it the content stands on.
    pub side: Side,
    /// The evidence that it attributes anything.
    pub evidence: u8,
    /// The mention that is its source.
    pub source: Option<MentionId>,
    /// How much the trees believe in each part.
    pub shares: Shares,
    /// How much they believe in content and source, from 0 to 1.
    pub confidence: f32,
}

/// How much is believed in each part of an answer, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shares {
    /// In the edge of the content that is nearer to its cue.
    pub near: f32,
    /// In the other edge.
    pub far: f32,
    /// In the source.
    pub source: f32,
}

/// The trees that answer the three questions.
#[derive(Clone, Copy)]
pub(crate) struct Models<'f> {
    pub near: Forest<'f>,
    pub far: Forest<'f>,
    pub source: Forest<'f>,
}

/// A content is read where it is believed in at least so much.
const LEAST: f32 = 0.4;

/// Nothing more is asked where the first trees believe so much that there is no content.
const SURELY_NOTHING: f32 = 0.86;

/// How many trees those are.
const ROUGHLY: usize = 14;

/// The reported speech of an article, in reading order.
pub(crate) fn find(passages: &[Passage]) -> Vec<Reported> {
    let Some(language) = passages.first().map(|passage| passage.block.language) else { return Vec::new() };
    let Some(models) = models_of(language) else { return Vec::new() };
    let knowledge = |word: &str| language.reporting_evidence_of(word);
    find_by(passages, &models, &knowledge)
}

fn models_of(language: &'static Language) -> Option<Models<'static>> {
    let [near, far, source] = language.reporting();
    Some(Models { near: near?, far: far?, source: source? })
}

/// The same, by other models.
pub(crate) fn find_by(passages: &[Passage], models: &Models, knowledge: &Knowledge) -> Vec<Reported> {
    let mut found = Vec::new();
    for (block, passage) in passages.iter().enumerate() {
        let heading = passage.block.is_heading(passages.len());
        let Some(scene) = Scene::of(passage, heading, knowledge) else { continue };
        let first = found.len();
        for token in scene.cues() {
            let cue = Cue::of(&scene, token);
            for side in [Side::Behind, Side::Before] {
                found.extend(read(&scene, block, &cue, side, models));
            }
        }
        resolve_overlaps(&mut found, first);
    }
    for reported in &mut found {
        reported.source = reported.source.map(|source| speaker_in(source, passages));
    }
    found
}

fn read(scene: &Scene, block: usize, cue: &Cue, side: Side, models: &Models) -> Option<Reported> {
    let edges = near(scene, &cue.sentence, cue.token, side);
    if edges.is_empty() {
        return None;
    }
    let rows = near_edges(scene, cue, side, &edges);
    let at_first = *models.near.first(ROUGHLY).shares(&rows).last()?;
    if at_first > SURELY_NOTHING {
        return None;
    }
    let (chosen, near_share) = best(&models.near, &rows, true)?;
    if near_share < LEAST {
        return None;
    }
    let near_edge = edges[chosen];
    let edges = far(scene, &cue.sentence, near_edge, side);
    if edges.is_empty() {
        return None;
    }
    let (chosen, far_share) = best(&models.far, &far_edges(scene, cue, side, near_edge, &edges), false)?;
    let content = match side {
        Side::Behind => near_edge..edges[chosen],
        Side::Before => edges[chosen]..near_edge,
    };
    if content.len() == 1 || is_no_statement(scene, cue, &content) {
        return None;
    }
    // What a quotation says on its own is the quotation's.
    if content.clone().all(|token| matches!(scene.looks[token], Look::Quoted | Look::Comma | Look::QuotationMark)) {
        return None;
    }
    let mentions = candidate_sources(scene, cue, &content);
    let shares = models.source.shares(&sources(scene, cue, &content, &mentions));
    let ranked = shares.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1));
    let (source, source_share) = ranked.map_or((None, 0.0), |(at, share)| (mentions.get(at).copied(), *share));
    let source = source.map(|source| owner_who_is_to_say(scene, cue, source).unwrap_or(source));
    let source = source.map(|index| MentionId { block, index });
    let confidence = calibrated(near_share * far_share.sqrt() * source_share);
    let shares = Shares { near: near_share, far: far_share, source: source_share };
    let evidence = scene.evidence(cue.token, About::Cue);
    Some(Reported { block, content, cue: cue.token..cue.token + 1, side, evidence, source, shares, confidence })
}

/// The product of the shares takes their doubts as independent, though they are mostly one doubt. To the power of 5/8 it comes near to how
/// often all is right; what else tells is weighed in `certainty`. Roots are the same on every machine; powers are not.
fn calibrated(product: f32) -> f32 {
    let root = product.sqrt();
    root * root.sqrt().sqrt()
}

/// Whose answer or aim it was to say something, for these say nothing themselves: `|His| answer was to |say| …`.
fn owner_who_is_to_say(scene: &Scene, cue: &Cue, source: usize) -> Option<usize> {
    let passage = scene.passage;
    let is_to_say = word_before(scene, cue, 1) == "to" && passage.sets().be_of_to_say.has(word_before(scene, cue, 2));
    let subject = &passage.mentions[source];
    if !is_to_say || !matches!(subject.kind, MentionKind::Nominal(NominalKind::Document | NominalKind::Unknown)) {
        return None;
    }
    let mut owners = passage.mentions_within(subject.phrase_start..subject.head);
    owners.find(|&index| index != source && passage.is_owner(&passage.mentions[index]))
}

/// Sayings, silence, names, idioms, and a source that stands behind its verb: `as they |say|`, `he |said| nothing`, `Ferry to stay, |says| mayor`.
fn is_no_statement(scene: &Scene, cue: &Cue, content: &Range<usize>) -> bool {
    let sets = scene.passage.sets();
    let word = |token: usize| scene.passage.block.word(token);
    let saying = || {
        cue.token >= cue.sentence.start + 2
            && sets.who_says_sayings.has(word(cue.token - 1))
            && sets.leads_sayings.has_any_case(word(cue.token - 2))
    };
    let source = || {
        // `This, says |Tom Hill|, is new`
        let inserted = |tokens: &Range<usize>| {
            content.start <= tokens.start
                && tokens.end + 1 < content.end
                && word(tokens.end) == ","
                && clauses::is_finite(scene.passage, scene.passage.element_of(tokens.end + 1))
        };
        let is_source = |tokens: &Range<usize>| {
            tokens.start <= content.start + 1 && (tokens.end >= content.end || inserted(tokens))
        };
        let near = content.start.saturating_sub(LONGEST_PHRASE)..content.start + 2;
        content.start == cue.token + 1
            && cue.token.checked_sub(1).is_some_and(|before| word(before) == ",")
            && scene.passage.mentions_within(near).any(|mention| is_source(&scene.passage.mentions[mention].tokens))
    };
    // `Residents |urged| to stay away`, in a headline: by whom is not told.
    let told_to = || {
        scene.heading
            && content.start == cue.token + 1
            && sets.told_to.has(word(cue.token))
            && word(content.start) == "to"
            && !follows_have(scene, cue)
    };
    is_silence(scene, cue, content)
        || saying()
        || source()
        || told_to()
        || is_naming(scene, cue, content)
        || is_idiom(scene, cue)
}

/// Whether a form of `have` stands before the cue, so that its subject is who says it: `Reyes has for years |called| it a danger`.
fn follows_have(scene: &Scene, cue: &Cue) -> bool {
    let (passage, sets) = (scene.passage, scene.passage.sets());
    let mut words = (cue.sentence.start..cue.token).map(|token| passage.block.word(token));
    words.any(|word| sets.have_present.has(word) || sets.have_past.has(word))
}

/// Whether something only gets its name: `a shape |called| a strange attractor`, `it is |called| the Light`. Who names it is told with `by`.
fn is_naming(scene: &Scene, cue: &Cue, content: &Range<usize>) -> bool {
    let passage = scene.passage;
    let sets = passage.sets();
    let word = |token: usize| passage.block.word(token);
    let part = |token: usize| passage.tags.part_of_speech(token);
    let behind_noun = || {
        let before = cue.token.checked_sub(1).and_then(part);
        let noun = matches!(before, Some(PartOfSpeech::Noun | PartOfSpeech::NounPlural));
        noun && !follows_have(scene, cue)
    };
    // `around a shape |called| a strange attractor`: what a preposition governs is the subject of no verb.
    let governed = || {
        let noun = passage.mention_up_to(cue.token).map(|index| passage.mentions[index].phrase_start);
        noun.and_then(|start| start.checked_sub(1)).and_then(part) == Some(PartOfSpeech::Adp)
    };
    content.start == cue.token + 1
        && (part(cue.token) == Some(PartOfSpeech::VerbParticiple) || governed())
        && sets.naming_participles.has(word(cue.token))
        && (behind_noun() || clauses::is_passive(passage, passage.element_of(cue.token)))
        && !(content.start..(content.end + 1).min(cue.sentence.end)).any(|token| sets.leads_agent.has(word(token)))
}

/// Whether the cue is no verb of saying here.
fn is_idiom(scene: &Scene, cue: &Cue) -> bool {
    let block = &scene.passage.block;
    let noun =
        matches!(scene.passage.tags.part_of_speech(cue.token), Some(PartOfSpeech::Noun | PartOfSpeech::NounPlural));
    // `the seven |wonders| of the sea`
    let names_thing = noun && scene.passage.sets().nouns_that_say_nothing.has_any_case(block.word(cue.token));
    let comma_behind = cue.token + 1 < block.tokens.len() && block.word(cue.token + 1) == ",";
    names_thing || is_explanation(scene, cue) || comma_behind && (is_example(scene, cue) || is_total(scene, cue))
}

/// The word so many tokens before the cue; nothing before the block's first.
fn word_before<'a>(scene: &Scene<'_, 'a>, cue: &Cue, back: usize) -> &'a str {
    cue.token.checked_sub(back).map_or("", |token| scene.passage.block.word(token))
}

/// Whether a sentence or what follows a mark begins so many tokens before the cue.
fn begins(scene: &Scene, cue: &Cue, back: usize) -> bool {
    cue.token.checked_sub(back).is_some_and(|first| {
        first == cue.sentence.start || first > 0 && !scene.passage.block.tokens[first - 1].is_word()
    })
}

/// `that is to |say|`, `needless to |say|`, `suffice it to |say|`
fn is_explanation(scene: &Scene, cue: &Cue) -> bool {
    let sets = scene.passage.sets();
    let before = |back: usize| word_before(scene, cue, back);
    let silent = || {
        let it = usize::from(sets.subject_it.has(before(2)));
        sets.silent_before_to_say.has_any_case(before(2 + it))
    };
    let explains = || {
        let subject = sets.subjects_of_to_say.has_any_case(before(3));
        sets.be_of_to_say.has(before(2)) && subject && (begins(scene, cue, 3) || sets.none_of.has(before(4)))
    };
    sets.verbs_of_examples.has(scene.passage.block.word(cue.token)) && before(1) == "to" && (silent() || explains())
}

/// `than, |say|, a card`; a comma stands behind it.
fn is_example(scene: &Scene, cue: &Cue) -> bool {
    let place = cue.token.checked_sub(2).and_then(|place| scene.passage.tags.part_of_speech(place));
    let preposition = matches!(place, Some(PartOfSpeech::Adp | PartOfSpeech::Sconj));
    let example = scene.passage.sets().verbs_of_examples.has(scene.passage.block.word(cue.token));
    example && preposition && word_before(scene, cue, 1) == ","
}

/// `All |told|, six came`; a comma stands behind it.
fn is_total(scene: &Scene, cue: &Cue) -> bool {
    let sets = scene.passage.sets();
    let sum = sets.totals.has(scene.passage.block.word(cue.token));
    sum && sets.leads_totals.has_any_case(word_before(scene, cue, 1)) && begins(scene, cue, 1)
}

/// How many words behind a negation or a refusal its verb of saying is looked for.
const SILENCE_REACH: usize = 3;

/// Whether nothing was said: `he |said| nothing`, `did not |say| when`, `|declined| to comment`.
fn is_silence(scene: &Scene, cue: &Cue, content: &Range<usize>) -> bool {
    let sets = scene.passage.sets();
    let word = |token: usize| scene.passage.block.word(token);
    let next = |token: usize| (token + 1..cue.sentence.end).take(SILENCE_REACH);
    if sets.refusals.has(word(cue.token)) {
        return next(cue.token).any(|token| sets.verbs_of_silence.has(word(token)));
    }
    if content.start <= cue.token || !sets.verbs_of_silence.has(word(cue.token)) {
        return false;
    }
    let before = (cue.sentence.start..cue.token).rev().take(SILENCE_REACH);
    let denied =
        before.clone().find(|&token| !sets.between_negation_and_saying.has(word(token))).is_some_and(|token| {
            let word = word(token);
            sets.negations_of_saying.has_any_case(word)
                || sets.negated_endings.is_ending_of(word)
                || sets.refusals.has(word)
        });
    denied || sets.silence.has(word(cue.token + 1))
}

/// The row with the largest share, and the share; nothing where that is the last row and the last stands for nothing.
fn best(forest: &Forest, rows: &[Features], last_is_nothing: bool) -> Option<(usize, f32)> {
    let shares = forest.shares(rows);
    let candidates = if last_is_nothing { shares.split_last()?.1 } else { &shares };
    let (at, &share) = candidates.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1))?;
    Some((at, share))
}

/// How many contents on either side are compared.
const NEIGHBOURS: usize = 8;

/// Of two contents that are nearly the same, the one that is believed in more stays. One within another stays too: somebody reports what
/// somebody else said.
fn resolve_overlaps(found: &mut Vec<Reported>, first: usize) {
    let same = |one: &Range<usize>, other: &Range<usize>| {
        let shared = one.end.min(other.end).saturating_sub(one.start.max(other.start));
        let all = one.end.max(other.end) - one.start.min(other.start);
        2 * shared > all
    };
    found[first..].sort_by_key(|reported| (reported.content.start, reported.content.end));
    let block = found.split_off(first);
    for (index, one) in block.iter().enumerate() {
        let better = |place: usize| {
            let other = &block[place];
            place != index
                && same(&one.content, &other.content)
                && (other.confidence > one.confidence || other.confidence == one.confidence && place < index)
        };
        let near = index.saturating_sub(NEIGHBOURS)..(index + NEIGHBOURS + 1).min(block.len());
        if !near.into_iter().any(better) {
            found.push(one.clone());
        }
    }
}
