//! A quotation, and the families of marks.

use crate::annotations::QuoteKind;
use crate::text::BlockText;
use std::ops::Range;

/// A stretch of one block between quotation marks that no other such stretch holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// Which block of the article.
    pub block: usize,
    /// First byte within the block's text, that of the opening mark.
    pub start: usize,
    /// Byte after the closing mark, or after the last thing quoted where none closes.
    pub end: usize,
    /// The tokens of the block that it holds, its marks among them.
    pub tokens: Range<usize>,
    /// Whether it is somebody's words.
    pub kind: QuoteKind,
    /// How surely it is somebody's words: hundredths of log odds, where 0 is undecided.
    pub said: i32,
    /// Whether it has a closing mark.
    pub closed: bool,
    /// Whether it goes on with the unclosed quotation of the block or the line before.
    pub reopens: bool,
    /// The family of its marks.
    pub mark: Mark,
}

impl Quotation {
    /// Whether it is somebody's words.
    pub fn is_said(&self) -> bool {
        self.kind != QuoteKind::Other
    }

    /// Whether its block holds nothing else.
    pub fn is_whole(&self, block: &BlockText) -> bool {
        self.tokens.len() >= block.tokens.len()
    }

    /// The words and numbers inside.
    pub fn words<'a>(&self, block: &BlockText<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
        let block = *block;
        let is_word = move |&token: &usize| block.tokens.get(token).is_some_and(|token| token.is_word());
        self.tokens.clone().filter(is_word).map(move |token| block.word(token))
    }
}

/// A family of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Mark {
    /// `“…”`, `"…"`, ` ``…'' `
    Double,
    /// `‘…’`, `'…'`
    Single,
    /// `«…»`, `‹…›`
    Guillemet,
}

impl Mark {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Double => "Double",
            Mark::Single => "Single",
            Mark::Guillemet => "Guillemet",
        }
    }
}
