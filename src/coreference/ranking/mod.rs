//! Whom a pronoun means, as the trees rank it: the entities and descriptions before it, what is seen of each, and what they believe.

mod candidates;
mod describe;
mod features;
mod looks;
mod profiles;
mod question;
mod reader;
mod subjects;
mod surroundings;

pub(super) use candidates::{Candidate, Who};
pub(super) use profiles::Profiles;
pub(super) use question::Question;
pub(super) use reader::{Answer, Policy, Reader};

#[cfg(feature = "training")]
pub use features::Feature;
#[cfg(feature = "training")]
pub(super) use features::Features;
#[cfg(feature = "training")]
pub(super) use reader::best;
#[cfg(feature = "training")]
pub use reader::shares;
