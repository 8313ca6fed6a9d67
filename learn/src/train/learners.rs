//! What learns the models, together.

use super::corpus::Corpus;
use super::{antecedents, kinds, speakers};
use anyhow::Result;
use verbatim::training::{Models, Reader};

/// What learns each model.
pub struct Learners {
    /// The articles.
    pub corpus: Corpus,
    /// Of kinds.
    pub kinds: kinds::Learner,
    /// Of speakers.
    pub speakers: speakers::Learner,
    /// Of whom pronouns mean.
    pub antecedents: antecedents::Learner,
}

/// Learns from these folds all but how likely an answer is right. Whom pronouns mean is learned last, with the speakers that the other
/// models find.
pub fn learn_models(learners: &Learners, learned: &dyn Fn(usize) -> bool) -> Result<Models> {
    let article = |index: usize| learners.corpus.entries.get(index).is_some_and(|entry| learned(entry.fold));
    let speakers = learners.speakers.learn(&article);
    let mut models = Models {
        kinds: learners.kinds.learn(&article),
        evidence: speakers.evidence,
        ranker: speakers.trees,
        antecedents: Vec::new(),
        descriptions: Vec::new(),
        certainty: String::new(),
    };
    let antecedents = learners.antecedents.learn(&Reader::new(&models), learned)?;
    println!("how often the trees ask for each feature:\nspeakers: {}\n{}", speakers.uses, antecedents.uses());
    (models.antecedents, models.descriptions) = antecedents.files();
    Ok(models)
}
