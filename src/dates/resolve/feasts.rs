//! The days of holidays: fixed, counted in a month, from Easter, or listed by year.

use crate::dates::day_count::plus_days;
use crate::dates::meaning::Holiday;
use crate::language::lexeme::Feast;
use jiff::civil::{Date, Weekday};

/// The first year of the lists.
const FIRST_LISTED: i16 = 1990;

/// The months and days of Diwali, from [`FIRST_LISTED`] on: the day of the new moon as India keeps it.
const DIWALI: &[(i8, i8)] = &[
    (10, 18),
    (11, 5),
    (10, 25),
    (11, 13),
    (11, 3),
    (10, 23),
    (11, 10),
    (10, 30),
    (10, 19),
    (11, 7),
    (10, 26),
    (11, 14),
    (11, 4),
    (10, 25),
    (11, 12),
    (11, 1),
    (10, 21),
    (11, 9),
    (10, 28),
    (10, 17),
    (11, 5),
    (10, 26),
    (11, 13),
    (11, 3),
    (10, 23),
    (11, 11),
    (10, 30),
    (10, 19),
    (11, 7),
    (10, 27),
    (11, 14),
    (11, 4),
    (10, 24),
    (11, 12),
    (10, 31),
    (10, 20),
    (11, 8),
    (10, 29),
    (10, 17),
    (11, 5),
    (10, 26),
    (11, 14),
    (11, 2),
    (10, 22),
    (11, 10),
    (10, 30),
];

/// The months and days of the lunar new year, as China keeps it.
const LUNAR_NEW_YEAR: &[(i8, i8)] = &[
    (1, 27),
    (2, 15),
    (2, 4),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 7),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 24),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 9),
    (1, 29),
    (2, 18),
    (2, 7),
    (1, 26),
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13),
    (2, 3),
    (1, 23),
    (2, 11),
    (1, 31),
    (2, 19),
    (2, 8),
];

/// The day of a holiday in a year.
pub(super) fn holiday_of(holiday: Holiday, year: i16) -> Option<Date> {
    match holiday {
        Holiday::Fixed(month, day) => Date::new(year, month as i8, day as i8).ok(),
        Holiday::Nth(month, weekday, which) => {
            let first = Date::new(year, month as i8, 1).ok()?;
            let weekday = Weekday::from_monday_one_offset(weekday as i8).ok()?;
            first.nth_weekday_of_month(if which >= 5 { -1 } else { which as i8 }, weekday).ok()
        }
        Holiday::AfterNth(month, weekday, which, days) => {
            plus_days(holiday_of(Holiday::Nth(month, weekday, which), year)?, i32::from(days))
        }
        Holiday::Listed(feast) => {
            let days = match feast {
                Feast::Diwali => DIWALI,
                Feast::LunarNewYear => LUNAR_NEW_YEAR,
            };
            let &(month, day) = days.get(usize::try_from(year.checked_sub(FIRST_LISTED)?).ok()?)?;
            Date::new(year, month, day).ok()
        }
        Holiday::Easter(days) => plus_days(easter(year)?, i32::from(days)),
    }
}

/// Easter Sunday in the Gregorian calendar (Meeus, *Astronomical Algorithms*, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let a = y.rem_euclid(19);
    let (b, c) = (y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let f = (b + 8).div_euclid(25);
    let g = (b - f + 1).div_euclid(3);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c.div_euclid(4), c.rem_euclid(4));
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n.div_euclid(31)).ok()?, i8::try_from(n.rem_euclid(31) + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_feasts_have_a_day_in_each_year_of_the_list() {
        for feast in [Feast::Diwali, Feast::LunarNewYear] {
            let months = if feast == Feast::Diwali { 10..=11 } else { 1..=2 };
            for year in FIRST_LISTED..FIRST_LISTED + 46 {
                let day = holiday_of(Holiday::Listed(feast), year).unwrap();
                assert!(months.contains(&day.month()), "{day}");
            }
            assert_eq!(holiday_of(Holiday::Listed(feast), FIRST_LISTED - 1), None);
            assert_eq!(holiday_of(Holiday::Listed(feast), FIRST_LISTED + 46), None);
        }
        assert_eq!(holiday_of(Holiday::Listed(Feast::Diwali), 2019), Date::new(2019, 10, 27).ok());
    }
}
