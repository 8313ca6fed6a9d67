//! Reads files of words with values, and writes them as Rust for the build: what a misspelt value would break does not compile.
//!
//! A section begins with a value in brackets, as Rust writes it without its type; the lines after it hold its words, with spaces between
//! them. Where the value holds `_`, each line is one word and what takes the place of `_`. A line with ` = ` is a name, of any number
//! of words, and its own value. Lines that begin with `#` are notes.

use std::fmt::Write;

/// The entries of a file: each word or name with its value.
///
/// # Errors
///
/// Says which line stands before the first value, or has no bracket at its end or nothing for the `_`.
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

/// The entries as a constant of pairs, with values of that type.
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
