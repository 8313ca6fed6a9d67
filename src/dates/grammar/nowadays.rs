//! *today* and *tomorrow* that name no day: *nowadays*, a programme, a figure of speech.

use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::text::TokenKind;
use std::ops::Range;

/// The largest distance in tokens from the start of the quotation to *today*.
const QUOTATION_REACH: usize = 60;

/// The largest distance in tokens between *Today,* at the beginning of a sentence and its verb.
const SUBJECT_REACH: usize = 8;

/// *today* in the sense of *nowadays*: the clause states a fact in the present tense, not an event of that day.
pub(super) fn is_nowadays(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let sets = line.sets();
    let before = tokens.start.wrapping_sub(1);
    if line.is_in(before, &sets.before_nowadays) {
        return true;
    }
    if line.kind(tokens.end) == Some(TokenKind::Possessive) && tokens.end + 1 < line.len() {
        // *many of today's computers*
        let of_many =
            line.is(before, Keyword::Of) && line.is_in(tokens.start.wrapping_sub(2), &sets.quantifiers_of_kind);
        // *today's world*, *today's modern world*
        let described = line.at(tokens.end + 1) == Lexeme::Other && line.kind(tokens.end + 1) == Some(TokenKind::Lower);
        return of_many
            || line.is_in(tokens.end + 1, &sets.nouns_of_nowadays)
            || described && line.is_in(tokens.end + 2, &sets.nouns_of_nowadays);
    }
    // *the signals used today*
    if line.is_in(before, &sets.participles_of_nowadays)
        && sets.plural_endings.is_ending_of(line.written(tokens.start.wrapping_sub(2)))
    {
        return true;
    }
    // *the realities of today*
    if line.is(before, Keyword::Of)
        && matches!(line.at(tokens.start.wrapping_sub(2)), Lexeme::Other | Lexeme::Mark(Mark::Quote))
    {
        return true;
    }
    let joined = line.is_in(before, &sets.openers_of_nowadays) && line.begins_sentence(before);
    if line.begins_sentence(tokens.start) || joined {
        return opens_general_statement(line, tokens.end);
    }
    if line.is_word(before) && goes_on_generally(line, tokens.end) {
        return true;
    }
    // *the farms have running water today*
    if has_something(line, tokens) {
        return true;
    }
    line.is_in(tokens.end, &sets.be_present) && {
        // *the mood here today is tense* is about the day; only a general statement is not.
        let quote_marks = (tokens.start.saturating_sub(QUOTATION_REACH)..tokens.start)
            .filter(|&at| line.is_mark(at, Mark::Quote))
            .count();
        quote_marks % 2 == 1
    }
}

/// *Today, plague infections are rare*: the first verb is *be* or *have* in the present tense, and no participle follows that would make an
/// event of it. *Today is Friday* is about the day.
fn opens_general_statement(line: &Line<'_>, after: usize) -> bool {
    let sets = line.sets();
    let first = if line.is_mark(after, Mark::Comma) { after + 1 } else { after };
    let subject = (first..first + SUBJECT_REACH)
        .take_while(|&at| !matches!(line.at(at), Lexeme::Mark(Mark::Dot | Mark::Comma | Mark::Quote)));
    let verb = subject.skip(1).find(|&at| {
        line.is_in(at, &sets.verbs_of_general_statement)
            || line.is_in(at, &sets.adverbs_of_general_statement)
            || line.is_in(at, &sets.possibilities_of_nowadays) && line.is_in(at + 1, &sets.be_infinitive)
            || is_past(line, at)
    });
    verb.is_some_and(|at| {
        let event = is_past(line, at) || is_past(line, at + 1) && !line.is_in(at + 1, &sets.participles_of_standing);
        !event
            && !sets.progressive_endings.is_ending_of(line.written(at + 1))
            && !line.is_in(first, &sets.speakers_of_the_day)
    })
}

/// Whether what follows *today* in its clause states a fact: *the mill today has 600 looms*, *the site today is a museum*.
fn goes_on_generally(line: &Line<'_>, after: usize) -> bool {
    let sets = line.sets();
    let next = after + 1;
    let has = line.is_in(after, &sets.have_present) && !is_past(line, next) && !line.is(next, Keyword::To);
    let is = line.is_in(after, &sets.be_present)
        && (matches!(line.at(next), Lexeme::Keyword(Keyword::The | Keyword::A))
            || line.is_in(next, &sets.participles_of_standing));
    has || is || line.is_in(after, &sets.verbs_of_standing)
}

/// Whether the clause before *today*, at its end, says what somebody *has* or *have*: *have running water today*.
fn has_something(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let sets = line.sets();
    if !super::boundaries::ends_clause(line, tokens.end) {
        return false;
    }
    let verb = (tokens.start.saturating_sub(SUBJECT_REACH)..tokens.start)
        .rev()
        .take_while(|&at| !matches!(line.at(at), Lexeme::Mark(_)) && !is_past(line, at))
        .find(|&at| line.is_in(at, &sets.verbs_of_existence));
    verb.is_some_and(|at| at + 1 == tokens.start || line.is_in(at, &sets.have_present) && !is_past(line, at + 1))
}

fn is_past(line: &Line<'_>, at: usize) -> bool {
    let word = line.written(at);
    matches!(line.block.language.dates().tense(word), Some(crate::language::lexeme::TenseEvidence::Past))
        || word.len() > 4 && line.sets().past_endings.is_ending_of(word)
}

/// *USA Today*, *the Today programme*, *a brighter tomorrow*, *the World of Tomorrow*: no day.
pub(super) fn is_no_day(line: &Line<'_>, start: usize, days: i8) -> bool {
    let before = start.wrapping_sub(1);
    // *They sang "Yesterday"*
    if line.is_capital(start) && line.is_mark(before, Mark::Quote) && line.is_mark(start + 1, Mark::Quote) {
        return true;
    }
    // *USA Today*
    if line.is_capital(start) && start > 0 && line.is_capital(before) && line.before(start) == Lexeme::Other {
        return true;
    }
    // *the youth of today*
    if line.is(before, Keyword::Of) && line.is_in(start.wrapping_sub(2), &line.sets().those_of_today) {
        return true;
    }
    // *Today's Big Question*
    let title = line.kind(start + 1) == Some(TokenKind::Possessive)
        && line.is_capital(start)
        && (start + 2..start + 4).all(|at| line.is_capital(at) && line.at(at) == Lexeme::Other);
    if title {
        return true;
    }
    let programme = line.is_mark(start + 1, Mark::Quote) && line.is_in(start + 2, &line.sets().nouns_of_programmes)
        || line.is_in(start + 1, &line.sets().nouns_of_programmes);
    if programme && (!line.begins_sentence(start) || line.is_mark(start + 1, Mark::Quote)) {
        return true;
    }
    // *a brighter tomorrow*, *the World of Tomorrow*
    days == 1
        && (line.is(start.wrapping_sub(2), Keyword::A)
            && line.at(before) == Lexeme::Other
            && line.is_word(before)
            && line.kind(before) != Some(TokenKind::Possessive)
            || line.is(before, Keyword::A)
            || line.is_capital(start) && line.is(before, Keyword::Of))
}
