//! The tables of `tests/cases/dates`, and what holds of any text.
//!
//! The format of the tables is told in `tests/cases/README.md`.

#![allow(clippy::expect_used, reason = "what a test needs and does not find is a failure")]

mod support;

use jiff::civil::Date;
use proptest::prelude::*;
use std::path::Path;
use support::inline::{Case, SQUARE, bracketed, read};
use support::invariants;
use verbatim::annotations::{DateAnchor, DateExpression, DateKind};
use verbatim::article::{blocks_of_text, parse_published};
use verbatim::{Article, annotate};

/// TIMEX3's name of a type.
fn kind_name(kind: DateKind) -> &'static str {
    match kind {
        DateKind::Date => "DATE",
        DateKind::Time => "TIME",
        DateKind::Duration => "DURATION",
        DateKind::Set => "SET",
    }
}

/// A date found, with what the tables say of it.
fn meaning(date: &DateExpression) -> String {
    let modifier = date.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.name()));
    format!("{} {}{modifier}", kind_name(date.kind), date.value)
}

/// Runs one table; gives the number of rows and what went wrong.
fn run_table(path: &Path, table: &str) -> (usize, Vec<String>) {
    let cases = read(table, SQUARE).expect("cases");
    let mut failures = Vec::new();
    for Case { name, published, text, expected } in &cases {
        let mut article = Article::from_text(text, false);
        article.published = published.as_deref().map(|date| parse_published(date).expect("a date"));
        let starts: Vec<usize> = blocks_of_text(text).map(|(start, _)| start).collect();
        let place = |date: &DateExpression| {
            let start = starts[date.span.block];
            (start + date.span.start..start + date.span.end, meaning(date))
        };
        let found: Vec<_> = annotate(&article).dates.iter().map(place).collect();
        if found != *expected {
            let (expected, found) = (bracketed(text, SQUARE, expected), bracketed(text, SQUARE, &found));
            failures.push(format!("{}: {name}\n  expected {expected}\n  found    {found}", path.display()));
        }
    }
    (cases.len(), failures)
}

#[test]
fn tables() {
    let mut failures = Vec::new();
    for (path, table) in support::case_files("dates") {
        let (rows, wrong) = run_table(&path, &table);
        assert!(rows > 0, "{} has no rows", path.display());
        failures.extend(wrong);
    }
    assert!(failures.is_empty(), "{} rows are wrong\n{}", failures.len(), failures.join("\n"));
}

/// The words that decided are told where the tense did.
#[test]
fn the_deciding_words_are_told() {
    for (text, words) in [
        ("The court will rule on Monday.", Some("will")),
        ("The court ruled on Monday.", Some("ruled")),
        ("The trial starts Monday.", Some("starts")),
        ("The vote is scheduled for Monday.", Some("scheduled")),
        ("Rain is in the forecast for Monday.", Some("forecast")),
        ("They have waited since Monday.", Some("since")),
        ("It opened on May 13, 2024.", None),
    ] {
        let article = Article::from_text(text, false).published_on(parse_published("2024-05-16").expect("a date"));
        let dates = annotate(&article).dates;
        let found = dates[0].decided_by.map(|span| &text[span.start..span.end]);
        assert_eq!(found, words, "{text}");
    }
}

/// What each date was resolved against, the days it names, and whether it may be read otherwise.
#[test]
fn anchors_days_and_doubts_are_told() {
    use DateAnchor::{Expression, None as Nothing, Published, Unresolved};
    // The publication date, the language, the text, and for the last date its anchor, its days and whether it is ambiguous.
    let rows: &[(&str, &str, &str, DateAnchor, &str, bool)] = &[
        ("2024-05-16", "en", "They left last week.", Published, "2024-05-06 2024-05-12", false),
        (
            "2024-05-16",
            "en",
            "They left in 2019 and came two years later.",
            Expression(0),
            "2021-01-01 2021-12-31",
            false,
        ),
        ("2024-05-16", "en", "They left on May 1, 2020.", Nothing, "2020-05-01 2020-05-01", false),
        ("2024-05-16", "en", "It took two days.", Nothing, "", false),
        ("2024-05-16", "en", "GENEVA, May 14 — They left yesterday.", Expression(0), "2024-05-13 2024-05-13", false),
        ("", "en", "They left last week.", Unresolved, "", false),
        ("", "en", "They left on Monday.", Unresolved, "", false),
        ("", "en", "They left yesterday.", Unresolved, "", false),
        ("", "en", "They left in May.", Unresolved, "", false),
        ("", "en", "They left on May 1, 2020.", Nothing, "2020-05-01 2020-05-01", false),
        // Nothing tells the day from the month: read with the month first, and said so.
        ("2024-05-16", "en", "It is dated 4/5/2019.", Nothing, "2019-04-05 2019-04-05", true),
        ("", "en", "It is dated 4/5/2019.", Nothing, "2019-04-05 2019-04-05", true),
        // An American tag stands on pages of all countries.
        ("2024-05-16", "en-US", "It is dated 4/5/2019.", Nothing, "2019-04-05 2019-04-05", true),
        ("2024-05-16", "en-GB", "It is dated 4/5/2019.", Nothing, "2019-05-04 2019-05-04", false),
        ("2024-05-16", "en-ZA", "It is dated 4/5/2019.", Nothing, "2019-05-04 2019-05-04", false),
        (
            "2024-05-16",
            "en",
            "On 3 March 2018 they met. It is dated 4/5/2019.",
            Nothing,
            "2019-05-04 2019-05-04",
            false,
        ),
        (
            "2024-05-16",
            "en",
            "On March 3, 2018, they met. It is dated 4/5/2019.",
            Nothing,
            "2019-04-05 2019-04-05",
            false,
        ),
        (
            "2024-05-16",
            "en-GB",
            "On March 3, 2018, they met. It is dated 4/5/2019.",
            Nothing,
            "2019-04-05 2019-04-05",
            false,
        ),
        ("2024-05-16", "en", "It is dated 14/5/2019.", Nothing, "2019-05-14 2019-05-14", false),
        ("2024-05-16", "en", "It is dated 5/5/2019.", Nothing, "2019-05-05 2019-05-05", false),
        ("2024-05-16", "en", "It is dated 12/5/2024.", Nothing, "2024-05-12 2024-05-12", false),
        ("2024-05-16", "en", "It is dated 5/12/2024.", Nothing, "2024-05-12 2024-05-12", false),
        ("2024-05-16", "en", "It is dated 2019-04-05.", Nothing, "2019-04-05 2019-04-05", false),
    ];
    for &(published, language, text, anchor, days, ambiguous) in rows {
        let mut article = Article::from_text(text, false);
        article.published = parse_published(published).ok();
        article.language = Some(language.to_owned());
        let dates = annotate(&article).dates;
        let date = dates.last().expect("a date");
        let found = date.days.map_or(String::new(), |(first, last)| format!("{first} {last}"));
        assert_eq!(
            (date.anchor, found.as_str(), date.ambiguous),
            (anchor, days, ambiguous),
            "{published} {language}: {text}"
        );
    }
}

/// Checks what holds of any article.
fn check_sane(article: &Article) -> Result<(), TestCaseError> {
    invariants::check(article, &annotate(article)).map_err(TestCaseError::fail)
}

/// Words that dates are made of, in any order: deeper into the grammar than random letters reach.
fn date_words() -> impl Strategy<Value = String> {
    let words: Vec<&str> = include_str!("words/dates.txt").split_whitespace().collect();
    prop::collection::vec((prop::sample::select(words), prop::bool::weighted(0.8)), 0..40).prop_map(|words| {
        words
            .iter()
            .map(|(word, space)| format!("{word}{}", if *space { " " } else { "" }))
            .collect::<String>()
            .replace('¶', "\n\n")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_on_any_day(text in "\\PC{0,200}", year in -9999_i16..=9999, month in 1_i8..=12, day in 1_i8..=28, known: bool) {
        let mut article = Article::from_text(&text, true);
        article.published = known.then(|| Date::new(year, month, day).expect("such a day exists"));
        check_sane(&article)?;
    }

    #[test]
    fn any_date_words_on_any_day(text in date_words(), year in -9999_i16..=9999, month in 1_i8..=12, day in 1_i8..=28, known: bool) {
        let mut article = Article::from_text(&text, false);
        article.published = known.then(|| Date::new(year, month, day).expect("such a day exists"));
        check_sane(&article)?;
    }
}

/// Numbers too large for any calendar.
#[test]
fn no_number_is_too_large() {
    for text in [
        "99999999999 years ago",
        "4294967295 years ago",
        "4294967295 centuries later",
        "2147483648 weeks ago",
        "nine hundred thousand thousand thousand years ago",
        "in 9999, the next century",
        "The last millennium and 9999 decades ago.",
        "0000-00-00 and 9999-99-99 and 2024-02-30",
        "February 31, 2023",
        "999999999 BC",
        &"9".repeat(100_000),
        &"1,000".repeat(10_000),
    ] {
        for published in ["0001-01-01", "2024-02-29", "9999-12-31", "-009999-01-01"] {
            let mut article = Article::from_text(text, false);
            article.published = parse_published(published).ok();
            annotate(&article);
        }
    }
}
