//! What the tagger knows of a token before it looks at the neighbours.

use crate::language::{Word, WordClasses};
use crate::models::sequence::mixed;
use crate::text::{BlockText, TokenKind};

/// The number of prefixes, and of suffixes, of a word that are features: those of one letter, of two, and so on.
pub(super) const AFFIXES: usize = 4;

/// The facts of a token. Texts are hashes.
#[derive(Clone, Copy, Default)]
pub(super) struct Facts {
    /// As written.
    pub written: u64,
    /// In lower case, digits as zeros.
    pub lower: u64,
    /// Its first letters in lower case; 0 if it has no more than these.
    pub prefixes: [u64; AFFIXES],
    /// Its last letters in lower case; 0 if it has no more than these.
    pub suffixes: [u64; AFFIXES],
    /// Where it has capitals, digits and marks.
    pub shape: u64,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Its class among the words that are used alike; 0 if it is unknown.
    pub class: u64,
    /// A coarser class.
    pub coarse: u64,
    /// What the word lists say of it, as bits.
    pub listed: u64,
    /// Whether a mark is no word.
    pub is_word: bool,
    /// Whether it may stand within a name: a hyphen, an apostrophe or a full stop.
    pub joins: bool,
}

/// Where a word stands, seen from the token that is described.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// Two tokens before it.
    TwoBefore,
    /// Right before it.
    Before,
    /// It is the token.
    Here,
    /// Right behind it.
    After,
    /// Two tokens behind it.
    TwoAfter,
}

impl Place {
    /// All places, in reading order.
    pub const ALL: [Place; 5] = [Place::TwoBefore, Place::Before, Place::Here, Place::After, Place::TwoAfter];
}

/// The facts of a token, of two before it and of two behind it, in reading order.
pub(super) fn around(sentence: &[Facts], at: usize) -> [&Facts; 5] {
    [-2, -1, 0, 1, 2]
        .map(|offset| at.checked_add_signed(offset).and_then(|at| sentence.get(at)).unwrap_or(&Facts::EDGE))
}

impl Facts {
    /// Tells tokens apart whose facts differ.
    pub fn key(&self) -> u64 {
        mixed(mixed(self.written, self.shape), self.listed << 1 | u64::from(self.is_word))
    }

    /// What stands beyond the ends of a sentence.
    pub const EDGE: Facts = Facts {
        written: 1,
        lower: 1,
        prefixes: [0; AFFIXES],
        suffixes: [0; AFFIXES],
        shape: 0,
        capital: false,
        class: 1,
        coarse: 1,
        listed: 0,
        is_word: false,
        joins: false,
    };
}

/// The facts of every token of a block.
pub(super) fn facts_of(block: &BlockText, words: &[Word], classes: &WordClasses) -> Vec<Facts> {
    let mut letters = Vec::new();
    block
        .tokens
        .iter()
        .enumerate()
        .map(|(at, token)| {
            let word = block.word(at);
            letters.clear();
            letters.extend(word.chars().flat_map(char::to_lowercase).map(plain));
            let lower = hash(letters.iter().copied());
            let is_word = token.is_word();
            let mut facts = Facts {
                written: hash(word.chars().map(plain)),
                lower,
                shape: shape_of(word),
                capital: token.kind == TokenKind::Capital,
                is_word,
                // Marks of any language, and part of what the model has learned.
                joins: matches!(word, "-" | "–" | "'" | "’" | "." | "&" | "/"),
                ..Facts::default()
            };
            if is_word {
                let (class, coarse) = classes.of(lower);
                (facts.class, facts.coarse) = (u64::from(class), u64::from(coarse));
                facts.listed = listed(words.get(at).copied().unwrap_or_default());
                let known = letters.len().saturating_sub(1);
                affixes(&mut facts.prefixes, letters.iter().take(known));
                affixes(&mut facts.suffixes, letters.iter().rev().take(known));
            } else {
                facts.class = lower;
                facts.coarse = lower;
            }
            facts
        })
        .collect()
}

/// A hash of a word in lower case, as the tagger's features and its classes of words use it.
pub(crate) fn hash_of_word(word: &str) -> u64 {
    hash(word.chars().flat_map(char::to_lowercase).map(plain))
}

/// A character with what differs only typographically made one, and each digit a zero.
fn plain(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '＇' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' => '-',
        _ if c.is_ascii_digit() => '0',
        _ => c,
    }
}

/// What the hash of no characters is.
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of characters, FNV-1a.
fn hash(text: impl Iterator<Item = char>) -> u64 {
    text.fold(EMPTY, with)
}

/// The hash of characters and one more.
fn with(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3)
}

/// The hashes of the first letters: of one, of two, and so on.
fn affixes<'a>(affixes: &mut [u64; AFFIXES], letters: impl Iterator<Item = &'a char>) {
    let mut hash = EMPTY;
    for (affix, &letter) in affixes.iter_mut().zip(letters) {
        hash = with(hash, letter);
        *affix = hash;
    }
}

/// Kinds of characters in their order, each run once or, if it is long, twice: `Xx` for *Reyes*, `XX` for *US*, `xX` for *iPhone*.
fn shape_of(word: &str) -> u64 {
    let mut shape = 0;
    let mut run = (0, 0);
    for c in word.chars() {
        let kind = match c {
            _ if c.is_uppercase() => 1,
            _ if c.is_alphabetic() => 2,
            _ if c.is_numeric() => 3,
            '.' => 4,
            '\'' | '’' => 5,
            '-' => 6,
            _ => 7,
        };
        run = if run.0 == kind { (kind, run.1 + 1) } else { (kind, 1) };
        if run.1 <= 2 {
            shape = (shape << 3 | kind) & 0xff_ffff_ffff;
        }
    }
    shape
}

/// The word's classes as bits.
fn listed(word: Word) -> u64 {
    u64::from(word.bits())
}
