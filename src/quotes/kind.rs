//! Whether a quotation is somebody's words.

use super::Quotation;
use crate::annotations::QuoteKind;
use crate::text::Document;

/// Words before a quotation that make it a name or a term.
const NAMING: &[&str] = &[
    "so-called",
    "titled",
    "entitled",
    "dubbed",
    "nicknamed",
    "named",
    "term",
    "word",
    "words",
    "phrase",
    "show",
    "film",
    "movie",
    "book",
    "song",
    "album",
    "series",
    "hashtag",
];

/// Gives every quotation its kind.
pub(super) fn judge(document: &Document, quotations: &mut [Quotation]) {
    for quotation in quotations {
        let block = document.block(quotation.block);
        let words: Vec<&str> = quotation
            .tokens
            .clone()
            .filter(|&token| block.tokens.get(token).is_some_and(|token| token.is_word()))
            .map(|token| block.word(token))
            .collect();
        let before = quotation.tokens.start.checked_sub(1).map(|token| block.word(token).to_lowercase());
        let capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
        let named = before.is_some_and(|word| NAMING.contains(&word.as_str()) || word == "'s" || word == "’s");
        quotation.kind =
            if words.is_empty() || words.len() < 8 && (named || capitals > 1 && capitals * 2 >= words.len()) {
                QuoteKind::Other
            } else if words.len() < 6 {
                QuoteKind::Partial
            } else {
                QuoteKind::Direct
            };
    }
}
