//! The lexemes of date expressions: what a token can mean in a date.

/// What a token can be in a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Lexeme {
    /// Anything that is not part of a date.
    Other,
    /// A punctuation mark between or around the words.
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
    /// *15hrs*, *1500hrs*
    Hours {
        value: u32,
        length: u8,
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
    /// *monthslong*
    Lasting(Unit),
    Meridiem {
        afternoon: bool,
    },
    Oclock,
    Noon,
    Midnight,
    PartOfDay(PartOfDay),
    PartsOfDay(PartOfDay),
    /// *yesterday*: days from the publication date.
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
    /// *biannual*: every six months.
    Often {
        count: u8,
        unit: Unit,
    },
    QuarterName(u8),
    HalfName(u8),
    Holiday(Holiday),
    /// The first word of a holiday's name: *Labor*.
    HolidayWord,
    Reference(Reference),
    Keyword(Keyword),
}

/// A punctuation mark that the grammar uses.
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

/// A word that the grammar refers to by name; its spellings are in the word lists.
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

/// A named day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// The same day each year: month and day.
    Fixed(u8, u8),
    /// Days from Easter Sunday.
    Easter(i8),
    /// The n-th weekday of a month (5 is the last one): month, weekday, n.
    Nth(u8, u8, u8),
    /// Days after the n-th weekday of a month: month, weekday, n, days.
    AfterNth(u8, u8, u8, i8),
    /// A day that no rule of the calendar gives.
    Listed(Feast),
}

/// A feast of a calendar of the moon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    Diwali,
    LunarNewYear,
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

/// A reference that is not a point of the calendar.
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

/// The tense that a word indicates, provided that its neighbours agree.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum TenseEvidence {
    /// Past, unless it is part of a passive: *went*.
    Past,
    /// Present: *remains*.
    Present,
    /// Future, unless preceded by *had been*: *will*, *scheduled*.
    Future,
    /// Future before *to*: *plans to*.
    FutureBeforeTo,
    /// A form of *be*: present, but future before *to* or a weekday: *the first game is Friday*.
    CopulaPresent,
    /// Future in the passive, past otherwise: *expected*.
    FutureIfPassive,
    /// Future before *for* or *to*: *planned for*.
    FutureBeforeFor,
    /// Future before *to*, past otherwise: *set*.
    PastButFutureBeforeTo,
    /// Future before a weekday, as in a timetable: *the trial starts Monday*.
    Timetable,
    /// The same after a plural: *the polls close*, but not *at the close*.
    TimetableAfterPlural,
    /// The same right before its dates: *the fair runs 12-15 October*, but not *he made 70 runs*.
    TimetableBesideDate,
}
