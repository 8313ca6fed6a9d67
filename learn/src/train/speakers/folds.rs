//! How well the ranker does on articles that it has not learned from: five folds.

use super::articles::Document;
use super::evidence::Evidence;
use super::learner::learn_from;
use super::reliability::Reliability;
use crate::share::percent;
use anyhow::{Context, Result};
use verbatim::training::Forest;
use verbatim::training::attribution::{RankerExample, Speakers, confidences, named, ranker_examples};

/// How many parts the articles are cut into to learn from all but one and test on that one.
const FOLDS: usize = 5;

/// What became of the quotations tested on.
#[derive(Default)]
struct Outcomes {
    /// Quotations with an annotated speaker.
    speakers: usize,
    /// Those for which a mention was named that holds its head.
    right: usize,
    /// Those for which a mention was named that shares a word with it.
    overlapping: usize,
    /// The same two where the forms that leave no doubt go before the trees.
    right_with_forms: usize,
    overlapping_with_forms: usize,
    /// Those for which a form names a mention, and those of them whose mention shares no word.
    formed: usize,
    formed_wrong: usize,
    /// Those for which nobody was named.
    left_out: usize,
    /// Quotations whose speaker is annotated as nobody, and those for which nobody was named.
    nobody: usize,
    nobody_found: usize,
    /// The sum of how surprised the trees were by the annotated speaker, where it is among the candidates.
    surprise: f64,
    reliability: Reliability,
}

/// Learns from all but every fifth article and tests on these, five times. There each quotation is given the speaker that was chosen for the
/// one before, as on a reader's page; the trees learn with the annotated one.
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

/// The shares of belief in each candidate and, last, in nobody.
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
