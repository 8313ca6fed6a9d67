//! What somebody looks for, and whether a statement is that.

use super::days::days_of_value;
use super::expression::{Part, Written, parts};
use super::pattern::{Fault, Pattern, PatternError};
use super::words::Words;
use jiff::civil::Date;
use std::fmt;
use std::ops::Range;

/// A query by its parts.
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
#[derive(Clone, Debug, Default)]
pub struct Query {
    terms: Vec<(Part, Term)>,
    since: Option<Date>,
    until: Option<Date>,
    speech: Vec<Speech>,
    sure: Option<f64>,
}

/// What is searched for in a text.
#[derive(Clone, Debug)]
enum Term {
    Words(Words),
    Pattern(Pattern),
}

impl Term {
    fn is_match(&self, text: &str) -> bool {
        match self {
            Term::Words(words) => words.is_match(text),
            Term::Pattern(pattern) => pattern.is_match(text),
        }
    }
}

impl Query {
    /// Understands the parts of an expression, of which each is a pattern or a value.
    ///
    /// # Errors
    /// If a pattern or a day is not valid.
    pub fn new(expression: &Expression) -> Result<Query, QueryError> {
        let Expression { who, what, since, until, speech, sure } = *expression;
        let mut query = Query { speech: speech.into_iter().collect(), sure, ..Query::default() };
        for (part, text) in [(Part::Who, who), (Part::What, what), (Part::Since, since), (Part::Until, until)] {
            let Some(text) = text else { continue };
            let is_pattern = matches!(part, Part::Who | Part::What);
            query.add(&Written { part, is_pattern, text, place: 0..text.len() })?;
        }
        Ok(query)
    }

    /// Understands what somebody types. All parts must be met:
    ///
    /// | part | |
    /// |---|---|
    /// | `ferry` | a plain word, anywhere in a statement or its speaker's names; case and accents make no difference |
    /// | `/ferr(y\|ies)/` | a pattern; the last slash may be left out at the end |
    /// | `who:ortiz` `who:/mayor\|minister/` `who:"Lena Ortiz"` | the speaker |
    /// | `what:ferry` | the words |
    /// | `since:2025-01` `until:2025` `when:2025-03-11` | the days |
    /// | `kind:quoted` `kind:reported` | the kind |
    /// | `sure:0.9` `sure:90%` | the least confidence |
    ///
    /// # Errors
    /// If one of them is not valid.
    pub fn parse(expression: &str) -> Result<Query, QueryError> {
        let mut query = Query::default();
        for written in parts(expression) {
            query.add(&written)?;
        }
        Ok(query)
    }

    fn add(&mut self, written: &Written) -> Result<(), QueryError> {
        let &Written { part, is_pattern, text, .. } = written;
        let wrong = |reason| QueryError { part, reason, place: written.place.clone() };
        if text.is_empty() && part != Part::Any && !is_pattern {
            return Err(wrong(Reason::Empty));
        }
        let days = || days_of_value(text).ok_or_else(|| wrong(Reason::Day(text.to_owned())));
        match part {
            Part::Any | Part::Who | Part::What => {
                let term = match is_pattern {
                    true => Term::Pattern(Pattern::new(text).map_err(|error| wrong(Reason::Pattern(error)))?),
                    false => Term::Words(Words::new(text)),
                };
                self.terms.push((part, term));
            }
            Part::Since | Part::Until | Part::When => {
                let (first, last) = days()?;
                if part != Part::Until {
                    self.since = self.since.max(Some(first));
                }
                if part != Part::Since {
                    self.until = Some(self.until.map_or(last, |until| until.min(last)));
                }
            }
            Part::Kind => {
                let both = [("quoted", Speech::Quoted), ("reported", Speech::Reported)];
                let named = both.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
                self.speech.push(named.ok_or_else(|| wrong(Reason::Kind))?.1);
            }
            Part::Sure => {
                let sure = confidence(text).ok_or_else(|| wrong(Reason::Sure))?;
                self.sure = Some(self.sure.map_or(sure, |other| other.max(sure)));
            }
        }
        Ok(())
    }

    /// Both this query and another.
    #[must_use]
    pub fn and(mut self, other: Query) -> Query {
        self.terms.extend(other.terms);
        self.since = self.since.max(other.since);
        self.until = [self.until, other.until].into_iter().flatten().min();
        self.speech.extend(other.speech);
        self.sure = [self.sure, other.sure].into_iter().flatten().reduce(f64::max);
        self
    }

    /// What of it can be asked about a date, and the sentence that names it: nobody says a date.
    #[must_use]
    pub fn of_dates(mut self) -> Query {
        self.terms.retain(|(part, _)| *part != Part::Who);
        self.speech.clear();
        self.sure = None;
        self
    }

    /// Whether it depends on when something was said.
    pub fn asks_when(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// Whether it depends on what was said.
    pub fn asks_what(&self) -> bool {
        self.terms.iter().any(|(part, _)| *part != Part::Who)
    }

    /// Whether a statement can be one that is looked for, as far as can be said without its words. Of days of which nothing is known, none
    /// is in a range.
    pub fn accepts(&self, about: &About) -> bool {
        let in_range = |(first, last): (Date, Date)| {
            self.since.is_none_or(|since| last >= since) && self.until.is_none_or(|until| first <= until)
        };
        self.speech.iter().all(|speech| *speech == about.speech)
            && self.sure.is_none_or(|sure| about.confidence >= sure)
            && (!self.asks_when() || about.days.is_some_and(in_range))
            && self.terms_of(Part::Who).all(|who| about.names.iter().any(|name| who.is_match(name)))
    }

    /// Whether the words of a statement, or for parts that name no field its speaker's names, are those that are looked for.
    pub fn matches(&self, names: &[&str], words: &[&str]) -> bool {
        self.terms_of(Part::What).all(|what| words.iter().any(|words| what.is_match(words)))
            && self.terms_of(Part::Any).all(|any| words.iter().chain(names).any(|text| any.is_match(text)))
    }

    /// Where a name is what is looked for, in bytes: in order, none within another.
    pub fn matches_in_name(&self, name: &str) -> Vec<Range<usize>> {
        self.matches_in(name, Part::Who)
    }

    /// Where words are what is looked for, in bytes: in order, none within another.
    pub fn matches_in_words(&self, words: &str) -> Vec<Range<usize>> {
        self.matches_in(words, Part::What)
    }

    fn matches_in(&self, text: &str, part: Part) -> Vec<Range<usize>> {
        let mut apart: Vec<Range<usize>> = Vec::new();
        for term in self.terms_of(part).chain(self.terms_of(Part::Any)) {
            match term {
                Term::Words(words) => words.matches(text).into_iter().for_each(|range| insert(range, &mut apart)),
                Term::Pattern(pattern) => pattern.matches(text).for_each(|range| insert(range, &mut apart)),
            }
        }
        apart
    }

    fn terms_of(&self, part: Part) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(move |(other, _)| *other == part).map(|(_, term)| term)
    }
}

/// Adds a range to ranges that are in order and apart, and keeps them so.
fn insert(mut range: Range<usize>, apart: &mut Vec<Range<usize>>) {
    let from = apart.iter().rposition(|other| other.end <= range.start).map_or(0, |before| before + 1);
    while let Some(other) = apart.get(from).filter(|other| other.start < range.end) {
        range = range.start.min(other.start)..range.end.max(other.end);
        apart.remove(from);
    }
    apart.insert(from, range);
}

/// A confidence from 0 to 1, also in percent. Read by hand: the reading of numbers with a point would be a tenth of the small wasm.
fn confidence(text: &str) -> Option<f64> {
    let (digits, one) = text.strip_suffix('%').map_or((text, 1), |percent| (percent, 100));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number =
        !digits.is_empty() && [whole, fraction].iter().all(|it| it.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_number || digits == "." || whole.len() > 3 || fraction.len() > 6 {
        return None;
    }
    let scale = 10_u32.pow(u32::try_from(fraction.len()).ok()?);
    let number = [whole, fraction].concat().parse::<u32>().ok()?;
    let sure = f64::from(number) / f64::from(scale * one);
    (sure <= 1.0).then_some(sure)
}

/// Why an expression cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    part: Part,
    reason: Reason,
    place: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Reason {
    Pattern(PatternError),
    Day(String),
    Kind,
    Sure,
    Empty,
}

impl QueryError {
    /// The part that is wrong.
    pub fn part(&self) -> Part {
        self.part
    }

    /// Where in the expression, or in the part if it was given by its parts, in bytes.
    pub fn place(&self) -> Range<usize> {
        match &self.reason {
            Reason::Pattern(error) => self.place.start + error.place().start..self.place.start + error.place().end,
            _ => self.place.clone(),
        }
    }

    /// What is wrong with a pattern, if it is one.
    pub fn fault(&self) -> Option<Fault> {
        match &self.reason {
            Reason::Pattern(error) => Some(error.fault()),
            _ => None,
        }
    }

    /// A name for what is wrong: that of [`QueryError::fault`], or `day`, `kind`, `sure` or `empty`.
    pub fn name(&self) -> &'static str {
        match &self.reason {
            Reason::Pattern(error) => error.fault().name(),
            Reason::Day(_) => "day",
            Reason::Kind => "kind",
            Reason::Sure => "sure",
            Reason::Empty => "empty",
        }
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        if self.part != Part::Any {
            write!(formatter, "{}: ", self.part.name())?;
        }
        match &self.reason {
            Reason::Pattern(error) => write!(formatter, "{error}"),
            Reason::Day(text) => {
                write!(formatter, "{text:?} is not a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY)")
            }
            Reason::Kind => formatter.write_str("it is either quoted or reported"),
            Reason::Sure => formatter.write_str("not a number from 0 to 1, nor one up to 100%"),
            Reason::Empty => formatter.write_str("nothing follows"),
        }
    }
}

impl std::error::Error for QueryError {}

#[cfg(test)]
mod tests {
    use super::{About, Expression, Query, Speech, confidence, days_of_value};

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
            assert_eq!(query.accepts(&about) && query.matches(about.names, &words), *expected, "{name}");
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

    #[test]
    fn what_is_typed_is_understood() {
        let rows: &[(&str, bool)] = &[
            ("", true),
            ("ferry", true),
            ("FERRY sale", true),
            ("ortiz ferry", true),
            ("she", true),
            ("bridge", false),
            ("ferry bridge", false),
            ("/ferr(y|ies)/", true),
            ("/^lena/", true),
            ("/ferr(y|ies)", true),
            ("/the ferry/ sale", true),
            ("/ferry.*sale/", false),
            ("who:ortiz", true),
            ("who:“lena ortiz”", true),
            ("who:\"ortiz lena\"", false),
            ("who:ferry", false),
            ("who:/^she$/ what:/ferry/", true),
            ("what:ortiz", false),
            ("kind:quoted sure:0.9", true),
            ("kind:reported", false),
            ("kind:quoted kind:reported", false),
            ("sure:95%", false),
            ("when:2025-03", true),
            ("when:2025-03 since:2025-03-12", false),
            ("since:2024 until:2025-03-11 until:2026", true),
            ("10:30", false),
            ("who:/mayor|ortiz/ since:2025-03 ferry", true),
        ];
        for (expression, expected) in rows {
            let query = Query::parse(expression).unwrap();
            let days = days_of_value("2025-03-11");
            let about = About { names: &["Lena Ortiz", "she"], speech: Speech::Quoted, confidence: 0.9, days };
            let words = ["“The ferry stays,”", "“We are not for sale.”"];
            assert_eq!(query.accepts(&about) && query.matches(about.names, &words), *expected, "{expression}");
        }
    }

    #[test]
    fn matches_are_in_order_and_apart() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("ferry", "a ferry, the Ferry", &["ferry", "Ferry"]),
            ("stays /fer+y/ erry", "the ferry stays", &["ferry", "stays"]),
            ("who:ferry", "ferry", &[]),
            ("/x*/", "axxa", &["xx"]),
        ];
        for (expression, text, expected) in rows {
            let query = Query::parse(expression).unwrap();
            let found: Vec<&str> = query.matches_in_words(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, *expected, "{expression}");
        }
        let query = Query::parse("who:/ort.z/ lena what:ferry").unwrap();
        assert_eq!(query.matches_in_name("Lena Ortiz, ferry"), [0..4, 5..10]);
    }

    #[test]
    fn two_queries_are_one() {
        let both = |one, other| {
            let query = Query::parse(one).unwrap().and(Query::parse(other).unwrap());
            let days = days_of_value("2025-03-11");
            query.accepts(&About { names: &["Ana"], speech: Speech::Quoted, confidence: 0.9, days })
                && query.matches(&["Ana"], &["no"])
        };
        let rows = [
            ("who:ana", "what:no", true),
            ("who:ana", "what:yes", false),
            ("until:2025", "until:2024", false),
            ("", "until:2024", false),
            ("since:2024", "since:2026", false),
            ("kind:quoted", "", true),
            ("sure:0.5", "sure:0.95", false),
        ];
        for (one, other, expected) in rows {
            assert_eq!(both(one, other), expected, "{one} and {other}");
            assert_eq!(both(other, one), expected, "{other} and {one}");
        }
    }

    #[test]
    fn confidences_are_read() {
        let rows = [
            ("0.9", Some(0.9)),
            ("1", Some(1.0)),
            ("0", Some(0.0)),
            (".5", Some(0.5)),
            ("1.", Some(1.0)),
            ("90%", Some(0.9)),
            ("99.5%", Some(0.995)),
            ("100%", Some(1.0)),
            ("1.1", None),
            ("101%", None),
            ("-1", None),
            ("", None),
            ("%", None),
            (".", None),
            ("0,9", None),
            ("1e-1", None),
            ("0.1234567", None),
            ("1234", None),
        ];
        for (text, expected) in rows {
            assert_eq!(confidence(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_typed_wrongly_is_pointed_at() {
        let rows: &[(&str, &str, &str, &str)] = &[
            ("ferry /may(or/", "group-unclosed", "(", "unclosed group, at character 4"),
            ("who:/zoë)/", "group-unopened", ")", "who: unopened group, at character 4"),
            (
                "é what:/[z-a]/",
                "class-invalid",
                "z-a",
                "what: invalid character class range, the start must be <= the end, at character 2",
            ),
            (
                r"/\p{Greek}/",
                "property",
                r"\p{Greek}",
                r"classes by Unicode property are not supported, write [a-z] or \w, at character 1",
            ),
            ("/a{99}{99}{99}/", "too-large", "a{99}{99}{99}", "too large"),
            ("since:May", "day", "May", "since: \"May\" is not a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY)"),
            ("x kind:direct", "kind", "direct", "kind: it is either quoted or reported"),
            ("sure:very", "sure", "very", "sure: not a number from 0 to 1, nor one up to 100%"),
            ("who: ortiz", "empty", "", "who: nothing follows"),
        ];
        for (expression, name, place, message) in rows {
            let error = Query::parse(expression).unwrap_err();
            assert_eq!(
                (error.name(), &expression[error.place()], error.to_string().as_str()),
                (*name, *place, *message),
                "{expression}"
            );
        }
    }
}
