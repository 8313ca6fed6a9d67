//! TIMEX3 values, and the days that they denote.

use super::meaning::{Clock, Count, PartOfDay, Repetition, Through, Unit};
use jiff::civil::{Date, ISOWeekDate, Weekday};
use std::fmt::Write;

/// An interval of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// An ISO week.
    Week(ISOWeekDate),
    /// Saturday and Sunday of an ISO week.
    Weekend(ISOWeekDate),
    Month(i16, i8),
    /// From 1.
    Quarter(i16, u8),
    /// From 1.
    Half(i16, u8),
    /// Spring is 0.
    Season(i16, u8),
    Year(i16),
    /// Its first year.
    Decade(i16),
    /// Its first year in common usage: the 20th century begins with 1900.
    Century(i16),
    /// A year before Christ, or a part of one. These have values, but no days.
    BeforeChrist(u16, YearPart),
}

/// A part of a year before Christ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearPart {
    Whole,
    Month(u8),
    Season(u8),
}

impl Period {
    /// The first and the last day. `None` outside the calendar's range.
    pub fn days(self) -> Option<(Date, Date)> {
        let months = |year: i16, first: i8, last: i8| {
            Some((Date::new(year, first, 1).ok()?, Date::new(year, last, 1).ok()?.last_of_month()))
        };
        let years = |first: i16, count: i16| {
            Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(count - 1)?, 12, 31).ok()?))
        };
        match self {
            Period::Day(day) => Some((day, day)),
            Period::Week(week) => Some((day_of_week(week, 1)?, day_of_week(week, 7)?)),
            Period::Weekend(week) => Some((day_of_week(week, 6)?, day_of_week(week, 7)?)),
            Period::Month(year, month) => months(year, month, month),
            Period::Quarter(year, quarter) => {
                let last = i8::try_from(quarter).ok()?.checked_mul(3)?;
                months(year, last.checked_sub(2)?, last)
            }
            Period::Half(year, half) => {
                let last = i8::try_from(half).ok()?.checked_mul(6)?;
                months(year, last.checked_sub(5)?, last)
            }
            Period::Season(year, 3) => {
                let last = Date::new(year.checked_add(1)?, 2, 1).ok()?.last_of_month();
                Some((Date::new(year, 12, 1).ok()?, last))
            }
            Period::Season(year, season) => {
                let first = i8::try_from(season).ok()?.checked_mul(3)?.checked_add(3)?;
                months(year, first, first.checked_add(2)?)
            }
            Period::Year(year) => years(year, 1),
            Period::Decade(first) => years(first, 10),
            Period::Century(first) => years(first, 100),
            Period::BeforeChrist(..) => None,
        }
    }

    /// The year that contains the interval, if one does; negative before Christ.
    pub fn year(self) -> Option<i16> {
        match self {
            Period::Day(day) => Some(day.year()),
            Period::Week(week) | Period::Weekend(week) => Some(week.year()),
            Period::Month(year, _)
            | Period::Quarter(year, _)
            | Period::Half(year, _)
            | Period::Season(year, _)
            | Period::Year(year) => Some(year),
            Period::BeforeChrist(year, _) => i16::try_from(year).ok().map(|year| -year),
            Period::Decade(_) | Period::Century(_) => None,
        }
    }

    /// The month that contains the interval, if one does.
    pub fn month(self) -> Option<i8> {
        match self {
            Period::Day(day) => Some(day.month()),
            Period::Month(_, month) => Some(month),
            _ => None,
        }
    }
}

/// The day of an ISO week, Monday is 1.
pub(super) fn day_of_week(week: ISOWeekDate, weekday: i8) -> Option<Date> {
    ISOWeekDate::new(week.year(), week.week(), Weekday::from_monday_one_offset(weekday).ok()?)
        .ok()
        .map(ISOWeekDate::date)
}

impl Period {
    /// The TIMEX3 value. Written digit by digit, because `format!` takes longer than all the rest of a date.
    pub fn value(self) -> String {
        let mut value = String::with_capacity("2024-05-16T09:30".len());
        match self {
            Period::Day(day) => {
                month(&mut value, day.year(), day.month());
                value.push('-');
                number(&mut value, day.day().unsigned_abs().into(), 2);
            }
            Period::Week(week) => self::week(&mut value, week, ""),
            Period::Weekend(week) => self::week(&mut value, week, "-WE"),
            Period::Month(year, number) => month(&mut value, year, number),
            Period::Quarter(year, quarter) => part(&mut value, year, "-Q", quarter),
            Period::Half(year, half) => part(&mut value, year, "-H", half),
            Period::Season(year, season) => {
                self::year(&mut value, year);
                value.push('-');
                value.push_str(season_code(season));
            }
            Period::Year(year) => self::year(&mut value, year),
            Period::Decade(first) => number(&mut value, (first / 10).unsigned_abs(), 3),
            Period::Century(first) => number(&mut value, (first / 100).unsigned_abs(), 2),
            Period::BeforeChrist(year, part) => {
                value.push_str("BC");
                number(&mut value, year, 4);
                match part {
                    YearPart::Whole => {}
                    YearPart::Month(month) => {
                        value.push('-');
                        number(&mut value, month.into(), 2);
                    }
                    YearPart::Season(season) => {
                        value.push('-');
                        value.push_str(season_code(season));
                    }
                }
            }
        }
        value
    }
}

fn year(value: &mut String, year: i16) {
    if year < 0 {
        value.push('-');
    }
    number(value, year.unsigned_abs(), 4);
}

fn month(value: &mut String, year: i16, month: i8) {
    self::year(value, year);
    value.push('-');
    number(value, month.unsigned_abs().into(), 2);
}

fn week(value: &mut String, week: ISOWeekDate, ending: &str) {
    year(value, week.year());
    value.push_str("-W");
    number(value, week.week().unsigned_abs().into(), 2);
    value.push_str(ending);
}

fn part(value: &mut String, year: i16, code: &str, part: u8) {
    self::year(value, year);
    value.push_str(code);
    number(value, part.into(), 1);
}

/// Appends a number, zero-padded to this many digits.
fn number(value: &mut String, number: u16, digits: usize) {
    let mut power = 10_000;
    for place in (0..5).rev() {
        let digit = number / power;
        if place < digits || digit > 0 {
            value.push(char::from(b'0' + (digit % 10) as u8));
        }
        power = (power / 10).max(1);
    }
}

/// TIMEX3's code of a season; spring is 0.
pub(super) fn season_code(season: u8) -> &'static str {
    match season {
        0 => "SP",
        1 => "SU",
        2 => "FA",
        _ => "WI",
    }
}

/// The value and the days of an interval, or of the stretch that it begins: `2024-05-13/2024-05-16`.
pub(super) fn stretch(period: Period, through: Option<Through>) -> (String, Option<(Date, Date)>) {
    let last = match (period, through) {
        (Period::Day(day), Some(Through::Day(last))) => {
            i8::try_from(last).ok().and_then(|last| Date::new(day.year(), day.month(), last).ok()).map(Period::Day)
        }
        (Period::Year(year), Some(Through::NextYear)) => year.checked_add(1).map(Period::Year),
        _ => None,
    };
    let (value, days) = (period.value(), period.days());
    match last {
        Some(last) => {
            (format!("{value}/{}", last.value()), days.zip(last.days()).map(|((first, _), (_, last))| (first, last)))
        }
        None => (value, days),
    }
}

/// `XXXX-05-13/XXXX-05-16`: a day of an unknown year, with the last day of the stretch that it begins.
pub(super) fn open_stretch(value: String, through: Option<Through>) -> String {
    match (through, value.get(..value.len().saturating_sub(2))) {
        (Some(Through::Day(last)), Some(month)) if month.ends_with('-') => format!("{value}/{month}{last:02}"),
        _ => value,
    }
}

/// `T09:30`, `TMO`: the suffix that a time of day adds to the value of its day.
pub(super) fn clock(clock: Clock) -> String {
    match clock {
        Clock::At { hour, minute, second, utc } => {
            let mut value = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
            if let Some(second) = second {
                _ = write!(value, ":{second:02}");
            }
            if utc {
                value.push('Z');
            }
            value
        }
        Clock::Part(part) => match part {
            PartOfDay::Daytime => "TDT",
            PartOfDay::Morning => "TMO",
            PartOfDay::Midday => "TMI",
            PartOfDay::Afternoon => "TAF",
            PartOfDay::Evening => "TEV",
            PartOfDay::Night => "TNI",
        }
        .to_owned(),
    }
}

/// `P2D`, `PT30M`, `PXY`: a length of time.
pub(super) fn length(count: Count, unit: Unit, rest: Option<(u32, Unit)>) -> String {
    let (factor, code) = code(unit);
    let timed = unit <= Unit::Hour;
    let mut value = String::from(if timed { "PT" } else { "P" });
    match count {
        Count::Vague => {
            value.push('X');
            value.push_str(match unit {
                Unit::Decade => "E",
                Unit::Century => "C",
                Unit::Millennium => "L",
                Unit::Fortnight => "W",
                _ => code,
            });
        }
        Count::Exact(count) => _ = write!(value, "{}{code}", u64::from(count) * factor),
        // *1.2 decades* has no exact value in years; only decades and longer units have a factor.
        Count::Decimal { whole, .. } if factor > 1 => _ = write!(value, "{}{code}", u64::from(whole) * factor),
        Count::Decimal { whole, fraction, digits } => {
            _ = write!(value, "{whole}.{fraction:0digits$}{code}", digits = usize::from(digits));
        }
        Count::AndHalf(count) => {
            let count = u64::from(count);
            _ = match unit {
                Unit::Year => write!(value, "{}6M", whole(count, code)),
                Unit::Hour => write!(value, "{}30M", whole(count, code)),
                Unit::Minute => write!(value, "{}30S", whole(count, code)),
                Unit::Day => write!(value, "{}T12H", whole(count, code)),
                Unit::Quarter | Unit::Second | Unit::Month | Unit::Week | Unit::Night => {
                    write!(value, "{count}.5{code}")
                }
                _ => write!(value, "{}{code}", count * factor + factor / 2),
            };
        }
    }
    if let Some((count, unit)) = rest {
        let (factor, code) = self::code(unit);
        if unit <= Unit::Hour && !timed {
            value.push('T');
        }
        _ = write!(value, "{}{code}", u64::from(count) * factor);
    }
    value
}

fn whole(count: u64, code: &str) -> String {
    if count == 0 { String::new() } else { format!("{count}{code}") }
}

/// The letter of a unit, and the number of that letter's units in it.
fn code(unit: Unit) -> (u64, &'static str) {
    match unit {
        Unit::Second => (1, "S"),
        Unit::Minute => (1, "M"),
        Unit::Hour => (1, "H"),
        Unit::Night | Unit::Day => (1, "D"),
        Unit::Weekend => (1, "WE"),
        Unit::Week => (1, "W"),
        Unit::Fortnight => (2, "W"),
        Unit::Month => (1, "M"),
        Unit::Quarter => (1, "Q"),
        Unit::Year => (1, "Y"),
        Unit::Decade => (10, "Y"),
        Unit::Century => (100, "Y"),
        Unit::Millennium => (1000, "Y"),
    }
}

/// `XXXX-WXX-5`, `P1Y`: a repetition, without its time of day.
pub(super) fn repetition(repetition: Repetition, timed: bool) -> String {
    match repetition {
        Repetition::Every { count, unit: Unit::Quarter } => match count {
            Count::Exact(count) => length(Count::Exact(count.saturating_mul(3)), Unit::Month, None),
            _ => length(count, Unit::Quarter, None),
        },
        Repetition::Every { count, unit } => length(count, unit, None),
        Repetition::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
        Repetition::Weekend => "XXXX-WXX-WE".to_owned(),
        Repetition::Month(month) => format!("XXXX-{month:02}"),
        Repetition::Season(season) => format!("XXXX-{}", season_code(season)),
        Repetition::Day if timed => "XXXX-XX-XX".to_owned(),
        Repetition::Day => "P1D".to_owned(),
    }
}
