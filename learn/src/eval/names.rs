//! Whether two names name the same person or organisation.

use super::words::{is_empty_word, words};
use std::collections::HashSet;

/// Titles before a name.
const TITLES: &str = "mr mrs ms miss dr prof professor sir dame lord lady sen senator rep representative gov governor \
    president vice prime minister chancellor secretary judge justice gen general lt col colonel capt captain sgt maj major \
    adm admiral king queen prince princess pope rev reverend father sheriff mayor chief chairman chairwoman chair ceo \
    spokesman spokeswoman spokesperson coach attorney ambassador director former republican democratic state united states \
    us u.s. the";

/// Suffixes after a name.
const SUFFIXES: [&str; 8] = ["jr", "sr", "ii", "iii", "iv", "md", "phd", "esq"];

/// Two names match if they have the same last name and compatible first names, or if the longer one contains all words of the shorter.
pub fn same_entity(one: &str, other: &str) -> bool {
    let (one, other) = (name_words(one), name_words(other));
    let (Some(one_last), Some(other_last)) = (one.last(), other.last()) else { return false };
    if one == other {
        return true;
    }
    if one_last == other_last {
        return one.len() == 1 || other.len() == 1 || compatible(&one[0], &other[0]);
    }
    let set = |words: &[String]| words.iter().filter(|word| !is_empty_word(word)).cloned().collect::<HashSet<_>>();
    let (one, other) = (set(&one), set(&other));
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    shorter.len() >= 2 && shorter.is_subset(&longer)
}

/// Whether two first names are compatible: equal, an initial, or the same first three letters.
fn compatible(one: &str, other: &str) -> bool {
    let first = |name: &str, count: usize| name.chars().take(count).collect::<String>();
    let is_initial = |name: &str| name.chars().count() == 1;
    one == other
        || first(one, 1) == first(other, 1)
            && (is_initial(one)
                || is_initial(other)
                || one.starts_with(&first(other, 3))
                || other.starts_with(&first(one, 3)))
}

/// The words of a name before the first comma or bracket, without titles and suffixes unless nothing else is left.
fn name_words(name: &str) -> Vec<String> {
    let name = name.split([',', '(']).next().unwrap_or_default();
    let words: Vec<String> = words(name).iter().map(|word| word.trim_matches('.').to_owned()).collect();
    let words: Vec<String> = words.into_iter().filter(|word| !SUFFIXES.contains(&word.as_str())).collect();
    let is_title = |word: &String| TITLES.split_whitespace().any(|title| title == word);
    let names: Vec<String> = words.iter().filter(|word| !is_title(word)).cloned().collect();
    if names.is_empty() { words } else { names }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (one, other, expected) in [
            ("Ana Reyes", "Mayor Ana Reyes", true),
            ("Reyes", "Ana Reyes", true),
            ("A. Reyes", "Ana Reyes", true),
            ("Thom Reyes", "Thomas Reyes", true),
            ("Tom Reyes", "Ana Reyes", false),
            ("Ana Reyes Jr.", "Ana Reyes", true),
            ("Ana Reyes, the mayor", "Reyes (left)", true),
            ("Port Authority of Lund", "Lund Port Authority", true),
            ("the mayor", "the coach", false),
            ("the mayor", "Mayor", true),
            ("Lund", "Port Authority", false),
            ("", "Lund", false),
            ("“”", "Lund", false),
        ] {
            assert_eq!(same_entity(one, other), expected, "{one} / {other}");
            assert_eq!(same_entity(other, one), expected, "{other} / {one}");
        }
    }
}
