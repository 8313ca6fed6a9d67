//! Who looks on while mentions are tied to entities.

use super::antecedents::AntecedentSearch;
use super::entity::EntityId;
use super::people::People;
use super::ranking::{Answer, Candidate};
use crate::analysis::MentionId;

/// A step that ties mentions to entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Names grouped over the article.
    Names,
    /// Descriptions beside names.
    Appositions,
    /// Pronouns and descriptions.
    References,
}

/// Looks on. Reading an article needs nobody who does.
pub(super) trait Watch {
    /// A step is done.
    fn done(&mut self, _step: Step, _people: &People) {}

    /// A search found the entity of a mention, or none.
    fn found(&mut self, _search: &AntecedentSearch, _entity: Option<EntityId>) {}

    /// The candidates of a pronoun or a description were ranked, and one was chosen.
    fn ranked(&mut self, _anaphor: MentionId, _candidates: &[Candidate], _answer: &Answer) {}
}

impl Watch for () {}
