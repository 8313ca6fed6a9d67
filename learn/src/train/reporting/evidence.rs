//! What single words say of reported speech, counted in annotated news.

use super::documents::Document;
use std::collections::BTreeMap;
use verbatim::training::reporting::{About, ReportingEvidence, sightings, stem_of};

/// How often a word, or a stem, was seen, and how often with the answer yes.
type Counts = [(f64, f64); About::ALL.len()];

/// A word that attributes less often is in no table unless it says something else.
const LEAST_CUES: f64 = 2.0;

/// What is counted for a word before it is seen: so often, with the average answer.
const PRIOR: f64 = 2.0;

/// A cue is at least so likely to be one; with less, it is asked about in vain.
const LEAST_LIKELY: f64 = 0.03;

/// How often a word must be seen beside contents to be in the table.
const LEAST_BESIDE: f64 = 60.0;

/// The evidence of words and stems.
#[derive(Default)]
pub struct Evidence(BTreeMap<String, ReportingEvidence>);

impl Evidence {
    /// Counts twice: by the first count it is known which word of a long cue tells most.
    pub fn of<'d>(documents: impl Iterator<Item = &'d Document> + Clone) -> Evidence {
        Evidence::counted(documents.clone(), &Evidence::counted(documents, &Evidence::default()))
    }

    fn counted<'d>(documents: impl Iterator<Item = &'d Document>, known: &Evidence) -> Evidence {
        let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
        for document in documents {
            for sighting in sightings(&document.lesson(), &|word| known.get(word)) {
                for key in [stem_of(&sighting.word), sighting.word].into_iter().filter(|key| !key.is_empty()) {
                    let count = &mut counts.entry(key).or_default()[sighting.about as usize];
                    count.0 += 1.0;
                    count.1 += if sighting.yes { 1.0 } else { 0.0 };
                }
            }
        }
        let mut average = [(0.0, 0.0); About::ALL.len()];
        for counts in counts.values() {
            for (sum, count) in average.iter_mut().zip(counts) {
                sum.0 += count.0;
                sum.1 += count.1;
            }
        }
        let average = average.map(|(all, yes)| yes / f64::max(all, 1.0));
        let stems: BTreeMap<String, f64> = counts
            .iter()
            .filter(|(key, _)| key.ends_with('-'))
            .map(|(key, counts)| (key.clone(), counts[0].0))
            .collect();
        let entry = |(key, counts): (String, Counts)| {
            // A word that is nearly all of its stem needs no entry of its own, nor does a stem of one word.
            let values = values_of(&counts, &average)?;
            let stem = stem_of(&key);
            let covered = !key.ends_with('-')
                && stems.get(&stem).is_some_and(|&all| counts[0].0 >= 0.98 * all || counts[0].0 < 8.0);
            (!covered).then_some((key, values))
        };
        Evidence(counts.into_iter().filter_map(entry).collect())
    }

    /// The evidence of a word, or else of its stem.
    pub fn get(&self, word: &str) -> Option<ReportingEvidence> {
        let word = word.to_lowercase();
        self.0.get(&word).or_else(|| self.0.get(&stem_of(&word))).copied()
    }

    /// The file that is compiled into the engine.
    pub fn file(&self) -> String {
        let mut file = String::from("# What words say of reported speech; made by `cargo xtask train`.\n");
        for (word, values) in &self.0 {
            let written: Vec<String> =
                values.iter().map(|&value| if value == 0 { String::new() } else { value.to_string() }).collect();
            file.push_str(&format!("{word} {}\n", written.join(" ").trim_end()));
        }
        file
    }
}

fn values_of(counts: &Counts, average: &[f64; About::ALL.len()]) -> Option<ReportingEvidence> {
    let likely = |about: About| {
        let (all, yes) = counts[about as usize];
        (yes + PRIOR * average[about as usize]) / (all + PRIOR)
    };
    let mut values = ReportingEvidence::default();
    let cue = counts[0].1 >= LEAST_CUES && likely(About::Cue) >= LEAST_LIKELY;
    for about in About::ALL {
        let seen = match about {
            About::Cue | About::Behind | About::Adjacent => cue,
            _ => counts[about as usize].0 >= LEAST_BESIDE,
        };
        if seen {
            let likely = likely(about).clamp(1e-6, 1.0 - 1e-6);
            values[about as usize] = (20.0 + 2.5 * (likely / (1.0 - likely)).ln()).round().clamp(1.0, 40.0) as u8;
        }
    }
    values.iter().any(|&value| value > 0).then_some(values)
}
