//! Dates, times, durations and repetitions, each with its TIMEX3 value.

use crate::annotations::DateExpression;
use crate::text::Document;
use jiff::civil::Date;

/// Every date expression of the document, in reading order.
pub(crate) fn find(_document: &Document, _published: Option<Date>) -> Vec<DateExpression> {
    Vec::new()
}
