//! What became of pronouns that were read by trees which had not seen them.

use super::SOURCES;
use crate::share::percent;
use crate::train::reliability::Reliability;
use verbatim::training::coreference::AntecedentExample;

/// A pronoun that was read.
pub struct Measured {
    /// The name of its source.
    pub source: &'static str,
    /// The pronoun.
    pub example: AntecedentExample,
    /// The shares of belief in its candidates and in nobody.
    pub shares: Vec<f32>,
}

/// The results for one source.
#[derive(Default)]
struct Outcomes {
    pronouns: usize,
    reachable: usize,
    right: usize,
    speaking: usize,
    speaking_right: usize,
    reliability: Reliability,
}

/// The results for each source, in lines.
pub fn report(measured: &[Measured]) -> String {
    let of_source = |(source, _): (&'static str, f64)| {
        let mut outcomes = Outcomes::default();
        measured.iter().filter(|measured| measured.source == source).for_each(|measured| outcomes.note(measured));
        format!(
            "{source}: {:.1} % of {} pronouns right, {:.1} % of {} that speak; whom they mean is among the candidates of {:.1} %; \
             calibration error {:.3}\n",
            percent(outcomes.right, outcomes.pronouns),
            outcomes.pronouns,
            percent(outcomes.speaking_right, outcomes.speaking),
            outcomes.speaking,
            percent(outcomes.reachable, outcomes.pronouns),
            outcomes.reliability.error(),
        )
    };
    SOURCES.into_iter().map(of_source).collect()
}

impl Outcomes {
    fn note(&mut self, Measured { example, shares, .. }: &Measured) {
        let is_right = example.read.is_some_and(|best| example.right[best]);
        self.pronouns += 1;
        self.reachable += usize::from(example.right.last() == Some(&false));
        self.right += usize::from(is_right);
        self.speaking += usize::from(example.speaks);
        self.speaking_right += usize::from(example.speaks && is_right);
        if let Some(best) = example.read {
            self.reliability.add(shares[best].into(), is_right);
        }
    }
}
