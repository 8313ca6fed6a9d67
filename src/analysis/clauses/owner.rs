//! Whose noun it is that leads to an element.

use crate::analysis::around::mention_before;
use crate::analysis::passage::{Element, Passage, SentenceEnd};
use crate::analysis::verbs::is_finite;
use crate::text::TokenKind;

/// Who owns the noun that leads to an element: `|Reyes|'s call for “…”`, `|his| claim that “…”`.
pub(crate) fn owner_of_noun_before(passage: &Passage, element: usize) -> Option<usize> {
    let mut at = element;
    while at > 0 && element - at < 10 {
        at -= 1;
        if passage.is_quotation(at) || passage.sentence_ends_after(at) == Some(SentenceEnd::Outside) {
            return None;
        }
        let Element::Token(token) = passage.elements[at] else { return None };
        if passage.block.tokens[token].kind == TokenKind::Possessive {
            return mention_before(passage, at);
        }
        let mention = mention_before(passage, at + 1).map(|index| (index, &passage.mentions[index]));
        if let Some((index, _)) = mention.filter(|(_, mention)| passage.is_owner(mention)) {
            return Some(index);
        }
        if passage.sets().clause_marks.has(passage.word(at)) || is_finite(passage, at) && at + 1 < element {
            return None;
        }
    }
    None
}
