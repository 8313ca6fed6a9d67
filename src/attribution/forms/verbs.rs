//! Forms with a verb whose subject speaks.

use super::reach::REACH;
use crate::analysis::clauses;
use crate::analysis::{ElementId, MentionKind, Passage};
use crate::language::WordClass;
use crate::speech::Quotation;
use crate::text::TokenKind;

/// How many words name what is called something.
const NAMED: usize = 5;

/// How many words a clause has that leads from its first word to a quotation.
const CLAUSE: usize = 14;

/// `“…,” the minister was quoted as saying by the agency`: the one quoted, not the agency.
pub(super) fn quoted_as_saying(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let word = |token: usize| passage.block.word(token);
    let at = quotation.tokens.end;
    let end = passage.sentence_of(at).end.min(at + REACH);
    let quoted = (at..end.saturating_sub(2)).find(|&token| {
        word(token) == "quoted" && word(token + 1) == "as" && matches!(word(token + 2), "saying" | "telling")
    })?;
    let auxiliary = |&token: &usize| passage.block.language.sets.passed_before_quoted.has(word(token));
    let verb = (at..quoted).rev().take_while(auxiliary).last()?;
    passage.mention_up_to(verb)
}

/// `“…”, inquiry says` at the end of a sentence.
pub(super) fn says_right_behind(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.end;
    let sentence = passage.sentence_of(at).end;
    let end = (at..sentence).find(|&token| passage.block.word(token) == ";").unwrap_or(sentence);
    let last = (at..end).rev().find(|&token| passage.block.tokens[token].is_word())?;
    if last >= at + 8 || passage.words[last].cue() < 4 {
        return None;
    }
    let index = passage.mention_up_to(last)?;
    let mention = &passage.mentions[index];
    // `Hill scolded him: “…,” she said` names the speaker before.
    let start = passage.sentence_of(quotation.tokens.start).start;
    let told_before = (start..quotation.tokens.start).any(|token| passage.words[token].cue() >= 2);
    if told_before && matches!(mention.kind, MentionKind::Pronoun(_)) {
        return None;
    }
    let comma = mention.phrase_start.checked_sub(1).filter(|&before| before >= at && passage.block.word(before) == ",");
    (comma.unwrap_or(mention.phrase_start) == at).then_some(index)
}

/// `“…,” as the minister put it`.
pub(super) fn as_they_put_it(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let mut at = quotation.tokens.end;
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    if word(at) == "," {
        at += 1;
    }
    let end = passage.sentence_of(at).end.min(at + REACH / 2);
    let puts = |&token: &usize| passage.block.language.sets.puts_it.has(word(token)) && word(token + 1) == "it";
    let verb = (at + 1..end).find(puts).filter(|_| word(at) == "as")?;
    let index = clauses::subject_of(passage, passage.element_of(verb))?;
    (passage.mentions[index].phrase_start == at + 1).then_some(index)
}

/// `She was there when doctors told the others: “…”`, `the mother of three replied, “…”`: the subject of the verb that leads to the
/// quotation.
pub(super) fn says_right_before(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let mark = at.checked_sub(1).filter(|&before| matches!(passage.block.word(before), ":" | ","))?;
    let start = passage.sentence_of(mark).start.max(mark.saturating_sub(REACH / 4));
    let cue = (start..mark).rev().find(|&token| passage.words[token].cue() > 0)?;
    let spoken = passage.words[cue].cue() >= 4 || passage.words[cue].is(WordClass::Telling);
    let finite = !passage.block.word(cue).ends_with("ing") && passage.words[cue].cue() >= 3;
    let leads = match passage.block.word(mark) {
        ":" => (cue..mark).all(|token| passage.block.tokens[token].kind != TokenKind::Mark),
        _ => cue + 1 == mark,
    };
    // `Reyes was asked, “…”` is what another asks.
    let element = passage.element_of(cue);
    let active = !clauses::is_passive(passage, element);
    let index = (spoken && finite && leads && active).then(|| clauses::subject_of(passage, element)).flatten()?;
    // `A source speaking to the News said` is not the News.
    let before = passage.mentions[index].phrase_start.checked_sub(1);
    (!before.is_some_and(|before| passage.words[before].is(WordClass::Preposition))).then_some(index)
}

/// `Other pilots call her “the queen”`, `a plan it's calling “the ladder”`: who gives the name.
pub(super) fn calls(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let quotation_element = passage.element_of(quotation.tokens.start);
    let cue = quotation_element
        .minus(NAMED)
        .until(quotation_element)
        .rev()
        .find(|&element| passage.known(element).cue() > 0)?;
    let sets = &passage.block.language.sets;
    let participle =
        passage.word(cue).ends_with("ing") && !sets.progressive_auxiliaries.has(passage.word(cue.before()?));
    let named = |element: ElementId| {
        let word = passage.word(element);
        word.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !passage.is_stretch(element)
            && !clauses::is_finite(passage, element)
            && passage.sentence_ends_after(element).is_none()
    };
    let calling = passage.known(cue).is(WordClass::Calling) && clauses::is_cue_verb(passage, cue);
    if !calling || participle || clauses::is_passive(passage, cue) || !cue.next().until(quotation_element).all(named) {
        return None;
    }
    // Where the subject stands further off, the ranker weighs more than the clause; what somebody would call it is another's guess.
    clauses::subject_of(passage, cue).filter(|&index| {
        let behind = passage.element_of(passage.mentions[index].tokens.end - 1).next();
        let passed = |element: ElementId| {
            clauses::is_passed(passage, element) && !matches!(passage.word(element), "would" | "will")
        };
        behind <= cue && behind.until(cue).all(passed)
    })
}

/// `Reyes went on about “…”`.
pub(super) fn goes_on_about(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let quotation_element = passage.element_of(quotation.tokens.start);
    let about =
        quotation_element.minus(2).until(quotation_element).rev().find(|&element| passage.word(element) == "about")?;
    let on = about.before().filter(|&on| passage.word(on) == "on")?;
    let verb = on.before()?;
    let goes = passage.block.language.sets.goes_on.has(passage.word(verb));
    let led = about.next() == quotation_element
        || passage.known(about.next()).is(WordClass::Determiner)
        || passage.word(about.next()) == "how";
    (goes && led).then(|| clauses::subject_of(passage, verb)).flatten()
}

/// `After saying it was “…”, Reyes left`: the subject of the clause that follows, where nobody else says anything before it.
pub(super) fn participle_first(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let quotation_element = passage.element_of(quotation.tokens.start);
    let start = clauses::sentence_start(passage, quotation_element);
    let led = passage.block.language.sets.participle_leads.has(passage.word(start));
    let verb = if led { start.next() } else { start };
    if verb >= quotation_element
        || verb.until(quotation_element).len() > CLAUSE
        || !passage.word(verb).ends_with("ing")
        || passage.known(verb).cue() < 3
    {
        return None;
    }
    let parts = |element: ElementId| {
        let mark =
            passage.block.language.sets.clause_borders.has(passage.word(element)) && element.next() < quotation_element;
        mark || passage.known(element).cue() >= 3 || passage.is_stretch(element)
    };
    if verb.next().until(quotation_element).any(parts) {
        return None;
    }
    let behind = quotation_element.next();
    let clause = if passage.word(behind) == "," { behind.next() } else { behind };
    clauses::mention_from(passage, clause).filter(|&index| !passage.is_owner(&passage.mentions[index]))
}

/// `with Reyes saying “…”`, `a film of Reyes saying “…”`, `the form is long, the ministry recommending “…”`: whom the participle belongs
/// to, with no comma between.
pub(super) fn saying(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let start = passage.sentence_of(at).start.max(at.saturating_sub(REACH / 4));
    let word = |token: usize| passage.block.word(token);
    let cue = (start..at).rev().find(|&token| passage.words[token].cue() > 0)?;
    let participle = word(cue).ends_with("ing");
    let plain = |token: usize| {
        passage.block.tokens[token].kind != TokenKind::Mark || token + 1 == at && matches!(word(token), "," | ":")
    };
    let alone = passage.mentions_within(cue + 1..at).is_empty();
    let index = (participle && alone && (cue + 1..at).all(plain)).then(|| passage.mention_up_to(cue)).flatten()?;
    // `She emailed voters saying “…”`: the clause is not theirs.
    let phrase = passage.mentions[index].phrase_start;
    let before = phrase.checked_sub(1)?;
    let sets = &passage.block.language.sets;
    let absolute = word(before) == "," && sets.articles.has(word(phrase));
    let spoken = passage.words[cue].cue() >= 3 && sets.absolute_leads.has(word(before));
    (absolute || spoken).then_some(index)
}

/// `Foss said as the crowd chanted: “…”`: the subject right before the verb right before the quotation.
pub(super) fn verb_beside(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let quotation_element = passage.element_of(quotation.tokens.start);
    let last = quotation_element.before()?;
    let verb = if matches!(passage.word(last), "," | ":") { last.before()? } else { last };
    let cue = passage.known(verb).cue() >= 3 && clauses::is_finite(passage, verb);
    let index = clauses::mention_before(passage, verb).filter(|_| cue)?;
    // `Reyes and the port said`, `a letter to the port said` and `Reyes, a nurse, said` have their subject further off.
    let before = passage.element_of(passage.mentions[index].phrase_start).before()?;
    let of_other = passage.word(verb).ends_with("ed") && passage.sets().leads_clause_of_other.has(passage.word(before));
    // `Reyes: My daughter said “…”`, in an interview.
    let told = passage.word(before) == ":" && clauses::mention_before(passage, before).is_some();
    (of_other || told).then_some(index)
}

/// `Because of the tide, explained Reyes, “…”`.
pub(super) fn inverted_before(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let word = |token: usize| passage.block.word(token);
    let comma = quotation.tokens.start.checked_sub(1).filter(|&before| word(before) == ",")?;
    let index = passage.mention_up_to(comma)?;
    let verb = passage.mentions[index].phrase_start.checked_sub(1)?;
    let says = clauses::may_precede_subject(passage, passage.element_of(verb));
    (says && verb.checked_sub(1).is_some_and(|before| word(before) == ",")).then_some(index)
}
