//! What holds of the answer to any article, however strange: what readers of an answer rely on.
//!
//! The tests of random texts and the fuzz targets share it.

use verbatim::annotations::{DateAnchor, DateExpression, Person, Quote, Reported, Span, Statement};
use verbatim::{Annotations, Article};

/// Fails with a message unless the condition holds.
macro_rules! require {
    ($condition:expr, $($message:tt)+) => {
        if !$condition {
            return Err(format!($($message)+));
        }
    };
}

/// Checks that every span lies in its block on character boundaries, that lists are in order, and that every index is one of its list.
///
/// # Errors
/// Says what does not hold.
pub fn check(article: &Article, annotations: &Annotations) -> Result<(), String> {
    check_quotes(article, annotations)?;
    check_reported(article, annotations)?;
    check_people(article, annotations)?;
    check_dates(article, &annotations.dates)?;
    check_statements(annotations)?;
    let Annotations { sentences, .. } = annotations;
    require!(sentences.iter().all(|span| is_text(article, span)), "a sentence is no text");
    let apart = |pair: &[Span]| (pair[0].block, pair[0].end) <= (pair[1].block, pair[1].start);
    require!(sentences.windows(2).all(apart), "sentences are out of order");
    Ok(())
}

/// Whether the span is some text of its block.
fn is_text(article: &Article, span: &Span) -> bool {
    let text = article.blocks.get(span.block).and_then(|block| block.text.get(span.start..span.end));
    text.is_some_and(|text| !text.is_empty())
}

fn check_quotes(article: &Article, annotations: &Annotations) -> Result<(), String> {
    let people = &annotations.people;
    let mut last = (0, 0);
    for quote in &annotations.quotes {
        let Quote { span, mention, cue, person, confidence, .. } = quote;
        require!((span.block, span.start) >= last, "{quote:?} overlaps the one before");
        last = (span.block, span.end);
        let is_text = |span: &Span| is_text(article, span);
        require!([Some(*span), *mention, *cue].iter().flatten().all(is_text), "{quote:?} has a span of no text");
        require!(person.is_none_or(|person| person < people.len()), "{quote:?} has a person who is not listed");
        require!((0.0..=1.0).contains(confidence), "{quote:?} has a confidence that is no share");
        let elsewhere = |person: usize| people[person].mentions.iter().any(|mention| mention.block != span.block);
        require!(
            mention.is_some() || person.is_none_or(elsewhere),
            "{quote:?} goes on, but nobody is named in another block"
        );
    }
    Ok(())
}

fn check_reported(article: &Article, annotations: &Annotations) -> Result<(), String> {
    let mut last = (0, 0);
    for reported in &annotations.reported {
        let Reported { span, mention, cue, person, confidence, .. } = reported;
        require!((span.block, span.start) >= last, "{reported:?} is out of order");
        last = (span.block, span.start);
        let is_text = |span: &Span| is_text(article, span);
        require!([Some(*span), *mention, *cue].iter().flatten().all(is_text), "{reported:?} has a span of no text");
        let is_listed = person.is_none_or(|person| person < annotations.people.len());
        require!(is_listed, "{reported:?} has a person who is not listed");
        require!((0.0..=1.0).contains(confidence), "{reported:?} has a confidence that is no share");
        require!(mention.is_some() || person.is_none(), "{reported:?} has a person without words for it");
    }
    Ok(())
}

fn check_people(article: &Article, annotations: &Annotations) -> Result<(), String> {
    let Annotations { quotes, reported, people, mentioned, .. } = annotations;
    for person in people.iter().chain(mentioned) {
        let Person { name, mentions, .. } = person;
        require!(!name.trim().is_empty(), "{person:?} has no name");
        require!(!mentions.is_empty() && mentions.is_sorted(), "the mentions of {person:?} are out of order");
        require!(mentions.iter().all(|span| is_text(article, span)), "{person:?} has a mention of no text");
    }
    let mut speaks = vec![false; people.len()];
    let speakers = quotes.iter().map(|quote| quote.person).chain(reported.iter().map(|reported| reported.person));
    speakers.flatten().for_each(|person| speaks[person] = true);
    for (person, speaks) in people.iter().zip(speaks) {
        require!(speaks, "{person:?} says nothing");
    }
    Ok(())
}

/// Checks only the dates.
///
/// # Errors
/// Says what does not hold.
pub fn check_dates(article: &Article, dates: &[DateExpression]) -> Result<(), String> {
    let mut last = (0, 0);
    for (index, date) in dates.iter().enumerate() {
        require!((date.span.block, date.span.start) >= last, "{date:?} overlaps the one before");
        last = (date.span.block, date.span.end);
        require!(is_text(article, &date.span), "{date:?} has a span of no text");
        require!(date.decided_by.iter().all(|span| is_text(article, span)), "{date:?} is decided by no text");
        require!(date.days.is_none_or(|(first, last)| first <= last), "{date:?} ends before it begins");
        require!(!date.value.is_empty(), "{date:?} has no value");
        if let DateAnchor::Expression(anchor) = date.anchor {
            require!(anchor < index, "{date:?} is resolved against a later one");
        }
    }
    Ok(())
}

/// Statements are in reading order, and no quotation belongs to two.
fn check_statements(annotations: &Annotations) -> Result<(), String> {
    let Annotations { quotes, reported, people, dates, statements, .. } = annotations;
    let mut taken = vec![false; quotes.len()];
    let mut last_start = (0, 0);
    for statement in statements {
        let Statement { quotes: parts, person, date, confidence, .. } = statement;
        let held = statement.reported.map(|index| &reported[index]);
        let first = held.map(|held| held.span).or_else(|| parts.first().map(|&index| quotes[index].span));
        let Some(span) = first else { return Err("a statement of nothing".to_owned()) };
        require!((span.block, span.start) >= last_start, "{statement:?} is out of order");
        last_start = (span.block, span.start);
        require!(parts.is_sorted(), "the quotations of {statement:?} are out of order");
        require!(parts.iter().all(|&quote| quote < quotes.len()), "{statement:?} has a quotation that is not listed");
        for &quote in parts {
            require!(!std::mem::replace(&mut taken[quote], true), "{statement:?} has a quotation of another");
            require!(
                held.is_none_or(|held| held.quotes.contains(&quote)),
                "{statement:?} has a quotation from elsewhere"
            );
        }
        require!(person.is_none_or(|person| person < people.len()), "{statement:?} has a person who is not listed");
        require!(date.is_none_or(|date| date < dates.len()), "{statement:?} has a date that is not listed");
        require!((0.0..=1.0).contains(confidence), "{statement:?} has a confidence that is no share");
    }
    Ok(())
}
