//! An article with its tokens and sentences.

use super::sentences;
use super::title_case::{Spellings, is_title_case, restore, without_capital};
use super::tokens::{Token, TokenKind, tokenize};
use crate::article::{Article, BlockKind};
use crate::language::Language;
use std::ops::Range;

/// An article cut into tokens and sentences, once, for every later step.
pub(crate) struct Document<'a> {
    article: &'a Article,
    language: &'static Language,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
    blocks: Vec<BlockParts>,
}

struct BlockParts {
    tokens: Range<usize>,
    sentences: Range<usize>,
}

/// One block of a [`Document`].
#[derive(Clone, Copy)]
pub(crate) struct BlockText<'a> {
    /// Which block of the article.
    pub index: usize,
    /// What it is in the article.
    pub kind: BlockKind,
    /// The language it is read in.
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
        document
    }

    /// The article with headlines in which every word has a capital read as if they were written like sentences: for who speaks, since there
    /// a capital makes no name. What is a title and what a date, the capitals do tell.
    pub fn with_plain_headlines(mut self) -> Document<'a> {
        let headlines: Vec<usize> = (0..self.len())
            .filter(|&index| {
                let (text, tokens) = self.parts(index);
                is_title_case(self.language, text, tokens)
            })
            .collect();
        if headlines.is_empty() {
            return self;
        }
        let mut spellings = Spellings::of(headlines.iter().map(|&index| self.parts(index)));
        for index in 0..self.len() {
            let (text, tokens) = self.parts(index);
            spellings.add(text, tokens);
        }
        for index in headlines {
            let (text, tokens) = self.parts(index);
            // What the headline itself writes says nothing.
            spellings.remove(text, tokens);
            let mut tokens = tokens.to_vec();
            restore(self.language, text, &mut tokens, &spellings);
            spellings.add(text, &tokens);
            self.tokens[self.blocks[index].tokens.clone()].copy_from_slice(&tokens);
        }
        self
    }

    /// The text and the tokens of a block.
    fn parts(&self, index: usize) -> (&'a str, &[Token]) {
        (&self.article.blocks[index].text, &self.tokens[self.blocks[index].tokens.clone()])
    }

    /// How many blocks there are.
    pub fn len(&self) -> usize {
        self.blocks.len()
    }

    /// The block with this index, which must be below [`Document::len`].
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

    /// All blocks in reading order.
    pub fn blocks(&self) -> impl Iterator<Item = BlockText<'_>> {
        (0..self.len()).map(|index| self.block(index))
    }
}

impl<'a> BlockText<'a> {
    /// The words of the token with this index; what the rules look for without the capital that it has in a headline.
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

    /// Whether it is a heading: marked as one, or the short first block of an article of so many, whose kinds nobody told.
    pub fn is_heading(&self, blocks: usize) -> bool {
        match self.kind {
            BlockKind::Headline | BlockKind::Subheading => true,
            BlockKind::Paragraph => self.index == 0 && blocks > 1 && self.text.len() < 200,
            _ => false,
        }
    }
}
