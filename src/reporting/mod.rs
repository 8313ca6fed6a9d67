//! What somebody said without quotation marks: `Reyes said |the ferry would stay|`.
//!
//! Each word that may attribute something is asked about in turn: does its content stand behind it or before it, or on both sides, and
//! where does that begin and end? Then the mention that is the source is chosen. Each answer is a ranking by boosted trees over a few
//! candidates.

mod describe;
mod edges;
pub mod features;
mod look;
mod read;
mod scene;
#[cfg(feature = "training")]
pub mod training;

pub(crate) use edges::Side;
#[cfg(feature = "training")]
pub(crate) use read::{Models, find_by};
pub(crate) use read::{Reported, find};
#[cfg(feature = "training")]
pub(crate) use scene::Knowledge;
