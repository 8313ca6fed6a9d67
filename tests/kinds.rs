//! The cases of `tests/cases/marks` and `tests/cases/kinds`: where quotations are, and whether they are somebody's words.
//!
//! The format of the cases is told in `tests/cases/README.md`.

#![allow(clippy::expect_used, reason = "what a test needs and does not find is a failure")]

mod support;

use support::inline::{Case, WHITE, bracketed, read};
use verbatim::annotations::Quote;
use verbatim::article::blocks_of_text;
use verbatim::{Article, annotate};

/// Runs the cases of a folder; gives their number and what went wrong. `meaning` says of a quotation what the cases say of it.
fn run(folder: &str, meaning: &dyn Fn(&Quote) -> String) -> (usize, Vec<String>) {
    let mut count = 0;
    let mut wrong = Vec::new();
    for (path, file) in support::case_files(folder) {
        let cases = read(&file, WHITE).expect("cases");
        assert!(!cases.is_empty(), "{} has no cases", path.display());
        count += cases.len();
        for Case { name, text, expected, .. } in cases {
            let starts: Vec<usize> = blocks_of_text(&text).map(|(start, _)| start).collect();
            let quotes = annotate(&Article::from_text(&text, false)).quotes;
            let place = |quote: &Quote| {
                let start = starts[quote.span.block];
                (start + quote.span.start..start + quote.span.end, meaning(quote))
            };
            let found: Vec<_> = quotes.iter().map(place).collect();
            if found != expected {
                let (expected, found) = (bracketed(&text, WHITE, &expected), bracketed(&text, WHITE, &found));
                wrong.push(format!("{name}\n  expected {expected}\n  found    {found}"));
            }
        }
    }
    (count, wrong)
}

#[test]
fn quotations_are_where_a_reader_sees_them() {
    let (_, wrong) = run("marks", &|_| String::new());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn kinds_are_what_a_reader_says() {
    let (count, wrong) = run("kinds", &|quote| quote.kind.name().to_owned());
    // What the weights cannot tell yet stays in the table as a reader would have it.
    assert!(wrong.len() * 100 <= count * 4, "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
