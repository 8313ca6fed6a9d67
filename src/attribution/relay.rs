//! A relays B: whoever's words they are is the speaker, not whoever hands them on.

use crate::analysis::{
    ElementId, Mention, MentionId, MentionKind, Passage, Pronoun, SentenceEnd, clauses, led_by_according_to,
};
use crate::language::WordClass;
use crate::speech::Quotation;

/// How many tokens before the quotation its sentence is read.
const REACH: usize = 60;

/// How many words may stand between a mention and its verb.
const NEAR: usize = 4;

/// The speaker whose words the chosen one passes on: B in `A quoted B as saying “…”`, and in `B said it was “…”, according to A`.
///
/// The annotations that the ranker learns from name the outermost source where there are two, so this is left to rules.
pub(super) fn behind(chosen: MentionId, quotation: &Quotation, passages: &[Passage]) -> Option<MentionId> {
    let passage = &passages[quotation.block];
    let mention = quoted_as_saying(passage, quotation).or_else(|| told_by(passage, quotation)).or_else(|| {
        let here = chosen.block == quotation.block;
        here.then(|| {
            said_before_according_to(passage, chosen, quotation)
                .or_else(|| said_behind_by_report(passage, chosen, quotation))
                .or_else(|| cited_by(passage, chosen))
                .or_else(|| behind_relative_clause(passage, chosen))
                .or_else(|| said_within(passage, chosen, quotation))
        })
        .flatten()
    });
    mention.map(|mention| MentionId { block: quotation.block, index: mention })
}

/// `An official, who asked not to be named, said “…”`, `Reyes, a lawyer who saw it, said “…”`: the official and the lawyer, for the clause of
/// `who` is over before the cue.
fn behind_relative_clause(passage: &Passage, chosen: MentionId) -> Option<usize> {
    let who = &passage.mentions[chosen.index];
    let before = who.tokens.start.checked_sub(1)?;
    if who.kind != MentionKind::Pronoun(Pronoun::Who) {
        return None;
    }
    let comma = passage.block.word(before) == ",";
    let noun = if comma { before } else { before + 1 };
    let end = passage.sentence_of(before).end.min(before + REACH);
    let closes = |&token: &usize| passage.block.word(token) == "," && passage.words[token + 1].cue() >= 3;
    let closing = (who.tokens.end..end.saturating_sub(1)).find(closes)?;
    let near = passage.mentions_within(noun.saturating_sub(REACH)..noun);
    let named = near.clone().rev().find(|&index| passage.mentions[index].tokens.end == noun)?;
    // `the people who stayed, said Reyes`: without a comma the clause must hang on what stands between commas itself.
    let inserted = passage.mentions[named].phrase_start.checked_sub(1).is_some_and(|at| passage.block.word(at) == ",");
    let silent = (who.tokens.end..closing).all(|token| passage.words[token].cue() < 3);
    (comma || inserted && silent).then_some(named)
}

/// Whether the one chosen is asked or told: `Reyes was asked, “…?”` are another's words, and nobody says whose.
pub(super) fn is_hearer(chosen: MentionId, quotation: &Quotation, passages: &[Passage]) -> bool {
    let passage = &passages[quotation.block];
    let at = passage.element_of(quotation.tokens.start);
    let verb = at.minus(NEAR).until(at).rev().find(|&element| passage.known(element).cue() > 0);
    let hears = |verb: ElementId| matches!(passage.word(verb), "asked" | "told") && clauses::is_passive(passage, verb);
    chosen.block == quotation.block
        && verb.filter(|&verb| hears(verb)).and_then(|verb| clauses::subject_of(passage, verb)) == Some(chosen.index)
}

/// Whether the one chosen is who is spoken of: `Reyes was called “…”`, `Reyes, who is accused of “…”,` and, in a headline, `Reyes accused of “…”`
/// are another's words.
pub(super) fn is_spoken_of(chosen: MentionId, quotation: &Quotation, passages: &[Passage]) -> bool {
    let passage = &passages[quotation.block];
    let (at, sets) = (passage.element_of(quotation.tokens.start), passage.sets());
    let leads = |&element: &ElementId| {
        let word = passage.word(element);
        sets.prepositions_of_complement.has(word) || word == "as" || passage.known(element).is(WordClass::Determiner)
    };
    let Some(verb) = at.minus(NEAR).until(at).rev().find(|element| !leads(element)) else { return false };
    if chosen.block != quotation.block || !sets.seen_as.has(passage.word(verb)) {
        return false;
    }
    let adjoins = |mention: &Mention, element: ElementId| passage.token_of(element) == Some(mention.tokens.end);
    let mention = &passage.mentions[chosen.index];
    // `Reyes |accused| of`; who accuses somebody says whom.
    let reduced = passage.word(verb.next()) == "of" && adjoins(mention, verb);
    let subject = || clauses::subject_of(passage, verb).filter(|_| clauses::is_passive(passage, verb));
    let is_subject = |index: usize| {
        let subject = &passage.mentions[index];
        let start = passage.element_of(subject.tokens.start);
        let noun_end = start.before().filter(|&before| passage.word(before) == ",").unwrap_or(start);
        index == chosen.index || subject.kind == MentionKind::Pronoun(Pronoun::Who) && adjoins(mention, noun_end)
    };
    reduced || subject().is_some_and(is_subject)
}

/// How many elements before the quotation `were told` may stand.
const TOLD: usize = 8;

/// `Drivers were told “stay away” by the police`, `Moor was told by the judge: “…”`: who told them.
fn told_by(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = passage.element_of(quotation.tokens.start);
    let start = passage.element_of(passage.sentence_of(quotation.tokens.start).start).max(at.minus(TOLD));
    let tells =
        |&verb: &ElementId| passage.sets().tells_somebody.has(passage.word(verb)) && clauses::is_passive(passage, verb);
    let verb = start.until(at).rev().find(tells)?;
    let is_by = |&element: &ElementId| passage.word(element) == "by";
    let leads = |element: &ElementId| {
        let word = passage.word(*element);
        matches!(word, ":" | ",") || passage.sets().complementiser.has(word)
    };
    let before = || {
        let index = clauses::mention_from(passage, verb.next().until(at).find(is_by)?.next())?;
        let end = passage.element_of(passage.mentions[index].tokens.end - 1).next();
        end.until(at).all(|element| leads(&element)).then_some(index)
    };
    let behind = || {
        let by = at.next().until(at.plus(3)).find(|element| !leads(element)).filter(is_by)?;
        clauses::mention_from(passage, by.next())
    };
    before().or_else(behind)
}

/// How many elements behind the quotation the verb of `“…,” a driver said` may stand.
const SAYS_BEHIND: usize = 12;

/// How many auxiliaries and adverbs may stand between a subject and its verb.
const AUXILIARIES: usize = 2;

/// `Police said the gunman had yelled “get down”`: the subject of the verb right before the quotation, where the chosen one says that it did so.
fn said_within(passage: &Passage, chosen: MentionId, quotation: &Quotation) -> Option<usize> {
    let at = passage.element_of(quotation.tokens.start);
    let before = at.before()?;
    let verb = if matches!(passage.word(before), ":" | ",") { before.before()? } else { before };
    if passage.known(verb).cue() < 3 || clauses::is_passive(passage, verb) {
        return None;
    }
    let index = clauses::subject_of(passage, verb)?;
    let (inner, outer) = (&passage.mentions[index], &passage.mentions[chosen.index]);
    let between = outer.tokens.end..inner.phrase_start;
    let said = between.clone().any(|token| passage.words[token].cue() >= 3)
        && between.clone().all(|token| passage.block.word(token) != ",");
    let who = !matches!(inner.kind, MentionKind::Pronoun(Pronoun::Who | Pronoun::It));
    // `said at a hearing that it would close but added` has no new subject.
    let speaks = who && passage.element_of(inner.tokens.end).until(verb).count() <= AUXILIARIES;
    (index != chosen.index && said && between.len() <= NEAR && speaks).then_some(index)
}

/// Whether the verb at a token hands on what another said: `quoted the minister as saying`.
pub(super) fn hands_on(passage: &Passage, token: usize) -> bool {
    passage.block.language.sets.hands_on.has(passage.block.word(token))
}

/// `RIA Novosti quoted the Russian leader as saying`, before the quotation in its sentence.
fn quoted_as_saying(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let sentence = passage.sentence_of(at);
    let start = sentence.start.max(at.saturating_sub(REACH));
    let word = |token: usize| passage.block.word(token);
    let saying = (start + 3..at).rev().find(|&token| word(token) == "saying" && word(token - 1) == "as")?;
    if (saying..at).any(|token| passage.is_stretch(passage.element_of(token))) {
        return None;
    }
    passage.mentions_within(start..saying).find(|&index| {
        let mention = &passage.mentions[index];
        mention.tokens.end == saying - 1 && mention.phrase_start > start && hands_on(passage, mention.phrase_start - 1)
    })
}

/// B in `A, citing B, reported`.
fn cited_by(passage: &Passage, chosen: MentionId) -> Option<usize> {
    let comma = passage.mentions[chosen.index].tokens.end;
    passage.block.tokens.get(comma + 1)?;
    let cites = passage.block.word(comma) == "," && matches!(passage.block.word(comma + 1), "citing" | "quoting");
    let source = |&index: &usize| passage.mentions[index].phrase_start == comma + 2;
    cites.then(|| (chosen.index + 1..passage.mentions.len()).take(3).find(source)).flatten()
}

/// `“…,” a driver said, according to the agency` and `“…,” a driver said, per Reyes`: the driver.
fn said_behind_by_report(passage: &Passage, chosen: MentionId, quotation: &Quotation) -> Option<usize> {
    let source = passage.element_of(passage.mentions[chosen.index].phrase_start);
    let per = || source.before().filter(|&per| passage.word(per) == "per");
    let comma = led_by_according_to(passage, source).or_else(per)?.before()?;
    let verb = comma.before()?;
    let start = passage.element_of(quotation.tokens.end - 1).next();
    if passage.word(comma) != "," || verb <= start || verb > start.plus(SAYS_BEHIND) {
        return None;
    }
    let says = passage.known(verb).cue() >= 3;
    clauses::mention_from(passage, start).filter(|&index| {
        says && passage.element_of(passage.mentions[index].tokens.end - 1).next().until(verb).count() <= AUXILIARIES
    })
}

/// `The minister said it was “over”, according to the agency`, and `According to the report, the minister said it was “over”`
fn said_before_according_to(passage: &Passage, chosen: MentionId, quotation: &Quotation) -> Option<usize> {
    let source = passage.mentions[chosen.index].phrase_start;
    led_by_according_to(passage, passage.element_of(source))?;
    let at = passage.element_of(quotation.tokens.start);
    let speaks = |mention: &Mention| {
        let last = passage.element_of(mention.tokens.end - 1);
        let behind = last.next();
        let verb = behind.until(behind.plus(NEAR).min(at)).find(|&element| passage.known(element).cue() >= 3);
        // `In his talk to the police, the driver said`: not the police.
        let its = verb
            .and_then(|verb| clauses::subject_of(passage, verb))
            .is_none_or(|subject| passage.mentions[subject].tokens.end <= mention.tokens.end);
        let one_sentence = last.until(at).all(|element| {
            passage.sentence_ends_after(element) != Some(SentenceEnd::Outside)
                && (element == last || !passage.is_stretch(element))
        });
        last < at && verb.is_some() && its && one_sentence
    };
    let start = passage.sentence_of(source).start.max(quotation.tokens.start.saturating_sub(REACH));
    passage
        .mentions_within(start..quotation.tokens.start)
        .find(|&index| index != chosen.index && speaks(&passage.mentions[index]))
}
