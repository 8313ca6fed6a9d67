//! Acronyms that an article explains: `the Vesey Harbour Union (VHU)`.

use super::entity::EntityId;
use super::names::initials;
use super::people::People;
use crate::analysis::{Mention, MentionId, MentionKind, Passage};

/// The shortest acronym.
const SHORTEST: usize = 2;

/// How many mentions after a name are looked at for its acronym: a noun phrase around the name may begin between.
const NEAR: usize = 3;

/// Lets acronyms in brackets mean whose name stands before, wherever they come again: `the Norland Vesey Harbour Union (VHU) … VHU`.
pub(super) fn link(people: &mut People, passages: &[Passage]) {
    for (block, passage) in passages.iter().enumerate() {
        for index in 0..passage.mentions.len() {
            let Some(next) = acronym_behind(passage, index) else { continue };
            let entity = |index: usize| people.entity_of(MentionId { block, index });
            let (Some(name), Some(acronym)) = (entity(index), entity(next)) else { continue };
            if name != acronym && is_short_for(people, passage, acronym, name) {
                people.merge(acronym, name);
            }
        }
    }
}

/// The name in brackets behind a name.
fn acronym_behind(passage: &Passage, index: usize) -> Option<usize> {
    let name = &passage.mentions[index];
    let open = name.tokens.end;
    let in_capitals = |mention: &Mention| {
        let word = passage.block.word(mention.head);
        word.len() >= SHORTEST && word.chars().all(char::is_uppercase)
    };
    let is_acronym = |&next: &usize| {
        let next = &passage.mentions[next];
        next.kind == MentionKind::Name && next.tokens == (open + 1..open + 2) && in_capitals(next)
    };
    let is_mark = |token: usize, mark: &str| token < passage.block.tokens.len() && passage.block.word(token) == mark;
    if name.kind != MentionKind::Name || !is_mark(open, "(") || !is_mark(open + 2, ")") {
        return None;
    }
    (index + 1..passage.mentions.len()).take(NEAR).find(is_acronym)
}

/// Whether the acronym consists of the initials of the last words of a name.
fn is_short_for(people: &People, passage: &Passage, acronym: EntityId, name: EntityId) -> bool {
    let [acronym] = &people.entity(acronym).words[..] else { return false };
    let words = &people.entity(name).words;
    let all: String = words.iter().filter_map(|word| word.chars().next()).collect();
    initials(passage.block.language, words).ends_with(acronym.as_str()) || all.ends_with(acronym.as_str())
}

#[cfg(test)]
mod tests {
    use crate::{Article, annotate};

    #[test]
    fn acronyms_in_brackets_mean_the_name_before() {
        let rows: &[(&str, &str, &str, bool)] = &[
            ("all words", "The Vesey Harbour Union (VHU) met. VHU said no.", "VHU", true),
            ("the last words", "The NORLAND Vesey Harbour Union (VHU) met. VHU said no.", "VHU", true),
            ("small words", "The Union of Harbour Workers (UHW) met. UHW said no.", "UHW", true),
            ("other letters", "The Vesey Harbour Union (NRF) met. NRF said no.", "NRF", false),
            ("no brackets", "The NORLAND Vesey Harbour Union met. VHU said no.", "VHU", false),
        ];
        for &(name, text, acronym, expected) in rows {
            let people = annotate(&Article::from_text(text, false));
            let at = text.rfind(acronym).unwrap();
            let mut all = people.people.iter().chain(&people.mentioned);
            let found = all.find(|person| person.mentions.iter().any(|mention| mention.start == at)).unwrap();
            assert_eq!(found.name != acronym, expected, "{name}: {}", found.name);
        }
    }
}
