//! Trains the engine's models (`cargo xtask train`) and measures its accuracy (`cargo xtask eval`).
//!
//! The training examples come from the engine's own code for reading articles, through its feature `training`.

pub mod eval;
mod gold;
mod modern;
mod reported;
mod share;
mod tags;
pub mod train;
mod worldwide;
