//! Words, cues and mentions counted, and what stands first or last beside something.

use crate::analysis::clauses::{sentence_end, sentence_start};
use crate::analysis::{ElementId, Elements, Mention, Passage, SentenceEnd};

/// How many tokens of a quotation or a stretch are looked through.
pub(super) const LONG: usize = 80;

/// A word that begins in lower case; what names begin with would be learned by heart.
pub(super) fn ordinary(word: &str) -> &str {
    if word.starts_with(char::is_lowercase) { word } else { "" }
}

/// The last two words of the sentence before a quotation, marks skipped.
pub(super) fn words_before<'a>(passage: &Passage<'a>, at: ElementId) -> [&'a str; 2] {
    let mut words = [""; 2];
    let mut found = 0;
    for element in at.minus(4).until(at).rev() {
        if found == 2
            || passage.is_stretch(element)
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

/// The first word of the sentence after a quotation, marks skipped.
pub(super) fn word_behind<'a>(passage: &Passage<'a>, at: ElementId) -> &'a str {
    for element in at.next().until(at.plus(4)) {
        let word = passage.word(element);
        if word.chars().next().is_some_and(char::is_alphanumeric) {
            return ordinary(word);
        }
        if passage.is_stretch(element) || passage.sentence_ends_after(element) == Some(SentenceEnd::Outside) {
            break;
        }
    }
    ""
}

/// The cues after an element in its sentence, at most 30 elements on; weak ones only where no strong one follows soon.
pub(super) fn cues_behind<'p>(passage: &'p Passage, from: ElementId) -> impl Iterator<Item = ElementId> + 'p {
    let end = sentence_end(passage, from.minus(1)).min(from.plus(30));
    from.until(end).filter(|&element| passage.known(element).cue() >= 2)
}

/// The nearest strong cue before a quotation in its sentence.
pub(super) fn nearest_cue_before(passage: &Passage, at: ElementId) -> Option<ElementId> {
    sentence_start(passage, at).until(at).rev().find(|&element| passage.known(element).cue() >= 2)
}

/// The elements between two.
pub(super) fn path_between(one: ElementId, other: ElementId) -> Elements {
    if one < other { one.next().until(other) } else { other.next().until(one) }
}

/// No more of them than are worth looking through.
pub(super) fn limited(elements: Elements) -> Elements {
    elements.start.until(elements.end.min(elements.start.plus(200)))
}

/// How many words outside quotations.
pub(super) fn words_in(passage: &Passage, elements: Elements) -> usize {
    let tokens = limited(elements).filter_map(|element| passage.token_of(element));
    tokens.filter(|&token| passage.block.tokens[token].is_word()).count()
}

/// How often a mark stands there.
pub(super) fn count_of(passage: &Passage, elements: Elements, mark: &str) -> usize {
    limited(elements).filter(|&element| passage.word(element) == mark).count()
}

/// How strong the strongest cue there is.
pub(super) fn strongest_cue(passage: &Passage, elements: Elements) -> u8 {
    limited(elements).map(|element| passage.known(element).cue()).max().unwrap_or(0)
}

/// How many mentions begin there.
pub(super) fn mentions_in(passage: &Passage, elements: Elements) -> usize {
    let first = limited(elements.clone()).find_map(|element| passage.token_of(element));
    let Some(first) = first else { return 0 };
    let from = passage.mentions.partition_point(|mention| mention.tokens.start < first);
    let inside = |mention: &&Mention| passage.element_of(mention.head) < elements.end;
    passage.mentions[from..].iter().take(20).take_while(inside).count()
}

/// The first element after a mention that may be its verb, adverbs and auxiliaries skipped.
pub(super) fn verb_behind(passage: &Passage, from: ElementId) -> ElementId {
    let passed =
        |word: &str| passage.block.language.sets.passed_before_verb.has(word) || word.ends_with("ly") && word.len() > 4;
    from.until(from.plus(4)).find(|&element| !passed(passage.word(element))).unwrap_or(passage.elements().end)
}
