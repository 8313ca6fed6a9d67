//! What the learned tagger says of a candidate and of the words around it.

use super::counts::verb_behind;
use super::list::{Feature, Features, PARTS, Row};
use super::view::CandidateView;
use crate::analysis::{ElementId, Passage};
use crate::language::EntityClass;

/// Writes what the tagger says of a candidate and of the words around it.
pub(super) fn describe(view: &CandidateView, row: &mut Features) {
    let &CandidateView { passage, mention, last, .. } = view;
    row.set(Feature::HeadEntity, head_entity(view));
    row.set(Feature::EntitySpan, entity_span(view));
    row.set(Feature::HeadPart, part_of_token(passage, mention.head));
    let before = passage.element_of(mention.phrase_start).before();
    row.set(Feature::PartBefore, before.map_or(0, |before| part(passage, before)));
    row.set(Feature::PartBehind, part(passage, last.next()));
    row.set(Feature::VerbPart, part(passage, verb_behind(passage, last.next())));
}

/// What the head names, the likelier it speaks the higher.
fn head_entity(view: &CandidateView) -> u8 {
    match view.passage.tags.class_of(view.mention) {
        Some(EntityClass::Other) => 1,
        Some(EntityClass::Place) => 2,
        Some(EntityClass::People) => 3,
        None => 4,
        Some(EntityClass::Organisation) => 5,
        Some(EntityClass::Person) => 6,
    }
}

/// How the mention lies to the name that its head belongs to.
fn entity_span(view: &CandidateView) -> u8 {
    let mention = &view.mention.tokens;
    let Some(name) = view.passage.tags.name_around(view.mention.head) else { return 0 };
    match () {
        () if name == *mention => 1,
        () if name.start <= mention.start && mention.end <= name.end => 2,
        () if mention.start <= name.start && name.end <= mention.end => 3,
        () => 4,
    }
}

/// The part of speech of an element as a number.
fn part(passage: &Passage, element: ElementId) -> u8 {
    match passage.token_of(element) {
        None if passage.is_stretch(element) => PARTS - 1,
        None => 0,
        Some(token) => part_of_token(passage, token),
    }
}

fn part_of_token(passage: &Passage, token: usize) -> u8 {
    passage.tags.part_of_speech(token).map_or(0, |part| 1 + part as u8)
}
