//! Ids, one type for each kind of thing that is counted, so that mixing them up does not compile.
//!
//! The elements of a passage have a type of their own, [`ElementId`]: after the first stretch their numbers differ from those of the
//! tokens. Tokens are plain `usize`: they index the vectors of their block, and the code iterates over ranges of them everywhere.

use std::iter::FusedIterator;

/// A mention of the article. Ids are ordered as their mentions are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct MentionId {
    /// Which block of the article, and so which passage.
    pub block: usize,
    /// Its index among the passage's mentions.
    pub index: usize,
}

/// A stretch of the article that the caller of [`Passage::new`](super::Passage::new) names: its index among all of the article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct StretchId(pub usize);

/// The place of an element in its passage, or one past the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ElementId(usize);

impl ElementId {
    /// The one at an index of the passage's elements.
    pub(super) const fn new(index: usize) -> ElementId {
        ElementId(index)
    }

    /// Its index among the passage's elements.
    pub(super) const fn index(self) -> usize {
        self.0
    }

    /// The element after it.
    pub const fn next(self) -> ElementId {
        self.plus(1)
    }

    /// The element before it, if any.
    pub fn before(self) -> Option<ElementId> {
        self.0.checked_sub(1).map(ElementId)
    }

    /// The element this many places later.
    pub const fn plus(self, elements: usize) -> ElementId {
        ElementId(self.0 + elements)
    }

    /// The element this many places earlier, or the first.
    pub const fn minus(self, elements: usize) -> ElementId {
        ElementId(self.0.saturating_sub(elements))
    }

    /// The elements from this one up to another, exclusive.
    pub const fn until(self, end: ElementId) -> Elements {
        Elements { start: self, end }
    }
}

/// A half-open range of elements, empty unless its end comes after its start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Elements {
    /// The first.
    pub start: ElementId,
    /// The one after the last.
    pub end: ElementId,
}

impl Iterator for Elements {
    type Item = ElementId;

    fn next(&mut self) -> Option<ElementId> {
        let element = self.start;
        (element < self.end).then(|| {
            self.start = element.next();
            element
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let length = self.end.0.saturating_sub(self.start.0);
        (length, Some(length))
    }
}

impl DoubleEndedIterator for Elements {
    fn next_back(&mut self) -> Option<ElementId> {
        (self.start < self.end).then(|| {
            self.end = self.end.minus(1);
            self.end
        })
    }
}

impl ExactSizeIterator for Elements {}

impl FusedIterator for Elements {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_of_elements_is_walked_like_one_of_numbers() {
        let rows: &[(&str, usize, usize)] =
            &[("some", 2, 5), ("one", 0, 1), ("none", 3, 3), ("end before start", 4, 2)];
        for &(name, start, end) in rows {
            let elements = ElementId::new(start).until(ElementId::new(end));
            let numbers = start..end;
            assert_eq!(elements.len(), numbers.len(), "{name}");
            assert!(elements.clone().map(ElementId::index).eq(numbers.clone()), "{name}");
            assert!(elements.rev().map(ElementId::index).eq(numbers.rev()), "{name}, from its end");
        }
    }

    #[test]
    fn nothing_is_before_the_first_element() {
        let first = ElementId::new(0);
        assert_eq!(first.before(), None);
        assert_eq!(first.minus(3), first);
        assert_eq!(first.next().before(), Some(first));
        assert_eq!(first.plus(5).minus(3), first.plus(2));
    }
}
