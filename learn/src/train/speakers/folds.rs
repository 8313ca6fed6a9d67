//! Five-fold cross-validation of the ranker.

use super::articles::Document;
use super::evidence::Evidence;
use super::learner::learn_from;
use crate::share::percent;
use crate::train::reliability::Reliability;
use anyhow::{Context, Result};
use verbatim::training::Forest;
use verbatim::training::attribution::{RankerExample, Speakers, confidences, named, ranker_examples};

/// The number of folds.
const FOLDS: usize = 5;

/// The results for the tested quotations.
#[derive(Default)]
struct Outcomes {
    /// Quotations with an annotated speaker.
    speakers: usize,
    /// Those whose predicted mention contains the head of the annotated one.
    right: usize,
    /// Those whose predicted mention shares a word with the annotated one.
    overlapping: usize,
    /// The same two numbers if the forms take precedence over the trees.
    right_with_forms: usize,
    overlapping_with_forms: usize,
    /// Those for which a form predicts a mention, and those of them whose mention shares no word with the annotated one.
    formed: usize,
    formed_wrong: usize,
    /// Those without a predicted speaker.
    left_out: usize,
    /// Quotations annotated as having no speaker, and those of them without a predicted speaker.
    nobody: usize,
    nobody_found: usize,
    /// The sum of the log loss, over quotations whose annotated speaker is among the candidates.
    surprise: f64,
    reliability: Reliability,
}

/// Trains on all but every fifth article and tests on those, five times. In the test, the speaker of the previous quotation is the predicted
/// one, as in the engine; in training, it is the annotated one.
pub fn test(documents: &[Document], examples: &[Vec<RankerExample>], errors: bool) -> Result<()> {
    let mut outcomes = Outcomes::default();
    for fold in 0..FOLDS {
        let learned_on: Vec<&Vec<RankerExample>> = examples
            .iter()
            .enumerate()
            .filter(|(index, _)| index % FOLDS != fold)
            .map(|(_, article)| article)
            .collect();
        let (learned, evidence) = learn_from(&learned_on);
        let file = learned.file();
        let forest = Forest::read(&file).context("the learned file cannot be read back")?;
        let (right, speakers) = (outcomes.right, outcomes.speakers);
        for document in documents.iter().skip(fold).step_by(FOLDS) {
            let chosen = |example: &RankerExample| named(&shares_of(&forest, &evidence, example));
            for example in &ranker_examples(&document.article, &document.quotations, Speakers::Believed(&chosen)) {
                outcomes.note(example, &shares_of(&forest, &evidence, example), errors);
            }
        }
        let (right, speakers) = (outcomes.right - right, outcomes.speakers - speakers);
        println!("fold {}: {:.2} % of {speakers}", fold + 1, percent(right, speakers));
    }
    outcomes.print();
    Ok(())
}

/// The probability of each candidate and, last, of no speaker.
fn shares_of(forest: &Forest, evidence: &Evidence, example: &RankerExample) -> Vec<f32> {
    confidences(forest, &evidence.tell(example))
}

impl Outcomes {
    fn note(&mut self, example: &RankerExample, shares: &[f32], print_error: bool) {
        let named = named(shares);
        let is_right = named.is_some_and(|candidate| example.right[candidate]);
        let overlaps = named.is_some_and(|candidate| example.overlapping[candidate]);
        if let Some(candidate) = named {
            self.reliability.add(shares[candidate].into(), is_right);
        }
        let has_speaker = example.overlapping.last() == Some(&false);
        if !has_speaker {
            self.nobody += 1;
            self.nobody_found += usize::from(named.is_none());
            return;
        }
        self.speakers += 1;
        self.right += usize::from(is_right);
        self.overlapping += usize::from(overlaps);
        let with_forms = example.plain.or(named);
        self.right_with_forms += usize::from(with_forms.is_some_and(|candidate| example.right[candidate]));
        let overlaps_with_forms = with_forms.is_some_and(|candidate| example.overlapping[candidate]);
        self.overlapping_with_forms += usize::from(overlaps_with_forms);
        self.formed += usize::from(example.plain.is_some());
        self.formed_wrong += usize::from(example.plain.is_some() && !overlaps_with_forms);
        self.left_out += usize::from(named.is_none());
        if example.reachable() {
            let right = shares.iter().zip(&example.right).filter(|(_, right)| **right);
            self.surprise -= f64::from(right.map(|(share, _)| share).sum::<f32>().max(1e-3).ln());
        }
        if print_error && !overlaps_with_forms {
            let named = with_forms;
            let words = named.map_or("nobody", |candidate| example.words[candidate].as_str());
            let sure = named.map_or(0.0, |candidate| shares[candidate]);
            let form = if example.plain.is_some() { " by its form" } else { "" };
            let note = if example.reachable() { "" } else { "; no candidate is right" };
            println!("{} | named {words:?} {sure:.2}{form}{note}", example.context.replace('\n', "⏎"));
        }
    }

    fn print(&self) {
        println!(
            "five folds: {:.2} % right, {:.2} % sharing a word, {:.2} % left without a speaker, log loss {:.4}",
            percent(self.right, self.speakers),
            percent(self.overlapping, self.speakers),
            percent(self.left_out, self.speakers),
            self.surprise / self.speakers.max(1) as f64
        );
        println!(
            "with the forms that leave no doubt: {:.2} % right, {:.2} % sharing a word; of {} that a form names {} share none",
            percent(self.right_with_forms, self.speakers),
            percent(self.overlapping_with_forms, self.speakers),
            self.formed,
            self.formed_wrong
        );
        println!("{} of {} that nobody is annotated for are left without a speaker", self.nobody_found, self.nobody);
        println!(
            "reliability, expected calibration error {:.3}:\n{}",
            self.reliability.error(),
            self.reliability.table()
        );
    }
}
