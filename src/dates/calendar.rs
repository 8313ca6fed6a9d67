//! Steps over the calendar.
//!
//! By `jiff`'s dates alone: its spans would bring their rounding and their error texts along, a tenth of the wasm.

use jiff::civil::Date;

/// The day so many days on, or back where `days` is negative; nothing outside the calendar's years.
pub(super) fn plus_days(date: Date, days: i32) -> Option<Date> {
    let weeks = days.div_euclid(7);
    let mut day = if weeks == 0 { date } else { date.nth_weekday(weeks, date.weekday()).ok()? };
    for _ in 0..days.rem_euclid(7) {
        day = day.tomorrow().ok()?;
    }
    Some(day)
}

/// The first day of the month so many months on, or back.
pub(super) fn plus_months(date: Date, months: i32) -> Option<Date> {
    let count = (i32::from(date.year()) * 12 + i32::from(date.month()) - 1).checked_add(months)?;
    Date::new(i16::try_from(count.div_euclid(12)).ok()?, count.rem_euclid(12) as i8 + 1, 1).ok()
}

/// How many days later `to` is than `from`; negative where it is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    // No two dates of the calendar are more than seven million days apart.
    (to.duration_since(from).as_secs() / 86_400) as i32
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
