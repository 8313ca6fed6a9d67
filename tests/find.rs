//! The cases of `tests/cases/find/expressions.txt`, which also run in the wasm of the extension.
#![cfg(feature = "find")]

use std::ops::Range;
use verbatim::find::{About, Query, Speech, days_of_value};

const NAMES: [&str; 2] = ["Lena Ortiz", "she"];
const WORDS: [&str; 2] = ["“The ferry to Zoë’s island stays,”", "“We are not for sale.”"];

#[test]
fn expressions_find_what_the_table_says() {
    let table = include_str!("cases/find/expressions.txt");
    let (mut count, mut wrong) = (0, Vec::new());
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (expression, expected) = line.split_once(" => ").unwrap();
        let found = found(expression);
        if found != expected {
            wrong.push(format!("  {expression}\n    - {expected}\n    + {found}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "- expected, + found\n{}", wrong.join("\n"));
    assert!(count > 40);
}

fn found(expression: &str) -> String {
    let query = match Query::parse(expression) {
        Ok(query) => query,
        Err(error) => return format!("! {} \"{}\"", error.name(), &expression[error.place()]),
    };
    let about = About { names: &NAMES, speech: Speech::Quoted, confidence: 0.9, days: days_of_value("2025-03-11") };
    if !query.accepts(&about) || !query.matches(&NAMES, &WORDS) {
        return "no".to_owned();
    }
    let names = NAMES.map(|name| marked(name, query.matches_in_name(name)));
    let words = WORDS.map(|words| marked(words, query.matches_in_words(words)));
    [names, words].concat().join(" | ")
}

fn marked(text: &str, matches: Vec<Range<usize>>) -> String {
    let mut marked = text.to_owned();
    for Range { start, end } in matches.into_iter().rev() {
        marked.insert(end, ']');
        marked.insert(start, '[');
    }
    marked
}
