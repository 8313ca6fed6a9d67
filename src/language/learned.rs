//! What was learned from a language's news.

use super::lexicon::Lexicon;
use super::unpack::{count, unpack};
use crate::models::linear::Linear;
use crate::models::trees::Forest;
use std::sync::LazyLock;

/// The evidence of a word about who speaks, one number for each position that it can have beside a candidate or a quotation: 0 if unknown,
/// 20 if it makes the candidate neither more nor less likely, more if it makes it likelier.
pub(crate) type Evidence = [u8; 7];

/// What `cargo xtask train` learned; MODEL_CARD.md says from what and how well.
pub(crate) struct Learned {
    /// What tells somebody's words from nobody's, and a clause from a fragment.
    pub kinds: Linear<'static, 2>,
    /// What single words tell about who speaks, a number for each place beside candidate and quotation.
    pub evidence: Lexicon<Evidence>,
    /// The trees that rank the candidates of a quotation.
    pub ranker: Option<Forest<'static>>,
    /// The trees that rank whom a pronoun may mean.
    pub antecedents: Option<Forest<'static>>,
    /// The trees that rank whom a description that speaks may mean.
    pub descriptions: Option<Forest<'static>>,
    /// How likely it is that a name shown is right, and that words are somebody's.
    pub certainty: Linear<'static, 2>,
}

/// The files of what was learned; all but the trees are packed tables.
#[derive(Clone, Copy)]
pub(crate) struct Files {
    /// The weights of kinds.
    pub kinds: &'static str,
    /// What words tell.
    pub evidence: &'static str,
    /// The trees.
    pub ranker: &'static [u8],
    /// The trees of antecedents.
    pub antecedents: &'static [u8],
    /// The trees of descriptions.
    pub descriptions: &'static [u8],
    /// The weights of certainty.
    pub certainty: &'static str,
}

impl Learned {
    /// Reads the files.
    pub fn read(files: Files) -> Learned {
        Learned {
            kinds: linear(files.kinds),
            evidence: evidence(files.evidence),
            ranker: Forest::read(files.ranker),
            antecedents: Forest::read(files.antecedents),
            descriptions: Forest::read(files.descriptions),
            certainty: linear(files.certainty),
        }
    }
}

/// The weights in a packed table.
pub(super) fn linear<const SUMS: usize>(table: &'static str) -> Linear<'static, SUMS> {
    Linear::read(unpack(table), count(table))
}

/// The evidence of words in a packed table, one number for each of what it is about.
pub(super) fn evidence<const ABOUT: usize>(table: &'static str) -> Lexicon<[u8; ABOUT]>
where
    [u8; ABOUT]: Copy + Default,
{
    let mut lexicon = Lexicon::new();
    lexicon.add(table, &|mut values: [u8; ABOUT], attributes| {
        for (value, written) in values.iter_mut().zip(attributes.split(' ')) {
            *value = written.parse().unwrap_or(0);
        }
        values
    });
    lexicon
}

/// Where what was learned comes from.
pub(crate) enum Source {
    /// It is compiled in, and read when first asked for.
    Compiled(&'static LazyLock<Learned>),
    /// It was learned just now, to be measured.
    #[cfg(feature = "training")]
    Given(Box<Learned>),
}

impl Source {
    /// What was learned.
    pub fn get(&self) -> &Learned {
        match self {
            Source::Compiled(learned) => learned,
            #[cfg(feature = "training")]
            Source::Given(learned) => learned,
        }
    }
}
