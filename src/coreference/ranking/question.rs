//! Whom does this pronoun or description mean? The question as it is put to the reader and to the learner.

use super::candidates::{self, Asked, Candidate};
use super::described;
use super::profiles::Profiles;
use crate::analysis::{MentionId, MentionKind, NominalKind, Passage, Pronoun};
use crate::coreference::antecedents::AntecedentSearch;
use crate::coreference::entity::{EntityId, Gender, gender_of_noun};
use crate::coreference::people::People;

/// What refers to somebody without a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::coreference) enum Referring {
    /// A pronoun of the third person.
    Pronoun(Pronoun),
    /// A noun phrase that speaks or stands beside a cue.
    Description(NominalKind),
}

impl Referring {
    /// The pronoun, if it is one.
    pub fn pronoun(self) -> Option<Pronoun> {
        match self {
            Referring::Pronoun(pronoun) => Some(pronoun),
            Referring::Description(_) => None,
        }
    }

    /// Whether it is a noun phrase for a person.
    pub fn is_person(self) -> bool {
        matches!(self, Referring::Description(NominalKind::Person | NominalKind::Unknown))
    }

    /// What the noun phrase describes, if it is one.
    pub fn description(self) -> Option<NominalKind> {
        match self {
            Referring::Pronoun(_) => None,
            Referring::Description(kind) => Some(kind),
        }
    }
}

/// A pronoun or a description, and what the article tells around it.
pub(in crate::coreference) struct Question<'a, 'b> {
    pub people: &'a People,
    pub passages: &'a [Passage<'b>],
    pub profiles: &'a Profiles,
    /// The pronoun or description.
    pub id: MentionId,
    pub referring: Referring,
    /// Whether it speaks.
    pub speaks: bool,
    /// Whom hand-weighed salience puts first, for a pronoun.
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
        let referring = Referring::Pronoun(pronoun);
        Some(Question { people, passages, profiles, id, referring, speaks, salient, candidates })
    }

    /// The question that a mention asks, if it is a description that speaks or stands beside a cue.
    pub fn of_description(
        search: &AntecedentSearch<'a, 'b>,
        profiles: &'a Profiles,
        speaks: bool,
    ) -> Option<Question<'a, 'b>> {
        let &AntecedentSearch { people, passages, id, .. } = search;
        let MentionKind::Nominal(kind) = id.mention(passages).kind else { return None };
        if !described::asks(search, speaks) {
            return None;
        }
        let candidates = described::candidates(search, profiles, kind);
        let referring = Referring::Description(kind);
        Some(Question { people, passages, profiles, id, referring, speaks, salient: None, candidates })
    }

    /// The passage that the pronoun or description stands in.
    pub fn passage(&self) -> &'a Passage<'b> {
        self.id.passage(self.passages)
    }

    /// The gender that the pronoun or the noun says.
    pub fn gender(&self) -> Gender {
        match self.referring {
            Referring::Pronoun(Pronoun::He) => Gender::Male,
            Referring::Pronoun(Pronoun::She) => Gender::Female,
            Referring::Pronoun(_) => Gender::Unknown,
            Referring::Description(_) => gender_of_noun(self.passage().sets(), self.id.head(self.passages)),
        }
    }
}
