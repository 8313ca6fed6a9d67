//! Seasons, quarters, halves, weekends and holidays.

use super::anchors::Anchors;
use super::feasts::holiday_of;
use super::outcome::Outcome;
use super::points;
use crate::annotations::DateAnchor;
use crate::dates::day_count::{days_between, plus_days, plus_months};
use crate::dates::meaning::{Holiday, Part, Pointer, SeasonScope, Year};
use crate::dates::occurrence::Occurrence;
use crate::dates::tense::Tense;
use crate::dates::value::{Period, YearPart, season_code};
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// The days of a week.
const WEEK: i32 = 7;

/// The days from the publication to a holiday that a sentence in the present tense is about: what is longer ago happens every year.
const NEAR_HOLIDAY: std::ops::RangeInclusive<i32> = -7..=45;

/// Resolves a part of a year.
pub(super) fn resolve(
    anchors: &Anchors,
    part: Part,
    year: Year,
    occurrence: &Occurrence<'_>,
    decided_by: &mut Option<Range<usize>>,
) -> Outcome {
    let of = PartOfYear { anchors, year, occurrence };
    let outcome = match part {
        Part::Season { season, scope } => of.season(season, scope, decided_by),
        Part::Quarter(quarter) => of.quarter(quarter, decided_by),
        Part::QuarterEnded(month, day) => of.quarter_ended(month, day),
        Part::SamePeriod => of.same_period(),
        Part::LatestQuarter => of.latest_quarter(),
        Part::Half(half) => of.of_year(decided_by, move |year| Some(Period::Half(year, half)), None),
        Part::Weekend => of.weekend(decided_by),
        Part::Holiday(holiday) if year == Year::Absent && !anchors.narrative => of.holiday(holiday, decided_by),
        Part::Holiday(holiday) => of.of_year(decided_by, move |year| holiday_of(holiday, year).map(Period::Day), None),
        Part::HolidayWeekend(holiday) => of.holiday_weekend(holiday, decided_by),
        Part::WeekOf(month, day) => of.of_year(
            decided_by,
            move |year| {
                let day = Date::new(year, month? as i8, day? as i8).ok()?;
                Some(Period::Week(day.iso_week_date()))
            },
            None,
        ),
        Part::NewYear => of.new_year(),
        Part::YearEnd => of.of_year(decided_by, |year| Date::new(year, 12, 31).ok().map(Period::Day), None),
    };
    outcome.unwrap_or_else(|| {
        let value = match part {
            Part::Season { season, .. } => format!("XXXX-{}", season_code(season)),
            Part::Quarter(Some(quarter)) => format!("XXXX-Q{quarter}"),
            Part::Quarter(None) | Part::SamePeriod | Part::QuarterEnded(..) | Part::LatestQuarter => {
                "XXXX-QX".to_owned()
            }
            Part::Half(half) => format!("XXXX-H{half}"),
            Part::Weekend => "XXXX-WXX-WE".to_owned(),
            Part::Holiday(Holiday::Fixed(month, day)) | Part::WeekOf(Some(month), Some(day)) => {
                format!("XXXX-{month:02}-{day:02}")
            }
            Part::NewYear => "XXXX".to_owned(),
            Part::YearEnd => "XXXX-12-31".to_owned(),
            _ => "XXXX-XX-XX".to_owned(),
        };
        let anchor = if anchors.published.is_none() { DateAnchor::Unresolved } else { DateAnchor::None };
        Outcome::Open(value, anchor)
    })
}

struct PartOfYear<'a> {
    anchors: &'a Anchors,
    year: Year,
    occurrence: &'a Occurrence<'a>,
}

impl PartOfYear<'_> {
    fn tense(&self, decided_by: &mut Option<Range<usize>>) -> Option<Tense> {
        let (tense, words) = self.occurrence.tense()?;
        *decided_by = Some(words);
        Some(tense)
    }

    /// The year, if the words or the narrative give it.
    fn told(&self) -> Option<(i16, DateAnchor)> {
        if !matches!(self.year, Year::Pointer(_))
            && let Some((year, anchor)) = points::known_year(self.anchors, self.year, self.occurrence)
        {
            return Some((i16::try_from(year).ok()?, anchor));
        }
        if self.anchors.narrative && self.year == Year::Absent {
            let told_date = self.anchors.year?;
            return Some((told_date.period.year()?, DateAnchor::Expression(told_date.index)));
        }
        None
    }

    /// A part that occurs once a year: that of the given year, or else the last or next one according to pointer or tense.
    fn of_year(
        &self,
        decided_by: &mut Option<Range<usize>>,
        part: impl Fn(i16) -> Option<Period>,
        before_christ: Option<u8>,
    ) -> Option<Outcome> {
        if let Some((year, anchor)) = self.told() {
            if let (Ok(year), Some(season)) = (u16::try_from(-year), before_christ) {
                return Some(Outcome::Period(Period::BeforeChrist(year, YearPart::Season(season)), anchor));
            }
            return Some(Outcome::Period(part(year)?, anchor));
        }
        let (published, anchor) = self.anchors.now()?;
        let year = published.year();
        let begun = |period: Period| period.days().is_some_and(|(first, _)| first <= published);
        let over = |period: Period| period.days().is_some_and(|(_, last)| last < published);
        let years = [year.checked_add(1)?, year, year.checked_sub(1)?];
        let latest =
            |is: &dyn Fn(Period) -> bool| years.iter().filter_map(|&year| part(year)).find(|&period| is(period));
        let earliest =
            |is: &dyn Fn(Period) -> bool| years.iter().rev().filter_map(|&year| part(year)).find(|&period| is(period));
        let period = match self.year {
            Year::Pointer(Pointer::Last) => latest(&over),
            Year::Pointer(Pointer::This) => part(year),
            Year::Pointer(Pointer::Next) => earliest(&|period| !begun(period)),
            _ => match self.tense(decided_by) {
                Some(Tense::Past) => latest(&begun),
                // A part that has just ended is still the topic.
                Some(Tense::Future) => latest(&|period| {
                    period.days().is_some_and(|(_, last)| last < published && days_between(last, published) <= 60)
                })
                .or_else(|| earliest(&|period| !over(period))),
                _ => part(year),
            },
        };
        Some(Outcome::Period(period?, anchor))
    }

    /// A holiday is that of a certain year if a preposition puts an event on it. *Christmas* alone can be that of any year.
    fn holiday(&self, holiday: Holiday, decided_by: &mut Option<Range<usize>>) -> Option<Outcome> {
        let published = self.anchors.published?;
        // *may not be home for Christmas*: only of what is to come.
        let aimed = self.occurrence.is_aim() && matches!(self.tense(decided_by), Some(Tense::Future));
        if !aimed && !self.occurrence.is_after_temporal_preposition() {
            return None;
        }
        let of = |year: i16| holiday_of(holiday, year);
        let years = [published.year().checked_sub(1)?, published.year(), published.year().checked_add(1)?];
        let mut days = years.into_iter().filter_map(of);
        let day = match self.tense(decided_by) {
            Some(Tense::Past) => days.rev().find(|&day| day <= published),
            Some(Tense::Future) => days.find(|&day| day >= published),
            // A statement about what is: only a day that is near.
            _ => days.find(|&day| NEAR_HOLIDAY.contains(&days_between(published, day))),
        }?;
        Some(Outcome::Period(Period::Day(day), DateAnchor::Published))
    }

    /// *Thanksgiving weekend*: that of a holiday within a week, whatever the tense.
    fn holiday_weekend(&self, holiday: Holiday, decided_by: &mut Option<Range<usize>>) -> Option<Outcome> {
        let of = |year| weekend_beside(holiday_of(holiday, year)?);
        let near = self.anchors.published.filter(|_| self.told().is_none()).and_then(|published| {
            let day = holiday_of(holiday, published.year())?;
            (days_between(published, day).abs() <= WEEK).then(|| of(published.year()))?
        });
        match near {
            Some(weekend) => Some(Outcome::Period(weekend, DateAnchor::Published)),
            None => self.of_year(decided_by, of, None),
        }
    }

    /// In news, a season without article, pointer or year is not a particular one.
    fn season(&self, season: u8, scope: SeasonScope, decided_by: &mut Option<Range<usize>>) -> Option<Outcome> {
        let published = self.anchors.published;
        if self.year == Year::Pointer(Pointer::This) && season == 3 && self.told().is_none() {
            let published = published?;
            let year = if published.month() <= 4 { published.year().checked_sub(1)? } else { published.year() };
            return Some(Outcome::Period(Period::Season(year, 3), DateAnchor::Published));
        }
        if self.year == Year::Absent
            && self.anchors.narrative
            && let Some((year, index)) = self.anchors.year_in_story(3 * (season + 1), None, self.occurrence.block.index)
            && year > 0
        {
            return Some(Outcome::Period(Period::Season(year, season), DateAnchor::Expression(index)));
        }
        if self.year == Year::Absent && scope == SeasonScope::OfEvent {
            return None;
        }
        if self.year == Year::Absent && scope == SeasonScope::OfEvents && self.tense(decided_by).is_none() {
            let published = published?;
            let years = [published.year(), published.year().checked_sub(1)?];
            let begun = |period: &Period| period.days().is_some_and(|(first, _)| first <= published);
            let latest = years.into_iter().map(|year| Period::Season(year, season)).find(begun)?;
            return Some(Outcome::Period(latest, DateAnchor::Published));
        }
        if self.year == Year::Absent && !self.anchors.narrative {
            // *in winter*, *stock up for the winter*: that of any year.
            if scope == SeasonScope::Bare || matches!(self.tense(decided_by), None | Some(Tense::Present)) {
                return None;
            }
        }
        self.of_year(decided_by, move |year| Some(Period::Season(year, season)), Some(season))
    }

    /// From the summer on, the next one; before that, the one that has begun.
    fn new_year(&self) -> Option<Outcome> {
        let (day, anchor) = self.anchors.now()?;
        let year = if day.month() > 6 { day.year().checked_add(1)? } else { day.year() };
        Some(Outcome::Period(Period::Year(year), anchor))
    }

    fn quarter(&self, quarter: Option<u8>, decided_by: &mut Option<Range<usize>>) -> Option<Outcome> {
        if let Some(quarter) = quarter {
            if self.year == Year::Absent && self.occurrence.is_habitual() {
                return None;
            }
            return self.of_year(decided_by, move |year| Some(Period::Quarter(year, quarter)), None);
        }
        if self.year == Year::Pointer(Pointer::That)
            && let Some((index, told)) = self.anchors.latest_quarter
        {
            return Some(Outcome::Period(told, DateAnchor::Expression(index)));
        }
        // *the quarter*, *the year-earlier quarter*: the one mentioned last, else the last completed one.
        let (year, quarter, anchor) = self.last_quarter()?;
        let shifted = |steps: i16| {
            let index = i32::from(year) * 4 + i32::from(quarter) - 1 + i32::from(steps);
            Some(Period::Quarter(i16::try_from(index.div_euclid(4)).ok()?, index.rem_euclid(4) as u8 + 1))
        };
        let published = self.anchors.published?;
        let running = (published.month() as u8 - 1) / 3 + 1;
        let running_step = |steps: i32| {
            let index = i32::from(published.year()) * 4 + i32::from(running) - 1 + steps;
            Some(Period::Quarter(i16::try_from(index.div_euclid(4)).ok()?, index.rem_euclid(4) as u8 + 1))
        };
        let outcome = match self.year {
            Year::Known(year) => (Period::Quarter(i16::try_from(year).ok()?, quarter), anchor),
            Year::Step(steps) => (Period::Quarter(year.checked_add(i16::try_from(steps).ok()?)?, quarter), anchor),
            Year::Pointer(Pointer::Last) => (running_step(-1)?, DateAnchor::Published),
            Year::Pointer(Pointer::Next) => (running_step(1)?, DateAnchor::Published),
            Year::Pointer(Pointer::This) => (running_step(0)?, DateAnchor::Published),
            Year::Pointer(Pointer::Previous) => (shifted(-1)?, anchor),
            Year::Pointer(Pointer::Following) => (shifted(1)?, anchor),
            _ => (shifted(0)?, anchor),
        };
        Some(Outcome::Period(outcome.0, outcome.1))
    }

    /// *the quarter ended Sept. 30*: a company's quarter ends within a month of the calendar's, so take the quarter half a quarter before
    /// that day.
    fn quarter_ended(&self, month: Option<u8>, day: Option<u8>) -> Option<Outcome> {
        let published = self.anchors.published?;
        let end = [published.year().checked_add(1)?, published.year(), published.year().checked_sub(1)?]
            .into_iter()
            .filter_map(|year| Date::new(year, month? as i8, day.unwrap_or(28) as i8).ok())
            .find(|end| *end <= published)?;
        let middle = plus_days(end, -45)?;
        Some(Outcome::Period(Period::Quarter(middle.year(), (middle.month() as u8 - 1) / 3 + 1), DateAnchor::Published))
    }

    /// *the year-earlier period*, *the 2023 period*.
    fn same_period(&self) -> Option<Outcome> {
        let quarter = self.anchors.compared_quarter(self.occurrence.block.index);
        let (year, anchor) = points::known_year(self.anchors, self.year, self.occurrence)?;
        let year = i16::try_from(year).ok()?;
        Some(match quarter.map(|told_date| (told_date.index, told_date.period)) {
            Some((index, Period::Quarter(told, quarter))) => {
                let year = match self.year {
                    Year::Step(steps) => told.checked_add(i16::try_from(steps).ok()?)?,
                    _ => year,
                };
                Outcome::Period(Period::Quarter(year, quarter), DateAnchor::Expression(index))
            }
            _ => Outcome::Period(Period::Year(year), anchor),
        })
    }

    /// *the latest quarter*: the one mentioned last if it is over, else the last completed one.
    fn latest_quarter(&self) -> Option<Outcome> {
        let published = self.anchors.published?;
        if let Some(told_date) = self.anchors.compared_quarter(self.occurrence.block.index)
            // A company's fourth quarter can end before the calendar's.
            && told_date.period.days().is_some_and(|(first, _)| first <= published)
        {
            return Some(Outcome::Period(told_date.period, DateAnchor::Expression(told_date.index)));
        }
        let middle = plus_months(published, -3)?;
        Some(Outcome::Period(Period::Quarter(middle.year(), (middle.month() as u8 - 1) / 3 + 1), DateAnchor::Published))
    }

    fn last_quarter(&self) -> Option<(i16, u8, DateAnchor)> {
        if let Some(told_date) = self.anchors.quarter
            && let Period::Quarter(year, quarter) = told_date.period
        {
            return Some((year, quarter, DateAnchor::Expression(told_date.index)));
        }
        let published = self.anchors.published?;
        let running = (published.month() as u8 - 1) / 3 + 1;
        let (year, quarter) =
            if running == 1 { (published.year().checked_sub(1)?, 4) } else { (published.year(), running - 1) };
        Some((year, quarter, DateAnchor::Published))
    }

    fn weekend(&self, decided_by: &mut Option<Range<usize>>) -> Option<Outcome> {
        let published = self.anchors.published?;
        let saturday = i32::from(published.weekday().until(Weekday::Saturday));
        // The Saturday of the current ISO week.
        let this = if published.weekday() == Weekday::Sunday { -1 } else { saturday };
        let days = match self.year {
            Year::Pointer(Pointer::Last | Pointer::Previous) => this - 7,
            Year::Pointer(Pointer::Next | Pointer::Following) => this + 7,
            Year::Pointer(Pointer::This) if this <= 1 => this,
            _ => match self.tense(decided_by) {
                Some(Tense::Past) if this > 0 => this - 7,
                _ => this,
            },
        };
        let day = plus_days(published, days)?;
        Some(Outcome::Period(Period::Weekend(day.iso_week_date()), DateAnchor::Published))
    }
}

/// The weekend nearest to a holiday; of two equally near ones, that after it.
fn weekend_beside(day: Date) -> Option<Period> {
    let weekday = day.weekday().to_monday_one_offset();
    let days = if weekday <= 2 { -7 } else { 0 };
    Some(Period::Weekend(plus_days(day, days)?.iso_week_date()))
}
