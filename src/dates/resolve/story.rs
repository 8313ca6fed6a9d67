//! The year of a month that a narrative gives without one.
//!
//! A narrative mostly goes forward, but returns from asides: of the dates mentioned last, each with its year, the one that the month follows
//! most closely is taken to go on.

use crate::annotations::DateModifier;
use crate::dates::day_count::days_between;
use crate::dates::value::Period;
use jiff::civil::Date;

/// A year further than this from that of the narrative is an aside at its first mention.
pub(super) const FAR: i16 = 8;

/// A date mentioned earlier in the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct ToldDate {
    /// Its index in the list of expressions.
    pub index: usize,
    /// Its block.
    pub block: usize,
    /// The first token of its sentence.
    pub sentence: usize,
    pub period: Period,
}

/// The number of dates mentioned last that the narrative can go on from.
const KEPT: usize = 8;

// What speaks against a year, counted in the days that a narrative may leave out; going back costs twice as much as going forward.

/// For each mention since.
const MENTION_BACK: i32 = 5;

/// For each block since.
const BLOCK_BACK: i32 = 80;

/// A bare year inside a sentence.
const YEAR_IN_PASSING: i32 = 120;

/// A bare year that sets a scene, before other dates.
const EARLIER_YEAR: i32 = 90;

/// In favour of the narrative's own year.
const YEAR_OF_STORY: i32 = 60;

/// A year far from the narrative's own.
const YEAR_FAR_FROM_STORY: i32 = 200;

/// From how many years on a year is far from the narrative's.
const FAR_FROM_STORY: i16 = FAR + 1;

/// A date that the narrative has mentioned.
#[derive(Clone, Copy, Debug)]
struct Mention {
    told: ToldDate,
    /// Whether it sets the scene of its sentence.
    setting: bool,
    /// *early*, *the end of*
    modifier: Option<DateModifier>,
}

/// The dates that a narrative has mentioned last, the latest first.
#[derive(Default)]
pub(super) struct Story {
    mentions: [Option<Mention>; KEPT],
}

impl Story {
    /// Adds a date as the latest one.
    pub fn mention(&mut self, told: ToldDate, setting: bool, modifier: Option<DateModifier>) {
        self.mentions.rotate_right(1);
        self.mentions[0] = Some(Mention { told, setting, modifier });
    }

    /// The year of a month, or of a day of it, in this block, and the index of the expression that gives it.
    pub fn year_of(&self, month: u8, day: Option<u8>, block: usize, story: Option<i16>) -> Option<(i16, usize)> {
        let mut best: Option<(i32, i16, usize)> = None;
        for (back, mention) in self.mentions.iter().flatten().enumerate() {
            let blocks = i32::try_from(block.saturating_sub(mention.told.block)).unwrap_or(i32::MAX / BLOCK_BACK);
            let away = (back as i32 * MENTION_BACK).saturating_add(blocks.saturating_mul(BLOCK_BACK));
            for (cost, year) in costs(mention, month, day, back) {
                let told = match story.map(|story| (story - year).abs()) {
                    Some(0) => -YEAR_OF_STORY,
                    Some(FAR_FROM_STORY..) => YEAR_FAR_FROM_STORY,
                    _ => 0,
                };
                let cost = cost.saturating_add(away).saturating_add(told);
                if best.is_none_or(|(least, ..)| cost < least) {
                    best = Some((cost, year, mention.told.index));
                }
            }
        }
        best.map(|(_, year, index)| (year, index))
    }
}

/// The possible years after this mention, with what speaks against each, in days.
fn costs(mention: &Mention, month: u8, day: Option<u8>, back: usize) -> impl Iterator<Item = (i32, i16)> {
    let (period, setting, modifier) = (mention.told.period, mention.setting, mention.modifier);
    let whole = matches!(period, Period::Year(_));
    let first = match (period, modifier) {
        (Period::Year(year), Some(DateModifier::End)) => Date::new(year, 11, 1).ok(),
        (Period::Year(year), Some(DateModifier::Middle)) => Date::new(year, 6, 1).ok(),
        (Period::Year(year), Some(DateModifier::Start)) => Date::new(year, 1, 1).ok(),
        (Period::Year(_), _) => None,
        _ => period.days().map(|(first, _)| first),
    };
    let precise = matches!(period, Period::Day(_)) && day.is_some();
    let year = period.year();
    [0, 1].into_iter().filter_map(move |later| {
        let year = year?.checked_add(later)?;
        let Some(first) = first else {
            let cost = match (setting, back) {
                (true, 0) => 0,
                (true, _) => EARLIER_YEAR,
                (false, _) => YEAR_IN_PASSING,
            };
            return (later == 0 && whole).then_some((cost, year));
        };
        let from = if precise { first } else { first.first_of_month() };
        let date = Date::new(year, month as i8, day.filter(|_| precise).unwrap_or(1) as i8).ok()?;
        let days = days_between(from, date);
        Some((if days < 0 { -2 * days } else { days }, year))
    })
}
