//! Learns the models that the engine compiles in, and measures how accurate it is: what `cargo xtask train` and `cargo xtask eval` run.
//!
//! The engine makes the examples itself, by the code that reads articles, and hands them out with its feature `training`.

pub mod eval;
mod gold;
mod share;
pub mod train;
