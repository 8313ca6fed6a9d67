//! What holds of the quotations of any text.

use super::find;
use crate::analysis::analyse;
use crate::article::Article;
use crate::language::language_of;
use crate::text::Document;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn seconds(text: &str) -> Duration {
    let article = Article::from_text(text, false);
    let document = Document::new(&article, language_of(None).unwrap());
    let blocks = analyse(&document);
    let start = Instant::now();
    find(&document, &blocks);
    start.elapsed()
}

#[test]
fn the_time_grows_with_the_text_and_not_with_its_square() {
    let texts = ["\"", "'", "“", "”", "''", "“a” ", "'s ", "“a ‘b ", "\n\"", "6\" ", "«", "“x", "\"\u{ad}"];
    for part in texts {
        // Ten times the text may cost ten times the time; a square would cost a hundred times.
        let (short, long) = (seconds(&part.repeat(3_000)), seconds(&part.repeat(30_000)));
        assert!(long < short * 40 + Duration::from_millis(200), "{part:?}: {short:?}, ten times as much {long:?}");
    }
}

proptest! {
    #[test]
    fn any_text_is_answered_with_quotations_in_order(
        text in "([\"'“”‘’«»„` \n.,!?a-cA-C0-9é😀\u{ad}—…]|“a”|''|said|\n\n){0,60}"
    ) {
        check(&text);
    }

    #[test]
    fn any_string_is_answered(text in any::<String>()) {
        check(&text);
    }
}

/// Ranges on borders of characters, in order, disjoint and never empty; tokens within them.
fn check(text: &str) {
    let article = Article::from_text(text, false);
    let document = Document::new(&article, language_of(None).unwrap());
    let quotations = find(&document, &analyse(&document));
    for pair in quotations.windows(2) {
        assert!((pair[0].block, pair[0].end) <= (pair[1].block, pair[1].start));
        assert!(pair[0].tokens.end <= pair[1].tokens.start || pair[0].block != pair[1].block);
    }
    for quotation in &quotations {
        let block = document.block(quotation.block);
        assert!(quotation.start < quotation.end);
        assert!(block.text.get(quotation.start..quotation.end).is_some());
        for token in &block.tokens[quotation.tokens.clone()] {
            assert!(quotation.start <= token.start as usize && token.end as usize <= quotation.end);
        }
    }
}
