//! The project's chores, run as `cargo xtask <command>`.

fn main() {}
