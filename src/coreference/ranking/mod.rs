//! Whom a pronoun or a description means, as the trees rank it: the entities and descriptions before it, what is seen of each, and what they
//! believe.

mod anaphor;
mod candidates;
mod describe;
mod described;
mod features;
mod looks;
mod profiles;
mod question;
mod reader;
mod subjects;
mod surroundings;
mod who;

pub(super) use candidates::Candidate;
pub(super) use profiles::Profiles;
pub(super) use question::Question;
pub(super) use reader::{Answer, Policy, Reader};
pub(super) use who::Who;

#[cfg(feature = "training")]
pub(super) use describe::describe;
#[cfg(feature = "training")]
pub use features::Feature;
#[cfg(feature = "training")]
pub(super) use features::Features;
#[cfg(feature = "training")]
pub(super) use reader::best;
