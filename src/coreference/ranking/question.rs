//! Whom does this pronoun mean? The question as it is put to the reader and to the learner.

use super::candidates::{self, Asked, Candidate};
use super::describe;
use super::features::Features;
use super::profiles::Profiles;
use crate::analysis::{MentionId, MentionKind, Passage, Pronoun};
use crate::coreference::entity::Gender;
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
    /// Whom it may mean, nearest first.
    pub candidates: Vec<Candidate>,
}

impl<'a, 'b> Question<'a, 'b> {
    /// The question that a mention asks, if it is a pronoun of the third person.
    pub fn of(
        people: &'a People,
        passages: &'a [Passage<'b>],
        profiles: &'a Profiles,
        id: MentionId,
        speaks: bool,
    ) -> Option<Question<'a, 'b>> {
        let MentionKind::Pronoun(pronoun) = id.mention(passages).kind else { return None };
        if !matches!(pronoun, Pronoun::He | Pronoun::She | Pronoun::They | Pronoun::It) {
            return None;
        }
        let candidates = candidates::of(Asked { people, passages, profiles, id, pronoun });
        Some(Question { people, passages, profiles, id, pronoun, speaks, candidates })
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

    /// A row of features for each candidate, and for nobody behind them.
    pub fn features(&self) -> Vec<Features> {
        describe::candidates(self)
    }
}
