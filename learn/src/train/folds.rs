//! What to expect on articles of outlets that were not learned from: each fold is read with models that were learned from the others.

use super::antecedents::Measured;
use super::certainty::{self, Answer};
use super::corpus::FOLDS;
use super::learners::{Learners, learn_models};
use crate::eval::{Prediction, article, convert};
use anyhow::{Context, Result, anyhow};
use std::collections::BTreeMap;
use std::thread;
use verbatim::training::{Place, Reader};

/// All articles as they were read by models that have not seen them.
#[derive(Default)]
pub struct HeldBack {
    /// The articles that were read, by their number in the corpus, with what was found.
    pub predictions: Vec<(usize, Prediction)>,
    /// Where the stretches of each article stand.
    pub places: BTreeMap<usize, Vec<Place>>,
    /// The answers for the stretches that may be somebody's words.
    pub answers: Vec<Answer>,
    /// The annotated pronouns.
    pub pronouns: Vec<Measured>,
}

/// Reads each fold with what the others teach; of the corpus only modern news, where that is enough.
pub fn read(learners: &Learners, only_modern: bool) -> Result<HeldBack> {
    let mut all = HeldBack::default();
    let folds: Vec<Result<HeldBack>> = thread::scope(|scope| {
        let folds: Vec<_> =
            (0..FOLDS).map(|fold| scope.spawn(move || read_fold(learners, fold, only_modern))).collect();
        folds.into_iter().map(|fold| fold.join().map_err(|_| anyhow!("a fold was not learned"))?).collect()
    });
    for (fold, held_back) in folds.into_iter().enumerate() {
        let held_back = held_back.with_context(|| format!("fold {fold}"))?;
        all.predictions.extend(held_back.predictions);
        all.places.extend(held_back.places);
        all.answers.extend(held_back.answers);
        all.pronouns.extend(held_back.pronouns);
    }
    all.predictions.sort_by_key(|(index, _)| *index);
    Ok(all)
}

fn read_fold(learners: &Learners, fold: usize, only_modern: bool) -> Result<HeldBack> {
    let models = learn_models(learners, &|other| other != fold)?;
    let reader = Reader::new(&models);
    let mut held_back =
        HeldBack { pronouns: learners.antecedents.measure(&reader, &models, fold)?, ..HeldBack::default() };
    for (index, entry) in learners.corpus.entries.iter().enumerate().filter(|(_, entry)| entry.fold == fold) {
        if only_modern && !entry.source.is_modern() {
            continue;
        }
        let read = reader.read(&article(&entry.document)?);
        let found = convert(&entry.document.text, &read.annotations);
        held_back.answers.extend(certainty::answers(index, entry, &found, read.certainty));
        held_back.predictions.push((index, found));
        held_back.places.insert(index, read.places);
    }
    Ok(held_back)
}
