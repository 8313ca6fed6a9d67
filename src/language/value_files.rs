//! Reads files of words with values, and writes them as Rust for the build, so that a misspelt value does not compile.
//!
//! A section begins with a value in brackets, written as in Rust but without its type; the lines below hold its words, separated by
//! spaces. If the value contains `_`, each line holds one word and the replacement for `_`. A line with ` = ` maps a name of any number
//! of words to its own value. Lines that begin with `#` are comments.

use std::fmt::Write;

/// The entries of a file: each word or name with its value.
///
/// # Errors
///
/// Names the offending line: it precedes the first value, lacks its closing bracket, or gives no replacement for `_`.
pub fn read(file: &str) -> Result<Vec<(String, String)>, String> {
    let mut entries = Vec::new();
    let mut value = "";
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if let Some(heading) = line.strip_prefix('[') {
            value = heading.strip_suffix(']').ok_or_else(|| format!("no ] in {line:?}"))?;
        } else if let Some((name, value)) = line.split_once(" = ") {
            entries.push((name.to_owned(), value.to_owned()));
        } else if value.is_empty() {
            return Err(format!("{line:?} stands before the first value"));
        } else if value.contains('_') {
            let (word, part) =
                line.split_once(' ').ok_or_else(|| format!("nothing for the _ of [{value}] in {line:?}"))?;
            entries.push((word.to_owned(), value.replace('_', part)));
        } else {
            entries.extend(line.split_whitespace().map(|word| (word.to_owned(), value.to_owned())));
        }
    }
    Ok(entries)
}

/// The entries as a Rust constant: a slice of pairs of a word and a value of the given type.
pub fn constant_of(entries: &[(String, String)], name: &str, of: &str) -> String {
    let mut rows = String::new();
    for (word, value) in entries {
        let _ = writeln!(rows, "    ({word:?}, {of}::{value}),");
    }
    format!("/// Made from words with values.\nconst {name}: &[(&str, {of})] = &[\n{rows}];\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_has_its_value() {
        let file =
            "# A note.\n\n[Unit(Unit::Hour)]\nhour hr\nhrs\n\n[Month { number: _ }]\nmay 5\n\nMay Day = Fixed(5, 1)\n";
        let rows = [
            ("hour", "Unit(Unit::Hour)"),
            ("hr", "Unit(Unit::Hour)"),
            ("hrs", "Unit(Unit::Hour)"),
            ("may", "Month { number: 5 }"),
            ("May Day", "Fixed(5, 1)"),
        ];
        assert_eq!(read(file).unwrap(), rows.map(|(word, value)| (word.to_owned(), value.to_owned())));
    }

    #[test]
    fn a_broken_file_says_what_is_wrong() {
        let rows = [
            ("no value", "hour\n", "stands before the first value"),
            ("no bracket", "[Unit\nhour\n", "no ]"),
            ("no number", "[Month(_)]\nmay\n", "nothing for the _"),
        ];
        for (name, file, expected) in rows {
            assert!(read(file).unwrap_err().contains(expected), "{name}");
        }
    }

    #[test]
    fn entries_become_a_constant() {
        let entries = [("May Day".to_owned(), "Fixed(5, 1)".to_owned())];
        let expected = "const HOLIDAYS: &[(&str, Holiday)] = &[\n    (\"May Day\", Holiday::Fixed(5, 1)),\n];\n";
        assert!(constant_of(&entries, "HOLIDAYS", "Holiday").ends_with(expected));
    }
}
