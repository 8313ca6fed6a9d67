//! Dates, times, durations and repetitions, each with its TIMEX3 value.
//!
//! Four steps, connected only by plain types: [`lexemes`] maps tokens to lexemes; [`grammar`] finds expressions and their [`meaning`];
//! [`resolve`] decides which days they denote, using the [`tense`] of the clause ([`occurrence`]); [`value`] writes TIMEX3 values and
//! calendar intervals.

mod day_count;
mod grammar;
mod lexemes;
mod meaning;
mod occurrence;
#[cfg(feature = "explain")]
mod reasons;
mod resolve;
mod tense;
mod value;
#[cfg(test)]
mod value_table;

use crate::annotations::{DateExpression, Span};
use crate::article::Article;
use crate::text::Document;
use lexemes::Line;
use occurrence::Occurrence;
#[cfg(feature = "explain")]
pub(crate) use reasons::{DateReason, find_and_explain};
use resolve::{Anchors, Resolved};
use std::cell::OnceCell;
use std::ops::Range;

/// Every date expression of the document, in reading order.
pub(crate) fn find(document: &Document, article: &Article) -> Vec<DateExpression> {
    find_noted(document, article, |_, _| ())
}

/// The same, and tells of each expression what it comes to.
fn find_noted(
    document: &Document,
    article: &Article,
    mut note: impl FnMut(&Occurrence<'_>, &Resolved),
) -> Vec<DateExpression> {
    let mut found = Vec::new();
    let mut lexemes = Vec::new();
    // The blocks that contain expressions.
    let mut blocks: Vec<(usize, Range<usize>)> = Vec::new();
    for block in document.blocks() {
        let first = found.len();
        lexemes.clear();
        lexemes::lex(block, &mut lexemes);
        grammar::scan(&Line { block, lexemes: &lexemes }, &mut found);
        if found.len() > first {
            blocks.push((block.index, first..found.len()));
        }
    }
    let mut anchors = Anchors::new(article, document.sets(), found.iter().map(|(found, _)| found));
    let mut expressions: Vec<DateExpression> = Vec::with_capacity(found.len());
    for (block, range) in blocks {
        let block = document.block(block);
        anchors.enter(article.published_at(block.index));
        let tenses = OnceCell::new();
        let mut sentences = block.sentences.iter().peekable();
        for (found, tokens) in found.get(range).unwrap_or_default() {
            while sentences.peek().is_some_and(|sentence| sentence.end <= tokens.start) {
                sentences.next();
            }
            let sentence = sentences.peek().map_or(0..block.tokens.len(), |sentence| (*sentence).clone());
            let occurrence = Occurrence { found, block, tokens: tokens.clone(), sentence, tenses: &tenses };
            let resolved = resolve::resolve(&mut anchors, &occurrence, expressions.len());
            note(&occurrence, &resolved);
            let bytes = |tokens: &Range<usize>| Span {
                block: block.index,
                start: block.tokens[tokens.start].start as usize,
                end: block.tokens[tokens.end - 1].end as usize,
            };
            expressions.push(DateExpression {
                span: bytes(tokens),
                kind: resolved.kind,
                value: resolved.value,
                modifier: found.modifier,
                days: resolved.days,
                anchor: resolved.anchor,
                decided_by: resolved.decided_by.as_ref().map(bytes),
                ambiguous: resolved.ambiguous,
            });
        }
    }
    expressions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Date;
    use crate::article::Entry;
    use crate::language::language_of;

    #[test]
    fn entries_count_from_their_own_days() {
        let day = |day| Date::constant(2025, 3, day);
        let blocks = "It rained on Monday.\n\nIt will end on Friday.\n\nIt rained on Monday.\n\nIt rained yesterday and in February.";
        let mut article = Article::from_text(blocks, false).published_on(day(13));
        article.entries = [(1, day(15)), (3, day(11))].map(|(block, published)| Entry { block, published }).to_vec();
        let found = crate::find_dates(&article).into_iter().map(|date| date.value).collect::<Vec<_>>();
        assert_eq!(found, ["2025-03-10", "2025-03-21", "2025-03-10", "2025-03-10", "2025-02"]);
        // What no entry begins with changes nothing.
        article.entries = vec![Entry { block: 9, published: day(1) }];
        assert_eq!(crate::find_dates(&article)[1].value, "2025-03-14");
    }

    /// Inputs that would take quadratic time if each token read the rest of the text again.
    #[test]
    fn no_text_is_slow() {
        let day = crate::article::parse_published("2024-05-16").ok();
        for part in [
            "1234567890",
            "12 ",
            "1/",
            "1:",
            "1,000,",
            "1990-",
            "twenty-",
            "two hundred and ",
            "in in in ",
            "the ",
            "the end of ",
            "a few ",
            "May June ",
            "Monday ",
            "April 7-8-9 ",
            "last next this ",
            "early late mid ",
            "every other ",
            "the first ",
            "at 9 ",
            "’8",
            "x today is ",
            "said Monday will ",
            "in the early morning of ",
            "last year's ",
            "the same month ",
            "about about ",
            "New Year's ",
            "the year-ago ",
            "ten past ",
            "half past ",
            "in May ",
            "Monday 12 and ",
            "Monday (May 12) ",
            "the first Monday in ",
            "the day after his death on ",
            "\"today is ",
            "Monday night, ",
            "the 19th of that ",
            "15hrs ",
        ] {
            let mut article = Article::from_text(&part.repeat(100_000 / part.len()), false);
            article.published = day;
            let document = Document::new(&article, language_of(None).unwrap());
            let start = std::time::Instant::now();
            find(&document, &article);
            let taken = start.elapsed();
            assert!(taken.as_secs() < 10, "{part:?} repeated takes {taken:?}");
        }
    }
}
