//! What stands beside and between: words, cues and mentions counted, and each word's coarse class.

use crate::analysis::clauses::{sentence_end, sentence_start};
use crate::analysis::{Element, Mention, MentionKind, NominalKind, Passage, Pronoun, SentenceEnd};
use crate::language::{Word, WordClass};
use crate::text::TokenKind;
use std::ops::Range;

/// How many tokens of a quotation or a stretch are looked through.
pub(super) const LONG: usize = 80;

pub(super) fn byte(value: usize) -> u8 {
    value.min(40) as u8
}

/// A word that begins in lower case; what names begin with would be learned by heart.
pub(super) fn ordinary(word: &str) -> &str {
    if word.starts_with(char::is_lowercase) { word } else { "" }
}

/// The last two words of the sentence before a quotation, marks passed over.
pub(super) fn words_before<'a>(passage: &Passage<'a>, at: usize) -> [&'a str; 2] {
    let mut words = [""; 2];
    let mut found = 0;
    for element in (at.saturating_sub(4)..at).rev() {
        if found == 2
            || passage.is_quotation(element)
            || passage.sentence_ends_after(element) == Some(SentenceEnd::Outside)
        {
            break;
        }
        let word = passage.word(element);
        if word.chars().next().is_some_and(char::is_alphanumeric) {
            words[found] = ordinary(word);
            found += 1;
        }
    }
    words
}

/// The first word of the sentence behind a quotation, marks passed over.
pub(super) fn word_behind<'a>(passage: &Passage<'a>, at: usize) -> &'a str {
    for element in at + 1..at + 4 {
        let word = passage.word(element);
        if word.chars().next().is_some_and(char::is_alphanumeric) {
            return ordinary(word);
        }
        if passage.is_quotation(element) || passage.sentence_ends_after(element) == Some(SentenceEnd::Outside) {
            break;
        }
    }
    ""
}

/// The cues behind an element in its sentence, at most 30 elements on; weak ones only where no strong one follows soon.
pub(super) fn cues_behind<'p>(passage: &'p Passage, from: usize) -> impl Iterator<Item = usize> + 'p {
    let end = sentence_end(passage, from.saturating_sub(1)).min(from + 30);
    (from..end).filter(|&element| passage.known(element).cue() >= 2)
}

/// The nearest strong cue before a quotation in its sentence.
pub(super) fn nearest_cue_before(passage: &Passage, at: usize) -> Option<usize> {
    (sentence_start(passage, at)..at).rev().find(|&element| passage.known(element).cue() >= 2)
}

pub(super) fn side(same_block: bool, cue: usize, quotation: usize) -> u8 {
    match (same_block, cue < quotation) {
        (false, _) => 0,
        (true, true) => 1,
        (true, false) => 2,
    }
}

pub(super) fn path_between(one: usize, other: usize) -> Range<usize> {
    if one < other { one + 1..other } else { other + 1..one }
}

pub(super) fn limited(range: Range<usize>) -> Range<usize> {
    range.start..range.end.min(range.start + 200).max(range.start)
}

pub(super) fn words_in(passage: &Passage, elements: Range<usize>) -> u8 {
    let is_word = |&element: &usize| matches!(passage.elements.get(element), Some(&Element::Token(token)) if passage.block.tokens[token].is_word());
    byte(limited(elements).filter(is_word).count())
}

pub(super) fn count_of(passage: &Passage, elements: Range<usize>, mark: &str) -> u8 {
    byte(limited(elements).filter(|&element| passage.word(element) == mark).count())
}

pub(super) fn strongest_cue(passage: &Passage, elements: Range<usize>) -> u8 {
    limited(elements).map(|element| passage.known(element).cue()).max().unwrap_or(0)
}

pub(super) fn mentions_in(passage: &Passage, elements: Range<usize>) -> u8 {
    let Some(&Element::Token(first)) = limited(elements.clone())
        .find_map(|element| passage.elements.get(element).filter(|e| matches!(e, Element::Token(_))))
    else {
        return 0;
    };
    let from = passage.mentions.partition_point(|mention| mention.tokens.start < first);
    let inside = |mention: &&Mention| passage.element_of(mention.head) < elements.end;
    byte(passage.mentions[from..].iter().take(20).take_while(inside).count())
}

pub(super) fn cue_class(passage: &Passage, element: usize) -> u8 {
    let word = passage.known(element);
    match passage.word(element) {
        "said" | "says" => 1,
        _ if word.is(WordClass::Telling) && word.is(WordClass::Calling) => 4,
        _ if word.is(WordClass::Telling) => 2,
        _ if word.is(WordClass::Calling) => 3,
        written if written.ends_with("ing") => 5,
        _ => 0,
    }
}

pub(super) fn kind_code(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::Name => 1,
        MentionKind::Pronoun(Pronoun::He | Pronoun::She) => 2,
        MentionKind::Pronoun(Pronoun::Who) => 3,
        MentionKind::Pronoun(_) => 4,
        MentionKind::Nominal(NominalKind::Person) => 5,
        MentionKind::Nominal(NominalKind::Organisation) => 6,
        MentionKind::Nominal(NominalKind::Document) => 7,
        MentionKind::Nominal(NominalKind::Unknown) => 8,
    }
}

pub(super) fn end_mark(word: &str) -> Option<u8> {
    match word {
        "," => Some(1),
        "." => Some(2),
        "?" | "!" => Some(3),
        "…" | "—" | "–" | "-" => Some(4),
        "”" | "\"" | "’" | "'" | "»" | "''" | "``" => None,
        _ => Some(5),
    }
}

/// A coarse class of the word or mark that an element is.
pub(super) fn shape(passage: &Passage, element: usize) -> u8 {
    if passage.is_quotation(element) {
        return 1;
    }
    let text = passage.word(element);
    let word = passage.known(element);
    match text {
        "" => 0,
        "," => 2,
        ":" => 3,
        "." | "!" | "?" | ";" => 4,
        "—" | "–" | "-" | "―" | "~" => 5,
        "(" | ")" | "[" | "]" => 6,
        "that" | "That" => 7,
        "as" => 8,
        "by" | "By" => 9,
        "to" => 10,
        "of" | "about" | "on" | "over" => 11,
        "who" => 12,
        "and" | "but" | "And" | "But" => 13,
        "the" | "The" | "a" | "A" | "an" | "his" | "her" | "its" | "their" => 14,
        "he" | "she" | "He" | "She" | "they" | "it" | "They" | "It" => 15,
        "is" | "was" | "are" | "were" | "be" | "been" | "has" | "had" | "have" => 16,
        "because" | "if" | "whether" | "when" | "after" | "before" | "while" | "until" | "how" | "why" | "what"
        | "where" | "although" | "though" | "than" | "When" | "After" | "While" | "If" | "Although" | "Though" => 32,
        "would" | "could" | "should" | "will" | "may" | "might" | "must" | "can" | "did" | "does" | "do" => 33,
        "which" => 34,
        _ => match word {
            _ if word.cue() >= 3 => 17 + word.cue() - 3,
            _ if word.cue() > 0 => 19,
            _ if word.is(WordClass::Preposition) => 20,
            _ if word.is(WordClass::Function) => 21,
            _ => shape_by_form(passage, element, word),
        },
    }
}

fn shape_by_form(passage: &Passage, element: usize, word: Word) -> u8 {
    let Some(&Element::Token(token)) = passage.elements.get(element) else { return 0 };
    match passage.block.tokens[token].kind {
        TokenKind::Capital if word.is(WordClass::Calendar) => 22,
        TokenKind::Capital => 23,
        TokenKind::Possessive => 24,
        TokenKind::Number => 25,
        TokenKind::Mark => 26,
        TokenKind::Lower if word.is_noun() => 27,
        TokenKind::Lower if passage.word(element).ends_with("ed") => 28,
        TokenKind::Lower if passage.word(element).ends_with("ing") => 29,
        TokenKind::Lower if passage.word(element).ends_with("ly") => 30,
        TokenKind::Lower => 31,
    }
}

/// The first element behind the mention that may be its verb, adverbs and auxiliaries passed over.
pub(super) fn verb_behind(passage: &Passage, from: usize) -> usize {
    for element in from..from + 4 {
        let text = passage.word(element);
        let passed = matches!(
            text,
            "also"
                | "then"
                | "later"
                | "has"
                | "had"
                | "have"
                | "recently"
                | "once"
                | "further"
                | "even"
                | "himself"
                | "herself"
                | "who"
                // `it’s calling`; behind a name this is a possessive, and what follows is no verb.
                | "'s"
                | "’s"
        ) || text.ends_with("ly") && text.len() > 4;
        if !passed {
            return element;
        }
    }
    passage.elements.len()
}
