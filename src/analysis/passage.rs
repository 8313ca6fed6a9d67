//! A block in which each of some stretches is one element, as attribution sees the quotations. Which stretches, the caller says.

use super::block::BlockAnalysis;
use super::clause::Clause;
use super::ids::{ElementId, Elements, MentionId, StretchId};
use super::mention::{LONGEST_PHRASE, Mention, MentionKind};
use super::tagger::BlockTags;
use crate::language::{Sets, Word};
use crate::text::BlockText;
use std::cell::OnceCell;
use std::ops::Range;

/// A block with its words, its mentions outside the stretches, and its elements.
pub(crate) struct Passage<'a> {
    pub block: BlockText<'a>,
    /// What is known of each token.
    pub words: Box<[Word]>,
    /// What the learned tagger says of each token.
    pub tags: BlockTags,
    /// The mentions that stand outside the stretches, in reading order.
    pub mentions: Box<[Mention]>,
    /// The tokens outside the stretches and the stretches, in reading order. Nothing where there are no stretches: each token is one then.
    elements: Box<[Element]>,
    /// For each token its element; nothing where there are no stretches.
    element_of_token: Box<[u32]>,
    /// The stretches in reading order, each with its element.
    pub stretches: Box<[(StretchId, ElementId)]>,
    /// For each token its sentence.
    sentence_of_token: Box<[u32]>,
    /// For each sentence where the first mention from its beginning on starts, possessive pronouns left out.
    first_mention: Box<[Option<usize>]>,
    /// The clauses of each sentence by their verbs, read when one of them is first asked for.
    pub(super) clauses: Box<[OnceCell<Box<[Clause]>>]>,
}

/// A token outside the stretches, or a whole stretch. There are nearly as many as tokens, so it is packed: the index of the token in its
/// block, or of the last one of the stretch and a bit that no token needs.
#[derive(Clone, Copy, Debug)]
struct Element(u32);

impl Element {
    /// Above the index of any token: a block has fewer.
    const STRETCH: u32 = 1 << 31;

    fn token(index: usize) -> Element {
        Element(index as u32)
    }

    fn stretch(last: usize) -> Element {
        Element(last as u32 | Element::STRETCH)
    }

    fn is_stretch(self) -> bool {
        self.0 & Element::STRETCH != 0
    }

    /// Its last token.
    fn last(self) -> usize {
        (self.0 & !Element::STRETCH) as usize
    }
}

/// A stretch of a block that is read as one element.
pub(crate) struct Stretch {
    /// Which one it is.
    pub id: StretchId,
    /// Its tokens.
    pub tokens: Range<usize>,
}

impl<'a> Passage<'a> {
    /// A block in which some stretches, in reading order, are one element each.
    pub fn new(analysis: BlockAnalysis<'a>, read_as_one: impl Iterator<Item = Stretch>) -> Passage<'a> {
        let BlockAnalysis { block, words, tags, mut mentions } = analysis;
        let mut elements = Vec::new();
        let mut element_of_token = Vec::new();
        let mut stretches = Vec::new();
        let mut next = 0;
        for Stretch { id, tokens } in read_as_one {
            elements.reserve(block.tokens.len());
            element_of_token.reserve_exact(block.tokens.len());
            for token in next..tokens.start {
                element_of_token.push(elements.len() as u32);
                elements.push(Element::token(token));
            }
            element_of_token.resize(tokens.end.max(element_of_token.len()), elements.len() as u32);
            stretches.push((id, ElementId::new(elements.len())));
            elements.push(Element::stretch(tokens.end.saturating_sub(1)));
            next = tokens.end.max(next);
        }
        if !stretches.is_empty() {
            for token in next..block.tokens.len() {
                element_of_token.push(elements.len() as u32);
                elements.push(Element::token(token));
            }
            mentions.retain(|mention| !elements[element_of_token[mention.head] as usize].is_stretch());
        }
        let mut sentence_of_token = vec![0; block.tokens.len()];
        for (index, sentence) in block.sentences.iter().enumerate() {
            sentence_of_token[sentence.clone()].fill(index as u32);
        }
        // All of it is kept for as long as the article is read, so nothing has room to grow.
        let mut passage = Passage {
            block,
            words: words.into(),
            tags,
            mentions: mentions.into(),
            elements: elements.into(),
            stretches: stretches.into(),
            element_of_token: element_of_token.into(),
            sentence_of_token: sentence_of_token.into(),
            first_mention: Box::default(),
            clauses: vec![OnceCell::new(); block.sentences.len()].into(),
        };
        passage.first_mention = passage.first_mentions();
        passage
    }

    /// For each sentence where the first mention from its beginning on starts: `For his part, |Hill| said` begins with Hill.
    fn first_mentions(&self) -> Box<[Option<usize>]> {
        let mut mentions = self.mentions.iter().filter(|mention| !self.is_owner(mention)).peekable();
        let first = |sentence: &Range<usize>| {
            while mentions.next_if(|mention| mention.tokens.start < sentence.start).is_some() {}
            mentions.peek().map(|mention| mention.tokens.start)
        };
        self.block.sentences.iter().map(first).collect()
    }

    /// The named sets of the passage's language.
    pub fn sets(&self) -> &'static Sets {
        &self.block.language.sets
    }

    /// All elements.
    pub fn elements(&self) -> Elements {
        ElementId::new(0).until(ElementId::new(self.element_count()))
    }

    fn element_count(&self) -> usize {
        if self.stretches.is_empty() { self.block.tokens.len() } else { self.elements.len() }
    }

    fn element(&self, element: ElementId) -> Option<Element> {
        if self.stretches.is_empty() {
            (element.index() < self.block.tokens.len()).then(|| Element::token(element.index()))
        } else {
            self.elements.get(element.index()).copied()
        }
    }

    /// The element that a token is, or is part of.
    pub fn element_of(&self, token: usize) -> ElementId {
        if self.stretches.is_empty() {
            return ElementId::new(token.min(self.block.tokens.len()));
        }
        ElementId::new(self.element_of_token.get(token).map_or(self.elements.len(), |&element| element as usize))
    }

    /// The token that an element is; nothing for a stretch.
    pub fn token_of(&self, element: ElementId) -> Option<usize> {
        self.element(element).filter(|element| !element.is_stretch()).map(Element::last)
    }

    /// The bytes of the block's text that a range of tokens takes up.
    pub fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        match self.block.tokens.get(tokens.clone()) {
            Some([first, .., last]) => first.start as usize..last.end as usize,
            Some([only]) => only.range(),
            _ => 0..0,
        }
    }

    /// The words of an element that is a token; nothing for a stretch.
    pub fn word(&self, element: ElementId) -> &'a str {
        self.token_of(element).map_or("", |token| self.block.word(token))
    }

    /// What is known of an element that is a token.
    pub fn known(&self, element: ElementId) -> Word {
        self.token_of(element).map_or(Word::default(), |token| self.words[token])
    }

    /// The element that a stretch is.
    pub fn element_of_stretch(&self, stretch: StretchId) -> ElementId {
        let place = self.stretches.binary_search_by_key(&stretch, |&(id, _)| id);
        place.map_or(self.elements().end, |place| self.stretches[place].1)
    }

    /// Which sentence of the block a token is in.
    pub(super) fn sentence_index(&self, token: usize) -> Option<usize> {
        self.sentence_of_token.get(token).map(|&index| index as usize)
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
        let sentence = self.sentence_of_token.get(mention.head);
        let first = sentence.and_then(|&index| *self.first_mention.get(index as usize)?);
        first.is_some_and(|first| first >= mention.phrase_start)
    }

    /// Whether it is a pronoun that owns what follows: `his`.
    pub fn is_owner(&self, mention: &Mention) -> bool {
        matches!(mention.kind, MentionKind::Pronoun(_))
            && self.block.language.sets.third_person_owners.has(self.block.word(mention.head))
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

    /// Whether the element is a stretch.
    pub fn is_stretch(&self, element: ElementId) -> bool {
        self.element(element).is_some_and(Element::is_stretch)
    }

    /// The tokens of an element.
    pub fn tokens_of(&self, element: ElementId) -> Range<usize> {
        match self.element(element) {
            Some(known) if known.is_stretch() => {
                self.element_of_token.partition_point(|&other| (other as usize) < element.index())..known.last() + 1
            }
            Some(known) => known.last()..known.last() + 1,
            None => 0..0,
        }
    }

    /// Whether a sentence ends between an element and the next, and whether that is inside a stretch's end.
    pub fn sentence_ends_after(&self, element: ElementId) -> Option<SentenceEnd> {
        let element = self.element(element)?;
        let next = *self.sentence_of_token.get(element.last() + 1)?;
        match (next != self.sentence_of_token[element.last()], element.is_stretch()) {
            (false, _) => None,
            (true, false) => Some(SentenceEnd::Outside),
            (true, true) => Some(SentenceEnd::InStretch),
        }
    }
}

/// Where a sentence ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SentenceEnd {
    /// After a word or mark outside the stretches.
    Outside,
    /// With a stretch: what follows may well go on with it (`“Why?” she asked.`).
    InStretch,
}

impl MentionId {
    /// The passage that it stands in.
    pub fn passage<'p, 'a>(self, passages: &'p [Passage<'a>]) -> &'p Passage<'a> {
        &passages[self.block]
    }

    /// The mention itself.
    pub fn mention<'p>(self, passages: &'p [Passage]) -> &'p Mention {
        &passages[self.block].mentions[self.index]
    }

    /// The word that says what it is.
    pub fn head<'a>(self, passages: &[Passage<'a>]) -> &'a str {
        self.passage(passages).block.word(self.mention(passages).head)
    }
}
