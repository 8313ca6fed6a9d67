//! The calendar days that a TIMEX3 value denotes.

use anyhow::{Context, Result};
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The first and the last day of a value as ISO dates; `None` if it denotes no calendar days.
pub fn days(value: &str) -> Option<(String, String)> {
    let value = value.trim();
    if value.is_empty() || value.starts_with(['P', 'T']) || value.starts_with("BC") || value.contains("REF") {
        return None;
    }
    if let Some((first, last)) = value.split_once('/') {
        let (first, last) = (days(first)?, days(last)?);
        return (first.0 <= last.1).then_some((first.0, last.1));
    }
    let value = without_unknown_parts(value);
    let value = value.split('T').next()?;
    numbers_only(value).or_else(|| year_and_part(value).ok())
}

/// `2012-XX-XX` and `2012-XX` are the year, `199X` is the decade, `19XX` the century.
fn without_unknown_parts(value: &str) -> &str {
    let value = value.strip_suffix("-XX-XX").unwrap_or(value);
    let month = value.strip_suffix("-XX").filter(|rest| rest.ends_with(|last: char| last.is_ascii_digit()));
    let value = month.unwrap_or(value);
    let decade = value.strip_suffix('X').filter(|rest| is_digits(rest, 3));
    let century = value.strip_suffix("XX").filter(|rest| is_digits(rest, 2));
    decade.or(century).unwrap_or(value)
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A year, a decade or a century.
fn numbers_only(value: &str) -> Option<(String, String)> {
    let (first, last) = match value.len() {
        4 => ("", ""),
        3 => ("0", "9"),
        2 => ("00", "99"),
        _ => return None,
    };
    is_digits(value, value.len()).then(|| (format!("{value}{first}-01-01"), format!("{value}{last}-12-31")))
}

/// A year with a month, a day, a week, a quarter, a half or a season.
fn year_and_part(value: &str) -> Result<(String, String)> {
    let (year, part) = value.split_once('-').context("no part")?;
    anyhow::ensure!(is_digits(year, 4), "no year");
    let year: i16 = year.parse()?;
    anyhow::ensure!(year > 0, "no year of the calendar");
    let of_months = |year, first, next_year, last| -> Result<(String, String)> {
        Ok((Date::new(year, first, 1)?.to_string(), Date::new(next_year, last, 1)?.last_of_month().to_string()))
    };
    match part {
        "Q1" => of_months(year, 1, year, 3),
        "Q2" => of_months(year, 4, year, 6),
        "Q3" => of_months(year, 7, year, 9),
        "Q4" => of_months(year, 10, year, 12),
        "H1" => of_months(year, 1, year, 6),
        "H2" => of_months(year, 7, year, 12),
        "SP" => of_months(year, 3, year, 5),
        "SU" => of_months(year, 6, year, 8),
        "FA" => of_months(year, 9, year, 11),
        "WI" => of_months(year, 12, year + 1, 2),
        _ if part.starts_with('W') => week(year, &part[1..]),
        _ if is_digits(part, 2) => of_months(year, part.parse()?, year, part.parse()?),
        _ => day(year, part),
    }
}

fn day(year: i16, part: &str) -> Result<(String, String)> {
    let (month, day) = part.split_once('-').context("no day")?;
    anyhow::ensure!(is_digits(month, 2) && is_digits(day, 2), "no day");
    let day = Date::new(year, month.parse()?, day.parse()?)?.to_string();
    Ok((day.clone(), day))
}

/// An ISO week, its week-end or one of its days.
fn week(year: i16, part: &str) -> Result<(String, String)> {
    let (week, rest) = part.split_once('-').map_or((part, None), |(week, rest)| (week, Some(rest)));
    anyhow::ensure!(is_digits(week, 1) || is_digits(week, 2), "no week");
    let week: i8 = week.parse()?;
    let on = |weekday| -> Result<String> { Ok(ISOWeekDate::new(year, week, weekday)?.date().to_string()) };
    match rest {
        None => Ok((on(Weekday::Monday)?, on(Weekday::Sunday)?)),
        Some("WE") => Ok((on(Weekday::Saturday)?, on(Weekday::Sunday)?)),
        Some(day) if is_digits(day, 1) => {
            let day = on(Weekday::from_monday_one_offset(day.parse()?)?)?;
            Ok((day.clone(), day))
        }
        Some(_) => anyhow::bail!("no day of a week"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        for (value, expected) in [
            ("2024-05-16", "2024-05-16 2024-05-16"),
            ("2024-05-16T09:30", "2024-05-16 2024-05-16"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2024", "2024-01-01 2024-12-31"),
            ("2024-XX-XX", "2024-01-01 2024-12-31"),
            ("2024-XX", "2024-01-01 2024-12-31"),
            ("199", "1990-01-01 1999-12-31"),
            ("199X", "1990-01-01 1999-12-31"),
            ("19XX", "1900-01-01 1999-12-31"),
            ("2024-W20", "2024-05-13 2024-05-19"),
            ("2024-W20-WE", "2024-05-18 2024-05-19"),
            ("2024-W20-4", "2024-05-16 2024-05-16"),
            ("2024-Q3", "2024-07-01 2024-09-30"),
            ("2024-H2", "2024-07-01 2024-12-31"),
            ("2023-WI", "2023-12-01 2024-02-29"),
            ("2019/2021", "2019-01-01 2021-12-31"),
            ("2024-05-16/2024-05-18", "2024-05-16 2024-05-18"),
        ] {
            let (first, last) = days(value).unwrap_or_default();
            assert_eq!(format!("{first} {last}"), expected, "{value}");
        }
        for value in [
            "",
            "P2D",
            "T09:30",
            "PRESENT_REF",
            "XXXX-WXX-5",
            "2024-13",
            "2024-02-30",
            "2024-W54",
            "2024-05-XXTNI",
            "2021/2019",
            "BC0300",
            "2024-W20-8",
        ] {
            assert_eq!(days(value), None, "{value}");
        }
    }
}
