//! What somebody looks for, and whether a statement is that.

use super::days::days_of_value;
use super::pattern::{Pattern, PatternError};
use jiff::civil::Date;
use std::fmt;
use std::ops::Range;

/// A query as it is typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Expression<'a> {
    /// A pattern for the speaker.
    pub who: Option<&'a str>,
    /// A pattern for the words.
    pub what: Option<&'a str>,
    /// The first day: a day, or a month or a year, which begin with it.
    pub since: Option<&'a str>,
    /// The last day: a day, or a month or a year, which end with it.
    pub until: Option<&'a str>,
    /// The kind of speech.
    pub speech: Option<Speech>,
    /// The least confidence, from 0 to 1.
    pub sure: Option<f64>,
}

/// How somebody's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Speech {
    /// In quotation marks.
    Quoted,
    /// In the reporter's words.
    Reported,
}

/// A part of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The speaker.
    Who,
    /// The words.
    What,
    /// The first day.
    Since,
    /// The last day.
    Until,
}

impl Part {
    /// Its name: `who`, `what`, `since`, `until`.
    pub fn name(self) -> &'static str {
        match self {
            Part::Who => "who",
            Part::What => "what",
            Part::Since => "since",
            Part::Until => "until",
        }
    }
}

/// What a statement is, apart from its words.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The names of the speaker, and the words that refer to the speaker.
    pub names: &'a [&'a str],
    /// How the words are given.
    pub speech: Speech,
    /// How sure the speaker is.
    pub confidence: f64,
    /// The first and the last day on which it may have been said.
    pub days: Option<(Date, Date)>,
}

/// An expression that was understood.
#[derive(Clone, Debug)]
pub struct Query {
    who: Option<Pattern>,
    what: Option<Pattern>,
    since: Option<Date>,
    until: Option<Date>,
    speech: Option<Speech>,
    sure: Option<f64>,
}

impl Query {
    /// Understands an expression.
    ///
    /// # Errors
    /// If a pattern or a day is not valid.
    pub fn new(expression: &Expression) -> Result<Query, QueryError> {
        let pattern = |part, text: Option<&str>| {
            text.map(Pattern::new).transpose().map_err(|error| QueryError { part, reason: Reason::Pattern(error) })
        };
        let days = |part, text: Option<&str>| {
            let days = |text: &str| {
                days_of_value(text).ok_or_else(|| QueryError { part, reason: Reason::Day(text.to_owned()) })
            };
            text.map(days).transpose()
        };
        Ok(Query {
            who: pattern(Part::Who, expression.who)?,
            what: pattern(Part::What, expression.what)?,
            since: days(Part::Since, expression.since)?.map(|(first, _)| first),
            until: days(Part::Until, expression.until)?.map(|(_, last)| last),
            speech: expression.speech,
            sure: expression.sure,
        })
    }

    /// The pattern for the speaker.
    pub fn who(&self) -> Option<&Pattern> {
        self.who.as_ref()
    }

    /// The pattern for the words.
    pub fn what(&self) -> Option<&Pattern> {
        self.what.as_ref()
    }

    /// Whether it depends on when something was said.
    pub fn asks_when(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether a statement can be one that is looked for, as far as can be said without its words. Of days of which nothing is known, none
    /// is in a range.
    pub fn accepts(&self, about: &About) -> bool {
        let in_range = |(first, last): (Date, Date)| {
            self.since.is_none_or(|since| last >= since) && self.until.is_none_or(|until| first <= until)
        };
        self.speech.is_none_or(|speech| speech == about.speech)
            && self.sure.is_none_or(|sure| about.confidence >= sure)
            && (!self.asks_when() || about.days.is_some_and(in_range))
            && self.who.as_ref().is_none_or(|who| about.names.iter().any(|name| who.is_match(name)))
    }

    /// Whether the words of a statement are those that are looked for.
    pub fn matches_words(&self, words: &[&str]) -> bool {
        self.what.as_ref().is_none_or(|what| words.iter().any(|words| what.is_match(words)))
    }
}

/// Why an expression cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    part: Part,
    reason: Reason,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Reason {
    Pattern(PatternError),
    Day(String),
}

impl QueryError {
    /// The part that is wrong.
    pub fn part(&self) -> Part {
        self.part
    }

    /// Where in that part, in bytes; nothing if it is a day.
    pub fn place(&self) -> Option<Range<usize>> {
        match &self.reason {
            Reason::Pattern(error) => Some(error.place()),
            Reason::Day(_) => None,
        }
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let part = self.part.name();
        match &self.reason {
            Reason::Pattern(error) => write!(formatter, "{part}: {error}"),
            Reason::Day(text) => {
                write!(formatter, "{part}: {text:?} is not a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY)")
            }
        }
    }
}

impl std::error::Error for QueryError {}

#[cfg(test)]
mod tests {
    use super::{About, Expression, Query, Speech, days_of_value};

    #[test]
    fn statements_are_accepted_by_every_part() {
        let none = Expression::default();
        let rows: &[(&str, Expression, bool)] = &[
            ("nothing", none, true),
            ("a name", Expression { who: Some("ortiz"), ..none }, true),
            ("the words that refer to the speaker", Expression { who: Some("^she$"), ..none }, true),
            ("another name", Expression { who: Some("reyes"), ..none }, false),
            ("words", Expression { what: Some("ferry"), ..none }, true),
            ("words of the second quotation", Expression { what: Some("not for sale"), ..none }, true),
            ("words over two quotations", Expression { what: Some("ferry.*sale"), ..none }, false),
            ("other words", Expression { what: Some("bridge"), ..none }, false),
            ("both", Expression { who: Some("ortiz"), what: Some("ferry"), ..none }, true),
            ("one of both", Expression { who: Some("reyes"), what: Some("ferry"), ..none }, false),
            ("since the day", Expression { since: Some("2025-03-11"), ..none }, true),
            ("since the day after", Expression { since: Some("2025-03-12"), ..none }, false),
            ("until the day", Expression { until: Some("2025-03-11"), ..none }, true),
            ("until the month", Expression { until: Some("2025-03"), ..none }, true),
            ("until the month before", Expression { until: Some("2025-02"), ..none }, false),
            ("in the year", Expression { since: Some("2025"), until: Some("2025"), ..none }, true),
            ("in no time", Expression { since: Some("2026"), until: Some("2024"), ..none }, false),
            ("quoted", Expression { speech: Some(Speech::Quoted), ..none }, true),
            ("reported", Expression { speech: Some(Speech::Reported), ..none }, false),
            ("as sure", Expression { sure: Some(0.9), ..none }, true),
            ("surer", Expression { sure: Some(0.95), ..none }, false),
        ];
        for (name, expression, expected) in rows {
            let query = Query::new(expression).unwrap();
            let days = days_of_value("2025-03-11");
            let about = About { names: &["Lena Ortiz", "she"], speech: Speech::Quoted, confidence: 0.9, days };
            let words = ["“The ferry stays,”", "“We are not for sale.”"];
            assert_eq!(query.accepts(&about) && query.matches_words(&words), *expected, "{name}");
        }
    }

    #[test]
    fn a_range_of_days_need_only_touch() {
        let rows: &[(&str, Option<&str>, Option<&str>, bool)] = &[
            ("2025-03", Some("2025-03-31"), None, true),
            ("2025-03", None, Some("2025-03-01"), true),
            ("2025-03", Some("2025-04"), None, false),
            ("2025-W01", None, Some("2024"), true),
            ("unknown", Some("2025"), None, false),
            ("unknown", None, None, true),
        ];
        for &(value, since, until, expected) in rows {
            let query = Query::new(&Expression { since, until, ..Expression::default() }).unwrap();
            let days = days_of_value(value);
            let about = About { names: &[], speech: Speech::Reported, confidence: 0.5, days };
            assert_eq!(query.accepts(&about), expected, "{value}, {since:?} to {until:?}");
        }
    }

    #[test]
    fn what_is_not_understood_is_said() {
        let none = Expression::default();
        let rows: &[(Expression, &str)] = &[
            (Expression { who: Some("(a"), what: Some("(b"), ..none }, "who: unclosed group, at character 1"),
            (Expression { what: Some("x(b"), ..none }, "what: unclosed group, at character 2"),
            (
                Expression { since: Some("May"), ..none },
                "since: \"May\" is not a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY)",
            ),
            (
                Expression { until: Some("2025-02-30"), ..none },
                "until: \"2025-02-30\" is not a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY)",
            ),
        ];
        for (expression, message) in rows {
            assert_eq!(Query::new(expression).unwrap_err().to_string(), *message);
        }
    }
}
