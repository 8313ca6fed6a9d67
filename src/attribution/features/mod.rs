//! What the ranker sees of a quotation and a candidate.

mod between;
mod counts;
mod cues;
mod evidence;
mod list;
mod mention;
mod quotation;
mod rows;
mod shape;
mod slots;
mod subjects;
mod tags;
mod view;

pub(super) use list::Features;
pub(super) use rows::of_candidates;

#[cfg(feature = "training")]
pub use evidence::{SLOTS, Slot};
#[cfg(any(feature = "explain", feature = "training"))]
pub use list::Feature;
#[cfg(feature = "training")]
pub use list::Scale;
#[cfg(feature = "training")]
pub(super) use slots::word_in;
