//! Dates against gold data, as TempEval-3 scores them (UzZaman et al. 2013).
//!
//! Found and gold dates are paired one to one, equal places first, then the larger overlap:
//!
//! - *relaxed*: pairs that overlap; *strict*: pairs at the same place;
//! - *type* and *value*: pairs with the same type, the same value;
//! - *cal*: of the dates that name days of the calendar, the pairs that name the same days.

use super::calendar::days;
use super::gold::{Document, Stretch};
use super::prediction::Prediction;
use super::quotes::{Errors, context};
use super::tally::Tally;

/// The measures, in the order in which [`score`] gives them.
pub const MEASURES: [&str; 5] = ["strict", "relaxed", "type", "value", "cal"];

/// A date, found or gold.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timex {
    /// The first character that is no space.
    pub start: usize,
    /// The character after the last that is no space.
    pub end: usize,
    /// TIMEX3's type.
    pub kind: String,
    /// TIMEX3's value.
    pub value: String,
    /// The first and the last day that it names.
    pub days: Option<(String, String)>,
}

/// The gold and the found dates of a document, each in reading order, and the pairs of them.
pub struct Alignment {
    /// Gold dates.
    pub gold: Vec<Timex>,
    /// Dates found.
    pub found: Vec<Timex>,
    /// Indices of gold and found dates that belong together.
    pub pairs: Vec<(usize, usize)>,
}

/// Pairs the dates of a document.
pub fn align(document: &Document, prediction: &Prediction) -> Alignment {
    let text: Vec<char> = document.text.chars().collect();
    let gold = document.timexes.iter().map(|timex| {
        let kind = timex.kind.clone().unwrap_or_default().to_uppercase();
        (Stretch { start: timex.start, end: timex.end }, kind, timex.value.clone().unwrap_or_default())
    });
    let found = prediction.dates.iter().map(|date| (date.place, date.kind.to_owned(), date.value.clone()));
    let (gold, found) = (prepare(&text, gold), prepare(&text, found));
    let pairs = pair(&gold, &found);
    Alignment { gold, found, pairs }
}

fn prepare(text: &[char], dates: impl Iterator<Item = (Stretch, String, String)>) -> Vec<Timex> {
    let mut timexes = Vec::new();
    for (Stretch { mut start, mut end }, kind, value) in dates {
        while start < end && text[start].is_whitespace() {
            start += 1;
        }
        while end > start && text[end - 1].is_whitespace() {
            end -= 1;
        }
        if start < end {
            let days = days(&value);
            timexes.push(Timex { start, end, kind, value, days });
        }
    }
    timexes.sort();
    timexes
}

fn pair(gold: &[Timex], found: &[Timex]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut used_gold, mut used_found) = (vec![false; gold.len()], vec![false; found.len()]);
    for (gold_index, one) in gold.iter().enumerate() {
        let is_match = |&(index, other): &(usize, &Timex)| !used_found[index] && is_same_place(one, other);
        if let Some((found_index, _)) = found.iter().enumerate().find(is_match) {
            used_gold[gold_index] = true;
            used_found[found_index] = true;
            pairs.push((gold_index, found_index));
        }
    }
    for (gold_index, found_index) in overlapping(gold, found) {
        if !used_gold[gold_index] && !used_found[found_index] {
            used_gold[gold_index] = true;
            used_found[found_index] = true;
            pairs.push((gold_index, found_index));
        }
    }
    pairs
}

fn is_same_place(one: &Timex, other: &Timex) -> bool {
    (one.start, one.end) == (other.start, other.end)
}

/// All pairs that overlap, the largest overlap first, then the leftmost.
fn overlapping(gold: &[Timex], found: &[Timex]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (gold_index, one) in gold.iter().enumerate() {
        for (found_index, other) in found.iter().enumerate() {
            let common = one.end.min(other.end).saturating_sub(one.start.max(other.start));
            if common > 0 {
                candidates.push((std::cmp::Reverse(common), one.start, other.start, gold_index, found_index));
            }
        }
    }
    candidates.sort_unstable();
    candidates.into_iter().map(|(_, _, _, gold, found)| (gold, found)).collect()
}

impl Alignment {
    /// One tally a measure.
    pub fn tallies(&self) -> [Tally; 5] {
        let (found, gold) = (self.found.len(), self.gold.len());
        let count = |is_right: fn(&Timex, &Timex) -> bool| {
            self.pairs.iter().filter(|&&(gold, found)| is_right(&self.gold[gold], &self.found[found])).count()
        };
        let on_calendar = |timexes: &[Timex]| timexes.iter().filter(|timex| timex.days.is_some()).count();
        let same_days = count(|gold, found| gold.days.is_some() && gold.days == found.days);
        [
            Tally::new(count(is_same_place), found, gold),
            Tally::new(self.pairs.len(), found, gold),
            Tally::new(count(|gold, found| gold.kind == found.kind), found, gold),
            Tally::new(count(|gold, found| gold.value == found.value), found, gold),
            Tally::new(same_days, on_calendar(&self.found), on_calendar(&self.gold)),
        ]
    }

    /// What is wrong.
    pub fn errors(&self, document: &Document) -> Errors {
        let text: Vec<char> = document.text.chars().collect();
        let shown = |timex: &Timex| context(&text, Stretch { start: timex.start, end: timex.end });
        let mut errors = Errors::new();
        for &(gold, found) in &self.pairs {
            let (gold, found) = (&self.gold[gold], &self.found[found]);
            let class = match () {
                () if gold.value != found.value => "wrong value",
                () if gold.kind != found.kind => "wrong type",
                () if !is_same_place(gold, found) => "wrong edges",
                () => continue,
            };
            let words = text[found.start..found.end].iter().collect::<String>();
            let wanted = format!("wanted {} {}", gold.kind, gold.value);
            errors.push((class, format!("{wanted}, found {} {} “{words}”\n{}", found.kind, found.value, shown(gold))));
        }
        let lone = |timexes: &[Timex], paired: Vec<usize>, class| -> Errors {
            let lone = timexes.iter().enumerate().filter(|(index, _)| !paired.contains(index));
            lone.map(|(_, timex)| (class, format!("{} {}\n{}", timex.kind, timex.value, shown(timex)))).collect()
        };
        errors.extend(lone(&self.gold, self.pairs.iter().map(|pair| pair.0).collect(), "missed"));
        errors.extend(lone(&self.found, self.pairs.iter().map(|pair| pair.1).collect(), "no date"));
        errors
    }
}
