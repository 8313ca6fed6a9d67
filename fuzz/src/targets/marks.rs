//! Texts of quotation marks, cues, names and line breaks.

use super::{Vocabulary, document, invariants};
use verbatim::annotate;

/// The words that such texts are made of.
pub const WORDS: &Vocabulary = &Vocabulary {
    lines: &[include_str!("../../words/marks.txt"), include_str!("../../../tests/growth/words.txt")],
    words: &[include_str!("../../../tests/words/news.txt")],
};

/// See [`super::Check`].
pub fn check(data: &[u8], thoroughly: bool) -> Result<(), String> {
    let article = document::read(data);
    let annotations = annotate(&article);
    invariants::check(&article, &annotations)?;
    if thoroughly && annotate(&article) != annotations {
        return Err("the same article has another answer the second time".to_owned());
    }
    Ok(())
}
