//! An article with its tokens and sentences.

use super::sentences;
use super::title_case::{Spellings, is_title_case, restore, without_capital};
use super::tokens::{Token, TokenKind, tokenize};
use crate::article::{Article, BlockKind};
use crate::language::{Language, Sets};
use std::cell::OnceCell;
use std::ops::Range;

/// An article with its tokens and sentences, made once and shared by all later steps.
///
/// There are two views of its blocks: as written, and *plain*, in which headlines in title case are converted to sentence case.
/// Attribution uses the plain view, because in such a headline a capital does not indicate a name. Quotations and dates use the blocks as
/// written, because there the capitals help to recognise titles and dates.
pub(crate) struct Document<'a> {
    article: &'a Article,
    language: &'static Language,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    blocks: Vec<BlockParts>,
    /// For each block its tokens in the plain view, if they differ; empty if no block's do. Made on first use, because dates do not need it.
    plain: OnceCell<Vec<Option<Vec<Token>>>>,
}

struct BlockParts {
    tokens: Range<usize>,
    sentences: Range<usize>,
}

/// One block of a [`Document`].
#[derive(Clone, Copy)]
pub(crate) struct BlockText<'a> {
    /// The index of the block in the article.
    pub index: usize,
    /// The kind of the block.
    pub kind: BlockKind,
    /// The language of the article.
    pub language: &'static Language,
    /// Its text.
    pub text: &'a str,
    /// Its tokens; their offsets count bytes of `text`.
    pub tokens: &'a [Token],
    /// Its sentences, as ranges of `tokens`.
    pub sentences: &'a [Range<usize>],
}

impl<'a> Document<'a> {
    pub fn new(article: &'a Article, language: &'static Language) -> Document<'a> {
        let mut document = Document {
            article,
            language,
            tokens: Vec::new(),
            sentences: Vec::new(),
            blocks: Vec::with_capacity(article.blocks.len()),
            plain: OnceCell::new(),
        };
        for block in &article.blocks {
            let first_token = document.tokens.len();
            let first_sentence = document.sentences.len();
            tokenize(&block.text, &mut document.tokens);
            sentences::split(language, &block.text, &document.tokens[first_token..], &mut document.sentences);
            document.blocks.push(BlockParts {
                tokens: first_token..document.tokens.len(),
                sentences: first_sentence..document.sentences.len(),
            });
        }
        // In a large article they may have room for as many again.
        document.tokens.shrink_to_fit();
        document.sentences.shrink_to_fit();
        document
    }

    /// The language of the article.
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The named sets of that language.
    pub fn sets(&self) -> &'static Sets {
        &self.language.sets
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// The block with this index, as written. The index must be below [`Document::len`].
    pub fn block(&self, index: usize) -> BlockText<'_> {
        let parts = &self.blocks[index];
        let block = &self.article.blocks[index];
        BlockText {
            index,
            kind: block.kind,
            language: self.language,
            text: &block.text,
            tokens: &self.tokens[parts.tokens.clone()],
            sentences: &self.sentences[parts.sentences.clone()],
        }
    }

    /// The block with this index, in the plain view. The index must be below [`Document::len`].
    pub fn plain_block(&self, index: usize) -> BlockText<'_> {
        let block = self.block(index);
        match self.plain.get_or_init(|| self.plain_tokens()).get(index).and_then(Option::as_deref) {
            Some(tokens) => BlockText { tokens, ..block },
            None => block,
        }
    }

    /// All blocks in reading order, as written.
    pub fn blocks(&self) -> impl Iterator<Item = BlockText<'_>> {
        (0..self.len()).map(|index| self.block(index))
    }

    /// All blocks in reading order, in the plain view.
    pub fn plain_blocks(&self) -> impl Iterator<Item = BlockText<'_>> {
        (0..self.len()).map(|index| self.plain_block(index))
    }

    /// All sentences in reading order: the block, and the bytes of its text.
    pub fn sentences(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.blocks().flat_map(|BlockText { index: block, tokens, sentences, .. }| {
            let bytes = move |range: &Range<usize>| {
                let (first, last) = (tokens.get(range.start)?, tokens.get(range.end.checked_sub(1)?)?);
                Some((block, first.range().start..last.range().end))
            };
            sentences.iter().filter_map(bytes)
        })
    }

    fn plain_tokens(&self) -> Vec<Option<Vec<Token>>> {
        let headlines: Vec<BlockText> =
            self.blocks().filter(|block| is_title_case(self.language, block.text, block.tokens)).collect();
        if headlines.is_empty() {
            return Vec::new();
        }
        let mut spellings = Spellings::of(headlines.iter().map(|block| (block.text, block.tokens)));
        for block in self.blocks() {
            spellings.add(block.text, block.tokens);
        }
        let mut plain = vec![None; self.len()];
        for block in headlines {
            // The headline itself is no evidence for how its words are written elsewhere.
            spellings.remove(block.text, block.tokens);
            let mut tokens = block.tokens.to_vec();
            restore(self.language, block.text, &mut tokens, &spellings);
            spellings.add(block.text, &tokens);
            plain[block.index] = Some(tokens);
        }
        plain
    }
}

impl<'a> BlockText<'a> {
    /// The text of the token with this index. In the plain view, a grammatical word loses the capital that it has in a headline.
    pub fn word(&self, token: usize) -> &'a str {
        let token = &self.tokens[token];
        let word = &self.text[token.range()];
        match token.kind {
            TokenKind::Lower if word.as_bytes().first().is_some_and(u8::is_ascii_uppercase) => {
                without_capital(self.language, word)
            }
            _ => word,
        }
    }

    /// Whether the block is a heading: marked as one, or the short first block of an article of this many blocks without known kinds.
    pub fn is_heading(&self, blocks: usize) -> bool {
        match self.kind {
            BlockKind::Headline | BlockKind::Subheading => true,
            BlockKind::Paragraph => self.index == 0 && blocks > 1 && self.text.len() < 200,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    /// The words of the first block that have a capital in one of the views.
    fn capitals(block: BlockText<'_>) -> Vec<&str> {
        (0..block.tokens.len())
            .filter(|&token| block.tokens[token].is_capital())
            .map(|token| block.word(token))
            .collect()
    }

    #[test]
    fn both_views_stand_whatever_was_asked_first() {
        let rows: &[(&str, &str, &[&str], &[&str])] = &[
            (
                "a headline with capitals",
                "Reyes Calls Road Plan A Big Problem\n\nThe plan failed.",
                &["Reyes", "Calls", "Road", "Plan", "A", "Big", "Problem"],
                &["Reyes"],
            ),
            (
                "a sentence",
                "Reyes calls the Road Plan a problem.",
                &["Reyes", "Road", "Plan"],
                &["Reyes", "Road", "Plan"],
            ),
            ("nothing", "", &[], &[]),
        ];
        for &(name, text, written, plain) in rows {
            let article = Article::from_text(text, true);
            let document = Document::new(&article, language_of(None).unwrap());
            let first = |mut blocks: Vec<BlockText<'_>>| {
                if blocks.is_empty() {
                    Vec::new()
                } else {
                    capitals(blocks.remove(0)).into_iter().map(str::to_owned).collect()
                }
            };
            assert_eq!(first(document.blocks().collect()), written, "{name}");
            assert_eq!(first(document.plain_blocks().collect()), plain, "{name}");
            assert_eq!(first(document.blocks().collect()), written, "{name}, asked again");
        }
    }
}
