//! Roles: which words beside a name say what a person or an organisation is.

use crate::analysis::{Mention, Passage};
use crate::language::{EntityClass, PartOfSpeech, WordClass};
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
            // `the agency's |Harbour Council|`: whose it is, not what.
            last if passage.block.tokens[last].kind == TokenKind::Possessive => return None,
            last if !is_word(last) && !abbreviated => end -= 1,
            _ => break,
        }
    }
    let end = without_second_title(passage, tokens.start..end, organisation);
    // `Secretary of State`
    let complement = (tokens.start + 1..end).find(|&at| sets.prepositions_of_complement.has(word(at)));
    let head = (tokens.start..complement.unwrap_or(end)).rev().find(|&at| is_word(at))?;
    let start = (tokens.start..head).rev().find(|&at| !may_modify(passage, at)).map_or(tokens.start, |at| at + 1);
    // `author` may be the rest of `co-author`, `wing leader` that of `left-wing leader`.
    let adjoin = |at: usize| passage.block.tokens[at].end == passage.block.tokens[at + 1].start;
    let cut = start == tokens.start && start > 1 && sets.hyphens.has(word(start - 1));
    let cut = cut && is_word(start - 2) && adjoin(start - 2) && adjoin(start - 1);
    let start = if cut { start - 2 } else { start };
    let start = if start <= tokens.start { start_of_compound(passage, start) } else { start };
    let role = start..end;
    (start <= head && names_role(passage, head, organisation) && !needs_other(passage, &role)).then_some(role)
}

/// Where a role ends whose bearer has a second title: `committee chairman |Rep.|`, `director |Prof|`, `army spokesman |Rear Admiral|`. One is
/// enough; `Vice Adm.` is one.
fn without_second_title(passage: &Passage, role: Range<usize>, organisation: bool) -> usize {
    let sets = passage.sets();
    let is_role = |at: usize| names_role(passage, at, organisation);
    // `Attorney |General|`, `Detective |Sgt.|`, `deputy |Mayor|` are one title.
    let is_whole = |at: usize| is_role(at) && !sets.begins_title.has_any_case(passage.block.word(at));
    let honorific = |at: usize| sets.titles_behind_an_office.has_any_case(passage.block.word(at));
    let rank = |at: usize| honorific(at) || sets.ranks.has_any_case(passage.block.word(at));
    let begun = role.clone().rev().take_while(|&at| rank(at) || passage.block.word(at) == ".").last();
    // `Lt. Col.` is one title, `Professor Dr.` are two.
    let second = begun.and_then(|begun| {
        let mut titles = (begun..role.end).filter(|&at| at == begun && rank(at) || honorific(at));
        titles.find(|&second| {
            let mut before = role.start..second;
            if honorific(second) { before.any(is_role) } else { before.end > before.start && is_whole(second - 1) }
        })
    });
    if let Some(second) = second {
        return second;
    }
    let title = |at: usize| rank(at) || passage.words[at].is(WordClass::Title);
    let second = role.clone().rev().take_while(|&at| passage.block.tokens[at].is_capital() && title(at)).last();
    let behind_a_noun = |&second: &usize| {
        let before = second.checked_sub(1).filter(|before| role.contains(before));
        before.is_some_and(|before| passage.block.tokens[before].kind == TokenKind::Lower && is_whole(before))
    };
    second.filter(behind_a_noun).unwrap_or(role.end)
}

/// How many words in capitals before a noun in lower case may belong to it.
const LONGEST_COMPOUND: usize = 4;

/// Where a compound begins whose first words have capitals, as at the beginning of a sentence: `|Climate| change activist`, `|Harbour Board|
/// secretary`, `|former Norland| president`.
fn start_of_compound(passage: &Passage, start: usize) -> usize {
    use PartOfSpeech as P;
    let sets = passage.sets();
    let token = |at: usize| &passage.block.tokens[at];
    let first = passage.sentence_of(start).start;
    let belongs = |&at: &usize| {
        let modifies = matches!(passage.tags.part_of_speech(at), Some(P::Noun | P::Adj | P::Propn));
        // The tagger may take a capital within a sentence for any word: `former |United| Nations ambassador`.
        let is_name = token(at).is_capital() && at > first;
        token(at).is_word()
            && (modifies || is_name)
            && token(at).end + 1 == token(at + 1).start
            && !passage.words[at].is(WordClass::Function)
            && !passage.words[at].is(WordClass::Determiner)
            && !passage.words[at].is(WordClass::Calendar)
            && !sets.times_before_a_role.has_any_case(passage.block.word(at))
            && !matches!(passage.tags.entity(at), Some((EntityClass::Person, _)))
    };
    if token(start).kind != TokenKind::Lower || start == 0 || !token(start - 1).is_capital() {
        return start;
    }
    let earliest = first.max(start.saturating_sub(LONGEST_COMPOUND));
    let compound = (earliest..start).rev().take_while(belongs).last().unwrap_or(start);
    // `Department |of| Defence senior analyst`: the name of what it belongs to begins further ahead.
    let within_name = compound > first + 1
        && token(compound - 2).is_capital()
        && sets.prepositions_of_complement.has(passage.block.word(compound - 1));
    if within_name { start } else { compound }
}

/// Whether a role says what somebody is to another and not to whom: `mother`, unlike `Hill's mother`, `mother of three` and `Mother Ana`.
fn needs_other(passage: &Passage, role: &Range<usize>) -> bool {
    let sets = passage.sets();
    let (first, token) = (passage.block.word(role.start), &passage.block.tokens[role.start]);
    role.len() == 1 && token.kind == TokenKind::Lower && (sets.kin.has(first) || sets.relations.has(first))
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
        let mark = sets.hyphens.has(word) || sets.marks_within_role.has(word);
        let within = token.is_word() || mark || token.kind == TokenKind::Possessive;
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
    let tagged = passage.tags.part_of_speech(at);
    if token.is_capital() {
        if sets.courtesy_titles.has(word) {
            return false;
        }
        // `Following President Reyes`
        let leads = matches!(tagged, Some(P::Adp | P::Adv | P::Sconj | P::VerbIng | P::VerbParticiple));
        return !leads || sets.participles_of_roles.has_any_case(word);
    }
    if matches!(token.kind, TokenKind::Number | TokenKind::Possessive) {
        return true;
    }
    // `Last |year| Norland's former minister`
    if sets.times_before_a_role.has(word) && passage.block.tokens[at + 1].is_capital() {
        return false;
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
    let predicate = matches!(tagged, Some(P::VerbBase | P::VerbPast | P::VerbPresent));
    let verb = predicate || (known.cue() > 0 || known.is(WordClass::Verb)) && !known.is_noun();
    preposition || !(known.is(WordClass::Function) || participle || verb || sets.adverb_endings.is_ending_of(word))
}

/// Whether a word names an office, a trade, a relation or, of an organisation, what it is.
fn names_role(passage: &Passage, at: usize, organisation: bool) -> bool {
    let (word, known) = (passage.block.word(at), passage.words[at]);
    let sets = passage.sets();
    let plural = || passage.tags.part_of_speech(at) == Some(PartOfSpeech::NounPlural);
    if known.is(WordClass::Plural)
        || plural()
        || sets.plural_titles.has_any_case(word)
        || sets.no_roles.has_any_case(word)
    {
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

    /// Name, text, and the role of the first person in it.
    type Row = (&'static str, &'static str, Option<&'static str>);

    fn check(rows: &[Row]) {
        for (name, text, expected) in rows {
            let people = annotate(&Article::from_text(text, false)).people;
            let role = people.first().and_then(|person| person.role.as_deref());
            assert_eq!(role, *expected, "{name}");
        }
    }

    #[test]
    fn a_role_names_an_office_a_trade_or_a_relation() {
        let rows: &[Row] = &[
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
                "an office of somebody's board, behind the name",
                "Ana Reyes, head of the island's harbour and road board, said: “No.”",
                Some("head of the island's harbour and road board"),
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
        check(rows);
    }

    #[test]
    fn a_role_is_whole_and_of_one_title() {
        let rows: &[Row] = &[
            ("two titles behind each other", "“No,” said Vesey Professor Dr. Ana Reyes.", Some("Vesey Professor")),
            ("a rank of two words, shortened", "“No,” said Vice Adm. Ana Reyes.", Some("Vice Adm.")),
            (
                "a compound with a hyphen that begins a sentence",
                "Former right-wing leader Ana Reyes said: “No.”",
                Some("Former right-wing leader"),
            ),
            (
                "an office of two words in small letters",
                "“No,” said deputy Prime Minister Ana Reyes.",
                Some("deputy Prime Minister"),
            ),
            ("an assistant", "“No,” said assistant professor Ana Reyes.", Some("assistant professor")),
            ("a detective", "“No,” said Detective Sgt. Ana Reyes.", Some("Detective Sgt.")),
            ("an attorney, shortened", "“No,” said Attorney Gen. Ana Reyes.", Some("Attorney Gen.")),
            ("a month before a noun", "In January police chief Ana Reyes said: “No.”", Some("police chief")),
            ("a boss", "“No,” said union boss Ana Reyes.", Some("union boss")),
            ("a father of the church", "“No,” said Father Tom Hill.", Some("Father")),
            (
                "an office in a relative clause",
                "A man who robbed the mayor, Ana Reyes, left. “No,” Reyes said.",
                Some("mayor"),
            ),
            ("an honorific behind an office", "“No,” said Director Prof Ana Reyes.", Some("Director")),
            (
                "an honorific behind a complement",
                "“No,” said Minister of Fisheries Dr Ana Reyes.",
                Some("Minister of Fisheries"),
            ),
            (
                "a rank behind an office",
                "“No,” said Police Spokesperson Lt. Col. Ana Reyes.",
                Some("Police Spokesperson"),
            ),
            (
                "a rank in full behind an office",
                "“No,” said army spokesperson Rear Admiral Ana Reyes.",
                Some("army spokesperson"),
            ),
            ("a rank of capitals", "“No,” said Detective Superintendent Ana Reyes.", Some("Detective Superintendent")),
            (
                "an office of two words",
                "“No,” said former Attorney General Ana Reyes.",
                Some("former Attorney General"),
            ),
            (
                "a compound that begins a sentence",
                "Climate change activist Ana Reyes said: “No.”",
                Some("Climate change activist"),
            ),
            ("a body before a noun", "“No,” said Harbour Board secretary Ana Reyes.", Some("Harbour Board secretary")),
            (
                "a country before a noun",
                "“No,” said former Norwegian president Ana Reyes.",
                Some("former Norwegian president"),
            ),
            (
                "a day before a noun",
                "On Tuesday police commissioner Ana Reyes said: “No.”",
                Some("police commissioner"),
            ),
            (
                "a verb before a compound",
                "Clerks told harbour chief Ana Reyes to stay. “No,” Reyes said.",
                Some("harbour chief"),
            ),
            ("a relation of somebody unnamed", "“No,” said her mother, Ana Reyes.", None),
            ("a relation with a complement", "“No,” said Ana Reyes, a mother of three.", Some("mother of three")),
            ("several", "He was one of the officials Ana Reyes had met. “No,” Reyes said.", None),
            ("senators", "“No,” said Sens. Ana Reyes and Tom Hill.", None),
            (
                "a participle that leads",
                "Following President Ana Reyes, they left. “No,” Reyes said.",
                Some("President"),
            ),
            ("a time before it", "Last year Norland's former minister Ana Reyes said: “No.”", Some("former minister")),
            ("the owner of an organisation", "“No,” said the government's Directorate of Education.", None),
        ];
        check(rows);
    }
}
