//! Resolves expressions to calendar dates, relative to the publication date or to a date that the text mentioned before.

mod anchors;
mod expressions;
mod feasts;
mod order;
mod outcome;
mod parts;
mod points;
mod steps;
mod story;

pub(super) use anchors::Anchors;
pub(super) use expressions::resolve;
pub(super) use outcome::Resolved;
