//! The output: quotations, people, dates and statements.
//!
//! The lists refer to each other by index: a [`Quote`] gives its speaker as an index into [`Annotations::people`], a [`Statement`] its
//! quotations and its date as indices into [`Annotations::quotes`] and [`Annotations::dates`]. Positions in the text are [`Span`]s in bytes;
//! [`OffsetMap`](crate::offsets::OffsetMap) converts them to UTF-16 code units or code points.

use crate::Date;

/// Everything found in an [`Article`](crate::Article), each list in reading order.
///
/// ```
/// use verbatim::{Article, annotate};
///
/// let article = Article::from_text("“It stays,” Mayor Lena Ortiz said. “We are not for sale.”", false);
/// let annotations = annotate(&article);
/// let statement = &annotations.statements[0];
/// assert_eq!(statement.quotes, [0, 1]);
/// assert_eq!(annotations.people[statement.person.unwrap()].name, "Lena Ortiz");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Annotations {
    /// All text in quotation marks, including titles, nicknames and the like that nobody said.
    pub quotes: Vec<Quote>,
    /// What somebody said in the reporter's words.
    pub reported: Vec<Reported>,
    /// The people and organisations that speak in the article.
    pub people: Vec<Person>,
    /// Everybody and everything else that the article names, or describes and goes back to.
    pub mentioned: Vec<Person>,
    /// The dates, times, durations and repetitions.
    pub dates: Vec<DateExpression>,
    /// Who said what, quoted or reported, and when.
    pub statements: Vec<Statement>,
    /// The sentences of the article. Closing quotation marks belong to the sentence before them.
    pub sentences: Vec<Span>,
}

/// A range of one block's text in bytes, end exclusive, always on character boundaries.
///
/// ```
/// use verbatim::{Article, annotate};
///
/// let article = Article::from_text("It rained.\n\n“Stay home,” the mayor said.", false);
/// let span = annotate(&article).quotes[0].span;
/// assert_eq!(span.block, 1);
/// assert_eq!(&article.blocks[span.block].text[span.start..span.end], "“Stay home,”");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The index of the block in the article.
    pub block: usize,
    /// The first byte within the block's text.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// Whether another span lies in this one.
    pub(crate) fn holds(self, inner: Span) -> bool {
        self.block == inner.block && self.start <= inner.start && inner.end <= self.end
    }
}

/// Below this confidence a speaker is only probable, and said to be so.
pub const PROBABLE_BELOW: f32 = 0.83;

/// The same of reported speech, where the content may be wrong, too: of what is above, nine in ten are right.
pub const REPORTED_PROBABLE_BELOW: f32 = 0.8;

/// Below this confidence nobody's name is shown, only the words that name the speaker.
pub const NAME_FROM: f32 = 0.15;

/// Below this confidence reported speech is no statement: there, content or source is wrong as often as right. Of what is between this and
/// the bound above, seven in ten are right.
const REPORTED_STATED_FROM: f32 = 0.55;

/// Words that are less likely somebody's than this are nobody's. A little below one half: a lost quotation is missed more than a scare
/// quote is noticed.
pub const SOMEBODYS_FROM: f32 = 0.45;

/// A piece of text in quotation marks.
///
/// ```
/// use verbatim::annotations::QuoteKind;
/// use verbatim::{Article, annotate};
///
/// let text = "“We will rebuild,” she said.";
/// let annotations = annotate(&Article::from_text(text, false));
/// let quote = &annotations.quotes[0];
/// assert_eq!(quote.kind, QuoteKind::Direct);
/// assert_eq!(quote.mention.map(|span| &text[span.start..span.end]), Some("she"));
/// assert_eq!(quote.cue.map(|span| &text[span.start..span.end]), Some("said"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Quote {
    /// The quotation including its marks.
    pub span: Span,
    /// Whether somebody said it.
    pub kind: QuoteKind,
    /// The words that refer to the speaker where the quotation is attributed: `he`, `the Russian leader`. Nothing where the words of
    /// a person who spoke in another block merely go on.
    pub mention: Option<Span>,
    /// The words that attribute it: `said`, `according to`.
    pub cue: Option<Span>,
    /// The speaker: an index into [`Annotations::people`].
    pub person: Option<usize>,
    /// How likely that is right, from 0 to 1; of a quotation without a person, how likely its words are somebody's.
    pub confidence: f32,
    /// What is unsure where the speaker is only probable.
    pub doubt: Option<Doubt>,
}

impl Quote {
    /// Whether the speaker is only probable. Always `false` without a speaker.
    pub fn is_only_probable(&self) -> bool {
        self.person.is_some() && self.confidence < PROBABLE_BELOW
    }
}

/// Something that somebody said or wrote, told in the reporter's words: reported (indirect) speech. A part of it may be quoted.
///
/// ```
/// use verbatim::{Article, annotate};
///
/// let text = "The ferry would close in May, the mayor told reporters.";
/// let annotations = annotate(&Article::from_text(text, false));
/// let reported = &annotations.reported[0];
/// assert_eq!(&text[reported.span.start..reported.span.end], "The ferry would close in May");
/// assert_eq!(reported.mention.map(|span| &text[span.start..span.end]), Some("the mayor"));
/// assert_eq!(reported.cue.map(|span| &text[span.start..span.end]), Some("told"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reported {
    /// What was said, without the words that attribute it and without a joining *that*.
    pub span: Span,
    /// The words that refer to the source.
    pub mention: Option<Span>,
    /// The words that attribute it: `said`, `according to`.
    pub cue: Option<Span>,
    /// The source: an index into [`Annotations::people`].
    pub person: Option<usize>,
    /// The quotations in it: indices into [`Annotations::quotes`].
    pub quotes: Vec<usize>,
    /// The confidence that content and source are right, from 0 to 1.
    pub confidence: f32,
    /// What is unsure where it is only probable.
    pub doubt: Option<Doubt>,
}

impl Reported {
    /// Whether content or source is only probable.
    pub fn is_only_probable(&self) -> bool {
        self.confidence < REPORTED_PROBABLE_BELOW
    }

    /// Whether it is believed in so much that it is a statement of somebody.
    pub fn is_stated(&self) -> bool {
        self.person.is_some() && self.confidence >= REPORTED_STATED_FROM
    }
}

/// What is unsure about a speaker who is only probable.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Doubt {
    /// What it is about.
    pub about: DoubtAbout,
    /// The name of the other person who is likeliest to be meant, if anybody else is.
    pub alternative: Option<String>,
}

/// What a [`Doubt`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DoubtAbout {
    /// Which words name the speaker, or whether those that do are right.
    Words,
    /// Whom these words mean: who *he* is.
    Identity,
}

impl DoubtAbout {
    /// The name used in the extension: `words`, `identity`.
    ///
    /// ```
    /// assert_eq!(verbatim::annotations::DoubtAbout::Identity.name(), "identity");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            DoubtAbout::Words => "words",
            DoubtAbout::Identity => "identity",
        }
    }
}

/// Whether a stretch between quotation marks is somebody's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuoteKind {
    /// One or more clauses that somebody said or wrote.
    Direct,
    /// A fragment that is attributed to somebody.
    Partial,
    /// Not anybody's words: a title, a nickname, a term, a scare quote.
    Other,
}

impl QuoteKind {
    /// The name used in every output: `direct`, `partial`, `other`.
    ///
    /// ```
    /// assert_eq!(verbatim::annotations::QuoteKind::Partial.name(), "partial");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Partial => "partial",
            QuoteKind::Other => "other",
        }
    }
}

/// What a [`Person`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PersonKind {
    /// Somebody.
    Person,
    /// A company, a ministry, a newspaper.
    Organisation,
    /// Several people.
    Group,
    /// A report, a letter, a law.
    Document,
    /// A place or anything else with a name, and what tells no kind.
    Other,
}

impl PersonKind {
    /// The name used in every output: `person`, `organisation`, `group`, `document`, `other`.
    ///
    /// ```
    /// assert_eq!(verbatim::annotations::PersonKind::Group.name(), "group");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            PersonKind::Person => "person",
            PersonKind::Organisation => "organisation",
            PersonKind::Group => "group",
            PersonKind::Document => "document",
            PersonKind::Other => "other",
        }
    }
}

/// A person, an organisation or an unnamed source.
///
/// ```
/// use verbatim::{Article, annotate};
///
/// let text = "“It stays,” Mayor Lena Ortiz said. Ortiz left. “It stays,” she repeated.";
/// let annotations = annotate(&Article::from_text(text, false));
/// let person = &annotations.people[0];
/// assert_eq!(person.name, "Lena Ortiz");
/// assert_eq!(person.role.as_deref(), Some("Mayor"));
/// let mentions: Vec<&str> = person.mentions.iter().map(|span| &text[span.start..span.end]).collect();
/// assert_eq!(mentions, ["Lena Ortiz", "Ortiz", "she"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Person {
    /// The fullest name that the article gives; of an unnamed source a noun phrase without its determiner.
    pub name: String,
    /// How the article speaks of somebody without a name, where a determiner tells who is meant: `the keeper`,
    /// `his neighbour`.
    pub phrase: Option<String>,
    /// What it is.
    pub kind: PersonKind,
    /// The role that the article gives the person: `Russian President`.
    pub role: Option<String>,
    /// Every mention of the person, by name, description or pronoun.
    pub mentions: Vec<Span>,
}

/// A date, time, duration or repetition: a TIMEX3 of TimeML (Pustejovsky et al. 2003, ISO 24617-1).
///
/// ```
/// use verbatim::annotations::{DateAnchor, DateKind};
/// use verbatim::{Article, Date, find_dates};
///
/// let article = Article::from_text("The ferry sank on Tuesday.", false).published_on(Date::constant(2025, 3, 14));
/// let dates = find_dates(&article);
/// assert_eq!(dates[0].kind, DateKind::Date);
/// assert_eq!(dates[0].value, "2025-03-11");
/// assert_eq!(dates[0].anchor, DateAnchor::Published);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DateExpression {
    /// The words, without a preceding preposition.
    pub span: Span,
    /// TIMEX3's `type`.
    pub kind: DateKind,
    /// TIMEX3's `value`: `2024-05-16`, `2024-W19`, `P2D`, `XXXX-WXX-5`. Without a publication date, the parts that
    /// depend on it are unknown: `XXXX-XX-XX`.
    pub value: String,
    /// TIMEX3's `mod`: `START` for *early 2023*.
    pub modifier: Option<DateModifier>,
    /// The first and the last day, if the expression denotes days of the calendar.
    pub days: Option<(Date, Date)>,
    /// The date that it is relative to, if any.
    pub anchor: DateAnchor,
    /// The words whose tense decided between past and future, if any: *will*, *scheduled*.
    pub decided_by: Option<Span>,
    /// Whether day and month can be swapped: `5/6/2024`, if neither the article's other dates, its country nor its publication date decide
    /// the order. The value then has the month first.
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
    ///
    /// ```
    /// assert_eq!(verbatim::annotations::DateKind::Set.name(), "SET");
    /// ```
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
#[non_exhaustive]
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
    ///
    /// ```
    /// assert_eq!(verbatim::annotations::DateModifier::Approximate.name(), "APPROX");
    /// ```
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

/// The date that another one is resolved against.
///
/// ```
/// use verbatim::annotations::DateAnchor;
/// use verbatim::{Article, find_dates};
///
/// // Without a publication date, the Tuesday is unknown.
/// let dates = find_dates(&Article::from_text("The ferry sank on Tuesday.", false));
/// assert_eq!(dates[0].anchor, DateAnchor::Unresolved);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateAnchor {
    /// None: the expression is complete (*May 16, 2024*), or not a point in time.
    None,
    /// The article's publication date.
    Published,
    /// Another date of the article: an index into [`Annotations::dates`].
    Expression(usize),
    /// The publication date, which is unknown.
    Unresolved,
}

/// Something that somebody said, possibly at a known time.
///
/// ```
/// use verbatim::{Article, Date, annotate};
///
/// let text = "“It stays,” Mayor Lena Ortiz said on Tuesday.";
/// let annotations = annotate(&Article::from_text(text, false).published_on(Date::constant(2025, 3, 14)));
/// let statement = &annotations.statements[0];
/// assert_eq!(statement.date.map(|date| annotations.dates[date].value.as_str()), Some("2025-03-11"));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Statement {
    /// Its quotations: indices into [`Annotations::quotes`], ascending. Those of a reported statement are fragments of what is reported.
    pub quotes: Vec<usize>,
    /// What is reported: an index into [`Annotations::reported`]. Without it, the statement is quoted and has at least one quotation.
    pub reported: Option<usize>,
    /// The speaker: an index into [`Annotations::people`].
    pub person: Option<usize>,
    /// The date on which it was said: an index into [`Annotations::dates`].
    pub date: Option<usize>,
    /// The confidence in the speaker, from 0 to 1; of a reported statement, in its content too.
    pub confidence: f32,
}

impl Statement {
    /// Whether the speaker is only probable. Always `false` without a speaker.
    pub fn is_only_probable(&self) -> bool {
        let bound = if self.reported.is_some() { REPORTED_PROBABLE_BELOW } else { PROBABLE_BELOW };
        self.person.is_some() && self.confidence < bound
    }
}
