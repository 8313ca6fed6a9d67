//! Forms that leave no doubt about the speaker, whatever else stands around: rare in what the ranker learns from, but plain to a reader.

use super::candidates::Candidate;
use super::clauses;
use crate::lexicon::WordClass;
use crate::mentions::{MentionKind, Passage};
use crate::quotes::Quotation;
use crate::text::TokenKind;

/// How many tokens of the sentence on either side of the quotation are read.
const REACH: usize = 40;

/// How many words name what is called something.
const NAMED: usize = 5;

/// The mention that such a form names, in the quotation's own block.
pub(super) fn speaker(quotation: &Quotation, passage: &Passage) -> Option<Candidate> {
    let mention = named_before_colon(passage, quotation)
        .or_else(|| quoted_as_saying(passage, quotation))
        .or_else(|| says_right_behind(passage, quotation))
        .or_else(|| signed(passage, quotation))
        .or_else(|| as_they_put_it(passage, quotation))
        .or_else(|| says_right_before(passage, quotation))
        .or_else(|| calls(passage, quotation))
        .or_else(|| saying(passage, quotation))
        .or_else(|| claims(passage, quotation))
        .or_else(|| according_to(passage, quotation))?;
    Some(Candidate { block: quotation.block, mention })
}

/// `REYES: “…”` at the beginning of a line, and `“REYES: …”` with the name inside the marks.
fn named_before_colon(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    let begins_line = |token: usize| match token.checked_sub(1) {
        Some(before) => {
            let gap = passage.block.tokens[before].end as usize..passage.block.tokens[token].start as usize;
            passage.block.text[gap].contains('\n')
        }
        None => true,
    };
    let near = passage.mentions_within(at.saturating_sub(REACH)..at + 2);
    near.rev().find(|&index| {
        let mention = &passage.mentions[index];
        let end = mention.tokens.end;
        let inside = mention.phrase_start == at + 1 && passage.element_of(end) < passage.element_of(end + 1);
        let before = end + 1 == at && begins_line(mention.phrase_start);
        let owned = (mention.phrase_start..mention.tokens.start)
            .any(|token| passage.block.tokens[token].kind == TokenKind::Possessive);
        mention.kind == MentionKind::Name && word(end) == ":" && !owned && (inside || before)
    })
}

/// `“…,” the minister was quoted as saying by the agency`: the one quoted, not the agency.
fn quoted_as_saying(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let word = |token: usize| passage.block.word(token);
    let at = quotation.tokens.end;
    let end = passage.sentence_of(at).end.min(at + REACH);
    let quoted = (at..end.saturating_sub(2)).find(|&token| {
        word(token) == "quoted" && word(token + 1) == "as" && matches!(word(token + 2), "saying" | "telling")
    })?;
    let auxiliary = |&token: &usize| {
        matches!(
            word(token),
            "was" | "were" | "is" | "are" | "been" | "being" | "has" | "had" | "have" | "later" | "also"
        )
    };
    let verb = (at..quoted).rev().take_while(auxiliary).last()?;
    ends_at(passage, verb)
}

/// `“…”, inquiry says` at the end of a sentence.
fn says_right_behind(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.end;
    let sentence = passage.sentence_of(at).end;
    let end = (at..sentence).find(|&token| passage.block.word(token) == ";").unwrap_or(sentence);
    let last = (at..end).rev().find(|&token| passage.block.tokens[token].is_word())?;
    if last >= at + 8 || passage.words[last].cue() < 4 {
        return None;
    }
    let index = ends_at(passage, last)?;
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
fn as_they_put_it(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let mut at = quotation.tokens.end;
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    if word(at) == "," {
        at += 1;
    }
    let end = passage.sentence_of(at).end.min(at + REACH / 2);
    let puts = |&token: &usize| {
        matches!(word(token), "put" | "puts" | "called" | "calls" | "described") && word(token + 1) == "it"
    };
    let verb = (at + 1..end).find(puts).filter(|_| word(at) == "as")?;
    let index = clauses::subject_of(passage, passage.element_of(verb))?;
    (passage.mentions[index].phrase_start == at + 1).then_some(index)
}

/// `She was there when doctors told the others: “…”`, `the mother of three replied, “…”`: the subject of the verb that leads to the
/// quotation.
fn says_right_before(passage: &Passage, quotation: &Quotation) -> Option<usize> {
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
    let index = (spoken && finite && leads).then(|| clauses::subject_of(passage, passage.element_of(cue))).flatten()?;
    // `A source speaking to the News said` is not the News.
    let before = passage.mentions[index].phrase_start.checked_sub(1);
    (!before.is_some_and(|before| passage.words[before].is(WordClass::Preposition))).then_some(index)
}

/// `Other pilots call her “the queen”`, `a plan it's calling “the ladder”`: who gives the name.
fn calls(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = passage.element_of(quotation.tokens.start);
    let cue = (at.saturating_sub(NAMED)..at).rev().find(|&element| passage.known(element).cue() > 0)?;
    let participle = passage.word(cue).ends_with("ing")
        && !matches!(
            passage.word(cue.checked_sub(1)?),
            "'s" | "’s" | "is" | "are" | "was" | "were" | "been" | "’re" | "'re"
        );
    let named = |element: usize| {
        let word = passage.word(element);
        word.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !passage.is_quotation(element)
            && !clauses::is_finite(passage, element)
            && passage.sentence_ends_after(element).is_none()
    };
    let calling = passage.known(cue).is(WordClass::Calling) && clauses::is_cue_verb(passage, cue);
    if !calling || participle || clauses::is_passive(passage, cue) || !(cue + 1..at).all(named) {
        return None;
    }
    // Where the subject stands further off, the ranker weighs more than the clause.
    clauses::subject_of(passage, cue).filter(|&index| {
        let behind = passage.element_of(passage.mentions[index].tokens.end - 1) + 1;
        behind <= cue && (behind..cue).all(|element| clauses::is_passed(passage.word(element)))
    })
}

/// `According to the agency, the port was put “on hold”`, where nobody else in the sentence says anything.
fn according_to(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let sentence = passage.sentence_of(quotation.tokens.start);
    let start = sentence.start;
    let word = |token: usize| passage.block.tokens.get(token).map_or("", |_| passage.block.word(token));
    if word(start) != "According" || word(start + 1) != "to" {
        return None;
    }
    let source = passage.mentions_within(start + 2..quotation.tokens.start).find(|&index| {
        passage.mentions[index].phrase_start == start + 2 && word(passage.mentions[index].tokens.end) == ","
    })?;
    let outside = |token: &usize| !passage.is_quotation(passage.element_of(*token));
    let passive = |token: usize| token > 0 && matches!(word(token - 1), "been" | "was" | "were" | "be" | "is" | "are");
    let says =
        |token: usize| passage.words[token].cue() >= 2 && !passive(token) && !super::relay::hands_on(word(token));
    let end = passage.mentions[source].tokens.end;
    let silent = !(end..sentence.end).take(2 * REACH).filter(outside).any(says);
    silent.then_some(source)
}

/// `Reyes's claim that it was “over”`, `their contention that “…”`: whose claim it is.
fn claims(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let start = passage.sentence_of(at).start.max(at.saturating_sub(REACH / 2));
    let word = |token: usize| passage.block.word(token);
    let noun = |&token: &usize| {
        matches!(
            word(token),
            "claim"
                | "claims"
                | "assertion"
                | "assertions"
                | "contention"
                | "allegation"
                | "allegations"
                | "argument"
                | "suggestion"
                | "accusation"
                | "belief"
                | "pledge"
                | "promise"
                | "vow"
                | "warning"
                | "complaint"
        ) && matches!(word(token + 1), "that" | "of" | "about" | "to")
    };
    let noun = (start..at.saturating_sub(1)).rev().find(noun)?;
    let plain = |token: usize| {
        passage.words[token].cue() < 3
            && !passage.is_quotation(passage.element_of(token))
            && passage.block.tokens[token].kind != TokenKind::Mark
    };
    if !(noun + 2..at).all(plain) {
        return None;
    }
    let possessor = noun.checked_sub(1)?;
    let near = passage.mentions_within(possessor.saturating_sub(REACH / 4)..noun);
    // `Foss repeated her promise of “…”` is Foss.
    let told_before = (start..noun).any(|token| passage.words[token].cue() >= 2);
    near.rev().find(|&index| {
        let tokens = &passage.mentions[index].tokens;
        let owning_pronoun = tokens.end == noun
            && matches!(word(possessor), "his" | "her" | "their" | "its" | "His" | "Her" | "Their" | "Its");
        owning_pronoun && !told_before && tokens.start == possessor
            || tokens.end == possessor && passage.block.tokens[possessor].kind == TokenKind::Possessive
    })
}

/// `with Reyes saying “…”`, `a film of Reyes saying “…”`: whom the participle belongs to, with no comma between.
fn saying(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let at = quotation.tokens.start;
    let start = passage.sentence_of(at).start.max(at.saturating_sub(REACH / 4));
    let word = |token: usize| passage.block.word(token);
    let cue = (start..at).rev().find(|&token| passage.words[token].cue() > 0)?;
    let participle = word(cue).ends_with("ing") && passage.words[cue].cue() >= 3;
    let plain = |token: usize| {
        passage.block.tokens[token].kind != TokenKind::Mark || token + 1 == at && matches!(word(token), "," | ":")
    };
    let alone = passage.mentions_within(cue + 1..at).is_empty();
    let index = (participle && alone && (cue + 1..at).all(plain)).then(|| ends_at(passage, cue)).flatten()?;
    // `She emailed voters saying “…”`: the clause is not theirs.
    let before = passage.mentions[index].phrase_start.checked_sub(1)?;
    matches!(word(before), "," | "with" | "With" | "of").then_some(index)
}

/// `“…” – Ana Reyes`, alone on its line or with no more than a description behind the name.
fn signed(passage: &Passage, quotation: &Quotation) -> Option<usize> {
    let tokens = passage.block.tokens;
    let at = quotation.tokens.end;
    let breaks = |token: usize| {
        let ends = tokens.get(token.wrapping_sub(1)).map_or(0, |before| before.end as usize);
        let begins = tokens.get(token).map_or(passage.block.text.len(), |next| next.start as usize);
        token == 0 || token >= tokens.len() || passage.block.text[ends..begins].contains('\n')
    };
    let is_dash = |token: usize| matches!(passage.block.word(token), "—" | "–" | "―" | "-" | "--" | "~");
    if !breaks(quotation.tokens.start) || at >= tokens.len() || !is_dash(at) || breaks(at + 1) {
        return None;
    }
    let line_end = (at + 1..tokens.len().min(at + REACH)).find(|&token| breaks(token)).unwrap_or(tokens.len());
    let index = passage.mentions.iter().position(|mention| mention.phrase_start == at + 1)?;
    let mention = &passage.mentions[index];
    let rest = mention.tokens.end..line_end;
    let says_more = |token: usize| {
        passage.is_quotation(passage.element_of(token))
            || passage.words[token].cue() >= 3
            || matches!(passage.block.word(token), "is" | "was" | "are" | "were" | "has" | "had" | "will" | "who")
    };
    let described = rest.is_empty() || matches!(passage.block.word(rest.start), "," | "(" | "." | "-" | "–" | "—");
    (described && line_end - at <= REACH / 2 && !rest.clone().any(says_more)).then_some(index)
}

/// The longest mention that ends right before a token.
fn ends_at(passage: &Passage, token: usize) -> Option<usize> {
    let near = passage.mentions_within(token.saturating_sub(REACH)..token);
    near.filter(|&index| passage.mentions[index].tokens.end == token)
        .min_by_key(|&index| passage.mentions[index].tokens.start)
}
