//! The meaning of an expression before it is resolved against the calendar.
//!
//! The grammar builds these types and the resolution turns them into values; neither depends on the other. The design follows SUTime (Chang
//! and Manning 2012), which composes temporal objects and resolves them last.

pub(super) use crate::language::lexeme::{Holiday, PartOfDay, Reference, Unit};

/// An expression as the grammar found it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    /// The meaning of the words.
    pub meaning: Meaning,
    /// The time of day, if given.
    pub clock: Option<Clock>,
    /// TIMEX3's `mod`.
    pub modifier: Option<crate::annotations::DateModifier>,
    /// The signal before it.
    pub signal: Option<Signal>,
    /// Whether it is the second of two weekdays joined by *and*, *or* or *to*.
    pub joined_to_weekday: bool,
    /// Whether it is the date of a dateline: *GENEVA, May 14 —*.
    pub in_dateline: bool,
    /// Whether it refers back to a date mentioned before: *that night*, *the same day*.
    pub points_back: bool,
    /// Whether a date with the same parts is joined before it: *8 September to* `16 September`.
    pub goes_on: bool,
    /// Where the stretch ends that it begins: *May 13*`-16`, *2011*`-12`.
    pub through: Option<Through>,
    /// Days to add to the day: *the day after his death on March 3*.
    pub shift: i8,
    /// Whether it is the date right before it, told by an event: *on May 3,* `the day before` *the vote*.
    pub beside_date: bool,
    /// Whether it is inside quotation marks that open in its block.
    pub in_speech: bool,
}

impl Found {
    /// An expression with this meaning and no context.
    pub fn new(meaning: Meaning) -> Found {
        Found {
            meaning,
            clock: None,
            modifier: None,
            signal: None,
            joined_to_weekday: false,
            in_dateline: false,
            points_back: false,
            goes_on: false,
            through: None,
            shift: 0,
            beside_date: false,
            in_speech: false,
        }
    }
}

/// The end of a stretch that is written as one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Through {
    /// A later day of the same month: *July 10-12*.
    Day(u8),
    /// The next year, in seasons and financial years: *2011-12*, *2025/2026*.
    NextYear,
}

/// A word before an expression that relates it to an event (TimeML's SIGNAL).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    Since,
    By,
    Until,
    Through,
    During,
    In,
    Last,
    From,
    To,
    /// *heading into Wednesday*
    Into,
    /// *ahead of Tuesday's debate*
    AheadOf,
    /// *the forecast for*
    ForecastFor,
    /// *the year ended*
    Ended,
}

/// The meaning of the words of an expression.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A day, a month or a year, by name or number: *Thursday*, *16 May*, *May 2024*, *1917*.
    Point(Point),
    /// A part of the year or of a count of years: *the third quarter of 2023*, *summer*, *the weekend*.
    Part(Part, Year),
    /// Days from the publication date: *yesterday*.
    Days(i32),
    /// Whole calendar units from the anchor: *last week*, *the following year*.
    Step { unit: Unit, steps: i32, from: From },
    /// A day of a week relative to the publication: *Tuesday last week*.
    WeekdayOfWeek { weekday: u8, weeks: i32 },
    /// A day of a month relative to another: *the 19th of that month*.
    DayOfMonth { day: u8, months: i32, from: From },
    /// The n-th weekday of a month (0 is the last one): *the first Thursday in May*.
    NthWeekday { weekday: u8, which: u8, month: u8, year: Year },
    /// The day at a distance from a day: *two years ago today*.
    DayAway { count: u32, unit: Unit, days: i32 },
    /// A distance from the anchor: *two weeks ago*, *three days later*.
    Away { count: Count, unit: Unit, forward: bool, from: From },
    /// Ten years: *the 1990s*, or *the '90s* with an unknown century.
    Decade { start: i32, century_known: bool },
    /// *the 20th century* is 20; before Christ it is negative.
    Century(i32),
    /// A duration.
    Length { count: Count, unit: Unit, rest: Option<(u32, Unit)> },
    /// A repetition.
    Repetition(Repetition),
    /// *now*, *recently*, *the future*: not a point of the calendar.
    Reference(Reference),
    /// *this time last year*, *the same month last year*: the month of the publication, or the one just mentioned, at this offset in years.
    SameMonth { years: i32, as_told: bool },
    /// *overnight*: the night before the publication, or the one after it.
    Overnight,
    /// Only a time of day, on the current day of the text.
    OnlyClock,
}

/// A day, month or year, some parts of which can be left to the reader.
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
    /// The direction, if words give it: *last Friday*, *next May*.
    pub pointer: Option<Pointer>,
    /// Whether day and month can be swapped: *5/6/2024*.
    pub ambiguous: bool,
    /// The order of day and month, if it is evidence for how the article writes dates.
    pub order: Option<DayOrder>,
    /// Whether it stands for any such day or month: *on a Tuesday*, *usually in April*.
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
    /// Not given.
    #[default]
    Absent,
    /// Given; negative before Christ.
    Known(i32),
    /// Its last two digits: *summer '80*.
    Short(u8),
    /// An offset from the year of the publication: *last year's third quarter*.
    Step(i32),
    /// An offset from the current year of the text: *the third quarter a year earlier*.
    TextStep(i32),
    /// A direction: *last summer*, *next quarter*.
    Pointer(Pointer),
}

/// A named part of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// Spring is 0, summer 1, autumn 2, winter 3.
    Season { season: u8, scope: SeasonScope },
    /// From 1; without a number, the current one of the text.
    Quarter(Option<u8>),
    /// *the quarter ended Sept. 30*, by that month and day.
    QuarterEnded(Option<u8>, Option<u8>),
    /// *the year-earlier period*: a quarter if the text is about quarters, else a year.
    SamePeriod,
    /// The last completed one: *the latest quarter*.
    LatestQuarter,
    /// From 1.
    Half(u8),
    /// Saturday and Sunday.
    Weekend,
    /// A holiday, by its index in the list.
    Holiday(Holiday),
    /// The weekend beside a holiday: *Thanksgiving weekend*.
    HolidayWeekend(Holiday),
    /// *the week of April 10*: the week of that month and day.
    WeekOf(Option<u8>, Option<u8>),
    /// *the new year*: the year with the nearest beginning.
    NewYear,
    /// The last day: *year-end*.
    YearEnd,
}

/// Which season is meant if the year is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SeasonScope {
    /// Any: *in winter*.
    Bare,
    /// The current one of the text: *the winter*, *early winter*.
    Determined,
    /// The one of an event: *the summer she turned 17*.
    OfEvent,
    /// The latest one, told by what it was full of: *a summer of protests*.
    OfEvents,
}

/// The direction in which a pointer such as *last* or *next* points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pointer {
    /// *last*, *past*
    Last,
    /// *this*, *current*
    This,
    /// *next*, *coming*
    Next,
    /// *previous*: before the current one of the text.
    Previous,
    /// *following*: after the current one of the text.
    Following,
    /// *that*, *the same*: the current one of the text.
    That,
}

/// The anchor of a step or a distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The publication date.
    Published,
    /// The current date of the text.
    Text,
    /// An event whose date is unknown: *the day before the vote*.
    Event,
}

/// An amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    /// An exact number.
    Exact(u32),
    /// A number and a half.
    AndHalf(u32),
    /// `6.25`: the integer part, the decimals as a number, and how many digits they have.
    Decimal { whole: u32, fraction: u32, digits: u8 },
    /// *several*, *a few*, or only a plural.
    Vague,
}

/// A repetition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Repetition {
    /// *every two years*
    Every { count: Count, unit: Unit },
    /// *every Friday*, *Tuesday nights* (the part of the day is in the clock).
    Weekday(u8),
    /// *weekends*
    Weekend,
    /// *each July*
    Month(u8),
    /// *every summer*
    Season(u8),
    /// *every morning*: the part of the day is in the clock.
    Day,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// The hour, and minute and second if given.
    At { hour: u8, minute: Option<u8>, second: Option<u8>, utc: bool },
    /// A part of the day.
    Part(PartOfDay),
}
