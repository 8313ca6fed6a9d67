//! Roles: which words beside a name say what a person or an organisation is.

use crate::analysis::{Mention, Passage};
use crate::language::{PartOfSpeech, WordClass};
use crate::text::TokenKind;
use std::ops::Range;

/// How many tokens the complement of a role has at most.
const LONGEST_COMPLEMENT: usize = 10;

/// The tokens of a role among those of a title or description: a noun phrase that names an office, a trade or a relation. Nothing if
/// there is none, as in `something yanks` or `bad people`.
pub(super) fn role_among(passage: &Passage, tokens: Range<usize>, organisation: bool) -> Option<Range<usize>> {
    let sets = passage.sets();
    let word = |at: usize| passage.block.word(at);
    let courtesy = |at: usize| sets.courtesy_titles.has(word(at));
    let is_word = |at: usize| passage.block.tokens[at].is_word();
    let mut end = tokens.end;
    while end > tokens.start {
        let abbreviated = word(end - 1) == "." && end - tokens.start > 1;
        match end - 1 {
            last if courtesy(last) => end -= 1,
            last if abbreviated && courtesy(last - 1) => end -= 2,
            last if !is_word(last) && !abbreviated => end -= 1,
            // `committee chairman Rep.`: one office is enough. `Vice Adm.` is one.
            last if abbreviated
                && last > tokens.start + 1
                && sets.titles_behind_an_office.has_any_case(word(last - 1))
                && names_role(passage, last - 2, organisation) =>
            {
                end -= 2
            }
            _ => break,
        }
    }
    // `Secretary of State`
    let complement = (tokens.start + 1..end).find(|&at| sets.prepositions_of_complement.has(word(at)));
    let head = (tokens.start..complement.unwrap_or(end)).rev().find(|&at| is_word(at))?;
    let start = (tokens.start..head).rev().find(|&at| !may_modify(passage, at)).map_or(tokens.start, |at| at + 1);
    // `author` may be the rest of `co-author`, `wing leader` that of `left-wing leader`.
    let adjoin = |at: usize| passage.block.tokens[at].end == passage.block.tokens[at + 1].start;
    let cut = start == tokens.start && start > 1 && sets.hyphens.has(word(start - 1));
    let cut = cut && is_word(start - 2) && adjoin(start - 2) && adjoin(start - 1);
    let start = if cut { start - 2 } else { start };
    (start <= head && names_role(passage, head, organisation)).then_some(start..end)
}

/// Where a description ends with its complement: `head of the search and rescue agency|`. Only where a comma, a relative clause or the end
/// of the sentence shows that it is whole.
pub(super) fn end_of_role(passage: &Passage, description: &Mention) -> usize {
    let sets = passage.sets();
    let (bare, sentence) = (description.tokens.end, passage.sentence_of(description.head));
    if bare >= sentence.end || !sets.prepositions_of_complement.has(passage.block.word(bare)) {
        return bare;
    }
    for at in bare + 1..sentence.end.min(bare + LONGEST_COMPLEMENT) {
        let (word, token) = (passage.block.word(at), &passage.block.tokens[at]);
        let on_a_line = !passage.block.text[passage.bytes(&(at - 1..at + 1))].contains('\n');
        if sets.clause_marks.has(word) || sets.relative_pronouns.has(word) || at + 1 == sentence.end && !token.is_word()
        {
            return at;
        }
        let within = token.is_word() || sets.hyphens.has(word) || sets.marks_within_role.has(word);
        if !within || !on_a_line || passage.tags.part_of_speech(at).is_some_and(PartOfSpeech::is_finite) {
            return bare;
        }
    }
    bare
}

/// Whether a word before the head may belong to the role: no verb, no adverb, no function word but `of` and the like.
fn may_modify(passage: &Passage, at: usize) -> bool {
    use PartOfSpeech as P;
    let (word, known) = (passage.block.word(at), passage.words[at]);
    let sets = passage.sets();
    let token = &passage.block.tokens[at];
    if token.is_capital() || matches!(token.kind, TokenKind::Number | TokenKind::Possessive) {
        return true;
    }
    if !token.is_word() {
        return sets.hyphens.has(word) || sets.marks_within_role.has(word);
    }
    let in_compound =
        |other: usize| passage.block.tokens.get(other).is_some_and(|_| sets.hyphens.has(passage.block.word(other)));
    if in_compound(at + 1) || at > 0 && in_compound(at - 1) {
        return true;
    }
    let participle = sets.present_participle_endings.is_ending_of(word) && !sets.participles_of_roles.has(word);
    let preposition = sets.prepositions_of_complement.has(word) || word == "and";
    // `wants to |defeat| Mayor Reyes`
    let tagged = passage.tags.part_of_speech(at);
    let predicate = matches!(tagged, Some(P::VerbBase | P::VerbPast | P::VerbPresent));
    let verb = predicate || (known.cue() > 0 || known.is(WordClass::Verb)) && !known.is_noun();
    preposition || !(known.is(WordClass::Function) || participle || verb || sets.adverb_endings.is_ending_of(word))
}

/// Whether a word names an office, a trade, a relation or, of an organisation, what it is.
fn names_role(passage: &Passage, at: usize, organisation: bool) -> bool {
    let (word, known) = (passage.block.word(at), passage.words[at]);
    let sets = passage.sets();
    if known.is(WordClass::Plural) || sets.no_roles.has_any_case(word) {
        return false;
    }
    if organisation {
        return known.is(WordClass::OrganisationNoun);
    }
    let trade = sets.trade_endings.is_ending_of(word)
        && passage.block.tokens[at].kind == TokenKind::Lower
        && !known.is(WordClass::Common)
        && known.cue() == 0;
    known.is(WordClass::Title) || known.is(WordClass::PersonNoun) || trade
}

#[cfg(test)]
mod tests {
    use crate::{Article, annotate};

    #[test]
    fn a_role_names_an_office_a_trade_or_a_relation() {
        let rows: &[(&str, &str, Option<&str>)] = &[
            ("a title", "“No,” said Mayor Ana Reyes.", Some("Mayor")),
            ("a trade", "“No,” said Ana Reyes, a marine biologist.", Some("marine biologist")),
            ("a trade in no list", "“No,” said volcanologist Ana Reyes.", Some("volcanologist")),
            ("a relation", "“No,” said Ana Reyes, Hill's sister.", Some("Hill's sister")),
            ("an office with of", "“No,” said Minister of Fisheries Ana Reyes.", Some("Minister of Fisheries")),
            ("a compound", "“No,” said right-wing union leader Ana Reyes.", Some("right-wing union leader")),
            ("a prefix", "“No,” said co-author Ana Reyes.", Some("co-author")),
            ("a participle of offices", "“No,” said acting mayor Ana Reyes.", Some("acting mayor")),
            ("a courtesy title", "“No,” said Mr. Tom Hill.", None),
            ("an office and a courtesy title", "“No,” said Judge Mr Tom Hill.", Some("Judge")),
            ("people", "“No,” said Ana Reyes, bad people.", None),
            ("a possessive", "“No,” said the zoo's Ana Reyes.", None),
            ("an adjective", "“No,” said a poorly Ana Reyes.", None),
            ("a preposition", "Many left, including Ana Reyes. “No,” Reyes said.", None),
            ("a verb before it", "They want to defeat Mayor Ana Reyes. “No,” Reyes said.", Some("Mayor")),
            ("two offices", "“No,” said committee chairman Rep. Ana Reyes.", Some("committee chairman")),
            ("a rank of two words", "“No,” said Vice Adm. Ana Reyes.", Some("Vice Adm.")),
            ("a thing", "“No,” said Ana Reyes, global tariffs.", None),
            (
                "an office of an agency, before the name",
                "The head of the search and rescue agency, Ana Reyes, left. “No,” Reyes said.",
                Some("head of the search and rescue agency"),
            ),
            (
                "an office of a club, behind the name",
                "Ana Reyes, founder of the Friends of Kelmar Park, said: “No.”",
                Some("founder of the Friends of Kelmar Park"),
            ),
            (
                "an office before a clause",
                "“No,” said Ana Reyes, head of the agency, who left.",
                Some("head of the agency"),
            ),
            ("a complement that nothing ends", "Ana Reyes, a nurse in Kelmar said: “No.”", Some("nurse")),
            ("a trade in a town", "Ana Reyes, a nurse in Kelmar, said: “No.”", Some("nurse in Kelmar")),
            (
                "two people behind a relation",
                "After their second child, Ana and Tom Hill left. “No,” Ana Hill said.",
                None,
            ),
        ];
        for (name, text, expected) in rows {
            let people = annotate(&Article::from_text(text, false)).people;
            let role = people.first().and_then(|person| person.role.as_deref());
            assert_eq!(role, *expected, "{name}");
        }
    }
}
