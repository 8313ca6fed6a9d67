//! Acronyms that an article explains: `the Vesey Harbour Union (VHU)`.

use super::entity::{clean, name_words};
use super::people::People;
use crate::analysis::{LONGEST_PHRASE, Mention, MentionId, MentionKind, Passage};
use crate::annotations::PersonKind;
use std::ops::Range;

/// How many letters an acronym has.
const LETTERS: Range<usize> = 2..11;

/// An acronym of fewer letters may have small ones between the first and the last.
const SHORT: usize = 6;

/// By how many words what it stands for may exceed its letters.
const MORE_WORDS: usize = 5;

/// Lets acronyms in brackets mean whose name stands before, wherever they come again: `the Norland Vesey Harbour Union (VHU) … VHU`. Where
/// the name before is only a part of what they stand for, they are called by all of it: `the Vesey Bay harbour forum (VBHF)`.
pub(super) fn link(people: &mut People, passages: &[Passage]) {
    for (block, passage) in passages.iter().enumerate() {
        for (index, acronym) in passage.mentions.iter().enumerate() {
            let Some(long) = long_form(passage, acronym) else { continue };
            let entity = |index: usize| people.entity_of(MentionId { block, index });
            let Some(short) = entity(index) else { continue };
            let holds_it = |&before: &usize| {
                let before = &passage.mentions[before];
                before.kind == MentionKind::Name && before.tokens.end == long.end && before.tokens.start <= long.start
            };
            let mut before = passage.mentions_within(long.start.saturating_sub(LONGEST_PHRASE)..long.end);
            match before.rfind(holds_it).and_then(entity) {
                Some(name) if name == short || people.kind(name) == PersonKind::Person => {}
                Some(name) => people.merge(short, name),
                None => {
                    let called = people.entity_mut(short);
                    called.name = clean(&passage.block.text[passage.bytes(&long)]);
                    called.words = name_words(passage, long);
                }
            }
        }
    }
}

/// The tokens of what a name in brackets stands for, right before the brackets.
///
/// After Schwartz and Hearst (2003), *A simple algorithm for identifying abbreviation definitions in biomedical text*: read from the right, the
/// letters of the acronym stand in its long form in their order, and the first of them begins it.
fn long_form(passage: &Passage, acronym: &Mention) -> Option<Range<usize>> {
    let tokens = &passage.block.tokens;
    let word = |at: usize| passage.block.word(at);
    let bracket = acronym.tokens.start.checked_sub(1)?;
    let end = acronym.tokens.end;
    let in_brackets = word(bracket) == "(" && tokens.get(end).is_some_and(|_| word(end) == ")");
    let letters: Vec<char> = word(acronym.tokens.start).chars().collect();
    // `DoH` stands for *Directorate of Harbours*.
    let capital = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_uppercase());
    let within = letters.len() < SHORT && capital(letters.first()) && capital(letters.last());
    let in_capitals = within || letters.iter().all(|letter| letter.is_uppercase());
    let is_name = acronym.kind == MentionKind::Name && acronym.tokens.len() == 1;
    if !is_name || !in_brackets || !in_capitals || !LETTERS.contains(&letters.len()) {
        return None;
    }
    let mut left: Vec<char> = letters.iter().flat_map(|letter| letter.to_lowercase()).collect();
    let sentence = passage.sentence_of(bracket).start;
    let words = (sentence..bracket).rev().filter(|&at| tokens[at].is_word());
    for (count, at) in words.take(letters.len() + MORE_WORDS).enumerate() {
        let inside: Vec<char> = word(at).to_lowercase().chars().collect();
        for (place, letter) in inside.iter().enumerate().rev() {
            if left.last() == Some(letter) && (left.len() > 1 || place == 0) {
                left.pop();
            }
        }
        if left.is_empty() {
            return (count > 0 && tokens[at].is_capital()).then_some(at..bracket);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::{Article, annotate};

    #[test]
    fn acronyms_in_brackets_mean_the_name_before() {
        let rows: &[(&str, &str, &str, &str)] = &[
            ("all words", "The Vesey Harbour Union (VHU) met. VHU said no.", "VHU", "Vesey Harbour Union"),
            (
                "the last words",
                "The NORLAND Vesey Harbour Union (VHU) met. VHU said no.",
                "VHU",
                "NORLAND Vesey Harbour Union",
            ),
            ("small words", "The Union of Harbour Workers (UHW) met. UHW said no.", "UHW", "Union of Harbour Workers"),
            (
                "a word left out",
                "The Institute of Sea and Alpine Research (ISA) met. ISA said no.",
                "ISA",
                "Institute of Sea and Alpine Research",
            ),
            (
                "an acronym within",
                "The UN High Lamp Office (UNHLO) met. UNHLO said no.",
                "UNHLO",
                "UN High Lamp Office",
            ),
            (
                "a possessive within",
                "The Supreme People's Board (SPB) met. SPB said no.",
                "SPB",
                "Supreme People's Board",
            ),
            (
                "common nouns",
                "The Vesey Bay harbour forum (VBHF) met. VBHF said no.",
                "VBHF",
                "Vesey Bay harbour forum",
            ),
            (
                "a small letter within",
                "The Directorate of Harbours (DoH) met. DoH said no.",
                "DoH",
                "Directorate of Harbours",
            ),
            ("without brackets, a body", "The United Nations met. The UN said no.", "UN", "United Nations"),
            ("other letters", "The Vesey Harbour Union (NRF) met. NRF said no.", "NRF", "NRF"),
            ("a person", "Ruth Sims (RUS) won. RUS came first.", "RUS", "RUS"),
            ("no brackets", "The NORLAND Vesey Harbour Union met. VHU said no.", "VHU", "VHU"),
            ("no name", "The best harbour forum (BHF) met. BHF said no.", "BHF", "BHF"),
            ("another sentence", "The Vesey Harbour Lot Union met. It (VHU) left. VHU said no.", "VHU", "VHU"),
        ];
        for &(name, text, acronym, expected) in rows {
            let people = annotate(&Article::from_text(text, false));
            let at = text.rfind(acronym).unwrap();
            let mut all = people.people.iter().chain(&people.mentioned);
            let found = all.find(|person| person.mentions.iter().any(|mention| mention.start == at)).unwrap();
            assert_eq!(found.name, expected, "{name}");
        }
    }
}
