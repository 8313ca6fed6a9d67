//! Forms that name a source, or whose words they are.

use super::reach::REACH;
use crate::analysis::{ElementId, MentionKind, Passage, clauses, led_by_according_to};
use crate::attribution::relay;
use crate::language::WordClass;
use crate::speech::Quotation;
use crate::text::TokenKind;

/// `According to the agency, the port was put “on hold”`, where nobody else in the sentence says anything.
pub(super) fn according_to(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let sentence = passage.sentence_of(quotation.tokens.start);
    let start = sentence.start;
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    let led = led_by_according_to(passage, passage.element_of(start + 2));
    if led != Some(passage.element_of(start)) {
        return None;
    }
    let source = passage.mentions_within(start + 2..quotation.tokens.start).find(|&index| {
        passage.mentions[index].phrase_start == start + 2 && word(passage.mentions[index].tokens.end) == ","
    })?;
    let outside = |token: &usize| !passage.is_stretch(passage.element_of(*token));
    let passive = |token: usize| token > 0 && passage.block.language.sets.be.has(word(token - 1));
    let says = |token: usize| passage.words[token].cue() >= 2 && !passive(token) && !relay::hands_on(passage, token);
    let end = passage.mentions[source].tokens.end;
    let silent = !(end..sentence.end).take(2 * REACH).filter(outside).any(says);
    silent.then_some(source)
}

/// `Reyes's claim that it was “over”`, `their contention that “…”`: whose claim it is.
pub(super) fn claims(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let start = passage.sentence_of(at).start.max(at.saturating_sub(REACH / 2));
    let word = |token: usize| passage.block.word(token);
    let sets = &passage.block.language.sets;
    let noun = |&token: &usize| sets.claims.has(word(token)) && sets.claim_complements.has(word(token + 1));
    let noun = (start..at.saturating_sub(1)).rev().find(noun)?;
    let plain = |token: usize| {
        passage.words[token].cue() < 3
            && !passage.is_stretch(passage.element_of(token))
            && passage.block.tokens[token].kind != TokenKind::Mark
    };
    if !(noun + 2..at).all(plain) {
        return None;
    }
    // `Reyes's claim that the port pays is “false”` is judged by another.
    let verbs = (noun + 2..at).filter(|&token| clauses::is_finite(passage, passage.element_of(token))).count();
    if verbs > 1 {
        return None;
    }
    let possessor = noun.checked_sub(1)?;
    let near = passage.mentions_within(possessor.saturating_sub(REACH / 4)..noun);
    // `Foss repeated her promise of “…”` is Foss.
    let told_before = (start..noun).any(|token| passage.words[token].cue() >= 2);
    near.rev().find(|&index| {
        let tokens = &passage.mentions[index].tokens;
        let owning_pronoun = tokens.end == noun && sets.third_person_owners.has(word(possessor));
        owning_pronoun && !told_before && tokens.start == possessor
            || tokens.end == possessor && passage.block.tokens[possessor].kind == TokenKind::Possessive
    })
}

/// `“…”, per the party’s rules`.
pub(super) fn per(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.end;
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    let per = at + usize::from(word(at) == ",");
    if word(per) != "per" {
        return None;
    }
    let index = passage.mention_from(per + 1)?;
    // `per the party's rules` is not the party.
    let owner = word(passage.mentions[index].tokens.end).starts_with(['\'', '’']);
    (!owner).then_some(index)
}

/// `A lesson from Ana Reyes: “…”`, `More from the report: “…”`.
pub(super) fn word_from(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let colon = quotation.tokens.start.checked_sub(1).filter(|&before| passage.block.word(before) == ":")?;
    let index = passage.mention_up_to(colon)?;
    let from = passage.mentions[index].phrase_start.checked_sub(1)?;
    let dash = |token: &usize| passage.block.language.sets.dashes.has(passage.block.word(*token));
    let sentence = passage.sentence_of(colon).start;
    let start = (sentence..from).rev().find(dash).map_or(sentence, |dash| dash + 1);
    let verb = |token: usize| passage.words[token].is(WordClass::Function) || passage.words[token].is(WordClass::Verb);
    // No more than a noun before it: `Hill says Reyes is from Vesey: “…”` is another matter.
    (passage.block.word(from) == "from" && (start + 1..start + 4).contains(&from) && !(start..from).any(verb))
        .then_some(index)
}

/// How far from the quotation the agent of a passive is looked for, in words.
const AGENT: usize = 8;

/// How far after the quotation `in Reyes's view` may come, in tokens.
const CLOSING: usize = 16;

/// `the plan has been called “…” by Reyes`, `often labelled as a “…” by critics`.
pub(super) fn agent_behind(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let quotation_element = passage.element_of(quotation.tokens.start);
    let behind = quotation_element.next();
    let by = if passage.word(behind) == "," { behind.next() } else { behind };
    if passage.word(by) != "by" {
        return None;
    }
    (is_seen_as(passage, quotation_element) || joins_agent(passage, quotation_element))
        .then(|| clauses::mention_from(passage, by.next()))
        .flatten()
}

/// Whether something is said to be seen as what is quoted: `hailed as |“…”|`.
fn is_seen_as(passage: &Passage, quotation: ElementId) -> bool {
    let same_sentence = |&element: &ElementId| passage.sentence_ends_after(element).is_none();
    let mut led = quotation.minus(4).until(quotation).rev().take_while(same_sentence);
    led.any(|element| passage.block.language.sets.seen_as.has(passage.word(element)))
}

/// `hailed as “…” by critics and |“…”| by the News`: what goes on from a quotation with an agent of its own.
fn joins_agent(passage: &Passage, quotation: ElementId) -> bool {
    let Some(joint) = quotation.before() else { return false };
    let agent = || joint.minus(AGENT).until(joint).find(|&element| passage.is_stretch(element));
    passage.sets().joins_attributed_quotations.has(passage.word(joint))
        && agent().is_some_and(|stretch| passage.word(stretch.next()) == "by" && is_seen_as(passage, stretch))
}

/// `an option seen by organizers as a “…”`.
pub(super) fn agent_before(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let quotation_element = passage.element_of(quotation.tokens.start);
    let before = |from: ElementId, reach: usize, wanted: &str| {
        from.minus(reach).until(from).rev().find(|&element| passage.word(element) == wanted)
    };
    let by = before(before(quotation_element, 3, "as")?, AGENT, "by")?;
    let seen = by.minus(2).until(by).any(|element| passage.block.language.sets.seen_as.has(passage.word(element)));
    seen.then(|| clauses::mention_from(passage, by.next())).flatten()
}

/// `in the words of a senior adviser, “…”`, `in Reyes’s words, “…”`, and `“…,” in Reyes’s view`.
pub(super) fn in_their_words(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    let theirs = |token: usize| passage.block.language.sets.ways_of_seeing.has(word(token));
    let is_in = |token: usize| word(token).eq_ignore_ascii_case("in");
    let of_whom = |end: usize| {
        let index = passage.mention_up_to(end)?;
        let the = passage.mentions[index].phrase_start.checked_sub(3).filter(|&the| the > 0)?;
        (is_in(the - 1) && word(the) == "the" && theirs(the + 1) && word(the + 2) == "of").then_some(index)
    };
    let whose = |noun: usize| {
        let index = passage.mention_up_to(noun.checked_sub(1)?)?;
        let lead = passage.mentions[index].phrase_start.checked_sub(1)?;
        (word(noun - 1).starts_with(['\'', '’']) && is_in(lead) && theirs(noun)).then_some(index)
    };
    let before = || {
        let last = quotation.tokens.start.checked_sub(1)?;
        let end = if word(last) == "," { last } else { last + 1 };
        of_whom(end).or_else(|| whose(end.checked_sub(1)?))
    };
    let behind = || {
        let at = quotation.tokens.end;
        let sentence = passage.sentence_of(at).end.min(at + CLOSING);
        (at..sentence).find(|&token| theirs(token)).and_then(whose)
    };
    before().or_else(behind)
}

/// `because to her, “…”`: as she sees it.
pub(super) fn to_whom(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let comma = quotation.tokens.start.checked_sub(1).filter(|&before| passage.block.word(before) == ",")?;
    let index = passage.mention_up_to(comma)?;
    let to = passage.mentions[index].phrase_start.checked_sub(1)?;
    let word = |token: usize| passage.block.word(token);
    let clause_leads = &passage.block.language.sets.clause_leads;
    // `he turned to her, “…”` is to be kept apart.
    let begins =
        passage.sentence_of(to).start == to || to.checked_sub(1).is_some_and(|before| clause_leads.has(word(before)));
    let pronoun = matches!(passage.mentions[index].kind, MentionKind::Pronoun(_));
    (pronoun && begins && word(to).eq_ignore_ascii_case("to")).then_some(index)
}

/// `all they get is a message stating, “…”`: what is read, where nobody is told to have written it.
pub(super) fn document_read(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let word = |token: usize| passage.block.word(token);
    let cue = at.checked_sub(1 + usize::from(at > 0 && matches!(word(at - 1), "," | ":")))?;
    if !word(cue).ends_with("ing") || passage.words[cue].cue() < 3 {
        return None;
    }
    let index = passage.mention_up_to(cue)?;
    let mention = &passage.mentions[index];
    let verb = mention.phrase_start.checked_sub(1)?;
    let met = passage.block.language.sets.meets_a_document.has(word(verb));
    (met && passage.words[mention.head].is(WordClass::DocumentNoun)).then_some(index)
}
