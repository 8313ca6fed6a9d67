//! What the words that dates are made of stand for.

/// What a token may be in a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Lexeme {
    /// Nothing that a date holds.
    Other,
    /// A mark between or around the words.
    Mark(Mark),
    /// A number in digits, and how many digits it has.
    Digits {
        value: u32,
        length: u8,
    },
    /// *16th*
    DigitOrdinal(u32),
    /// *1990s*, *90s*
    DecadeDigits(u32),
    /// *9am*, *1140am*
    Hour {
        value: u32,
        afternoon: bool,
    },
    /// *sixteen*
    Cardinal(u32),
    /// *hundred*
    Scale(u32),
    /// *sixteenth*
    Ordinal(u32),
    /// *nineties*
    DecadeWord(u8),
    Month {
        number: u8,
        short: bool,
    },
    Weekday {
        number: u8,
        short: bool,
    },
    Weekdays(u8),
    Season(u8),
    Seasons(u8),
    Unit(Unit),
    Units(Unit),
    Meridiem {
        afternoon: bool,
    },
    Oclock,
    Noon,
    Midnight,
    PartOfDay(PartOfDay),
    PartsOfDay(PartOfDay),
    /// *yesterday*: days from the publication.
    DayWord(i8),
    Tonight,
    Overnight,
    Zone {
        utc: bool,
    },
    Era {
        before: bool,
    },
    /// *daily*
    Frequency(Unit),
    QuarterName(u8),
    HalfName(u8),
    Holiday(Holiday),
    /// The first word of a holiday's name: *Labor*.
    HolidayWord,
    Reference(Reference),
    Keyword(Keyword),
}

/// A mark that the grammar knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Comma,
    Dot,
    Colon,
    Slash,
    Hyphen,
    Dash,
    Apostrophe,
    Open,
    Close,
    Quote,
    Currency,
    Percent,
    Other,
}

/// A word that the grammar knows by name; the word lists hold its spellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keyword {
    A,
    About,
    After,
    Ago,
    Ahead,
    All,
    And,
    Another,
    At,
    Before,
    Between,
    By,
    Come,
    Coming,
    Couple,
    Current,
    During,
    Each,
    Earlier,
    Early,
    End,
    Every,
    Few,
    Fiscal,
    Following,
    For,
    From,
    Future,
    Half,
    Hence,
    Hundreds,
    In,
    Just,
    Last,
    Late,
    Later,
    Latest,
    Least,
    Less,
    Mid,
    Middle,
    More,
    Most,
    Nearly,
    Next,
    No,
    Now,
    Of,
    Old,
    On,
    Or,
    Over,
    Portion,
    Past,
    Per,
    Period,
    Possessive,
    Previous,
    Recent,
    Right,
    Same,
    Several,
    Since,
    Start,
    Than,
    That,
    The,
    These,
    This,
    Through,
    Time,
    Times,
    To,
    Turn,
    Twice,
    Under,
    UnitAdjective,
    Until,
    Up,
    Within,
}

/// A day of the year that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// The same day each year: month and day.
    Fixed(u8, u8),
    /// Days from Easter Sunday.
    Easter(i8),
    /// The so-manyth weekday of a month (the last one is 5): month, weekday, which.
    Nth(u8, u8, u8),
}

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Night,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

/// No point of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    Past,
    Present,
    Future,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartOfDay {
    Daytime,
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// What a word says of the tense, if the words beside it agree.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum TenseEvidence {
    /// Of the past, where it is no part of a passive: *went*.
    Past,
    /// Of the present: *remains*.
    Present,
    /// Of the future, unless *had been* stands before it: *will*, *scheduled*.
    Future,
    /// Of the future before *to*: *plans to*.
    FutureBeforeTo,
    /// A form of *be*: of the present, but before *to* or a day of the week of the future: *the first game is Friday*.
    CopulaPresent,
    /// Of the future in the passive, of the past otherwise: *expected*.
    FutureIfPassive,
    /// Of the future before *for* or *to*: *planned for*.
    FutureBeforeFor,
    /// Of the future before *to*, of the past otherwise: *set*.
    PastButFutureBeforeTo,
    /// Of the future before a weekday, as in a timetable: *the trial starts Monday*.
    Timetable,
}
