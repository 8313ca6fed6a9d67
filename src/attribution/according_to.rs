//! `according to`: the preposition that names a source.

use crate::analysis::{ElementId, Passage};

/// Where `according to` begins, if it leads what begins at an element.
pub(super) fn led_by_according_to(passage: &Passage, element: ElementId) -> Option<ElementId> {
    let to = element.before()?;
    let according = to.before()?;
    let leads = passage.word(to) == "to" && passage.word(according).eq_ignore_ascii_case("according");
    leads.then_some(according)
}
