//! Whether a quotation is somebody's words, and whether these are a clause or a fragment.
//!
//! Two linear models over the features of [`super::features`] decide: the one tells somebody's words from nobody's, the
//! other a clause from a fragment. Their weights are whole hundredths and lie in `weights.txt`, a line a feature, so that
//! the same sums come out on every machine.

use super::Quotation;
use super::features::{Features, Survey};
use crate::annotations::QuoteKind;
use crate::language::{count, packed, unpack};
use crate::text::Document;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What a feature adds to the two sums, in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Weights {
    /// Positive: somebody's words.
    pub said: i32,
    /// Positive: at least a clause.
    pub clause: i32,
}

/// The weights of all features that have any.
#[derive(Default)]
pub(super) struct Model<'a>(FxHashMap<&'a str, Weights>);

impl<'a> Model<'a> {
    /// Reads a table: lines of a key, a tab, and the two weights with a tab between; lines that begin with `#` say what
    /// it is. A line that is not so is passed over: the tests see to it that there is none.
    #[cfg(any(test, feature = "training"))]
    pub fn read(table: &'a str) -> Model<'a> {
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        Model::of(lines.filter_map(|line| line.split_once('\t')), 0)
    }

    /// The model of so many keys with what stands behind each.
    fn of(lines: impl Iterator<Item = (&'a str, &'a str)>, count: usize) -> Model<'a> {
        let mut model = Model(FxHashMap::default());
        model.0.reserve(count);
        for (key, weights) in lines {
            if let Some((said, clause)) = weights.split_once('\t')
                && let (Ok(said), Ok(clause)) = (said.parse(), clause.parse())
            {
                model.0.insert(key, Weights { said, clause });
            }
        }
        model
    }

    /// The two sums for a quotation.
    pub fn score(&self, features: &Features) -> Weights {
        let mut sum = Weights::default();
        for weights in features.iter().filter_map(|key| self.0.get(key)) {
            sum.said += weights.said;
            sum.clause += weights.clause;
        }
        sum
    }
}

fn trained() -> &'static Model<'static> {
    static MODEL: OnceLock<Model> = OnceLock::new();
    let table = packed!("en/models/kind.weights.txt");
    MODEL.get_or_init(|| Model::of(unpack(table), count(table)))
}

/// Gives every quotation its kind.
pub(super) fn judge(document: &Document, quotations: &mut [Quotation]) {
    if quotations.is_empty() {
        return;
    }
    let mut echoes = Vec::new();
    let judged: Vec<(QuoteKind, i32)> = {
        let survey = Survey::new(document, quotations);
        let mut features = Features::default();
        (0..quotations.len())
            .map(|index| match survey.length(index) {
                // What holds no word is nobody's words.
                0 => (QuoteKind::Other, NOBODY),
                length => {
                    echoes.extend(survey.echo_of_heading(index).map(|echo| (index, echo)));
                    if survey.is_name_by_which_known(index) || survey.is_stage_direction(index) {
                        return (QuoteKind::Other, NOBODY);
                    }
                    survey.describe(index, &mut features);
                    let score = trained().score(&features);
                    (kind(score, length), score.said)
                }
            })
            .collect()
    };
    for (quotation, (kind, said)) in quotations.iter_mut().zip(judged) {
        quotation.kind = kind;
        quotation.said = said;
    }
    // What the text says somebody said, its headline does not make a scare quote, unless it speaks more strongly for one.
    for (heading, echo) in echoes {
        if let (Some(said), Some(heading)) =
            (quotations.get(echo).filter(|echo| echo.is_said()).cloned(), quotations.get_mut(heading))
            && heading.said + said.said >= 0
        {
            (heading.kind, heading.said) = (said.kind, said.said);
        }
    }
}

/// The sum of what is surely nobody's words.
const NOBODY: i32 = -1000;

/// So many words without marks of a title are somebody's, whatever stands around them.
const SURELY_SAID: usize = 12;

/// The kind that the two sums stand for. What holds no word is nobody's.
pub(super) fn kind(score: Weights, words: usize) -> QuoteKind {
    match score {
        _ if words == 0 => QuoteKind::Other,
        Weights { said, .. } if said < 0 && words < SURELY_SAID => QuoteKind::Other,
        Weights { clause, .. } if clause < 0 => QuoteKind::Partial,
        _ => QuoteKind::Direct,
    }
}
