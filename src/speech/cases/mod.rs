//! Cases of our own that anyone can read: where quotations are, and whether they are somebody's words.

use crate::annotations::QuoteKind;
use std::ops::Range;

/// A text and the quotations that must be found in it.
pub(super) struct Case {
    pub name: String,
    /// The text; blank lines part its paragraphs.
    pub text: String,
    /// The quotations with their marks, in bytes of the text.
    pub quotations: Vec<(Range<usize>, QuoteKind)>,
}

/// The cases of `kinds.txt`.
pub(super) fn kinds() -> Vec<Case> {
    include_str!("kinds.txt").lines().filter_map(case).collect()
}

/// Reads a line: `name: text with ⟦kind|“quotation”⟧`. What has no kind is read as direct.
fn case(line: &str) -> Option<Case> {
    let (name, marked) = line.split_once(": ").filter(|_| !line.starts_with('#'))?;
    let mut text = String::new();
    let mut quotations = Vec::new();
    let mut rest = marked.replace(" ¶ ", "\n\n").replace("¶ ", "\n\n");
    while let Some((before, after)) = rest.split_once('⟦') {
        text.push_str(before);
        let (inside, after) = after.split_once('⟧').unwrap_or((after, ""));
        let (kind, quotation) = inside.split_once('|').unwrap_or(("direct", inside));
        let kind = match kind {
            "other" => QuoteKind::Other,
            "partial" => QuoteKind::Partial,
            _ => QuoteKind::Direct,
        };
        quotations.push((text.len()..text.len() + quotation.trim_end().len(), kind));
        text.push_str(quotation);
        rest = after.to_owned();
    }
    text.push_str(&rest);
    Some(Case { name: name.to_owned(), text, quotations })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Article, blocks_of_text};
    use crate::language::Language;
    use crate::speech::{Quotation, find};
    use crate::text::Document;
    use proptest::prelude::*;
    use std::time::{Duration, Instant};

    /// The quotations of a text, their ranges in bytes of the whole text.
    fn found(text: &str) -> Vec<(Range<usize>, Quotation)> {
        let article = Article::from_text(text, false);
        let starts: Vec<usize> = blocks_of_text(text).map(|(start, _)| start).collect();
        find(&Document::new(&article, Language::of(None).unwrap()))
            .into_iter()
            .map(|quotation| {
                (starts[quotation.block] + quotation.start..starts[quotation.block] + quotation.end, quotation)
            })
            .collect()
    }

    /// The text with brackets round what was found, as the cases write it.
    fn bracketed(text: &str, ranges: impl Iterator<Item = (Range<usize>, &'static str)>) -> String {
        let mut out = String::new();
        let mut at = 0;
        for (range, kind) in ranges {
            out.push_str(&text[at..range.start]);
            out.push_str(&format!("⟦{kind}{}⟧", &text[range.clone()]));
            at = range.end;
        }
        out + &text[at..]
    }

    #[test]
    fn quotations_are_where_a_reader_sees_them() {
        let mut wrong = Vec::new();
        for case in include_str!("marks.txt").lines().filter_map(case) {
            let text = case.text.replace('↵', "\n");
            // The sign for a line is longer than a line break, so the expected ranges are of the text with signs.
            let shown = bracketed(&text, found(&text).into_iter().map(|(range, _)| (range, ""))).replace('\n', "↵");
            let expected =
                bracketed(&case.text, case.quotations.iter().map(|(range, _)| (range.clone(), ""))).replace('\n', "↵");
            if shown != expected {
                wrong.push(format!("{}\n  expected {expected}\n  found    {shown}", case.name));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn kinds_are_what_a_reader_says() {
        let cases = kinds();
        let mut wrong = Vec::new();
        for case in &cases {
            let ranges = |(range, quotation): (Range<usize>, Quotation)| (range, quotation.kind.name());
            let shown = bracketed(&case.text, found(&case.text).into_iter().map(ranges));
            let expected =
                bracketed(&case.text, case.quotations.iter().map(|(range, kind)| (range.clone(), kind.name())));
            if shown != expected {
                wrong.push(format!("{}\n  expected {expected}\n  found    {shown}", case.name));
            }
        }
        // What the weights cannot tell yet stays in the table as a reader would have it.
        assert!(
            wrong.len() * 100 <= cases.len() * 4,
            "{} of {} wrong:\n{}",
            wrong.len(),
            cases.len(),
            wrong.join("\n")
        );
    }

    fn seconds(text: &str) -> Duration {
        let article = Article::from_text(text, false);
        let document = Document::new(&article, Language::of(None).unwrap());
        let start = Instant::now();
        find(&document);
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
        let document = Document::new(&article, Language::of(None).unwrap());
        let quotations = find(&document);
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
}
