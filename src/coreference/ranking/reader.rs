//! What the trees believe.

use super::anaphor::Anaphor;
use super::describe::describe;
use super::question::Question;
use crate::language::Language;
use crate::models::trees::Forest;

/// How many pronouns of an article are ranked however dense they stand.
const RANKED: usize = 300;

/// How many bytes of text a further one needs. No article has so many, but a page that repeats a pronoun would cost many times what an
/// article of its length does.
const BYTES_EACH: usize = 160;

/// Above this share of belief somebody is named for a pronoun that speaks, though more of it be in nobody.
const WORTH_NAMING: f32 = 0.15;

/// Somebody is named for a description only above this share of belief, and above the larger one if neither a title nor a
/// name nor a rule speaks for it, and the noun is no office: the description says something by itself, and a wrong name is worse than none.
const WORTH_TYING: f32 = 0.5;
const WORTH_TYING_ALONE: f32 = 0.7;

/// The candidates by their places, most believed first, each with its share of belief.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::coreference) struct Answer {
    pub ranked: Vec<(usize, f32)>,
}

impl Answer {
    /// The place of the candidate chosen.
    #[cfg(feature = "training")]
    pub fn chosen(&self) -> Option<usize> {
        self.ranked.first().map(|&(place, _)| place)
    }
}

/// Who answers the questions.
pub(in crate::coreference) trait Policy {
    /// Whom the pronoun or the description means, if anybody.
    fn answer(&mut self, question: &Question) -> Option<Answer>;
}

/// Believes the trees.
pub(in crate::coreference) struct Reader {
    pronouns: Option<&'static Forest<'static>>,
    descriptions: Option<&'static Forest<'static>>,
    ranked: usize,
    bytes: Vec<usize>,
}

impl Reader {
    /// The reader of an article in a language; its blocks have so many bytes.
    pub fn of(language: &'static Language, blocks: impl Iterator<Item = usize>) -> Reader {
        let bytes = blocks.scan(0, |total: &mut usize, length| Some(std::mem::replace(total, *total + length)));
        Reader {
            pronouns: language.antecedents(),
            descriptions: language.descriptions(),
            ranked: 0,
            bytes: bytes.collect(),
        }
    }
}

impl Policy for Reader {
    fn answer(&mut self, question: &Question) -> Option<Answer> {
        if question.candidates.is_empty() || self.ranked >= RANKED + self.bytes[question.id.block] / BYTES_EACH {
            return None;
        }
        self.ranked += 1;
        let forest = if question.describes() { self.descriptions } else { self.pronouns };
        best(&forest?.shares(&describe(question)), question)
    }
}

/// The candidate with the largest of the shares, of which the last is nobody's; nothing where that is larger. A pronoun that speaks means
/// somebody, as long as anybody is worth naming.
pub(in crate::coreference) fn best(shares: &[f32], question: &Question) -> Option<Answer> {
    let (&nobody, candidates) = shares.split_last()?;
    let mut ranked: Vec<(usize, f32)> = candidates.iter().copied().enumerate().collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1));
    let &(place, share) = ranked.first()?;
    let is_worth_it = match question.anaphor {
        Anaphor::Pronoun(_) => share >= nobody || question.speaks && share >= WORTH_NAMING,
        Anaphor::Description(_) if question.has_reason(place) => share >= WORTH_TYING,
        Anaphor::Description(_) => share >= WORTH_TYING_ALONE && !question.tells_office(),
    };
    is_worth_it.then_some(Answer { ranked })
}
