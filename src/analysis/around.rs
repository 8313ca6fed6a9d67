//! What is around an element: the ends of its sentence, and the mentions beside it.

use super::passage::{Element, Passage, SentenceEnd};

/// How many elements of a sentence are read on either side.
pub(crate) const SENTENCE: usize = 60;

/// The first element of the sentence; a quotation's end does not part sentences.
pub(crate) fn sentence_start(passage: &Passage, element: usize) -> usize {
    let mut start = element.min(passage.elements.len());
    while start > 0
        && element - start < SENTENCE
        && passage.sentence_ends_after(start - 1) != Some(SentenceEnd::Outside)
    {
        start -= 1;
    }
    start
}

/// The element behind the sentence's last.
pub(crate) fn sentence_end(passage: &Passage, element: usize) -> usize {
    let mut end = element;
    while end < passage.elements.len() && end - element < SENTENCE {
        end += 1;
        if passage.sentence_ends_after(end - 1) == Some(SentenceEnd::Outside) {
            break;
        }
    }
    end
}

/// The longest mention that ends right before an element.
pub(crate) fn mention_before(passage: &Passage, element: usize) -> Option<usize> {
    let Some(&Element::Token(last)) = passage.elements.get(element.checked_sub(1)?) else { return None };
    passage.mention_up_to(last + 1)
}

/// The longest mention whose phrase begins at an element.
pub(crate) fn mention_from(passage: &Passage, element: usize) -> Option<usize> {
    let Some(&Element::Token(first)) = passage.elements.get(element) else { return None };
    passage.mention_from(first)
}
