//! Compares every form of value that the engine writes with the table that the extension's wording is tested by.

use super::meaning::{Clock, Count, PartOfDay, Repetition, Through, Unit};
use super::value::{Period, YearPart, clock, length, repetition, stretch};
use jiff::civil::Date;
use std::collections::BTreeSet;

const UNITS: [Unit; 14] = [
    Unit::Second,
    Unit::Minute,
    Unit::Hour,
    Unit::Night,
    Unit::Day,
    Unit::Weekend,
    Unit::Week,
    Unit::Fortnight,
    Unit::Month,
    Unit::Quarter,
    Unit::Year,
    Unit::Decade,
    Unit::Century,
    Unit::Millennium,
];

fn clocks() -> Vec<Clock> {
    let mut clocks: Vec<Clock> = [
        PartOfDay::Daytime,
        PartOfDay::Morning,
        PartOfDay::Midday,
        PartOfDay::Afternoon,
        PartOfDay::Evening,
        PartOfDay::Night,
    ]
    .map(Clock::Part)
    .into();
    for (minute, second, utc) in [(None, None, false), (Some(30), Some(15), false), (Some(30), None, true)] {
        clocks.push(Clock::At { hour: 21, minute, second, utc });
    }
    clocks
}

fn dates(values: &mut BTreeSet<String>) {
    let day = Date::constant(2024, 5, 16);
    let week = day.iso_week_date();
    let mut periods = vec![
        Period::Day(day),
        Period::Week(week),
        Period::Weekend(week),
        Period::Month(2024, 5),
        Period::Quarter(2024, 2),
        Period::Half(2024, 2),
        Period::Year(2024),
        Period::Decade(1990),
        Period::Century(1900),
        Period::BeforeChrist(44, YearPart::Whole),
        Period::BeforeChrist(44, YearPart::Month(3)),
        Period::BeforeChrist(44, YearPart::Season(1)),
    ];
    periods.extend([0, 1, 2, 3].map(|season| Period::Season(2024, season)));
    for period in periods {
        let days = period.days().map_or(String::new(), |(first, last)| format!(" {first} {last}"));
        values.insert(format!("DATE {}{days}", period.value()));
    }
    for (period, through) in [(Period::Day(day), Through::Day(18)), (Period::Year(2024), Through::NextYear)] {
        let (value, days) = stretch(period, Some(through));
        let days = days.map_or(String::new(), |(first, last)| format!(" {first} {last}"));
        values.insert(format!("DATE {value}{days}"));
    }
    for time in clocks() {
        values.insert(format!("TIME {}{} {day} {day}", Period::Day(day).value(), clock(time)));
    }
}

fn lengths(values: &mut BTreeSet<String>) {
    let counts = [
        Count::Exact(2),
        Count::AndHalf(0),
        Count::AndHalf(1),
        Count::Decimal { whole: 6, fraction: 25, digits: 2 },
        Count::Vague,
    ];
    for unit in UNITS {
        for count in counts {
            values.insert(format!("DURATION {}", length(count, unit, None)));
        }
    }
    for (unit, smaller) in [(Unit::Hour, Unit::Minute), (Unit::Day, Unit::Hour), (Unit::Year, Unit::Month)] {
        values.insert(format!("DURATION {}", length(Count::Exact(2), unit, Some((3, smaller)))));
    }
}

fn repetitions(values: &mut BTreeSet<String>) {
    for unit in UNITS {
        for count in [Count::Exact(1), Count::Exact(2), Count::Vague] {
            values.insert(format!("SET {}", repetition(Repetition::Every { count, unit }, false)));
        }
    }
    let mut others = vec![Repetition::Weekend, Repetition::Month(12), Repetition::Day, Repetition::Weekday(5)];
    others.extend([0, 1, 2, 3].map(Repetition::Season));
    for other in others {
        values.insert(format!("SET {}", repetition(other, false)));
    }
    for time in clocks() {
        for timed in [Repetition::Day, Repetition::Weekday(5)] {
            values.insert(format!("SET {}{}", repetition(timed, true), clock(time)));
        }
    }
}

/// The extension's tests read the same rows, so a value that the engine can produce and the extension does not know fails one of the tests.
#[test]
fn every_value_stands_in_the_table_of_words() {
    let mut values = BTreeSet::new();
    dates(&mut values);
    lengths(&mut values);
    repetitions(&mut values);
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/timex3.txt")).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let listed: BTreeSet<String> =
        rows.filter_map(|row| row.split_once(" = ")).map(|(value, _)| value.to_owned()).collect();
    // The table also contains values with unknown parts, which the resolution writes and which denote no days.
    let missing: Vec<&String> = values.difference(&listed).collect();
    let unknown: Vec<&String> = listed
        .difference(&values)
        .filter(|row| !row.contains('X') && !row.starts_with("DATE BC") && !row.contains("_REF"))
        .collect();
    assert!(missing.is_empty() && unknown.is_empty(), "missing: {missing:#?}, unknown: {unknown:#?}");
}
