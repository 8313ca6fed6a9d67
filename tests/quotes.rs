//! The cases of `tests/cases/quotes` and `tests/cases/reported`, and what holds of any text.
//!
//! The format of the cases is told in `tests/cases/README.md`.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test needs and does not find is a failure")]

mod support;

use proptest::prelude::*;
use std::fmt::Write;
use support::invariants;
use verbatim::annotations::{Quote, Reported, Span};
use verbatim::article::parse_published;
use verbatim::{Article, annotate};

/// One case: an article, and the lines that it must be answered with.
struct Case<'a> {
    name: &'a str,
    article: Article,
    expected: Vec<String>,
}

/// The lines of a part of a case that say something.
fn lines_of(part: &str) -> impl Iterator<Item = &str> {
    part.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A line of expectations with its columns spaced in one way.
fn normal(line: &str) -> String {
    line.split('|').map(str::trim).collect::<Vec<_>>().join(" | ")
}

/// Reads the cases of a file.
fn cases(file: &str) -> Vec<Case<'_>> {
    let starts_case = |line: &str| line.starts_with("===");
    let starts: Vec<usize> = offsets_of_lines(file).filter(|&(_, line)| starts_case(line)).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([file.len()]);
    starts.iter().zip(ends).map(|(&start, end)| case(&file[start + "===".len()..end])).collect()
}

/// The lines of a text with the byte at which each begins.
fn offsets_of_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    })
}

/// Reads one case: its head, its text and its expectations, with a line `---` between.
fn case(text: &str) -> Case<'_> {
    let borders: Vec<(usize, &str)> = offsets_of_lines(text).filter(|(_, line)| line.trim_end() == "---").collect();
    let (head, body, expected) = match borders[..] {
        [(first, first_line), (second, second_line)] => {
            (&text[..first], &text[first + first_line.len()..second], &text[second + second_line.len()..])
        }
        _ => panic!("a case has three parts, but this has not: {text}"),
    };
    let mut head = lines_of(head);
    let name = head.next().expect("a case has a name");
    let mut published = None;
    let mut headline = false;
    for option in head {
        match option.strip_prefix("published:") {
            Some(date) => published = Some(parse_published(date).expect("a date")),
            None if option == "headline" => headline = true,
            None => panic!("{name}: no such option: {option}"),
        }
    }
    let mut article = Article::from_text(body, headline);
    article.published = published;
    Case { name, article, expected: lines_of(expected).map(normal).collect() }
}

/// What was found, in the form of the expectations; the statements only where the case has some.
fn found(case: &Case) -> Vec<String> {
    let annotations = annotate(&case.article);
    let words = |span: &Span| case.article.blocks[span.block].text[span.start..span.end].to_owned();
    let words = |span: Option<Span>| span.as_ref().map_or("-".to_owned(), words);
    let who = |person: Option<usize>| person.map_or("-", |person| &annotations.people[person].name);
    let line = |quote: &Quote| {
        let columns =
            [quote.kind.name(), &words(Some(quote.span)), &words(quote.mention), &words(quote.cue), who(quote.person)];
        normal(&columns.join(" | "))
    };
    let mut lines: Vec<String> = annotations.quotes.iter().map(line).collect();
    if case.expected.iter().any(|line| line == "statements") {
        lines.push("statements".to_owned());
        for statement in &annotations.statements {
            let reported = statement.reported.map(|reported| format!("r{}", reported + 1));
            let quotes = statement.quotes.iter().map(|quote| (quote + 1).to_string());
            let numbers: Vec<String> = reported.into_iter().chain(quotes).collect();
            let date = statement.date.map_or("-", |date| &annotations.dates[date].value);
            lines.push(format!("{} | {} | {date}", who(statement.person), numbers.join(" ")));
        }
    }
    lines
}

/// What was expected and not found, and the other way round, line by line.
fn difference(expected: &[String], found: &[String]) -> String {
    let mut written = String::new();
    for line in expected {
        let sign = if found.contains(line) { ' ' } else { '-' };
        writeln!(written, "  {sign} {line}").expect("a string takes all");
    }
    for line in found.iter().filter(|line| !expected.contains(line)) {
        writeln!(written, "  + {line}").expect("a string takes all");
    }
    written
}

/// What is told in the reporter's words, in the form of the expectations.
fn found_reported(case: &Case) -> Vec<String> {
    let annotations = annotate(&case.article);
    let words = |span: Option<Span>| {
        let text = |span: Span| case.article.blocks[span.block].text[span.start..span.end].to_owned();
        span.map_or("-".to_owned(), text)
    };
    let line = |reported: &Reported| {
        let name = reported.person.map_or("-", |person| &annotations.people[person].name);
        normal(&[&words(Some(reported.span)), &words(reported.mention), &words(reported.cue), name].join(" | "))
    };
    annotations.reported.iter().map(line).collect()
}

#[test]
fn cases_are_answered_as_a_reader_would() {
    check_cases("quotes", found);
}

#[test]
fn reported_speech_is_found_as_a_reader_would() {
    check_cases("reported", found_reported);
}

/// Checks the cases of a folder.
fn check_cases(folder: &str, found: impl Fn(&Case) -> Vec<String>) {
    let mut failures = Vec::new();
    let mut total = 0;
    for (path, text) in support::case_files(folder) {
        let cases = cases(&text);
        assert!(!cases.is_empty(), "{} has no cases", path.display());
        total += cases.len();
        for case in &cases {
            let found = found(case);
            if found != case.expected {
                let name = format!("{}: {}", path.display(), case.name);
                failures.push(format!("{name}\n{}", difference(&case.expected, &found)));
            }
        }
    }
    let count = failures.len();
    assert!(failures.is_empty(), "{count} of {total} cases are wrong: - expected, + found\n{}", failures.join("\n"));
}

/// Checks what holds of any article.
fn check_sane(article: &Article) -> Result<(), TestCaseError> {
    invariants::check(article, &annotate(article)).map_err(TestCaseError::fail)
}

/// Words and marks that news is made of, in any order: deeper into attribution than random letters reach.
fn news_words() -> impl Strategy<Value = String> {
    let words = include_str!("words/news.txt").split_whitespace();
    let words: Vec<&str> = words.chain(["\u{200b}", "\u{ad}"]).collect();
    prop::collection::vec((prop::sample::select(words), prop::bool::weighted(0.7)), 0..80).prop_map(|words| {
        let spaced = words.iter().map(|(word, space)| format!("{word}{}", if *space { " " } else { "" }));
        spaced.collect::<String>().replace('¶', "\n\n").replace('↵', "\n")
    })
}

/// Words with plain curly quotations among them, which a regular expression reads as well as any scanner.
fn plain_curly() -> impl Strategy<Value = String> {
    let part = prop_oneof!["[a-z]{1,8}", "“[A-Za-z]{1,8}( [a-z]{1,8}){0,6}[,.?]”"];
    prop::collection::vec(part, 1..12).prop_map(|parts| parts.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,200}", headline: bool) {
        check_sane(&Article::from_text(&text, headline))?;
    }

    #[test]
    fn plain_curly_quotations_are_where_a_regular_expression_finds_them(text in plain_curly()) {
        let pattern = regex::Regex::new("“[^“”]*”").expect("a pattern");
        let expected: Vec<_> = pattern.find_iter(&text).map(|found| found.range()).collect();
        let annotations = annotate(&Article::from_text(&text, false));
        let found: Vec<_> = annotations.quotes.iter().map(|quote| quote.span.start..quote.span.end).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn any_news_words(text in news_words(), headline: bool) {
        let published = parse_published("2024-05-16").expect("a date");
        check_sane(&Article::from_text(&text, headline).published_on(published))?;
    }
}
