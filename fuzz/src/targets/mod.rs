//! The targets: what an input is, and what must hold of its answer. `tests/replay.rs` runs them on the kept inputs.

pub mod article;
pub mod dates;
mod document;
pub mod jsonl;
pub mod marks;

#[path = "../../../tests/support/invariants.rs"]
mod invariants;

// The command line's own modules.
#[allow(dead_code, reason = "only single lines are answered")]
#[path = "../../../src/bin/verbatim/jsonl.rs"]
mod answers;
#[path = "../../../src/bin/verbatim/meta.rs"]
mod meta;

/// Files of words.
pub struct Vocabulary {
    /// Files with a word or a phrase on each line; lines that begin with `# ` are comments.
    pub lines: &'static [&'static str],
    /// Files with white space between words.
    pub words: &'static [&'static str],
}

/// Checks one input: what must hold of every answer, and if asked what costs more to find out.
///
/// The error says what does not hold.
pub type Check = fn(data: &[u8], thoroughly: bool) -> Result<(), String>;

/// All targets, by their names.
pub const ALL: [(&str, Check); 4] =
    [("article", article::check), ("dates", dates::check), ("jsonl", jsonl::check), ("marks", marks::check)];
