//! Compares dates with gold data by the measures of TempEval-3 (UzZaman et al. 2013).
//!
//! Found and gold dates are paired one to one, equal spans first, then by overlap:
//!
//! - *relaxed*: pairs that overlap; *strict*: pairs with equal spans;
//! - *type* and *value*: pairs with the same type, the same value;
//! - *cal*: of the dates that denote calendar days, the pairs that denote the same days.

use super::calendar::days;
use super::errors::{Mark, Mistake};
use super::prediction::Prediction;
use super::tally::Tally;
use crate::gold::{Document, Stretch};

/// The measures, in the order of [`Alignment::tallies`].
pub const MEASURES: [&str; 5] = ["strict", "relaxed", "type", "value", "cal"];

/// A found or gold date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timex {
    /// The first character other than a space.
    pub start: usize,
    /// The character after the last one other than a space.
    pub end: usize,
    /// TIMEX3's type.
    pub kind: String,
    /// TIMEX3's value.
    pub value: String,
    /// The first and the last day.
    pub days: Option<(String, String)>,
}

/// The gold and the found dates of a document, each in reading order, and the pairs of them.
pub struct Alignment {
    /// Gold dates.
    pub gold: Vec<Timex>,
    /// Found dates.
    pub found: Vec<Timex>,
    /// Pairs of indices of gold and found dates.
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
    /// One tally for each measure.
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

    /// The errors.
    pub fn errors(&self, document: &Document) -> Vec<Mistake> {
        let text: Vec<char> = document.text.chars().collect();
        let place = |timex: &Timex| (Stretch { start: timex.start, end: timex.end }, Mark::Subject);
        let mut errors = Vec::new();
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
            let summary = format!("{wanted}, found {} {} “{words}”", found.kind, found.value);
            errors.push(Mistake::new(class, summary, &text, &[place(gold)]));
        }
        let mut lone = |timexes: &[Timex], paired: Vec<usize>, class| {
            for (_, timex) in timexes.iter().enumerate().filter(|(index, _)| !paired.contains(index)) {
                errors.push(Mistake::new(class, format!("{} {}", timex.kind, timex.value), &text, &[place(timex)]));
            }
        };
        lone(&self.gold, self.pairs.iter().map(|pair| pair.0).collect(), "missed");
        lone(&self.found, self.pairs.iter().map(|pair| pair.1).collect(), "no date");
        errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Right, found and gold.
    type Counted = (usize, usize, usize);

    /// A name, the gold dates, the found dates, and the expected tallies.
    type Row<'a> = (&'a str, &'a [&'a str], &'a [&'a str], [Counted; 5]);

    /// A date as `start end type value`.
    fn timexes(rows: &[&str]) -> Vec<Timex> {
        let dates = rows.iter().map(|row| {
            let parts: Vec<&str> = row.split(' ').collect();
            let number = |index: usize| parts[index].parse().unwrap();
            (Stretch { start: number(0), end: number(1) }, parts[2].to_owned(), parts[3].to_owned())
        });
        prepare(&['x'; 100], dates)
    }

    #[test]
    fn measures_counted_by_hand() {
        // Right, found and gold for strict, relaxed, type, value and cal.
        let rows: &[Row] = &[
            ("equal", &["0 4 DATE 2024"], &["0 4 DATE 2024"], [(1, 1, 1), (1, 1, 1), (1, 1, 1), (1, 1, 1), (1, 1, 1)]),
            (
                "another edge, another type, another way to write the same days",
                &["0 8 DATE 2024-05-16"],
                &["3 8 TIME 2024-05-16TMO"],
                [(0, 1, 1), (1, 1, 1), (0, 1, 1), (0, 1, 1), (1, 1, 1)],
            ),
            (
                "one to one: the equal place wins over the larger overlap",
                &["0 20 DATE 2024", "5 9 DATE 2023"],
                &["5 9 DATE 2023", "6 18 DATE 2024"],
                [(1, 2, 2), (2, 2, 2), (2, 2, 2), (2, 2, 2), (2, 2, 2)],
            ),
            (
                "missed, found where none is, and no days of the calendar",
                &["0 4 DURATION P2D", "10 14 DATE 2024"],
                &["0 4 DURATION P2D", "20 24 DATE 2024"],
                [(1, 2, 2), (1, 2, 2), (1, 2, 2), (1, 2, 2), (0, 1, 1)],
            ),
            ("nothing", &[], &[], [(0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 0)]),
        ];
        for (name, gold, found, expected) in rows {
            let (gold, found) = (timexes(gold), timexes(found));
            let pairs = pair(&gold, &found);
            let tallies = Alignment { gold, found, pairs }.tallies();
            for ((tally, expected), measure) in tallies.iter().zip(expected).zip(MEASURES) {
                assert_eq!((tally.right, tally.found, tally.wanted), *expected, "{name}: {measure}");
            }
        }
    }

    #[test]
    fn white_space_at_the_edges_does_not_count() {
        let text: Vec<char> = "on  Friday\n".chars().collect();
        let place = Stretch { start: 2, end: 11 };
        let prepared = prepare(&text, [(place, "DATE".to_owned(), "2024-05-17".to_owned())].into_iter());
        assert_eq!((prepared[0].start, prepared[0].end), (4, 10));
    }
}
