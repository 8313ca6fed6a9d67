//! Archives as streams: many files, compressed or not, worked on by all cores and written in order.

pub mod compression;
pub mod inputs;
pub mod lines;
pub mod pipeline;
