//! A block as attribution sees it: what stands outside the quotations, with each quotation as one element.

use super::{LONGEST_PHRASE, Mention, MentionKind, NominalKind, finder};
use crate::language::{Word, WordClass};
use crate::speech::Quotation;
use crate::text::{BlockText, Document, TokenKind};
use std::ops::Range;

/// A block with its words, its mentions outside quotations, and its elements.
pub(crate) struct Passage<'a> {
    pub block: BlockText<'a>,
    /// What is known of each token.
    pub words: Vec<Word>,
    /// The mentions that stand outside the quotations, in reading order.
    pub mentions: Vec<Mention>,
    /// The tokens outside quotations and the quotations, in reading order.
    pub elements: Vec<Element>,
    /// For each token its element.
    element_of_token: Vec<u32>,
    /// The quotations that somebody said, each with its element.
    pub said: Vec<(usize, usize)>,
    /// For each token its sentence.
    sentence_of_token: Vec<u32>,
}

/// A token outside the quotations, or a whole quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    /// The index of the token in its block.
    Token(usize),
    /// The index of the quotation in the article, and its last token.
    Quotation(usize, usize),
}

/// How many tokens may stand between a noun and the comma behind what it is of.
const LONGEST_COMPLEMENT: usize = 12;

/// Every block with its mentions and its quotations as elements.
pub(crate) fn passages<'a>(document: &'a Document, quotations: &[Quotation]) -> Vec<Passage<'a>> {
    let mut next = 0;
    let mut passage = |block: BlockText<'a>| {
        let start = next;
        while quotations.get(next).is_some_and(|quotation| quotation.block == block.index) {
            next += 1;
        }
        Passage::new(block, quotations, start..next)
    };
    document.blocks().map(&mut passage).collect()
}

impl<'a> Passage<'a> {
    /// `quotations` are all the article's; `in_block` are the ones of this block. Those that nobody said are read as text.
    pub fn new(block: BlockText<'a>, quotations: &[Quotation], in_block: Range<usize>) -> Passage<'a> {
        let words = finder::look_up_words(&block);
        let mut elements = Vec::with_capacity(block.tokens.len());
        let mut element_of_token = Vec::with_capacity(block.tokens.len());
        let mut said = Vec::new();
        let mut next = 0;
        for index in in_block.filter(|&index| quotations[index].is_said()) {
            let mut tokens = quotations[index].tokens.clone();
            tokens.start = end_of_transcript_name(&block, &tokens);
            for token in next..tokens.start {
                element_of_token.push(elements.len() as u32);
                elements.push(Element::Token(token));
            }
            element_of_token.resize(tokens.end.max(element_of_token.len()), elements.len() as u32);
            said.push((index, elements.len()));
            elements.push(Element::Quotation(index, tokens.end.saturating_sub(1)));
            next = tokens.end.max(next);
        }
        for token in next..block.tokens.len() {
            element_of_token.push(elements.len() as u32);
            elements.push(Element::Token(token));
        }
        let mut sentence_of_token = vec![0; block.tokens.len()];
        for (index, sentence) in block.sentences.iter().enumerate() {
            sentence_of_token[sentence.clone()].fill(index as u32);
        }
        let mut mentions = finder::find(&block, &words);
        mentions.retain(|mention| matches!(elements[element_of_token[mention.head] as usize], Element::Token(_)));
        Passage { said, block, words, mentions, elements, element_of_token, sentence_of_token }
    }

    /// The element that a token is, or is part of.
    pub fn element_of(&self, token: usize) -> usize {
        self.element_of_token.get(token).map_or(self.elements.len(), |&element| element as usize)
    }

    /// The bytes of the block's text that a range of tokens takes up.
    pub fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        match self.block.tokens.get(tokens.clone()) {
            Some([first, .., last]) => first.start as usize..last.end as usize,
            Some([only]) => only.range(),
            _ => 0..0,
        }
    }

    /// The words of an element that is a token; nothing for a quotation.
    pub fn word(&self, element: usize) -> &'a str {
        match self.elements.get(element) {
            Some(&Element::Token(token)) => self.block.word(token),
            _ => "",
        }
    }

    /// What is known of an element that is a token.
    pub fn known(&self, element: usize) -> Word {
        match self.elements.get(element) {
            Some(&Element::Token(token)) => self.words[token],
            _ => Word::default(),
        }
    }

    /// The element that is the quotation with this index.
    pub fn element_of_quotation(&self, quotation: usize) -> usize {
        let place = self.said.binary_search_by_key(&quotation, |&(index, _)| index);
        place.map_or(self.elements.len(), |place| self.said[place].1)
    }

    /// The tokens of the sentence that a token is in.
    pub fn sentence_of(&self, token: usize) -> Range<usize> {
        let sentence = self.sentence_of_token.get(token).and_then(|&index| self.block.sentences.get(index as usize));
        sentence.cloned().unwrap_or(token..token)
    }

    /// How many sentence borders stand between two tokens.
    pub fn sentences_between(&self, one: usize, other: usize) -> usize {
        match (self.sentence_of_token.get(one), self.sentence_of_token.get(other)) {
            (Some(&one), Some(&other)) => one.abs_diff(other) as usize,
            _ => 0,
        }
    }

    /// Whether no other mention stands before this one in its sentence.
    pub fn begins_sentence(&self, mention: &Mention) -> bool {
        let start = self.sentence_of(mention.head).start;
        let first = self.mentions.partition_point(|other| other.tokens.start < start);
        // `For his part, |Hill| said` begins with Hill.
        let first = self.mentions[first..].iter().find(|other| !self.is_owner(other));
        first.is_some_and(|other| other.tokens.start >= mention.phrase_start)
    }

    /// Whether it is a pronoun that owns what follows: `his`.
    pub fn is_owner(&self, mention: &Mention) -> bool {
        matches!(mention.kind, MentionKind::Pronoun(_))
            && matches!(
                self.block.word(mention.head),
                "his" | "His" | "her" | "Her" | "their" | "Their" | "its" | "Its"
            )
    }

    /// Whether a description brings the name of whom it describes behind a comma: `A nurse, |Lena Marsh|, said`.
    pub fn introduces(&self, description: &Mention, name: &Mention) -> bool {
        let Some(comma) = self.comma_behind(description) else { return false };
        let person = description.kind == MentionKind::Nominal(NominalKind::Person);
        // Behind a name in a list stands `and` or another name.
        let ends = || match self.block.tokens.get(name.tokens.end) {
            None => true,
            Some(_) => {
                let comma_alone = self.block.word(name.tokens.end) == ","
                    && !self.block.tokens.get(name.tokens.end + 1).is_some_and(|next| next.is_capital());
                comma_alone
                    || matches!(self.block.word(name.tokens.end), "." | ":" | ";")
                    || self.words[name.tokens.end].cue() >= 3
            }
        };
        person
            && name.kind == MentionKind::Name
            && !self.words[description.head].is(WordClass::Plural)
            && name.phrase_start == comma + 1
            && ends()
    }

    /// The comma behind a phrase, or behind what it is of: `the chief inspector of ships|,| …`.
    pub fn comma_behind(&self, mention: &Mention) -> Option<usize> {
        let end = mention.tokens.end;
        self.block.tokens.get(end)?;
        let reach = match self.block.word(end) {
            "of" | "for" | "at" | "in" => LONGEST_COMPLEMENT,
            _ => 1,
        };
        let comma = (end..self.block.tokens.len()).take(reach).find(|&token| self.block.word(token) == ",")?;
        let plain = |token: usize| {
            let mark = self.block.tokens[token].kind == TokenKind::Mark;
            (!mark || matches!(self.block.word(token), "(" | ")" | ".")) && self.words[token].cue() == 0
        };
        (end..comma).all(plain).then_some(comma)
    }

    /// The mentions whose first token is in a range of tokens.
    pub fn mentions_within(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        first..self.mentions.partition_point(|mention| mention.tokens.start < tokens.end).max(first)
    }

    /// The longest mention that ends right before a token.
    pub fn mention_up_to(&self, token: usize) -> Option<usize> {
        let near = self.mentions_within(token.saturating_sub(LONGEST_PHRASE)..token);
        near.filter(|&index| self.mentions[index].tokens.end == token)
            .min_by_key(|&index| self.mentions[index].tokens.start)
    }

    /// The longest mention whose phrase begins at a token.
    pub fn mention_from(&self, token: usize) -> Option<usize> {
        let near = self.mentions_within(token..token + LONGEST_PHRASE);
        near.filter(|&index| self.mentions[index].phrase_start == token)
            .max_by_key(|&index| self.mentions[index].tokens.end)
    }

    /// Whether the element is a quotation.
    pub fn is_quotation(&self, element: usize) -> bool {
        matches!(self.elements.get(element), Some(Element::Quotation(..)))
    }

    /// Whether a sentence ends between an element and the next, and whether that is inside a quotation's end.
    pub fn sentence_ends_after(&self, element: usize) -> Option<SentenceEnd> {
        let (last, in_quotation) = match *self.elements.get(element)? {
            Element::Token(token) => (token, false),
            Element::Quotation(_, last) => (last, true),
        };
        let next = *self.sentence_of_token.get(last + 1)?;
        match (next != self.sentence_of_token[last], in_quotation) {
            (false, _) => None,
            (true, false) => Some(SentenceEnd::Outside),
            (true, true) => Some(SentenceEnd::InQuotation),
        }
    }
}

/// In a transcript a quotation may hold the name of its speaker: `"HILL: Not now.` What is said begins behind the colon.
fn end_of_transcript_name(block: &BlockText, tokens: &Range<usize>) -> usize {
    let shouted =
        |token: usize| block.tokens[token].is_capital() && block.word(token).chars().all(|c| !c.is_lowercase());
    let name = (tokens.start + 1..tokens.end).take(4).take_while(|&token| shouted(token) || block.word(token) == ".");
    match name.last() {
        Some(last) if last + 2 < tokens.end && block.word(last + 1) == ":" => last + 2,
        _ => tokens.start,
    }
}

/// Where a sentence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SentenceEnd {
    /// Behind a word or mark outside the quotations.
    Outside,
    /// With a quotation: what follows may well go on with it (`“Why?” she asked.`).
    InQuotation,
}
