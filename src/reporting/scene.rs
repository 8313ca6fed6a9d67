//! A block as the models of reported speech see it: looks, evidence and counts that every question about it shares.

use super::look::Look;
use crate::analysis::{Passage, clauses};
use crate::language::{ReportingEvidence, WordClass};
use crate::text::TokenKind;
use std::ops::Range;

/// What is known of the words of reported speech: their evidence, if any.
pub(crate) type Knowledge<'k> = dyn Fn(&str) -> Option<ReportingEvidence> + 'k;

/// What the evidence of a word is about; each is a place in [`ReportingEvidence`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Whether the word attributes anything: how likely.
    Cue,
    /// Whether what it attributes follows it.
    Behind,
    /// Whether that begins right behind it.
    Adjacent,
    /// Whether a content begins with the word.
    Begins,
    /// Whether a content begins behind it.
    Leads,
    /// Whether a content ends before it.
    Ends,
    /// Whether a content ends with it.
    Closes,
}

impl About {
    /// All of them, in order.
    #[cfg(feature = "training")]
    pub const ALL: [About; 7] =
        [About::Cue, About::Behind, About::Adjacent, About::Begins, About::Leads, About::Ends, About::Closes];
}

/// The least evidence with which a word is asked about as a cue.
const LEAST_CUE: u8 = 13;

/// A block with what every question about it asks for.
pub(super) struct Scene<'p, 'a> {
    pub passage: &'p Passage<'a>,
    pub heading: bool,
    evidence: Vec<ReportingEvidence>,
    pub looks: Vec<Look>,
    /// For each token how many of a kind stand before it in the block.
    verbs: Counts,
    commas: Counts,
    cues: Counts,
    quoted: Counts,
    mentions: Counts,
    mention_starts: Vec<bool>,
}

/// For each token how many of a kind stand before it in the block, and, at the end, how many there are.
struct Counts(Vec<u16>);

impl Counts {
    fn of(all: impl Iterator<Item = bool>) -> Counts {
        let mut total = 0u16;
        let counted = all.map(|is| {
            total = total.saturating_add(is.into());
            total
        });
        Counts(std::iter::once(0).chain(counted).collect())
    }

    fn within(&self, tokens: Range<usize>) -> usize {
        let at = |token: usize| self.0.get(token).or(self.0.last()).copied().unwrap_or(0);
        usize::from(at(tokens.end.max(tokens.start)).saturating_sub(at(tokens.start)))
    }
}

/// How far a search for the next verb, comma or cue goes.
const SEARCH: usize = 30;

impl<'p, 'a> Scene<'p, 'a> {
    /// The scene of a block; nothing where no word of it can be a cue.
    pub fn of(passage: &'p Passage<'a>, heading: bool, knowledge: &Knowledge) -> Option<Scene<'p, 'a>> {
        let block = &passage.block;
        let outside = |token: usize| !passage.is_stretch(passage.element_of(token));
        let mut evidence = vec![ReportingEvidence::default(); block.tokens.len()];
        let mut cues = Vec::new();
        for (token, evidence) in evidence.iter_mut().enumerate() {
            if may_be_cue(passage, token) && outside(token) {
                *evidence = knowledge(block.word(token)).unwrap_or_default();
                if evidence[About::Cue as usize] >= LEAST_CUE {
                    cues.push(token);
                }
            }
        }
        if cues.is_empty() {
            return None;
        }
        let mut looks = vec![Look::Other; block.tokens.len()];
        for token in sentences_around(passage, &cues).into_iter().flatten() {
            looks[token] = Look::of(passage, token);
            if !may_be_cue(passage, token) && outside(token) {
                evidence[token] = knowledge(block.word(token)).unwrap_or_default();
            }
        }
        let mut mention_starts = vec![false; block.tokens.len()];
        for mention in &passage.mentions {
            if let Some(start) = mention_starts.get_mut(mention.phrase_start) {
                *start = true;
            }
        }
        let finite = |token: usize| {
            matches!(looks[token], Look::Verb | Look::Cue | Look::Be | Look::Auxiliary)
                && clauses::is_finite(passage, passage.element_of(token))
        };
        let tokens = || 0..block.tokens.len();
        Some(Scene {
            passage,
            heading,
            verbs: Counts::of(tokens().map(finite)),
            commas: Counts::of(tokens().map(|token| looks[token] == Look::Comma)),
            cues: Counts::of(tokens().map(|token| cues.binary_search(&token).is_ok())),
            quoted: Counts::of(tokens().map(|token| !outside(token))),
            mentions: Counts::of(mention_starts.iter().copied()),
            mention_starts,
            evidence,
            looks,
        })
    }

    /// The words that may attribute something, in reading order.
    pub fn cues(&self) -> impl Iterator<Item = usize> {
        (0..self.looks.len()).filter(|&token| self.is_cue(token))
    }

    /// Whether a word may attribute something.
    pub fn is_cue(&self, token: usize) -> bool {
        self.cues.within(token..token + 1) > 0
    }

    /// The evidence of a word; 0 where there is none, or no word.
    pub fn evidence(&self, token: usize, about: About) -> u8 {
        self.evidence.get(token).map_or(0, |evidence| evidence[about as usize])
    }

    /// The tokens of the sentence that a token is in, without the marks that end it. Reads over the end of a quotation.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let Range { start: first, mut end } = sentence_around(self.passage, token);
        while end > token + 1 && self.looks[end - 1] == Look::Stop {
            end -= 1;
        }
        first..end
    }

    /// What stands at a token of a sentence.
    pub fn look(&self, sentence: &Range<usize>, token: Option<usize>) -> Look {
        token.filter(|token| sentence.contains(token)).map_or(Look::Nothing, |token| self.looks[token])
    }

    pub fn verbs(&self, tokens: Range<usize>) -> usize {
        self.verbs.within(tokens)
    }

    pub fn commas(&self, tokens: Range<usize>) -> usize {
        self.commas.within(tokens)
    }

    pub fn cue_words(&self, tokens: Range<usize>) -> usize {
        self.cues.within(tokens)
    }

    pub fn quoted(&self, tokens: Range<usize>) -> usize {
        self.quoted.within(tokens)
    }

    pub fn mentions(&self, tokens: Range<usize>) -> usize {
        self.mentions.within(tokens)
    }

    /// Whether a mention's phrase begins at a token.
    pub fn mention_at(&self, token: usize) -> bool {
        self.mention_starts.get(token).copied().unwrap_or(false)
    }

    /// Whether a token is a day of the week.
    pub fn is_day(&self, token: usize) -> bool {
        token < self.looks.len() && self.passage.sets().weekdays.has(self.passage.block.word(token))
    }

    /// How many tokens stand before the first of some tokens that is counted, from the first or from the last on; 1 more than that, and 0
    /// where none is.
    pub fn distance(&self, tokens: Range<usize>, backwards: bool, counted: Counted) -> usize {
        let is = |token: usize| match counted {
            Counted::Verb => self.verbs.within(token..token + 1) > 0,
            Counted::Comma => self.looks[token] == Look::Comma,
            Counted::Cue => self.is_cue(token),
        };
        let found = if backwards {
            tokens.rev().take(SEARCH).position(is)
        } else {
            tokens.into_iter().take(SEARCH).position(is)
        };
        found.map_or(0, |at| at + 1)
    }
}

/// Whether a word may attribute something, by what kind of word it is.
fn may_be_cue(passage: &Passage, token: usize) -> bool {
    let known = passage.words[token];
    match passage.block.tokens[token].kind {
        TokenKind::Number | TokenKind::Possessive => false,
        TokenKind::Mark => passage.block.word(token) == ":",
        TokenKind::Capital if known.cue() == 0 && !known.is(WordClass::Function) => false,
        TokenKind::Lower | TokenKind::Capital => !known.is(WordClass::Function) || known.is(WordClass::Preposition),
    }
}

/// The sentences of some tokens in reading order, none twice. Nothing else is looked at.
fn sentences_around(passage: &Passage, tokens: &[usize]) -> Vec<Range<usize>> {
    let mut done = 0;
    let mut sentences = Vec::new();
    for &token in tokens {
        let sentence = sentence_around(passage, token);
        if sentence.end > done {
            sentences.push(sentence.start.max(done)..sentence.end);
            done = sentence.end;
        }
    }
    sentences
}

/// The tokens of the sentence that a token is in. Reads over the end of a quotation.
fn sentence_around(passage: &Passage, token: usize) -> Range<usize> {
    let element = passage.element_of(token);
    let first = passage.tokens_of(clauses::sentence_start(passage, element)).start;
    let behind = clauses::sentence_end(passage, element);
    first..behind.before().map_or(token + 1, |last| passage.tokens_of(last).end)
}

/// What a search looks for.
#[derive(Clone, Copy)]
pub(super) enum Counted {
    Verb,
    Comma,
    Cue,
}
