//! The days of holidays: fixed, counted in a month, from Easter, or listed by year.

use crate::dates::day_count::plus_days;
use crate::dates::meaning::Holiday;
use crate::language::lexeme::Feast;
use jiff::civil::{Date, Weekday};

/// The first year of the lists.
const FIRST_LISTED: i16 = 1990;

/// The days of Diwali from [`FIRST_LISTED`] on, a month and two digits of its day: `1018` is 18 October. It is the day of the
/// new moon as India keeps it.
const DIWALI: &[i16] = &[
    1018, 1105, 1025, 1113, 1103, 1023, 1110, 1030, 1019, 1107, 1026, 1114, 1104, 1025, 1112, 1101, 1021, 1109, 1028,
    1017, 1105, 1026, 1113, 1103, 1023, 1111, 1030, 1019, 1107, 1027, 1114, 1104, 1024, 1112, 1031, 1020, 1108, 1029,
    1017, 1105, 1026, 1114, 1102, 1022, 1110, 1030,
];

/// The same of the lunar new year, as China keeps it.
const LUNAR_NEW_YEAR: &[i16] = &[
    127, 215, 204, 123, 210, 131, 219, 207, 128, 216, 205, 124, 212, 201, 122, 209, 129, 218, 207, 126, 214, 203, 123,
    210, 131, 219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203, 123, 211, 131, 219, 208,
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
            let day = days.get(usize::try_from(year.checked_sub(FIRST_LISTED)?).ok()?)?;
            Date::new(year, (day / 100) as i8, (day % 100) as i8).ok()
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
