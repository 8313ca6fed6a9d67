//! What goes out: who said what, and when.

use jiff::civil::Date;

/// Everything found in an [`Article`](crate::Article), each list in reading order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// Every stretch between quotation marks, also those that nobody said.
    pub quotes: Vec<Quote>,
    /// The people and organisations that speak in the article.
    pub people: Vec<Person>,
    /// The dates, times, durations and repetitions.
    pub dates: Vec<DateExpression>,
    /// Who said what, and when: quotations that belong together, with their speaker and date.
    pub statements: Vec<Statement>,
}

/// A stretch of one block's text, in bytes, end exclusive, always on character borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Which block of the article, counted from 0.
    pub block: usize,
    /// The first byte within the block's text.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// Below this confidence a speaker is only probable, and said to be so.
const PROBABLE_BELOW: f32 = 0.6;

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The quotation with its marks.
    pub span: Span,
    /// Whether somebody said it.
    pub kind: QuoteKind,
    /// The words that name the speaker where the quotation is attributed: `he`, `the Russian leader`.
    pub mention: Option<Span>,
    /// The words that attribute it: `said`, `according to`.
    pub cue: Option<Span>,
    /// Who that is: an index into [`Annotations::people`].
    pub person: Option<usize>,
    /// How sure the speaker is, from 0 to 1; 0 where there is none.
    pub confidence: f32,
}

impl Quote {
    /// Whether it has a speaker who is only probable.
    pub fn is_only_probable(&self) -> bool {
        self.person.is_some() && self.confidence < PROBABLE_BELOW
    }
}

/// Whether a stretch between quotation marks is somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// At least a clause that somebody said or wrote.
    Direct,
    /// A fragment that somebody is said to have used.
    Partial,
    /// Nobody's words: a title, a nickname, a term, a scare quote.
    Other,
}

impl QuoteKind {
    /// The name used in every output: `direct`, `partial`, `other`.
    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Partial => "partial",
            QuoteKind::Other => "other",
        }
    }
}

/// A person, an organisation or an unnamed source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The fullest name that the article gives, or the shortest noun phrase for an unnamed source.
    pub name: String,
    /// What the article says the person is: `Russian President`.
    pub role: Option<String>,
    /// Every place that names or describes the person.
    pub mentions: Vec<Span>,
}

/// A date, time, duration or repetition: a TIMEX3 of TimeML (Pustejovsky et al. 2003, ISO 24617-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateExpression {
    /// The words, without a preposition before them.
    pub span: Span,
    /// TIMEX3's `type`.
    pub kind: DateKind,
    /// TIMEX3's `value`: `2024-05-16`, `2024-W19`, `P2D`, `XXXX-WXX-5`. Without a publication date, what depends on one stays
    /// open: `XXXX-XX-XX`.
    pub value: String,
    /// TIMEX3's `mod`: `START` for *early 2023*.
    pub modifier: Option<DateModifier>,
    /// The first and the last day it names, where it names days of the calendar.
    pub days: Option<(Date, Date)>,
    /// What it was resolved against.
    pub anchor: DateAnchor,
    /// The words that decided between past and future, where the tense did: *will*, *scheduled*.
    pub decided_by: Option<Span>,
    /// Whether day and month may as well be the other way round: `5/6/2024` in an article that shows neither by another date, by
    /// its country nor by the nearness of its publication. It is then read with the month first.
    pub ambiguous: bool,
}

/// TIMEX3's `type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// A day or anything longer: *Thursday*, *last year*.
    Date,
    /// A part of a day: *9.30am*, *Monday night*.
    Time,
    /// A length of time: *two days*.
    Duration,
    /// A repetition: *every Friday*.
    Set,
}

impl DateKind {
    /// TIMEX3's own name: `DATE`, `TIME`, `DURATION`, `SET`.
    pub fn name(self) -> &'static str {
        match self {
            DateKind::Date => "DATE",
            DateKind::Time => "TIME",
            DateKind::Duration => "DURATION",
            DateKind::Set => "SET",
        }
    }
}

/// TIMEX3's `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateModifier {
    /// *before June 6*
    Before,
    /// *after June 6*
    After,
    /// *less than two years*
    LessThan,
    /// *more than two years*
    MoreThan,
    /// *no more than two years*
    EqualOrLess,
    /// *at least two years*
    EqualOrMore,
    /// *early 2023*
    Start,
    /// *mid-July*
    Middle,
    /// *late 2023*
    End,
    /// *about three years*
    Approximate,
}

impl DateModifier {
    /// TIMEX3's own name: `START`, `APPROX`, …
    pub fn name(self) -> &'static str {
        match self {
            DateModifier::Before => "BEFORE",
            DateModifier::After => "AFTER",
            DateModifier::LessThan => "LESS_THAN",
            DateModifier::MoreThan => "MORE_THAN",
            DateModifier::EqualOrLess => "EQUAL_OR_LESS",
            DateModifier::EqualOrMore => "EQUAL_OR_MORE",
            DateModifier::Start => "START",
            DateModifier::Middle => "MID",
            DateModifier::End => "END",
            DateModifier::Approximate => "APPROX",
        }
    }
}

/// What a date was resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateAnchor {
    /// Nothing: the words say it all (*May 16, 2024*), or it is no point in time.
    None,
    /// The article's publication date.
    Published,
    /// Another date of the article: an index into [`Annotations::dates`].
    Expression(usize),
    /// It should have been resolved against the publication date, but that is unknown.
    Unresolved,
}

/// Somebody said something, perhaps at a known time.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The quotations that make it up: indices into [`Annotations::quotes`], ascending, never empty.
    pub quotes: Vec<usize>,
    /// Who said it: an index into [`Annotations::people`].
    pub person: Option<usize>,
    /// When it was said: an index into [`Annotations::dates`].
    pub date: Option<usize>,
    /// How sure the speaker is, from 0 to 1.
    pub confidence: f32,
}

impl Statement {
    /// Whether it has a speaker who is only probable.
    pub fn is_only_probable(&self) -> bool {
        self.person.is_some() && self.confidence < PROBABLE_BELOW
    }
}
