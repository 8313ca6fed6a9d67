//! Combines quotations, reported speech, speakers and dates into statements.

mod day;

use crate::analysis::Passage;
use crate::annotations::{DateExpression, Quote, QuoteKind, Reported, Span, Statement};
use day::Days;
use jiff::civil::Date;

/// The statements of an article, in reading order.
///
/// Consecutive quotations of one speaker in one block form one statement. What is reported is a statement of its own, together with
/// those of its quotations that are the same speaker's, so that the same words are not listed twice.
///
/// The date of a statement is the day on which it was made: the one that the verb of saying is tied to. If there are several, the
/// statement has no date, because nothing shows which of them is meant.
pub(crate) fn find(
    quotes: &[Quote],
    reported: &[Reported],
    dates: &[DateExpression],
    passages: &[Passage],
    published: &dyn Fn(usize) -> Option<Date>,
) -> Vec<Statement> {
    let days = Days { dates, reported, passages, published };
    let mut statements: Vec<Statement> = Vec::new();
    let mut block = None;
    for piece in pieces(quotes, reported) {
        let quote = match piece {
            Piece::Reported(index, held) => {
                statements.push(reported_statement(index, held, quotes, reported, &days));
                continue;
            }
            Piece::Quote(index) => index,
        };
        let Quote { span, person, cue, confidence, .. } = quotes[quote];
        let goes_on = |last: &&mut Statement| last.reported.is_none() && last.person == person && person.is_some();
        match statements.last_mut().filter(|_| block == Some(span.block)).filter(goes_on) {
            Some(last) => {
                last.quotes.push(quote);
                last.date = last.date.or_else(|| days.of(cue));
                last.confidence = last.confidence.min(confidence);
            }
            None => {
                statements.push(Statement {
                    quotes: vec![quote],
                    reported: None,
                    person,
                    date: days.of(cue),
                    confidence,
                });
            }
        }
        block = Some(span.block);
    }
    statements
}

fn reported_statement(
    index: usize,
    held: Vec<usize>,
    quotes: &[Quote],
    reported: &[Reported],
    days: &Days,
) -> Statement {
    let Reported { person, cue, confidence, .. } = reported[index];
    let date = days.of(cue).or_else(|| held.iter().find_map(|&quote| days.of(quotes[quote].cue)));
    Statement { quotes: held, reported: Some(index), person, date, confidence }
}

/// What a statement begins with.
enum Piece {
    /// A quotation.
    Quote(usize),
    /// Something reported, with the quotations that it holds.
    Reported(usize, Vec<usize>),
}

/// The quotations and the reported speech that are to be told of, in reading order.
fn pieces(quotes: &[Quote], reported: &[Reported]) -> Vec<Piece> {
    let mut is_held = vec![false; quotes.len()];
    let mut pieces: Vec<(Span, Piece)> = Vec::new();
    let mut outer: Option<&Reported> = None;
    for (index, one) in reported.iter().enumerate().filter(|(_, one)| one.is_stated()) {
        // What somebody reports within what the same person said is told already.
        if outer.is_some_and(|outer| outer.person == one.person && outer.span.holds(one.span)) {
            continue;
        }
        let is_own = |&quote: &usize| quotes[quote].person.is_none_or(|person| one.person == Some(person));
        let held: Vec<usize> = one.quotes.iter().copied().filter(|quote| is_own(quote) && !is_held[*quote]).collect();
        for &quote in &held {
            is_held[quote] = true;
        }
        pieces.push((one.span, Piece::Reported(index, held)));
        outer = Some(one);
    }
    let free = quotes.iter().enumerate().filter(|&(index, quote)| quote.kind != QuoteKind::Other && !is_held[index]);
    pieces.extend(free.map(|(index, quote)| (quote.span, Piece::Quote(index))));
    pieces.sort_by_key(|(span, _)| (span.block, span.start));
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Article, annotate};

    /// Each statement as its speaker and its words; what is reported in angle brackets, its quotations behind it.
    fn statements(text: &str) -> Vec<String> {
        let article = Article::from_text(text, false);
        let annotations = annotate(&article);
        let words = |span: crate::annotations::Span| article.blocks[span.block].text[span.start..span.end].to_owned();
        let line = |statement: &crate::annotations::Statement| {
            let who = statement.person.map_or("-", |person| &annotations.people[person].name);
            let reported = statement.reported.map(|index| format!("<{}>", words(annotations.reported[index].span)));
            let quotes = statement.quotes.iter().map(|&quote| words(annotations.quotes[quote].span));
            let pieces: Vec<String> = std::iter::once(who.to_owned()).chain(reported).chain(quotes).collect();
            pieces.join(" | ")
        };
        annotations.statements.iter().map(line).collect()
    }

    #[test]
    fn statements_are_quoted_or_reported() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("quoted", "“We stay,” Ana Reyes said.", &["Ana Reyes | “We stay,”"]),
            (
                "reported",
                "Ana Reyes said that the ferry would close in May.",
                &["Ana Reyes | <the ferry would close in May>"],
            ),
            (
                "a fragment in what is reported is part of it",
                "Ana Reyes said that the ferry would be “a thing of the past” in May.",
                &["Ana Reyes | <the ferry would be “a thing of the past” in May> | “a thing of the past”"],
            ),
            (
                "quotations on either side of what is reported",
                "“We stay,” Ana Reyes said. She said that the ferry would close in May. “We are sad,” she said.",
                &["Ana Reyes | “We stay,”", "Ana Reyes | <the ferry would close in May>", "Ana Reyes | “We are sad,”"],
            ),
            (
                "reported first",
                "Ana Reyes said that the ferry would close in May. “We are sad,” she said.",
                &["Ana Reyes | <the ferry would close in May>", "Ana Reyes | “We are sad,”"],
            ),
            ("nobody's words", "The ship, “Salt and Rope”, left.", &[]),
        ];
        for (name, text, expected) in rows {
            assert_eq!(statements(text), *expected, "{name}");
        }
    }
}
