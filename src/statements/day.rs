//! The day on which something was said.

use crate::analysis::{ElementId, Passage, clauses};
use crate::annotations::{DateExpression, DateKind, Reported, Span};
use crate::text::TokenKind;
use jiff::civil::Date;
use std::ops::Range;

/// How many dates on either side of a verb of saying are looked at.
const NEAR: usize = 3;

/// How many elements may stand between a verb of saying and its date.
const REACH: usize = 16;

/// How many stretches of reported speech before a date may hold it.
const HOLDERS: usize = 8;

/// What says when something was said.
pub(super) struct Days<'a, 'b> {
    pub dates: &'a [DateExpression],
    pub reported: &'a [Reported],
    pub passages: &'a [Passage<'b>],
    /// The day on which a block was published.
    pub published: &'a dyn Fn(usize) -> Option<Date>,
}

impl Days<'_, '_> {
    /// The date that a verb of saying is tied to, as an index: the only one that stands in its clause.
    pub fn of(&self, cue: Option<Span>) -> Option<usize> {
        let cue = cue?;
        let found = self.passages.binary_search_by_key(&cue.block, |passage| passage.block.index).ok()?;
        let passage = &self.passages[found];
        let after = self.dates.partition_point(|date| (date.span.block, date.span.start) < (cue.block, cue.start));
        let mut tied = (after.saturating_sub(NEAR)..(after + NEAR).min(self.dates.len())).filter(|&index| {
            let date = &self.dates[index];
            date.span.block == cue.block
                && self.may_be_said(passage, date, cue)
                && !self.is_reported(date.span, cue)
                && is_tied(passage, date.span, cue)
        });
        let day = tied.next()?;
        tied.next().is_none().then_some(day)
    }

    /// Whether a date is part of what is said, and the verb is not: `|The ferry will close on Monday|, he said`.
    fn is_reported(&self, date: Span, cue: Span) -> bool {
        let end = self.reported.partition_point(|one| (one.span.block, one.span.start) <= (date.block, date.start));
        let before = self.reported[..end].iter().rev().take(HOLDERS);
        before.filter(|one| one.is_stated()).any(|one| one.span.holds(date) && !one.span.holds(cue))
    }

    /// Whether a date is a single day on which the words may have been said: not one after the publication, unless they will be said.
    fn may_be_said(&self, passage: &Passage, date: &DateExpression, cue: Span) -> bool {
        let Some((first, last)) = date.days else { return false };
        let coming = (self.published)(date.span.block).is_some_and(|published| first > published);
        let will = || {
            let verb = tokens_of(passage, cue).map(|tokens| passage.element_of(tokens.start));
            let before = verb.and_then(ElementId::before);
            before.is_some_and(|before| passage.sets().future_auxiliaries.has(passage.word(before)))
        };
        matches!(date.kind, DateKind::Date | DateKind::Time) && first == last && (!coming || will())
    }
}

/// Whether a date stands in the clause of a verb of saying: `said in Rome |on Tuesday|`, `|On May 3|, Birk had promised`.
fn is_tied(passage: &Passage, date: Span, cue: Span) -> bool {
    let (Some(date), Some(cue)) = (tokens_of(passage, date), tokens_of(passage, cue)) else { return false };
    let [first, last] = if date.start < cue.start { [&date, &cue] } else { [&cue, &date] };
    if first.end > last.start || passage.sentence_of(cue.start) != passage.sentence_of(date.start) {
        return false;
    }
    let between = passage.element_of(first.end).until(passage.element_of(last.start));
    if between.len() > REACH || passage.token_of(passage.element_of(date.start)).is_none() {
        return false;
    }
    let sets = passage.sets();
    let before_cue = date.start < cue.start;
    let clause_ends = |element: ElementId| {
        let Some(token) = passage.token_of(element) else { return true };
        let word = passage.block.word(token);
        // The auxiliaries of the verb itself: `had |promised|`.
        let mut to_cue = element.until(passage.element_of(cue.start)).skip(1);
        let own = before_cue && to_cue.all(|next| clauses::is_passed(passage, next));
        sets.ends_clause_of_saying.has(word)
            || sets.prepositions_of_topic.has(word)
            || clauses::is_finite(passage, element) && !own
    };
    !between.clone().any(clause_ends)
        && stands_free(passage, &date)
        && !(before_cue && ends_other_clause(passage, &date))
}

/// Whether a date is the end of a clause that is not the one of saying: `Reyes, who was elected |on Tuesday|, said`.
fn ends_other_clause(passage: &Passage, date: &Range<usize>) -> bool {
    let start = passage.sentence_of(date.start).start;
    let back = passage.element_of(start).until(passage.element_of(date.start)).rev().take(REACH);
    let mut clause = back.take_while(|&element| !passage.sets().parts_clauses.has(passage.word(element)));
    clause.any(|element| clauses::is_finite(passage, element))
}

/// Whether a date says when, and does not belong to a noun: not in `Tuesday's vote`, `the vote of Tuesday`, `until Tuesday`.
fn stands_free(passage: &Passage, date: &Range<usize>) -> bool {
    let possessive = passage.block.tokens.get(date.end).is_some_and(|next| next.kind == TokenKind::Possessive);
    let before = date.start.checked_sub(1).map_or("", |token| passage.block.word(token));
    !possessive && !passage.sets().no_time_of_saying.has_any_case(before)
}

/// The tokens of a passage that a span of its block takes up.
fn tokens_of(passage: &Passage, span: Span) -> Option<Range<usize>> {
    let start = passage.block.tokens.partition_point(|token| (token.start as usize) < span.start);
    let end = passage.block.tokens.partition_point(|token| (token.start as usize) < span.end);
    (start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::{Article, Date, annotate};

    #[test]
    fn a_statement_has_the_day_that_its_verb_is_tied_to() {
        let rows: &[(&str, &str, Option<&str>)] = &[
            ("behind the verb", "“We stay,” Ana Reyes said on Tuesday.", Some("2024-05-14")),
            ("behind the hearer", "“We stay,” Ana Reyes told reporters in Rome on Tuesday.", Some("2024-05-14")),
            ("without a preposition", "“We stay,” Ana Reyes said Tuesday.", Some("2024-05-14")),
            ("before the speaker", "On May 3, Ana Reyes had promised “a dry street”.", Some("2024-05-03")),
            ("a verb of its own", "Ana Reyes, who was elected on Tuesday, said: “We stay.”", None),
            ("inside the quotation", "“We stay until Tuesday,” Ana Reyes said.", None),
            ("of a noun", "“We stay,” Ana Reyes said of Tuesday's vote.", None),
            ("of another clause", "“We stay,” Ana Reyes said, as the gate was closed on Tuesday.", None),
            ("of another sentence", "The gate was closed on Tuesday. “We stay,” Ana Reyes said.", None),
            ("until", "Ana Reyes said “we stay” until Tuesday.", None),
            ("still to come", "“We stay,” Ana Reyes said on May 20, 2024.", None),
            ("still to be said", "Ana Reyes will say on May 20, 2024 that “we stay”.", Some("2024-05-20")),
            ("of another noun", "“We stay,” Ana Reyes said ahead of a vote on Tuesday.", None),
            ("behind another clause", "It was late, and on Tuesday Ana Reyes said: “We stay.”", Some("2024-05-14")),
            (
                "reported, behind the verb",
                "Ana Reyes said on Tuesday that the ferry would close in June.",
                Some("2024-05-14"),
            ),
            ("reported, before the speaker", "The pier is not safe, Ana Reyes said on Tuesday.", Some("2024-05-14")),
            ("part of what is reported", "Ana Reyes said that the ferry had been closed on Tuesday.", None),
            ("part of what is reported, before the verb", "The ferry was closed on Tuesday, Ana Reyes said.", None),
            ("two days", "On Monday and on Tuesday Ana Reyes said: “We stay.”", None),
        ];
        for (name, text, expected) in rows {
            let article = Article::from_text(text, false).published_on(Date::constant(2024, 5, 16));
            let annotations = annotate(&article);
            let date = annotations.statements.first().and_then(|statement| statement.date);
            let value = date.map(|date| annotations.dates[date].value.as_str());
            assert_eq!(value, *expected, "{name}");
        }
    }
}
