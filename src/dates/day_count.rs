//! Calendar arithmetic.
//!
//! Uses only `jiff`'s dates: its spans would add their rounding and error texts, a tenth of the wasm.

use jiff::civil::Date;

/// The day this many days later, or earlier if `days` is negative; `None` outside the calendar's range.
pub(super) fn plus_days(date: Date, days: i32) -> Option<Date> {
    let weeks = days.div_euclid(7);
    let mut day = if weeks == 0 { date } else { date.nth_weekday(weeks, date.weekday()).ok()? };
    for _ in 0..days.rem_euclid(7) {
        day = day.tomorrow().ok()?;
    }
    Some(day)
}

/// The first day of the month this many months later, or earlier if negative.
pub(super) fn plus_months(date: Date, months: i32) -> Option<Date> {
    let count = (i32::from(date.year()) * 12 + i32::from(date.month()) - 1).checked_add(months)?;
    Date::new(i16::try_from(count.div_euclid(12)).ok()?, count.rem_euclid(12) as i8 + 1, 1).ok()
}

/// The number of days from `from` to `to`; negative if `to` is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    // jiff's durations count in seconds and round; this function is called too often for that.
    day_number(to) - day_number(from)
}

/// The number of days from 1 March of the year 0. With years that begin in March, the leap day comes last, and the lengths of the months
/// before follow a linear formula (Hinnant, *chrono-Compatible Low-Level Date Algorithms*).
fn day_number(date: Date) -> i32 {
    let month = (i32::from(date.month()) + 9) % 12;
    let year = i32::from(date.year()) - i32::from(month >= 10);
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + i32::from(date.day())
        - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_land_on_the_right_day() {
        let rows: &[(i32, Option<Date>)] = &[
            (0, Some(date(2024, 2, 28))),
            (1, Some(date(2024, 2, 29))),
            (2, Some(date(2024, 3, 1))),
            (7, Some(date(2024, 3, 6))),
            (-1, Some(date(2024, 2, 27))),
            (-60, Some(date(2023, 12, 30))),
            (366, Some(date(2025, 2, 28))),
            (i32::MAX, None),
            (i32::MIN, None),
        ];
        for &(days, expected) in rows {
            assert_eq!(plus_days(date(2024, 2, 28), days), expected, "{days} days");
            if let Some(expected) = expected {
                assert_eq!(days_between(date(2024, 2, 28), expected), days, "{days} days");
            }
        }
    }

    #[test]
    fn days_are_counted_as_jiff_counts_them() {
        let rows = [
            (Date::MIN, Date::MAX),
            (date(-1, 12, 31), date(0, 1, 1)),
            (date(0, 2, 29), date(1, 1, 1)),
            (date(1900, 2, 28), date(1900, 3, 1)),
            (date(2000, 2, 28), date(2000, 3, 1)),
            (date(2024, 12, 31), date(1582, 10, 15)),
        ];
        for (from, to) in rows {
            let days = to.duration_since(from).as_secs() / 86_400;
            assert_eq!(i64::from(days_between(from, to)), days, "from {from} to {to}");
        }
    }

    #[test]
    fn months_are_counted_over_the_year() {
        let rows: &[(i32, Option<Date>)] = &[
            (0, Some(date(2024, 1, 1))),
            (-1, Some(date(2023, 12, 1))),
            (11, Some(date(2024, 12, 1))),
            (12, Some(date(2025, 1, 1))),
            (i32::MAX, None),
        ];
        for &(months, expected) in rows {
            assert_eq!(plus_months(date(2024, 1, 31), months), expected, "{months} months");
        }
    }
}
