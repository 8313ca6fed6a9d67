//! What the inside of a quotation looks like: its length, its capitals, how it ends.

use super::quotation::Quotation;
use crate::language::WordClass;
use crate::text::BlockText;

/// Punctuation before a closing mark, each with its name in a key.
const CLOSES: &[(char, &str)] = &[
    ('.', "."),
    (',', ","),
    ('!', "!"),
    ('?', "?"),
    ('…', "…"),
    (':', ":"),
    (';', ";"),
    ('-', "-"),
    ('–', "—"),
    ('—', "—"),
    (')', ")"),
    (']', "]"),
];

/// Stands for no punctuation before the closing mark.
pub(super) const NO_CLOSE: &str = "∅";

/// What the inside of a quotation looks like.
pub(super) struct Inside {
    /// The number of words.
    pub count: usize,
    /// The number of words in classes.
    pub length: &'static str,
    /// The same in four classes.
    pub size: &'static str,
    /// Which words are capitalised.
    pub case: &'static str,
    /// The punctuation before the closing mark.
    pub close: &'static str,
}

impl Inside {
    /// Looks at a quotation of so many words.
    pub fn new(block: &BlockText, quotation: &Quotation, count: usize) -> Inside {
        let length = match count {
            0 => "0",
            1 => "1",
            2 => "2",
            3 => "3",
            4 => "4",
            5..=6 => "5",
            7..=9 => "7",
            10..=14 => "10",
            15..=24 => "15",
            _ => "25",
        };
        let size = match count {
            0..=1 => "one",
            2..=3 => "few",
            4..=7 => "some",
            _ => "many",
        };
        let text = block.text.get(quotation.start..quotation.end).unwrap_or_default();
        let close = text.trim_end_matches(|c: char| "\"'”’“‘»›`".contains(c) || c.is_whitespace()).chars().next_back();
        let close = CLOSES.iter().find(|(c, _)| close == Some(*c)).map_or(NO_CLOSE, |&(_, name)| name);
        let case = if is_in_title_case(block, quotation) { "all" } else { case(block, quotation) };
        Inside { count, length, size, case, close }
    }
}

fn case(block: &BlockText, quotation: &Quotation) -> &'static str {
    let (mut first, mut capitals, mut small) = (None, 0, 0);
    for word in quotation.words(block).take(20) {
        let number = word.starts_with(|c: char| c.is_numeric());
        let capital = word.starts_with(char::is_uppercase);
        if first.is_none() && !number {
            first = Some(capital);
        } else if capital {
            capitals += 1;
        } else if !number && !block.language.look_up(word).is(WordClass::Preposition) && word.chars().count() > 3 {
            small += 1;
        }
    }
    match (first, capitals, small) {
        (None, ..) => "empty",
        (Some(true), 0, 0) => "Word",
        (Some(true), _, 0) => "Title",
        (Some(true), 0, _) => "Sentence",
        (Some(true), ..) => "Mixed",
        (Some(false), 0, _) => "lower",
        (Some(false), ..) => "lower Name",
    }
}

/// Whether the words beside the quotation are capitalised too, as in American headlines: its own capitals then say nothing.
fn is_in_title_case(block: &BlockText, quotation: &Quotation) -> bool {
    let (mut capitals, mut small) = (0, 0);
    let beside = (0..quotation.tokens.start).rev().take(8).chain((quotation.tokens.end..block.tokens.len()).take(8));
    for word in beside.map(|token| block.word(token)) {
        if word.chars().count() > 3 && word.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if word.chars().count() > 4 && word.starts_with(char::is_alphabetic) {
            small += 1;
        }
    }
    capitals >= 2 && small * 4 < capitals
}

/// Whether the word is short for two: `it’s`, `don't`.
pub(super) fn is_contraction(word: &str) -> bool {
    word.contains(['\'', '’']) && word.len() < 12
}
