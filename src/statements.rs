//! Combines quotations, speakers and dates into statements.

use crate::annotations::{DateExpression, DateKind, Quote, QuoteKind, Span, Statement};

/// The statements of an article: consecutive quotations of one speaker in one block form one statement.
///
/// The date of a statement is the only single day, or time of a day, that its block mentions outside the quotations. If there are several,
/// the statement has no date, because nothing shows which of them is meant.
pub(crate) fn find(quotes: &[Quote], dates: &[DateExpression]) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut block = None;
    let mut date_of_block = None;
    for (index, quote) in quotes.iter().enumerate() {
        if quote.kind == QuoteKind::Other {
            continue;
        }
        let goes_on = block == Some(quote.span.block)
            && statements.last().is_some_and(|last| last.person == quote.person && quote.person.is_some());
        if block != Some(quote.span.block) {
            date_of_block = date_of(quotes, dates, quote);
        }
        match statements.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.quotes.push(index);
                last.confidence = last.confidence.min(quote.confidence);
            }
            None => statements.push(Statement {
                quotes: vec![index],
                person: quote.person,
                date: date_of_block,
                confidence: quote.confidence,
            }),
        }
        block = Some(quote.span.block);
    }
    statements
}

fn date_of(quotes: &[Quote], dates: &[DateExpression], quote: &Quote) -> Option<usize> {
    let first = dates.partition_point(|date| date.span.block < quote.span.block);
    let in_block = |block: usize| block == quote.span.block;
    let is_quoted = |span: Span| {
        let next = quotes.partition_point(|other| (other.span.block, other.span.start) <= (span.block, span.start));
        let holder = next.checked_sub(1).map(|index| &quotes[index]);
        holder.is_some_and(|holder| {
            holder.kind != QuoteKind::Other && in_block(holder.span.block) && span.start < holder.span.end
        })
    };
    let dates = dates.iter().enumerate().skip(first).take_while(|(_, date)| in_block(date.span.block));
    let mut days = dates.filter(|(_, date)| {
        let one_day = date.days.is_some_and(|(first_day, last_day)| first_day == last_day);
        matches!(date.kind, DateKind::Date | DateKind::Time) && one_day && !is_quoted(date.span)
    });
    let day = days.next()?.0;
    days.next().is_none().then_some(day)
}
