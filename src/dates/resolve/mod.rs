//! Which days the words name: against the publication date, or against the date the text is telling about.

mod anchors;
mod expressions;
mod order;
mod outcome;
mod parts;
mod points;
mod steps;

pub(super) use anchors::Anchors;
pub(super) use expressions::resolve;
pub(super) use outcome::Resolved;
