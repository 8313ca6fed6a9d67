//! Measures whether bare weekdays and months are resolved in the right direction, past or future.

use super::dates::{Alignment, Timex};
use super::tally::Tally;
use crate::gold::Document;
use jiff::civil::Date;

const WEEKDAYS: &str =
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun";

const MONTHS: &str = "january jan february feb march mar april apr may june jun july jul august aug september sep sept october \
    oct november nov december dec";

/// The rows of the table, in the order of [`tallies`].
pub const ROWS: [&str; 5] = ["weekday, past", "weekday, same day", "weekday, future", "month", "month and day"];

/// For each row, the gold dates of that form that are resolved to the right days.
pub fn tallies(document: &Document, alignment: &Alignment) -> [Tally; 5] {
    let text: Vec<char> = document.text.chars().collect();
    let mut tallies = [Tally::default(); 5];
    let Some(published) = document.dct.as_ref().and_then(|date| date.parse().ok()) else { return tallies };
    for (index, gold) in alignment.gold.iter().enumerate() {
        let words: String = text[gold.start..gold.end].iter().collect();
        if let Some(row) = row_of(&words, gold, published) {
            let found = alignment.pairs.iter().find(|pair| pair.0 == index).map(|pair| &alignment.found[pair.1]);
            let is_right = found.is_some_and(|found| found.days == gold.days);
            tallies[row] += Tally::share(usize::from(is_right), 1);
        }
    }
    tallies
}

/// The row of a gold date. Only dates without a year, within a week or a year of the publication, have one.
fn row_of(words: &str, gold: &Timex, published: Date) -> Option<usize> {
    let first: Date = gold.days.as_ref()?.0.parse().ok()?;
    let distance = published.until(first).ok()?.get_days();
    let lower = words.to_lowercase();
    let mut parts: Vec<&str> = lower.split_whitespace().map(|part| part.trim_matches(['.', ','])).collect();
    let is_one_of = |list: &str, word: &str| list.split_whitespace().any(|entry| entry == word);
    if let [word] = parts[..] {
        return match distance {
            _ if is_one_of(MONTHS, word) => (gold.value.len() == 7).then_some(3),
            _ if !is_one_of(WEEKDAYS, word) => None,
            -7..=-1 => Some(0),
            0 => Some(1),
            1..=7 => Some(2),
            _ => None,
        };
    }
    let is_day = |word: &str| {
        let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        digits.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
    };
    parts.sort_by_key(|part| !is_day(part));
    matches!(parts[..], [day, month] if is_day(day) && is_one_of(MONTHS, month)).then_some(4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::calendar::days;

    #[test]
    fn rows() {
        let published = jiff::civil::date(2024, 5, 16);
        for (words, value, expected) in [
            ("Wednesday", "2024-05-15", Some(0)),
            ("Thu.", "2024-05-16", Some(1)),
            ("Friday", "2024-05-17", Some(2)),
            ("Friday", "2024-06-17", None),
            ("Friday night", "2024-05-17TNI", None),
            ("October", "2023-10", Some(3)),
            ("May 2", "2024-05-02", Some(4)),
            ("2nd May", "2024-05-02", Some(4)),
            ("May 2024", "2024-05", None),
            ("today", "2024-05-16", None),
        ] {
            let gold = Timex { start: 0, end: 0, kind: String::new(), value: value.to_owned(), days: days(value) };
            assert_eq!(row_of(words, &gold, published), expected, "{words}");
        }
    }
}
