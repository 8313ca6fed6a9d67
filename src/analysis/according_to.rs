//! `according to`: the preposition that names a source.

use super::ids::ElementId;
use super::passage::Passage;
use crate::text::BlockText;

/// The token at which `according to` begins, if it comes right before a token.
pub(super) fn according_to_before(block: &BlockText, token: usize) -> Option<usize> {
    let to = token.checked_sub(1)?;
    let according = to.checked_sub(1)?;
    let leads = block.word(to) == "to" && block.language.sets.according.has_any_case(block.word(according));
    leads.then_some(according)
}

/// The element at which `according to` begins, if it comes right before an element.
pub(crate) fn led_by_according_to(passage: &Passage, element: ElementId) -> Option<ElementId> {
    let to = element.before()?;
    let according = to.before()?;
    // A stretch before `to` is not its `according`, whatever its last word is.
    passage.token_of(according)?;
    according_to_before(&passage.block, passage.token_of(to)? + 1).map(|_| according)
}
