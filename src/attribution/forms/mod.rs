//! Forms that leave no doubt about the speaker, whatever else stands around: rare in what the ranker learns from, but plain to a reader.

mod lines;
mod reach;
mod sources;
mod table;
mod verbs;

pub(super) use lines::signed_below;
pub(super) use table::verdict;
