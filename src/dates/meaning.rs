//! What the words of an expression say, before anything is looked up in the calendar.
//!
//! The grammar builds these, the resolution turns them into values; neither knows the other. The split follows SUTime
//! (Chang and Manning 2012), which composes such temporal objects and resolves them last.

pub(super) use crate::language::lexeme::{Holiday, PartOfDay, Reference, Unit};

/// An expression as the grammar found it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    /// What the words say.
    pub meaning: Meaning,
    /// The time of day, where they name one.
    pub clock: Option<Clock>,
    /// TIMEX3's `mod`.
    pub modifier: Option<crate::annotations::DateModifier>,
    /// The word before it that says how the text goes on from it.
    pub signal: Option<Signal>,
    /// Whether it is the second of two days of the week that *and*, *or* or *to* joins.
    pub joined_to_weekday: bool,
    /// Whether it is the date of a dateline: *GENEVA, May 14 —*.
    pub in_dateline: bool,
    /// Whether it points back to what was told: *that night*, *the same day*.
    pub points_back: bool,
}

impl Found {
    /// Nothing but its meaning.
    pub fn new(meaning: Meaning) -> Found {
        Found {
            meaning,
            clock: None,
            modifier: None,
            signal: None,
            joined_to_weekday: false,
            in_dateline: false,
            points_back: false,
        }
    }
}

/// A word that stands before an expression and relates it to an event, as TimeML's SIGNAL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    Since,
    By,
    Until,
    Through,
    During,
    In,
    Last,
    /// *the forecast for*
    ForecastFor,
    /// *the year ended*
    Ended,
}

/// What the words say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A day, a month or a year, by name or number: *Thursday*, *16 May*, *May 2024*, *1917*.
    Point(Point),
    /// A part of the year or of a count of years: *the third quarter of 2023*, *summer*, *the weekend*.
    Part(Part, Year),
    /// Days from the publication: *yesterday*.
    Days(i32),
    /// Whole calendar units from the anchor: *last week*, *the following year*.
    Step { unit: Unit, steps: i32, from: From },
    /// A distance from the anchor: *two weeks ago*, *three days later*.
    Away { count: Count, unit: Unit, forward: bool, from: From },
    /// Ten years: *the 1990s*, or with only the tens known *the '90s*.
    Decade { start: i32, century_known: bool },
    /// *the 20th century* is 20; before Christ it is negative.
    Century(i32),
    /// A length of time.
    Length { count: Count, unit: Unit, rest: Option<(u32, Unit)> },
    /// A repetition.
    Repetition(Repetition),
    /// *now*, *recently*, *the future*: no point of the calendar.
    Reference(Reference),
    /// *this time last year*, *the same month last year*: the month of the publication, or the one just told, so many years on.
    SameMonth { years: i32, as_told: bool },
    /// *overnight*: the night before the publication, or the one after it.
    Overnight,
    /// Only a time of day, of whatever day the text is telling about.
    OnlyClock,
}

/// A day, month or year, of which some parts may be left to the reader.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Point {
    /// The year, negative before Christ.
    pub year: Year,
    /// The month, from 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
    /// The day of the week, Monday is 1.
    pub weekday: Option<u8>,
    /// Which one, where words say so: *last Friday*, *next May*.
    pub pointer: Option<Pointer>,
    /// Whether day and month may as well be the other way round: *5/6/2024*.
    pub ambiguous: bool,
    /// Whether day or month stands first, where that tells how the article writes dates.
    pub order: Option<DayOrder>,
    /// Whether it is any such day or month: *on a Tuesday*, *usually in April*.
    pub any: bool,
}

/// Whether a date is written with its day or its month first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// The year of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Year {
    /// Not said.
    #[default]
    Absent,
    /// Said, negative before Christ.
    Known(i32),
    /// Its last two digits: *summer '80*.
    Short(u8),
    /// Years from that of the publication: *last year's third quarter*.
    Step(i32),
    /// Years from that of the text: *the third quarter a year earlier*.
    TextStep(i32),
    /// Which one of its kind: *last summer*, *next quarter*.
    Pointer(Pointer),
}

/// A named part of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// Spring is 0, summer 1, autumn 2, winter 3.
    Season { season: u8, scope: SeasonScope },
    /// From 1; with no number, the one the text is telling about.
    Quarter(Option<u8>),
    /// *the quarter ended Sept. 30*, by that month and day.
    QuarterEnded(Option<u8>, Option<u8>),
    /// *the year-earlier period*: the quarter where quarters are told, else the year.
    SamePeriod,
    /// The last one that is over: *the latest quarter*.
    LatestQuarter,
    /// From 1.
    Half(u8),
    /// Saturday and Sunday.
    Weekend,
    /// A holiday, by its place in the list.
    Holiday(Holiday),
    /// *the week of April 10*: the week of that month and day.
    WeekOf(Option<u8>, Option<u8>),
    /// *the new year*: the one nearest whose beginning is near.
    NewYear,
    /// The last day: *year-end*.
    YearEnd,
}

/// Which season one without a year is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SeasonScope {
    /// Any: *in winter*.
    Bare,
    /// The one that the text tells about: *the winter*, *early winter*.
    Determined,
    /// That of an event: *the summer she turned 17*.
    OfEvent,
}

/// Which of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointer {
    /// *last*, *past*
    Last,
    /// *this*, *current*
    This,
    /// *next*, *coming*
    Next,
    /// *previous*: before the one the text tells about.
    Previous,
    /// *following*: after the one the text tells about.
    Following,
    /// *that*, *the same*: the one the text tells about.
    That,
}

/// What a step or a distance is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The publication date.
    Published,
    /// The date the text is telling about.
    Text,
    /// Something that happened, whose date is not known here: *the day before the vote*.
    Event,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// Exactly so many.
    Exact(u32),
    /// So many and a half.
    AndHalf(u32),
    /// `6.25`: so many, and the digits behind the point with their number.
    Decimal { whole: u32, fraction: u32, digits: u8 },
    /// *several*, *a few*, or only a plural.
    Vague,
}

/// A repetition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Repetition {
    /// *every two years*
    Every { count: Count, unit: Unit },
    /// *every Friday*, *Tuesday nights* (its clock says which part).
    Weekday(u8),
    /// *weekends*
    Weekend,
    /// *each July*
    Month(u8),
    /// *every summer*
    Season(u8),
    /// *every morning*: its clock says which part.
    Day,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// Hour, and minute and second where given.
    At { hour: u8, minute: Option<u8>, second: Option<u8>, utc: bool },
    /// A part of the day.
    Part(PartOfDay),
}
