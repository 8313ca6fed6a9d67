//! What the resolution of an expression comes to.

use crate::annotations::{DateAnchor, DateKind};
use crate::dates::value::Period;
use jiff::civil::Date;
use std::ops::Range;

/// An expression with its value.
pub(in crate::dates) struct Resolved {
    pub kind: DateKind,
    pub value: String,
    pub days: Option<(Date, Date)>,
    pub anchor: DateAnchor,
    /// The words that decided between past and future, as tokens.
    pub decided_by: Option<Range<usize>>,
    /// Whether day and month may as well be the other way round.
    pub ambiguous: bool,
}

impl Resolved {
    /// A value that does not depend on any other date.
    pub fn unanchored(kind: DateKind, value: String) -> Resolved {
        Resolved { kind, value, days: None, anchor: DateAnchor::None, decided_by: None, ambiguous: false }
    }
}

/// What a date comes to.
pub(super) enum Outcome {
    /// A stretch of the calendar.
    Period(Period, DateAnchor),
    /// A value with parts left open.
    Open(String, DateAnchor),
}
