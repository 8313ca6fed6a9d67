//! Combines quotations, speakers and dates into statements.

mod day;

use crate::analysis::Passage;
use crate::annotations::{DateExpression, Quote, QuoteKind, Statement};
use day::Days;
use jiff::civil::Date;

/// The statements of an article: consecutive quotations of one speaker in one block form one statement.
///
/// The date of a statement is the day on which it was made: the one that the verb of saying is tied to. If there are several, the
/// statement has no date, because nothing shows which of them is meant.
pub(crate) fn find(
    quotes: &[Quote],
    dates: &[DateExpression],
    passages: &[Passage],
    published: Option<Date>,
) -> Vec<Statement> {
    let days = Days { dates, passages, published };
    let mut statements: Vec<Statement> = Vec::new();
    let mut block = None;
    for (index, quote) in quotes.iter().enumerate() {
        if quote.kind == QuoteKind::Other {
            continue;
        }
        let goes_on = block == Some(quote.span.block)
            && statements.last().is_some_and(|last| last.person == quote.person && quote.person.is_some());
        match statements.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.quotes.push(index);
                last.date = last.date.or_else(|| days.of(quote));
                last.confidence = last.confidence.min(quote.confidence);
            }
            None => statements.push(Statement {
                quotes: vec![index],
                person: quote.person,
                date: days.of(quote),
                confidence: quote.confidence,
            }),
        }
        block = Some(quote.span.block);
    }
    statements
}
