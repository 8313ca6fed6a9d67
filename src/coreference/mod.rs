//! Who is who: names, pronouns and epithets that mean one person.
//!
//! Names are grouped first, over the whole article; then pronouns and descriptions are tied to them in reading order, by gender,
//! recency and place in the sentence, in the tradition of Lappin & Leass (1994) and Hobbs (1978).

mod acronyms;
mod antecedents;
mod appositions;
mod descriptions;
mod entity;
mod gender;
mod grouping;
mod introductions;
mod leaders;
mod names;
mod people;
mod phrase;
mod pronouns;
mod ranking;
#[cfg(feature = "explain")]
mod reasons;
mod reference;
mod roles;
mod titles;
mod told;
#[cfg(feature = "training")]
pub mod training;
mod watch;

pub(crate) use entity::EntityId;
pub(crate) use people::People;
#[cfg(feature = "explain")]
pub(crate) use reasons::{Tie, resolve_and_explain};
pub(crate) use reference::name_sources;
#[cfg(feature = "explain")]
pub(crate) use watch::Step as TieStep;

use crate::analysis::{MentionId, Passage};
use ranking::{Policy, Reader};
use watch::{Step, Watch};

/// The people of an article, by the mentions that speak.
pub(crate) fn resolve(passages: &[Passage], speakers: impl Iterator<Item = MentionId>) -> People {
    resolve_watched(passages, speakers, &mut ())
}

fn resolve_watched(passages: &[Passage], speakers: impl Iterator<Item = MentionId>, watch: &mut impl Watch) -> People {
    let Some(first) = passages.first() else { return People::new(passages) };
    let blocks = passages.iter().map(|passage| passage.block.text.len());
    resolve_by(passages, speakers, &mut Reader::of(first.block.language, blocks), watch)
}

/// The same, where a policy says whom the pronouns mean.
fn resolve_by(
    passages: &[Passage],
    speakers: impl Iterator<Item = MentionId>,
    policy: &mut impl Policy,
    watch: &mut impl Watch,
) -> People {
    let mut speakers: Vec<MentionId> = speakers.collect();
    speakers.sort_unstable();
    speakers.dedup();
    let mut people = People::new(passages);
    grouping::group_names(&mut people, passages);
    acronyms::link(&mut people, passages);
    watch.done(Step::Names, &people);
    appositions::link(&mut people, passages);
    watch.done(Step::Appositions, &people);
    gender::learn(&mut people, passages);
    reference::resolve(&mut people, passages, &speakers, policy, watch);
    watch.done(Step::References, &people);
    people.sort_mentions();
    people
}
