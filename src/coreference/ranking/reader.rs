//! What the trees believe.

use super::describe::describe;
use super::question::{Question, Referring};
use crate::language::Language;
use crate::models::trees::Forest;

/// How many pronouns and descriptions of an article are ranked however dense they stand.
const RANKED: usize = 300;

/// How many bytes of text a further one needs. No article has so many, but a page that repeats a pronoun would cost many times what an
/// article of its length does.
const BYTES_EACH: usize = 160;

/// Above this share of belief somebody is named for a pronoun that speaks, though more of it be in nobody.
const WORTH_NAMING: f32 = 0.15;

/// From this share of belief on a description means somebody named: what tells it has to outweigh all else, since a wrong name is worse than
/// the article's own words.
const NAMED_FROM: f32 = 0.75;

/// The candidates by their places, most believed first, each with its share of belief.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::coreference) struct Answer {
    pub ranked: Vec<(usize, f32)>,
    /// The share of belief in nobody known: a description may be all that is said of somebody.
    pub nobody: f32,
}

impl Answer {
    /// The place of the candidate chosen.
    #[cfg(feature = "training")]
    pub fn chosen(&self) -> Option<usize> {
        self.ranked.first().map(|&(place, _)| place)
    }

    /// The place of somebody with a name whom a description means, and the share of belief.
    pub fn likely(&self) -> Option<(usize, f32)> {
        self.ranked.first().copied().filter(|&(_, share)| share >= NAMED_FROM)
    }
}

/// Who answers the questions.
pub(in crate::coreference) trait Policy {
    /// Whom the pronoun or description means; nothing where nobody can tell.
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
        let forest = match question.referring {
            Referring::Pronoun(_) => self.pronouns?,
            Referring::Description(_) => self.descriptions?,
        };
        best(&forest.shares(&describe(question)), question)
    }
}

/// The candidates by their shares, of which the last is nobody's. A pronoun means nobody where that is the largest; one that speaks means
/// somebody all the same, as long as anybody is worth naming.
pub(in crate::coreference) fn best(shares: &[f32], question: &Question) -> Option<Answer> {
    let (&nobody, candidates) = shares.split_last()?;
    let mut ranked: Vec<(usize, f32)> = candidates.iter().copied().enumerate().collect();
    ranked.sort_by(|one, other| other.1.total_cmp(&one.1));
    let &(_, share) = ranked.first()?;
    let described = question.referring.description().is_some();
    let worth_naming = question.speaks && share >= WORTH_NAMING;
    (described || share >= nobody || worth_naming).then_some(Answer { ranked, nobody })
}
