//! Whose noun it is that leads to an element.

use crate::analysis::around::mention_before;
use crate::analysis::ids::ElementId;
use crate::analysis::passage::{Passage, SentenceEnd};
use crate::analysis::verbs::is_finite;
use crate::text::TokenKind;

/// Who owns the noun that leads to an element: `|Reyes|'s call for “…”`, `|his| claim that “…”`.
pub(crate) fn owner_of_noun_before(passage: &Passage, element: ElementId) -> Option<usize> {
    for at in element.minus(10).until(element).rev() {
        let token = passage.token_of(at)?;
        if passage.sentence_ends_after(at) == Some(SentenceEnd::Outside) {
            return None;
        }
        if passage.block.tokens[token].kind == TokenKind::Possessive {
            return mention_before(passage, at);
        }
        let mention = mention_before(passage, at.next()).map(|index| (index, &passage.mentions[index]));
        if let Some((index, _)) = mention.filter(|(_, mention)| passage.is_owner(mention)) {
            return Some(index);
        }
        if passage.sets().clause_marks.has(passage.word(at)) || is_finite(passage, at) && at.next() < element {
            return None;
        }
    }
    None
}
