//! How well the ranker does on outlets that it has not learned from: five folds.

use super::learner::{Source, examples, learn_from};
use super::sources::Document;
use crate::share::percent;
use crate::train::reliability::Reliability;
use anyhow::{Context, Result};
use verbatim::training::Forest;
use verbatim::training::coreference::{AntecedentExample, shares};

/// How many parts the outlets are cut into, to learn from all but one and test on that one.
const FOLDS: u64 = 5;

/// What became of the pronouns of one source.
#[derive(Default)]
struct Outcomes {
    pronouns: usize,
    reachable: usize,
    right: usize,
    speaking: usize,
    speaking_right: usize,
    reliability: Reliability,
}

/// Which part an outlet belongs to: by the FNV-1a hash of its name.
fn fold_of(document: &Document) -> u64 {
    let hash = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    document.outlet.bytes().fold(0xcbf2_9ce4_8422_2325, hash) % FOLDS
}

/// Learns from the outlets of four parts and tests on the fifth, five times, each pronoun read as on a reader's page.
pub fn test(sources: &[Source], errors: bool) -> Result<()> {
    let mut outcomes: Vec<Outcomes> = sources.iter().map(|_| Outcomes::default()).collect();
    for fold in 0..FOLDS {
        let file = learn_from(sources, |document| fold_of(document) != fold)?.file();
        let forest = Forest::read(&file).context("the learned file cannot be read back")?;
        for (source, outcomes) in sources.iter().zip(&mut outcomes) {
            for document in source.documents.iter().filter(|document| fold_of(document) == fold) {
                for example in examples(document, Some(&forest), true) {
                    outcomes.note(&example, &shares(&forest, &example.features), errors && source.name == "modern");
                }
            }
        }
    }
    for (source, outcomes) in sources.iter().zip(&outcomes) {
        println!(
            "{}: {:.1} % of {} pronouns right, {:.1} % of {} that speak; whom they mean is among the candidates of {:.1} %; calibration error {:.3}\n{}",
            source.name,
            percent(outcomes.right, outcomes.pronouns),
            outcomes.pronouns,
            percent(outcomes.speaking_right, outcomes.speaking),
            outcomes.speaking,
            percent(outcomes.reachable, outcomes.pronouns),
            outcomes.reliability.error(),
            outcomes.reliability.table()
        );
    }
    Ok(())
}

impl Outcomes {
    fn note(&mut self, example: &AntecedentExample, shares: &[f32], print_error: bool) {
        let named = example.read;
        let is_right = named.is_some_and(|best| example.right[best]);
        self.pronouns += 1;
        self.reachable += usize::from(example.right.last() == Some(&false));
        self.right += usize::from(is_right);
        self.speaking += usize::from(example.speaks);
        self.speaking_right += usize::from(example.speaks && is_right);
        if let Some(best) = named {
            self.reliability.add(shares[best].into(), is_right);
        }
        if print_error && !is_right {
            let right: Vec<&str> = example
                .names
                .iter()
                .zip(&example.right)
                .filter(|(_, right)| **right)
                .map(|(name, _)| name.as_str())
                .collect();
            let named = named.map_or("nobody", |best| example.names[best].as_str());
            println!(
                "{} | named {named:?}, right {right:?} of {:?}",
                example.context.replace('\n', "⏎"),
                example.names
            );
        }
    }
}
