//! What became of pronouns that were read by trees which had not seen them.

use super::SOURCES;
use crate::share::percent;
use crate::train::reliability::Reliability;
use std::fmt;
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
        let mut descriptions = Descriptions::default();
        for measured in measured.iter().filter(|measured| measured.source == source) {
            if measured.example.describes {
                descriptions.note(measured);
            } else {
                outcomes.note(measured);
            }
        }
        format!(
            "{source}: {:.1} % of {} pronouns right, {:.1} % of {} that speak; whom they mean is among the candidates of {:.1} %; \
             calibration error {:.3}{descriptions}\n",
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

/// The results for the descriptions of one source.
#[derive(Default)]
struct Descriptions {
    all: usize,
    of_somebody: usize,
    named: usize,
    right: usize,
}

impl Descriptions {
    fn note(&mut self, Measured { example, .. }: &Measured) {
        self.all += 1;
        self.of_somebody += usize::from(example.right.last() == Some(&false));
        self.named += usize::from(example.read.is_some());
        self.right += usize::from(example.read.is_some_and(|best| example.right[best]));
    }
}

impl fmt::Display for Descriptions {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Descriptions { all, of_somebody, named, right } = *self;
        if all == 0 {
            return Ok(());
        }
        write!(
            formatter,
            "; of {all} descriptions {of_somebody} mean somebody with a name, who is found for {:.1} %; {:.1} % of {named} that are given \
             a name have the right one",
            percent(right, of_somebody),
            percent(right, named),
        )
    }
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
