//! Holidays whose names have several words: *Labor Day*, *New Year's Eve*.

use crate::dates::lexemes::Line;
use crate::dates::meaning::Holiday;

/// The holiday that begins with this token, and the token after it.
pub(super) fn holiday_at(line: &Line<'_>, start: usize) -> Option<(Holiday, usize)> {
    if !line.is_capital(start) {
        return None;
    }
    let first = line.written(start);
    let holidays = line.block.language.dates().holidays;
    let from = holidays.partition_point(|(name, _)| first_word(name) < first);
    holidays
        .get(from..)?
        .iter()
        .take_while(|(name, _)| first_word(name).starts_with(first))
        .filter_map(|&(name, holiday)| Some((holiday, spelled(line, start, name)?)))
        // *the Good Friday Agreement* is not a day.
        .filter(|&(_, end)| !line.is_capital(end))
        .max_by_key(|&(_, end)| end)
}

fn first_word(name: &str) -> &str {
    name.split(' ').next().unwrap_or_default()
}

/// The token after the name, if its words begin here. A possessive ending is a separate token.
fn spelled(line: &Line<'_>, start: usize, name: &str) -> Option<usize> {
    let mut at = start;
    for word in name.split(' ') {
        let rest = word.strip_prefix(line.written(at)).filter(|_| !line.written(at).is_empty())?;
        at += 1;
        if !rest.is_empty() {
            if !line.written(at).replace('’', "'").eq(rest) {
                return None;
            }
            at += 1;
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    #[test]
    fn the_list_is_sorted_by_the_first_word() {
        let holidays = language_of(None).unwrap().dates().holidays;
        assert!(holidays.is_sorted_by_key(|(name, _)| first_word(name)));
        assert!(holidays.len() > 20);
    }
}
