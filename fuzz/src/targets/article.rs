//! Whole articles: blocks of all kinds, any day of publication, any label of language.

use super::{Vocabulary, document, invariants};
use verbatim::explain::explain;
use verbatim::offsets::OffsetMap;
use verbatim::{annotate, find_dates};

/// The words that articles are made of.
pub const WORDS: &Vocabulary = &Vocabulary {
    lines: &[include_str!("../../words/article.txt"), include_str!("../../../tests/growth/words.txt")],
    words: &[include_str!("../../../tests/words/news.txt"), include_str!("../../../tests/words/dates.txt")],
};

/// See [`super::Check`].
pub fn check(data: &[u8], thoroughly: bool) -> Result<(), String> {
    let article = document::read(data);
    let annotations = annotate(&article);
    invariants::check(&article, &annotations)?;
    if thoroughly {
        if find_dates(&article) != annotations.dates {
            return Err("`find_dates` and `annotate` find other dates".to_owned());
        }
        let explanation = explain(&article);
        if explanation.annotations != annotations {
            return Err("the explanation is about another answer".to_owned());
        }
        explanation.to_string();
        for block in &article.blocks {
            let (units, points) = (OffsetMap::utf16(&block.text), OffsetMap::code_points(&block.text));
            let expected = (block.text.encode_utf16().count(), block.text.chars().count());
            let found = (units.at(block.text.len()), points.at(block.text.len()));
            if found != expected {
                return Err(format!("a block has {expected:?} code units and points, but its maps say {found:?}"));
            }
        }
    }
    Ok(())
}
