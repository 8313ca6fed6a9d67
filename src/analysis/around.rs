//! What is around an element: the ends of its sentence, and the mentions beside it.

use super::ids::ElementId;
use super::passage::{Passage, SentenceEnd};

/// How many elements of a sentence are read on either side.
pub(crate) const SENTENCE: usize = 60;

/// The first element of the sentence; a stretch's end does not separate sentences.
pub(crate) fn sentence_start(passage: &Passage, element: ElementId) -> ElementId {
    let mut start = element.min(passage.elements().end);
    while let Some(before) = start.before() {
        let far = start.until(element).len() >= SENTENCE;
        if far || passage.sentence_ends_after(before) == Some(SentenceEnd::Outside) {
            break;
        }
        start = before;
    }
    start
}

/// The element after the sentence's last.
pub(crate) fn sentence_end(passage: &Passage, element: ElementId) -> ElementId {
    let mut end = element;
    while end < passage.elements().end && element.until(end).len() < SENTENCE {
        let last = end;
        end = last.next();
        if passage.sentence_ends_after(last) == Some(SentenceEnd::Outside) {
            break;
        }
    }
    end
}

/// The longest mention that ends right before an element.
pub(crate) fn mention_before(passage: &Passage, element: ElementId) -> Option<usize> {
    passage.mention_up_to(passage.token_of(element.before()?)? + 1)
}

/// The longest mention whose phrase begins at an element.
pub(crate) fn mention_from(passage: &Passage, element: ElementId) -> Option<usize> {
    passage.mention_from(passage.token_of(element)?)
}
