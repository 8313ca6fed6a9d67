//! A language with models that were learned just now.

use super::knowledge::Language;
use super::learned::{Files, Learned, Source};
use super::{en, pack::pack};

/// What was learned, as it is written into the folder of the language.
#[derive(Clone, Debug)]
pub struct Models {
    /// `kind.weights.txt`
    pub kinds: String,
    /// `evidence.txt`
    pub evidence: String,
    /// `ranker.trees`
    pub ranker: Vec<u8>,
    /// `antecedents.trees`
    pub antecedents: Vec<u8>,
    /// `descriptions.trees`
    pub descriptions: Vec<u8>,
    /// `certainty.weights.txt`
    pub certainty: String,
}

/// English with other models than those that are compiled in. It is never given back, for whatever is read keeps its language.
pub(crate) fn with_models(models: &Models) -> &'static Language {
    let learned = Learned::read(Files {
        kinds: pack(&models.kinds, '\t').leak(),
        evidence: pack(&models.evidence, ' ').leak(),
        ranker: models.ranker.clone().leak(),
        antecedents: models.antecedents.clone().leak(),
        descriptions: models.descriptions.clone().leak(),
        certainty: pack(&models.certainty, '\t').leak(),
    });
    Box::leak(Box::new(en::english(Source::Given(Box::new(learned)))))
}
