//! What to expect on articles of outlets that were not learned from: each fold is read with models that were learned from the others.

use super::certainty::{self, Answer};
use super::corpus::{Corpus, FOLDS};
use super::{kinds, speakers};
use crate::eval::{Prediction, article, convert};
use anyhow::Result;
use verbatim::training::{Models, Reader};

/// All articles as they were read by models that have not seen them.
pub struct HeldBack {
    /// For each article of the corpus what was found.
    pub predictions: Vec<Prediction>,
    /// The answers for the stretches that may be somebody's words.
    pub answers: Vec<Answer>,
}

/// Reads each fold of a corpus with what the others teach.
pub fn read(corpus: &Corpus, kinds: &kinds::Learner, speakers: &speakers::Learner) -> Result<HeldBack> {
    let mut predictions: Vec<Option<Prediction>> = corpus.entries.iter().map(|_| None).collect();
    let mut answers = Vec::new();
    for fold in 0..FOLDS {
        let learned = |index: usize| corpus.entries.get(index).is_some_and(|entry| entry.fold != fold);
        let ranker = speakers.learn(&learned);
        let models = Models {
            kinds: kinds.learn(&learned),
            evidence: ranker.evidence,
            ranker: ranker.trees,
            certainty: String::new(),
        };
        let reader = Reader::new(&models);
        let held_back = corpus.entries.iter().zip(&mut predictions).enumerate();
        for (index, (entry, prediction)) in held_back.filter(|(_, (entry, _))| entry.fold == fold) {
            let read = reader.read(&article(&entry.document)?);
            let found = convert(&entry.document.text, &read.annotations);
            answers.extend(certainty::answers(index, entry, &found, read.certainty));
            *prediction = Some(found);
        }
    }
    Ok(HeldBack { predictions: predictions.into_iter().flatten().collect(), answers })
}
