//! The result of resolving an expression.

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
    /// The tokens that decided between past and future.
    pub decided_by: Option<Range<usize>>,
    /// Whether the other order of day and month is as likely.
    pub ambiguous: bool,
}

impl Resolved {
    /// A value that does not depend on another date.
    pub fn unanchored(kind: DateKind, value: String) -> Resolved {
        Resolved { kind, value, days: None, anchor: DateAnchor::None, decided_by: None, ambiguous: false }
    }
}

/// The resolution of a date.
pub(super) enum Outcome {
    /// An interval of the calendar.
    Period(Period, DateAnchor),
    /// A value with unknown parts.
    Open(String, DateAnchor),
}
