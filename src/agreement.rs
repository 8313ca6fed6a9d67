//! The parts of one speech are believed in alike.
//!
//! A quotation that is split by its attribution, or that fills several paragraphs, has one speaker. Each part alone shows less of who that
//! is than the part that stands beside the verb, so that each is believed in as much as the one that is believed in most.

use crate::analysis::Passage;
use crate::annotations::Span;

/// Where a quotation stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    block: usize,
    /// The sentences of the block that it begins and ends in.
    first_sentence: usize,
    last_sentence: usize,
    begins_block: bool,
    ends_block: bool,
}

impl Place {
    pub(crate) fn of(span: Span, passages: &[Passage]) -> Option<Place> {
        let passage = passages.get(span.block)?;
        let tokens = passage.block.tokens;
        let first = tokens.partition_point(|token| (token.end as usize) <= span.start);
        let behind = tokens.partition_point(|token| (token.start as usize) < span.end);
        Some(Place {
            block: span.block,
            first_sentence: passage.sentences_between(0, first),
            last_sentence: passage.sentences_between(0, behind.saturating_sub(1)),
            begins_block: first == 0,
            ends_block: behind == tokens.len(),
        })
    }

    /// How a quotation of the same speaker goes on with the one that stands here, if it does.
    fn goes_on(self, next: Place) -> Option<GoesOn> {
        let sentences = next.first_sentence.saturating_sub(self.last_sentence);
        match next.block.checked_sub(self.block)? {
            0 if sentences == 0 => Some(GoesOn::Surely),
            0 if sentences == 1 => Some(GoesOn::Mostly),
            1 if self.ends_block && next.begins_block => Some(GoesOn::Surely),
            _ => None,
        }
    }
}

/// How a quotation goes on with another.
enum GoesOn {
    /// In its sentence, or at the beginning of the block behind that which it ends.
    Surely,
    /// In the next sentence.
    Mostly,
}

/// A quotation in the next sentence that is believed in by so much less, or more, is taken for a speech of its own.
const ANOTHER: f32 = 0.25;

/// How much the quotations of an article are believed in together; each is given, in reading order, with its speaker and with how much it
/// is believed in alone.
pub fn agree<Speaker: PartialEq>(quotations: &[(Speaker, Place, f32)]) -> Vec<f32> {
    let speeches = quotations.chunk_by(|(one, place, belief), (next, next_place, next_belief)| {
        one == next
            && match place.goes_on(*next_place) {
                Some(GoesOn::Surely) => true,
                Some(GoesOn::Mostly) => (belief - next_belief).abs() <= ANOTHER,
                None => false,
            }
    });
    speeches.flat_map(|speech| vec![speech.iter().map(|part| part.2).fold(0.0, f32::max); speech.len()]).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Article, annotate};

    /// Whether each quotation's speaker is only probable.
    #[test]
    fn one_speech_has_one_certainty() {
        let rows: &[(&str, &str, &[bool])] = &[
            (
                "a split quotation",
                "Mayor Teodor Vask met Lena Marsh. “Nobody asked us,” the mayor said. “Nobody even rang the bell.”",
                &[false, false],
            ),
            (
                "over two paragraphs",
                "Mayor Teodor Vask met Lena Marsh. “Nobody asked us,” the mayor said.\n\n“Nobody even rang the bell.\n\n“It is cold.”",
                &[false, false, false],
            ),
            (
                "two pronouns behind two people",
                "Tom Hill and Anton Birk met at the pier. “We stay,” he said. “We like it here.”",
                &[true, true],
            ),
            (
                "somebody else in between",
                "“We stay,” Hill said. Nobody came. Anton Birk shrugged. “We like it here.”",
                &[false, true],
            ),
            (
                "words between two paragraphs",
                "Tom Hill rang. The pier was full. “We stay.” The boats had left.\n\n“We go,” Tom Hill said.",
                &[true, false],
            ),
        ];
        for (name, text, expected) in rows {
            let annotations = annotate(&Article::from_text(text, false));
            let probable: Vec<bool> = annotations.quotes.iter().map(|quote| quote.is_only_probable()).collect();
            assert_eq!(probable, *expected, "{name}");
        }
    }
}
