//! `according to`: the preposition that names a source.

use crate::analysis::Passage;

/// Where `according to` begins, if it leads what begins at an element.
pub(super) fn led_by_according_to(passage: &Passage, element: usize) -> Option<usize> {
    let according = element.checked_sub(2)?;
    let leads = passage.word(element - 1) == "to" && passage.word(according).eq_ignore_ascii_case("according");
    leads.then_some(according)
}
