//! Examples for training the ranker, made by the very code that runs it.

mod example;
mod gold;
mod learner;
mod matching;
#[cfg(test)]
mod tests;

pub use super::features::{Feature, SLOTS, Scale, Slot};
pub use super::ranker::named;
pub use example::RankerExample;
pub use gold::GoldQuotation;
pub use learner::{Speakers, ranker_examples};
