//! Texts of date words.

use super::{Vocabulary, document, invariants};
use verbatim::{annotate, find_dates};

/// The words that such texts are made of.
pub const WORDS: &Vocabulary = &Vocabulary {
    lines: &[include_str!("../../words/dates.txt")],
    words: &[include_str!("../../../tests/words/dates.txt")],
};

/// See [`super::Check`].
pub fn check(data: &[u8], thoroughly: bool) -> Result<(), String> {
    let article = document::read(data);
    let dates = find_dates(&article);
    invariants::check_dates(&article, &dates)?;
    if thoroughly && annotate(&article).dates != dates {
        return Err("`find_dates` and `annotate` find other dates".to_owned());
    }
    Ok(())
}
