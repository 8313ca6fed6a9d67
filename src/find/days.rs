//! The days that a value stands for.

use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The first and the last day of a TIMEX3 value: a year, a month, a day, a week, a weekend, a quarter or a half of a year, or a time of a
/// day. `None` for anything else.
///
/// ```
/// use verbatim::Date;
/// use verbatim::find::days_of_value;
///
/// assert_eq!(days_of_value("2024-02"), Some((Date::constant(2024, 2, 1), Date::constant(2024, 2, 29))));
/// assert_eq!(days_of_value("XXXX-WXX-5"), None);
/// ```
pub fn days_of_value(value: &str) -> Option<(Date, Date)> {
    let date = value.split_once('T').map_or(value, |(date, _)| date);
    let mut parts = date.split('-');
    let year = number(parts.next()?, 4)?;
    let months = |first: i16, count: i16| {
        let last = Date::new(year, i8::try_from(first + count - 1).ok()?, 1).ok()?.last_of_month();
        Some((Date::new(year, i8::try_from(first).ok()?, 1).ok()?, last))
    };
    match (parts.next(), parts.next(), parts.next()) {
        (None, None, None) => months(1, 12),
        (Some(part), day, None) if part.starts_with('W') => {
            let week = i8::try_from(number(&part[1..], 2)?).ok()?;
            let (first, last) = match day {
                None => (Weekday::Monday, Weekday::Sunday),
                Some("WE") => (Weekday::Saturday, Weekday::Sunday),
                Some(day) => {
                    let day = Weekday::from_monday_one_offset(i8::try_from(number(day, 1)?).ok()?).ok()?;
                    (day, day)
                }
            };
            let date = |day| ISOWeekDate::new(year, week, day).ok().map(ISOWeekDate::date);
            Some((date(first)?, date(last)?))
        }
        (Some(part), None, None) if part.starts_with('Q') => months((number(&part[1..], 1)? - 1) * 3 + 1, 3),
        (Some(part), None, None) if part.starts_with('H') => months((number(&part[1..], 1)? - 1) * 6 + 1, 6),
        (Some(month), None, None) => months(number(month, 2)?, 1),
        (Some(month), Some(day), None) => {
            let (month, day) = (i8::try_from(number(month, 2)?).ok()?, i8::try_from(number(day, 2)?).ok()?);
            let day = Date::new(year, month, day).ok()?;
            Some((day, day))
        }
        _ => None,
    }
}

/// A number of so many digits.
fn number(text: &str, digits: usize) -> Option<i16> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::days_of_value;

    #[test]
    fn values_stand_for_days() {
        let rows: &[(&str, &str)] = &[
            ("2025", "2025-01-01 2025-12-31"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2024-05-16", "2024-05-16 2024-05-16"),
            ("2024-05-16T09:30", "2024-05-16 2024-05-16"),
            ("2024-05-16TMO", "2024-05-16 2024-05-16"),
            ("2025-W01", "2024-12-30 2025-01-05"),
            ("2025-W01-WE", "2025-01-04 2025-01-05"),
            ("2025-W01-3", "2025-01-01 2025-01-01"),
            ("2025-Q2", "2025-04-01 2025-06-30"),
            ("2025-H2", "2025-07-01 2025-12-31"),
            ("2025-13", ""),
            ("2025-00", ""),
            ("2025-02-30", ""),
            ("2025-W54", ""),
            ("2025-W01-8", ""),
            ("2025-Q0", ""),
            ("2025-Q5", ""),
            ("2025-SU", ""),
            ("2025-1", ""),
            ("202", ""),
            ("XXXX-XX-XX", ""),
            ("2025-XX", ""),
            ("2025-01-01-01", ""),
            ("2025-W", ""),
            ("2025-Wé", ""),
            ("P2D", ""),
            ("PRESENT_REF", ""),
            ("-044", ""),
            ("+025", ""),
            ("", ""),
        ];
        for (value, expected) in rows {
            let days = days_of_value(value).map(|(first, last)| format!("{first} {last}"));
            assert_eq!(days.as_deref().unwrap_or_default(), *expected, "{value}");
        }
    }
}
