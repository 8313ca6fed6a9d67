//! The evidence of single words about who speaks, as one byte for each word and slot.
//!
//! Target encoding after Micci-Barreca (2001): the log-odds of the outcome given a word, shrunk towards those of all words if the word is
//! rare. The encoding of an article excludes its own counts; otherwise the ranker would rely too much on rare words.

use std::collections::BTreeMap;
use std::fmt::Write;
use verbatim::training::WIDTH;
use verbatim::training::attribution::{Feature, RankerExample, SLOTS, Slot};

/// The number of folds; the encoding of each uses only the counts of the others.
const PARTS: usize = 5;

/// The fewest occurrences of a word in the table.
const SEEN: u32 = 6;

/// The weight of the log-odds of all words, in occurrences.
const PRIOR: f64 = 3.0;

/// The value of a neutral word, and the number of steps in one unit of log-odds.
const NEUTRAL: f64 = 20.0;
const STEPS: f64 = 5.0;

/// Counts for each word and slot: all occurrences, and those with the right candidate.
#[derive(Clone, Default)]
pub struct Evidence {
    counts: [BTreeMap<String, (u32, u32)>; SLOTS],
}

impl Evidence {
    /// Counts the words of articles.
    pub fn of<'a>(examples: impl Iterator<Item = &'a RankerExample>) -> Evidence {
        let mut evidence = Evidence::default();
        for example in examples {
            evidence.count(example);
        }
        evidence
    }

    fn count(&mut self, example: &RankerExample) {
        if !example.right.contains(&true) {
            return;
        }
        for (words, &right) in example.evidence.iter().zip(&example.right) {
            for slot in Slot::OF_CANDIDATE {
                add(&mut self.counts[slot as usize], &words[slot as usize], right);
            }
        }
        // The words beside the quotation are evidence for the side of the speaker.
        let side = |wanted: &dyn Fn(usize) -> bool| (0..example.right.len()).any(|at| example.right[at] && wanted(at));
        let before = side(&|at| {
            value(example, at, Feature::Kind) > 0
                && value(example, at, Feature::BlocksBefore) == 0
                && value(example, at, Feature::Behind) == 0
        });
        let behind = side(&|at| value(example, at, Feature::Behind) == 1);
        for slot in Slot::OF_QUOTATION {
            let speaks = if slot == Slot::BehindQuotation { behind } else { before };
            add(&mut self.counts[slot as usize], &example.evidence[0][slot as usize], speaks);
        }
    }

    /// The value of a word.
    fn value(&self, slot: usize, word: &str, overall: f64) -> u8 {
        match self.counts[slot].get(word) {
            Some(&(seen, spoke)) if seen >= SEEN => {
                let share = (f64::from(spoke) + PRIOR * overall) / (f64::from(seen) + PRIOR);
                let odds = (share / (1.0 - share)).ln() - (overall / (1.0 - overall)).ln();
                (NEUTRAL + STEPS * odds).round().clamp(1.0, 40.0) as u8
            }
            _ => 0,
        }
    }

    fn overall(&self) -> [f64; SLOTS] {
        std::array::from_fn(|slot| {
            let (seen, spoke) = self.counts[slot].values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
            f64::from(spoke + 1) / f64::from(seen + 2)
        })
    }

    /// Writes the evidence into the features of an example.
    pub fn tell(&self, example: &RankerExample) -> Vec<[u8; WIDTH]> {
        let overall = self.overall();
        let mut features = example.features.clone();
        for (row, words) in features.iter_mut().zip(&example.evidence) {
            for slot in Slot::ALL {
                let (at, word) = (slot as usize, &words[slot as usize]);
                row[slot.feature() as usize] = if word.is_empty() { 0 } else { self.value(at, word, overall[at]) };
            }
        }
        features
    }

    /// The file that is compiled into the engine: one word on each line, with a value for each slot.
    pub fn file(&self) -> String {
        let overall = self.overall();
        let mut words: BTreeMap<&str, [u8; SLOTS]> = BTreeMap::new();
        for (slot, counts) in self.counts.iter().enumerate() {
            for word in counts.keys() {
                let value = self.value(slot, word, overall[slot]);
                if value > 0 {
                    words.entry(word).or_default()[slot] = value;
                }
            }
        }
        let mut file = String::from("# What words say of who speaks; made by `cargo xtask train`.\n");
        for (word, values) in words {
            let values: Vec<String> =
                values.iter().map(|&value| if value == 0 { String::new() } else { value.to_string() }).collect();
            let line = format!("{word} {}", values.join(" "));
            let _ = writeln!(file, "{}", line.trim_end());
        }
        file
    }
}

/// The features of all examples, each with the evidence of the other folds only.
pub fn tell_crosswise(articles: &[&Vec<RankerExample>]) -> Vec<Vec<[u8; WIDTH]>> {
    let parts: Vec<Evidence> = (0..PARTS)
        .map(|part| {
            let others = articles.iter().enumerate().filter(|(index, _)| index % PARTS != part);
            Evidence::of(others.flat_map(|(_, article)| article.iter()))
        })
        .collect();
    let told = articles.iter().enumerate().map(|(index, article)| (&parts[index % PARTS], article));
    told.flat_map(|(evidence, article)| article.iter().map(|example| evidence.tell(example))).collect()
}

fn add(counts: &mut BTreeMap<String, (u32, u32)>, word: &str, speaks: bool) {
    if word.is_empty() || word.len() > 20 || !word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '’') {
        return;
    }
    let (seen, spoke) = counts.entry(word.to_owned()).or_default();
    *seen += 1;
    *spoke += u32::from(speaks);
}

fn value(example: &RankerExample, candidate: usize, feature: Feature) -> u8 {
    example.features[candidate][feature as usize]
}
