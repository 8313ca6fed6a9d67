//! Days of the year that have a name of several words: *Labor Day*, *New Year's Eve*.

use crate::dates::lex::Line;
use crate::dates::meaning::Holiday;
use std::sync::OnceLock;

/// A name by its words and marks, and its day.
type Entry = (Vec<&'static str>, Holiday);

/// The list, which is sorted by the first word.
fn entries() -> &'static [Entry] {
    static ENTRIES: OnceLock<Vec<Entry>> = OnceLock::new();
    ENTRIES.get_or_init(|| {
        include_str!("../../language/en/dates/holidays.txt")
            .lines()
            .filter_map(|line| {
                let (name, day) = line.split_once(" = ")?;
                Some((name.split(' ').collect(), holiday(day)?))
            })
            .collect()
    })
}

/// `7-4`, `9 monday 1`, `5 monday last`, `easter -2`.
fn holiday(written: &str) -> Option<Holiday> {
    if let Some((month, day)) = written.split_once('-').filter(|(month, _)| !month.contains(' ')) {
        return Some(Holiday::Fixed(month.parse().ok()?, day.parse().ok()?));
    }
    let parts: Vec<&str> = written.split(' ').collect();
    match parts[..] {
        ["easter", days] => Some(Holiday::Easter(days.parse().ok()?)),
        [month, weekday, which] => {
            let weekday = match weekday {
                "monday" => 1,
                "thursday" => 4,
                _ => 7,
            };
            Some(Holiday::Nth(month.parse().ok()?, weekday, which.parse().unwrap_or(5)))
        }
        _ => None,
    }
}

/// The holiday that begins with this token, and the token after it.
pub(super) fn holiday_at(line: &Line<'_>, start: usize) -> Option<(Holiday, usize)> {
    if !line.is_capital(start) {
        return None;
    }
    let first = line.written(start);
    let entries = entries();
    let from = entries.partition_point(|(words, _)| words[0] < first);
    entries[from..]
        .iter()
        .take_while(|(words, _)| words[0] == first || words[0].starts_with(first))
        .filter_map(|(words, holiday)| Some((*holiday, spelled(line, start, words)?)))
        // *the Good Friday Agreement* is none.
        .filter(|&(_, end)| !line.is_capital(end))
        .max_by_key(|&(_, end)| end)
}

/// The token after the words, if they stand here. A possessive is a token of its own.
fn spelled(line: &Line<'_>, start: usize, words: &[&str]) -> Option<usize> {
    let mut at = start;
    for word in words {
        let rest = word.strip_prefix(line.written(at)).filter(|_| !line.written(at).is_empty())?;
        at += 1;
        match rest {
            "" => {}
            "'s" if matches!(line.written(at), "'s" | "’s") => at += 1,
            "'" if matches!(line.written(at), "'" | "’") => at += 1,
            _ => return None,
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_by_the_first_word() {
        assert!(entries().is_sorted_by_key(|(words, _)| words[0]));
        assert!(entries().len() > 20);
    }
}
