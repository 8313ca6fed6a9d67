//! The possible anchors of relative dates: the publication date, and the dates that the article mentioned before.

use super::order;
use super::story::{FAR, Story, ToldDate};
use crate::annotations::{DateAnchor, DateModifier};
use crate::article::Article;
use crate::dates::meaning::{DayOrder, Found, From, Meaning, Year};
use crate::dates::value::Period;
use crate::language::Sets;
use jiff::civil::Date;

/// How many paragraphs back a date can still be an anchor. Paragraphs of news are short.
const NEAR: usize = 4;

/// The state while the expressions are read in order.
pub(in crate::dates) struct Anchors {
    pub(super) published: Option<Date>,
    /// The day of the dateline (*GENEVA, May 14 —*), if the article has one: *today* is that day.
    pub(super) dateline: Option<(Date, DateAnchor)>,
    /// Whether the text is a historical narrative: a year holds until the next one is mentioned, and the publication date matters little.
    pub(super) narrative: bool,
    /// The article's order of day and month, if known.
    pub(super) order: Option<DayOrder>,
    pub(super) day: Option<ToldDate>,
    pub(super) month: Option<ToldDate>,
    pub(super) year: Option<ToldDate>,
    pub(super) quarter: Option<ToldDate>,
    /// The quarter mentioned last, be it one that another is compared with: *that quarter*.
    pub(super) latest_quarter: Option<(usize, Period)>,
    /// The quarter mentioned last without a year of its own: what *last year* is compared with in its sentence.
    pub(super) bare_quarter: Option<ToldDate>,
    /// The first quarter that the article mentions: the topic of a report on earnings.
    main_quarter: Option<ToldDate>,
    /// The date with a written year, before that of the publication, that the text has told of since without any other date.
    pub(super) story: Option<ToldDate>,
    /// The year mentioned last, be it an aside: *that year*.
    pub(super) latest_year: Option<ToldDate>,
    /// A written year far from the others, which can be an aside.
    aside: Option<ToldDate>,
    /// The last date whose year was written out.
    pub(super) written_year: Option<ToldDate>,
    /// The latest date, with its index in the list of expressions.
    pub(super) latest: Option<(usize, Period)>,
    /// The dates that a narrative has mentioned last.
    pub(super) recent: Story,
}

impl Anchors {
    /// Looks over all expressions of the article before the first one is resolved.
    pub fn new<'a>(article: &Article, sets: &Sets, found: impl Iterator<Item = &'a Found> + Clone) -> Anchors {
        let published = article.published;
        let order = order::of_article(found.clone(), article.language.as_deref(), sets);
        let (mut written, mut near, mut bare, mut deictic) = (0_usize, 0_usize, 0_usize, 0_usize);
        for found in found {
            match found.meaning {
                Meaning::Point(point) => match point.year {
                    Year::Known(year) => {
                        let is_near = published.is_some_and(|date| (i32::from(date.year()) - year).abs() <= 1);
                        written += usize::from(!is_near);
                        near += usize::from(is_near);
                    }
                    Year::Absent if point.month.is_some() && point.weekday.is_none() && point.pointer.is_none() => {
                        bare += 1
                    }
                    _ => deictic += usize::from(point.weekday.is_some() || point.pointer.is_some()),
                },
                Meaning::Days(_) | Meaning::SameMonth { .. } => deictic += 1,
                Meaning::Step { from: From::Published, .. } | Meaning::Away { from: From::Published, .. } => {
                    deictic += 1
                }
                _ => {}
            }
        }
        Anchors {
            published,
            dateline: None,
            narrative: written >= 4 && near <= written && written + bare >= 14 && written + bare > 6 * deictic,
            order,
            day: None,
            month: None,
            year: None,
            quarter: None,
            latest_quarter: None,
            bare_quarter: None,
            main_quarter: None,
            latest_year: None,
            story: None,
            aside: None,
            written_year: None,
            latest: None,
            recent: Story::default(),
        }
    }

    /// Enters a block that was published on this day. What another entry has told of is no anchor in the next one.
    pub fn enter(&mut self, published: Option<Date>) {
        if published == self.published {
            return;
        }
        self.published = published;
        (self.dateline, self.day, self.month, self.year, self.story) = (None, None, None, None, None);
    }

    /// Records a resolved date as a possible anchor. In a narrative, a year that does not begin its sentence is an aside until the story
    /// goes on in it.
    pub(super) fn remember(
        &mut self,
        told_date: ToldDate,
        modifier: Option<DateModifier>,
        written_year: bool,
        setting: bool,
    ) {
        if told_date.period.year().is_some() {
            self.latest_year = Some(told_date);
            if self.narrative {
                self.recent.mention(told_date, setting, modifier);
            }
        }
        if self.narrative
            && written_year
            && !setting
            && let Some(story) = self.year.and_then(|year| year.period.year())
            && let Some(year) = told_date.period.year()
        {
            let is_told = |last: Option<ToldDate>| last.and_then(|last| last.period.year()) == Some(year);
            // Back in the story: a third year is an aside again.
            if year == story {
                self.aside = None;
            }
            let aside = matches!(told_date.period, Period::Year(_)) && year != story || year < story;
            if aside && !is_told(self.aside) {
                self.aside = Some(told_date);
                return;
            }
        }
        if self.narrative {
            // Only a written year, or one relative to it, moves the narrative on, and a distant one only at its second mention:
            // *(declassified in 2005)* is an aside.
            let far = |last: Option<ToldDate>| {
                let (Some(last), Some(year)) = (last.and_then(|last| last.period.year()), told_date.period.year())
                else {
                    return false;
                };
                (i32::from(last) - i32::from(year)).abs() > i32::from(FAR)
            };
            if far(self.year) && (self.aside.is_none() || far(self.aside)) {
                self.aside = Some(told_date);
                return;
            }
        }
        match told_date.period {
            Period::Day(_) => (self.day, self.month, self.year) = (Some(told_date), Some(told_date), Some(told_date)),
            Period::Month(..) => (self.month, self.year) = (Some(told_date), Some(told_date)),
            Period::Quarter(..) => {
                (self.quarter, self.year) = (Some(told_date), Some(told_date));
                self.main_quarter.get_or_insert(told_date);
            }
            Period::Decade(_) if !self.narrative => self.year = Some(told_date),
            Period::Decade(_) | Period::Century(_) => {}
            _ => self.year = Some(told_date),
        }
        if written_year {
            self.written_year = Some(told_date);
        }
    }

    /// The year of a month, or of a day of it, in the narrative, and the index of the expression that gives it.
    pub(super) fn year_in_story(&self, month: u8, day: Option<u8>, block: usize) -> Option<(i16, usize)> {
        self.recent.year_of(month, day, block, self.year.and_then(|told| told.period.year()))
    }

    /// The quarter that another one is compared with: that of the paragraph, else the article's topic.
    pub(super) fn compared_quarter(&self, block: usize) -> Option<ToldDate> {
        let near = self.near(self.quarter, block)?;
        if near.block == block { Some(near) } else { self.near(self.main_quarter, block).or(Some(near)) }
    }

    /// Forgets the current quarter.
    pub(super) fn forget_quarter(&mut self) {
        self.quarter = None;
    }

    /// The day on which the article was written: the dateline's, else the publication date.
    pub(super) fn today(&self) -> Option<(Date, DateAnchor)> {
        self.dateline.or_else(|| Some((self.published?, DateAnchor::Published)))
    }

    /// The current day of the text: in a narrative the date mentioned last, else the publication date.
    pub(super) fn now(&self) -> Option<(Date, DateAnchor)> {
        if self.narrative
            && let Some(told_date) = self.year
            && let Some((first, _)) = told_date.period.days()
        {
            return Some((first, DateAnchor::Expression(told_date.index)));
        }
        Some((self.published?, DateAnchor::Published))
    }

    /// The date if it is near enough to be an anchor: a few paragraphs back at most; in a narrative, anywhere.
    pub(super) fn near(&self, told_date: Option<ToldDate>, block: usize) -> Option<ToldDate> {
        told_date.filter(|told_date| self.narrative || told_date.block + NEAR >= block)
    }
}
