//! Whom does this pronoun or description mean? The question as it is put to the reader and to the learner.

use super::anaphor::Anaphor;
use super::candidates::{self, Asked, Candidate};
use super::profiles::Profiles;
use super::who::Who;
use crate::analysis::{MentionId, MentionKind, NominalKind, Passage, Pronoun};
use crate::coreference::antecedents::AntecedentSearch;
use crate::coreference::entity::{EntityId, Gender};
use crate::coreference::introductions::introduction;
use crate::coreference::people::People;
use crate::coreference::phrase::is_definite;
use crate::coreference::titles::is_short_for;
use crate::language::WordClass;

/// A pronoun or a description, and what the article has told before it.
pub(in crate::coreference) struct Question<'a, 'b> {
    pub people: &'a People,
    pub passages: &'a [Passage<'b>],
    pub profiles: &'a Profiles,
    /// What is asked about.
    pub id: MentionId,
    pub anaphor: Anaphor,
    /// Whether it speaks.
    pub speaks: bool,
    /// Whom hand-weighed salience puts first, for a pronoun.
    pub salient: Option<EntityId>,
    /// Whom the rules find, for a description.
    pub by_rule: Option<EntityId>,
    /// Whom it may mean, nearest first.
    pub candidates: Vec<Candidate>,
}

impl<'a, 'b> Question<'a, 'b> {
    /// The question that a mention asks: a pronoun of the third person, or a description that speaks and means somebody known, as it
    /// seems, but nobody without a name who was called so before.
    pub fn of(search: &AntecedentSearch<'a, 'b>, profiles: &'a Profiles, speaks: bool) -> Option<Question<'a, 'b>> {
        let &AntecedentSearch { people, passages, id, .. } = search;
        let pronoun = match id.mention(passages).kind {
            MentionKind::Pronoun(pronoun) => pronoun,
            MentionKind::Nominal(kind) if speaks || profiles.says(id) => {
                return Question::of_description(search, profiles, kind, speaks);
            }
            _ => return None,
        };
        let anaphor = Anaphor::Pronoun(pronoun);
        if !matches!(pronoun, Pronoun::He | Pronoun::She | Pronoun::They | Pronoun::It) {
            return None;
        }
        let candidates = candidates::of(Asked { people, passages, profiles, id, anaphor });
        let salient = match pronoun {
            Pronoun::He => search.person(Gender::Male),
            Pronoun::She => search.person(Gender::Female),
            _ => None,
        };
        Some(Question { people, passages, profiles, id, anaphor, speaks, salient, by_rule: None, candidates })
    }

    fn of_description(
        search: &AntecedentSearch<'a, 'b>,
        profiles: &'a Profiles,
        kind: NominalKind,
        speaks: bool,
    ) -> Option<Question<'a, 'b>> {
        let &AntecedentSearch { people, passages, id, .. } = search;
        let (passage, mention) = (search.passage(), search.mention());
        if !is_definite(passage, mention) || passage.words[mention.head].is(WordClass::Plural) {
            return None;
        }
        let document = kind == NominalKind::Document;
        if kind == NominalKind::Organisation && search.holds_name() {
            return None;
        }
        if !document && (search.is_nameless() || introduction(people, passages, id).is_some()) {
            return None;
        }
        let by_rule = search.description(kind);
        // What the rules are sure of: whose words a document holds, of what age somebody is, who leads a country.
        let of_country = !search.countries().is_empty();
        let is_sure = |known| document || of_country || !people.is_named(known);
        if by_rule.is_some_and(is_sure) || search.age().is_some() {
            return None;
        }
        let anaphor = Anaphor::Description(kind);
        let candidates = candidates::of_description(Asked { people, passages, profiles, id, anaphor }, by_rule);
        Some(Question { people, passages, profiles, id, anaphor, speaks, salient: None, by_rule, candidates })
    }

    /// Whether it is about a description.
    pub fn describes(&self) -> bool {
        self.anaphor.pronoun().is_none()
    }

    /// Whether a title, the name or a rule speaks for a candidate, and not only where it stands.
    pub fn has_reason(&self, candidate: usize) -> bool {
        let Some(Candidate { who: Who::Known(entity), .. }) = self.candidates.get(candidate) else { return false };
        let (known, written) = (self.people.entity(*entity), self.id.head(self.passages));
        let (language, noun) = (self.passage().block.language, written.to_lowercase());
        self.by_rule == Some(*entity)
            || known.is_called(&noun)
            || known.roles.iter().any(|role| is_short_for(language, written, role))
    }

    /// Whether the noun of the description is an office: whoever has it is mostly called so somewhere in the article.
    pub fn tells_office(&self) -> bool {
        let passage = self.passage();
        passage.words[self.id.mention(self.passages).head].is(WordClass::Title)
    }

    /// The passage that the pronoun stands in.
    pub fn passage(&self) -> &'a Passage<'b> {
        self.id.passage(self.passages)
    }

    /// The gender that the pronoun or the noun says.
    pub fn gender(&self) -> Gender {
        let Question { people, passages, profiles, id, anaphor, .. } = *self;
        Asked { people, passages, profiles, id, anaphor }.gender()
    }
}
