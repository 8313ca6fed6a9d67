//! Names: which of them are one and the same.

use crate::language::Language;

/// Whether two first names may be one person's: equal, an initial, a short form, or the beginning of the other.
fn first_names_agree(language: &Language, one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_end_matches('.'), other.trim_end_matches('.'));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let is_initial = short.chars().count() == 1 && long.starts_with(short);
    let stands_for = |short: &str, long: &str| language.nickname_of(short) == Some(long);
    one == other
        || is_initial
        || short.chars().count() >= 3 && long.starts_with(short)
        || stands_for(one, other)
        || stands_for(other, one)
}

/// Whether two names of more than one word, in lower case, may be one person's: the last words are equal and the first ones agree.
pub(super) fn full_names_agree(language: &Language, one: &[String], other: &[String]) -> bool {
    match (one, other) {
        ([first, .., last], [other_first, .., other_last]) => {
            last == other_last
                && (first_names_agree(language, first, other_first) || is_end_of(one, other) || is_end_of(other, one))
        }
        _ => false,
    }
}

/// Whether a name is what another ends in: `van der hoeven` of `marieke van der hoeven`, `moore finch` of `elspeth moore finch`.
pub(super) fn is_end_of(end: &[String], name: &[String]) -> bool {
    end.len() < name.len() && name.ends_with(end)
}

/// Whether one name of a person is the other without the second surname: `luis reyes` and `luis reyes tarn`.
pub(super) fn differ_by_second_surname(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() >= 2 && short.len() + 1 == long.len() && long.starts_with(short)
}

/// The shortest word that may be taken for another's misspelling.
const SHORTEST_MISSPELT: usize = 6;

/// How many letters at the beginning or the end a word and its misspelling share.
const SHARED_LETTERS: usize = 3;

/// How many letters shorter it may be where both have the same two first names.
const SHORTER: usize = 1;

/// Whether one word may be a misspelling of the other: one letter is missing, added or another. A plural is none.
pub(super) fn may_be_misspelt(one: &str, other: &str) -> bool {
    differ_by_a_letter(one, other, SHORTEST_MISSPELT)
}

/// Whether one surname may be a misspelling of the other behind the same first names.
pub(super) fn may_be_misspelt_behind(first_names: &[String], one: &str, other: &str) -> bool {
    let shorter = if first_names.len() > 1 { SHORTER } else { 0 };
    differ_by_a_letter(one, other, SHORTEST_MISSPELT - shorter)
}

fn differ_by_a_letter(one: &str, other: &str, shortest: usize) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short == long || short.chars().count() < shortest || long.strip_suffix('s') == Some(short) {
        return false;
    }
    let same = |(one, other): &(char, char)| one == other;
    let rest = |word: &str, letters: usize| word.chars().skip(letters).collect::<Vec<char>>();
    let begins = short.chars().zip(long.chars()).take_while(same).count();
    let (short, long) = (rest(short, begins), rest(long, begins));
    long.len() <= short.len() + 1 && (short.get(1..) == long.get(1..) || long.get(1..) == Some(&short))
}

/// Where a word is looked up by those that may misspell it: by its first letters and by its last.
pub(super) fn edges(word: &str) -> Option<[String; 2]> {
    let letters: Vec<char> = word.chars().collect();
    let first = letters.get(..SHARED_LETTERS)?.iter().chain(['-'].iter()).collect();
    let last = ['-'].iter().chain(letters.get(letters.len() - SHARED_LETTERS..)?).collect();
    (letters.len() + 1 >= SHORTEST_MISSPELT).then_some([first, last])
}

/// Whether a name holds a nickname between quotation marks.
pub(super) fn holds_nickname(name: &str) -> bool {
    name.contains(['“', '"'])
}

/// The first letters of the words of a name in lower case, small words left out: `fbi`.
pub(super) fn initials(language: &Language, words: &[String]) -> String {
    let small = |word: &str| language.sets.without_initial.has(word);
    words.iter().filter(|word| !small(word)).filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    #[test]
    fn misspellings_differ_by_one_letter() {
        let rows: &[(&str, &str, bool)] = &[
            ("kremacek", "kremlacek", true),
            ("kremlacek", "kremacek", true),
            ("naando", "naanda", true),
            ("forson", "forsons", false),
            ("hansen", "hansen", false),
            ("hasina", "hasian", false),
            ("reyes", "reyas", false),
            ("kremacek", "krematrek", false),
            ("ärmelin", "ärmelinn", true),
        ];
        for &(one, other, expected) in rows {
            assert_eq!(may_be_misspelt(one, other), expected, "{one} / {other}");
            let shares =
                || edges(one).zip(edges(other)).is_some_and(|(one, other)| one[0] == other[0] || one[1] == other[1]);
            assert!(!expected || shares(), "{one} / {other}");
        }
    }

    #[test]
    fn surnames_behind_two_first_names_may_be_shorter() {
        let rows: &[(&[&str], &str, &str, bool)] = &[
            (&["ana", "mara"], "forso", "forson", true),
            (&["ana"], "forso", "forson", false),
            (&["ana", "mara"], "hill", "hall", false),
        ];
        for &(first_names, one, other, expected) in rows {
            let first_names: Vec<String> = first_names.iter().map(|&name| name.to_owned()).collect();
            assert_eq!(may_be_misspelt_behind(&first_names, one, other), expected, "{first_names:?} {one} / {other}");
        }
    }

    #[test]
    fn full_names_agree_where_they_may_be_one_persons() {
        let rows: &[(&str, &str, bool)] = &[
            ("ana reyes", "ana reyes", true),
            ("ana maria reyes", "ana reyes", true),
            ("a. reyes", "ana reyes", true),
            ("bill gray", "william gray", true),
            ("william gray", "bill gray", true),
            ("alex stone", "alexandra stone", true),
            ("van der hoeven", "marieke van der hoeven", true),
            ("moore finch", "elspeth moore finch", true),
            ("ana reyes", "tom reyes", false),
            ("ana reyes", "ana hill", false),
            ("reyes", "ana reyes", false),
        ];
        let language = language_of(None).unwrap();
        for (one, other, expected) in rows {
            let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(full_names_agree(language, &words(one), &words(other)), *expected, "{one} / {other}");
        }
    }
}
