//! Names and the descriptions beside them.

use super::entity::{Entity, Kind};
use super::people::People;
use super::phrase::is_definite;
use super::roles::end_of_role;
use crate::analysis::{LONGEST_PHRASE, Mention, MentionId, MentionKind, NominalKind, Passage};
use crate::language::{PartOfSpeech, WordClass};
use crate::text::TokenKind;

/// The longest description that is taken up, in tokens.
const LONGEST_DESCRIPTION: usize = 8;

/// How many words a verb has at most behind `who`: `who |had badly hurt| the clerk`.
const LONGEST_VERB: usize = 3;

/// How many mentions behind a description the name is looked for that it introduces.
const NEAR: usize = 4;

/// Ties descriptions to the names beside them: `Ana Reyes, the mayor, …` and `The mayor, Ana Reyes, …`.
pub(super) fn link(people: &mut People, passages: &[Passage]) {
    for (block, passage) in passages.iter().enumerate() {
        for index in 0..passage.mentions.len() {
            let one = &passage.mentions[index];
            let introduced = |&next: &usize| passage.introduces(one, &passage.mentions[next]);
            if let Some(name) = (index + 1..passage.mentions.len()).take(NEAR).find(introduced) {
                link_one(people, passages, MentionId { block, index: name }, MentionId { block, index });
                continue;
            }
            let Some(next) = behind_comma(passage, index) else { continue };
            let other = &passage.mentions[next];
            let (here, behind) = (MentionId { block, index }, MentionId { block, index: next });
            match (one.kind, other.kind) {
                // `In Chelsea, the mayor said` is none.
                (MentionKind::Name, MentionKind::Nominal(_))
                    if passage.words.get(other.tokens.end).is_none_or(|behind| behind.cue() < 3) =>
                {
                    link_one(people, passages, here, behind);
                    if let Some(joined) = joined_behind(passage, other) {
                        link_one(people, passages, here, MentionId { block, index: joined });
                    }
                }
                // `their second child, Mina and Steve thought` is none.
                (MentionKind::Nominal(_), MentionKind::Name)
                    if is_definite(passage, one) && !is_joined(passage, other) =>
                {
                    link_one(people, passages, behind, here)
                }
                _ => {}
            }
        }
    }
}

/// The mention that begins after the comma that follows another. A phrase with a possessive holds its owner, which begins where it does: the
/// longest is meant.
fn behind_comma(passage: &Passage, index: usize) -> Option<usize> {
    let comma = passage.comma_behind(&passage.mentions[index])?;
    let start = behind_age(passage, comma + 1);
    (index + 1..passage.mentions.len())
        .take(LONGEST_PHRASE)
        .take_while(|&next| passage.mentions[next].phrase_start <= start)
        .filter(|&next| passage.mentions[next].phrase_start == start)
        .last()
}

/// The description without an article that `and` joins to another: `Ana Reyes, a nurse and |writer|`.
fn joined_behind(passage: &Passage, description: &Mention) -> Option<usize> {
    let end = description.tokens.end;
    let and = passage.block.tokens.get(end).is_some_and(|_| passage.block.word(end) == "and");
    let joined = passage.mention_from(end + 1).filter(|_| and)?;
    let mention = &passage.mentions[joined];
    let bare = !passage.words[mention.phrase_start].is(WordClass::Determiner);
    (bare && mention.kind == MentionKind::Nominal(NominalKind::Person)).then_some(joined)
}

/// Whether another name is joined to a name: `Mina and Steve`.
fn is_joined(passage: &Passage, name: &Mention) -> bool {
    let end = name.tokens.end;
    let and = passage.block.tokens.get(end).is_some_and(|_| passage.block.word(end) == "and");
    let joined = passage.mention_from(end + 1).filter(|_| and);
    joined.is_some_and(|joined| passage.mentions[joined].kind == MentionKind::Name)
}

fn link_one(people: &mut People, passages: &[Passage], name: MentionId, description: MentionId) {
    let Some(id) = people.entity_of(name) else { return };
    let passage = description.passage(passages);
    let mention = description.mention(passages);
    if is_done_something(passage, mention) {
        return;
    }
    let describes = Entity::from_phrase(passage, mention);
    let singular_person = describes.kind == Kind::Person && !describes.plural;
    let kind = people.entity(id).kind;
    let same_kind = kind == describes.kind || kind == Kind::Unknown;
    let short = mention.tokens.len() <= LONGEST_DESCRIPTION;
    if passage.is_one_of_many(mention) && matches!(kind, Kind::Person | Kind::Unknown) {
        people.assign(description, id);
    } else if same_kind && (singular_person || describes.kind == Kind::Organisation) && short {
        people.assign(description, id);
        people.entity_mut(id).add_role(passage, mention.tokens.clone(), end_of_role(passage, mention));
    }
}

/// Whether something is done to whom a description means, in the clause that tells which one somebody else is: `the man who robbed |the
/// clerk|, Tom Hill`. An office is its holder's all the same: `a man who robbed |the mayor|, Ana Reyes`.
fn is_done_something(passage: &Passage, description: &Mention) -> bool {
    let start = description.phrase_start.min(description.tokens.start);
    let verb =
        start.checked_sub(1).filter(|&verb| passage.tags.part_of_speech(verb).is_some_and(PartOfSpeech::is_verb));
    let leads = |&at: &usize| passage.sets().relative_pronouns.has(passage.block.word(at));
    let Some(who) = verb.and_then(|verb| (verb.saturating_sub(LONGEST_VERB)..verb).find(leads)) else { return false };
    let told_of = |other: &Mention| {
        let person = matches!(other.kind, MentionKind::Nominal(NominalKind::Person));
        other.tokens.end == who && person && is_definite(passage, other)
    };
    let mut before = passage.mentions_within(who.saturating_sub(LONGEST_PHRASE)..who);
    !passage.words[description.head].is(WordClass::Title) && before.any(|other| told_of(&passage.mentions[other]))
}

/// Where a description begins after a comma, an age left out: `Ana Reyes, 34, |a nurse|`.
fn behind_age(passage: &Passage, start: usize) -> usize {
    let age = passage.block.tokens.get(start).is_some_and(|token| token.kind == TokenKind::Number);
    let comma = passage.block.tokens.get(start + 1).is_some_and(|_| passage.block.word(start + 1) == ",");
    if age && comma { start + 2 } else { start }
}
