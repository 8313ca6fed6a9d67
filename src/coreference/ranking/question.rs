//! Whom does this pronoun mean? The question as it is put to the reader and to the learner.

use super::candidates::{self, Asked, Candidate};
use super::profiles::Profiles;
use crate::analysis::{MentionId, MentionKind, Passage, Pronoun};
use crate::coreference::antecedents::AntecedentSearch;
use crate::coreference::entity::{EntityId, Gender};
use crate::coreference::people::People;

/// A pronoun, and what the article has told before it.
pub(in crate::coreference) struct Question<'a, 'b> {
    pub people: &'a People,
    pub passages: &'a [Passage<'b>],
    pub profiles: &'a Profiles,
    /// The pronoun.
    pub id: MentionId,
    pub pronoun: Pronoun,
    /// Whether it speaks.
    pub speaks: bool,
    /// Whom hand-weighed salience puts first.
    pub salient: Option<EntityId>,
    /// Whom it may mean, nearest first.
    pub candidates: Vec<Candidate>,
}

impl<'a, 'b> Question<'a, 'b> {
    /// The question that a mention asks, if it is a pronoun of the third person.
    pub fn of(search: &AntecedentSearch<'a, 'b>, profiles: &'a Profiles, speaks: bool) -> Option<Question<'a, 'b>> {
        let &AntecedentSearch { people, passages, id, .. } = search;
        let MentionKind::Pronoun(pronoun) = id.mention(passages).kind else { return None };
        if !matches!(pronoun, Pronoun::He | Pronoun::She | Pronoun::They | Pronoun::It) {
            return None;
        }
        let candidates = candidates::of(Asked { people, passages, profiles, id, pronoun });
        let salient = match pronoun {
            Pronoun::He => search.person(Gender::Male),
            Pronoun::She => search.person(Gender::Female),
            _ => None,
        };
        Some(Question { people, passages, profiles, id, pronoun, speaks, salient, candidates })
    }

    /// The passage that the pronoun stands in.
    pub fn passage(&self) -> &'a Passage<'b> {
        self.id.passage(self.passages)
    }

    /// The gender that the pronoun says.
    pub fn gender(&self) -> Gender {
        let Question { people, passages, profiles, id, pronoun, .. } = *self;
        Asked { people, passages, profiles, id, pronoun }.gender()
    }
}
