//! Rule-based sentence splitting: a sentence ends at a full stop that is not part of an abbreviation and is followed by a possible start of
//! a sentence.

use super::tokens::{Token, TokenKind};
use crate::language::{Language, WordClass, is_apostrophe};
use std::ops::Range;

/// The longest sentence, in tokens. Longer ones, such as tables or texts that consist of quotations, are cut, which bounds the cost of
/// reading a sentence to its end.
const LONGEST: usize = 400;

/// Appends the sentences of a block as ranges of its tokens. Closing quotation marks belong to the sentence before them.
pub(crate) fn split(language: &Language, text: &str, tokens: &[Token], sentences: &mut Vec<Range<usize>>) {
    let mut start = 0;
    let mut at = 0;
    let widest = if text.contains('\n') { text.lines().map(width).max() } else { None };
    while at < tokens.len() {
        if widest.is_some_and(|widest| ends_line(language, text, tokens, at, widest)) {
            sentences.push(start..at + 1);
            start = at + 1;
            at += 1;
            continue;
        }
        if at - start >= LONGEST {
            sentences.push(start..at);
            start = at;
        }
        if !ends_sentence(language, text, tokens, at) {
            at += 1;
            continue;
        }
        at += 1;
        while at < tokens.len()
            && tokens[at].kind == TokenKind::Mark
            && tokens[at].start == tokens[at - 1].end
            && closes(first_char(text, &tokens[at]))
        {
            at += 1;
        }
        if at == tokens.len() || begins_sentence(language, text, tokens, at) {
            sentences.push(start..at);
            start = at;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
}

fn first_char(text: &str, token: &Token) -> char {
    text[token.range()].chars().next().unwrap_or(' ')
}

fn closes(c: char) -> bool {
    matches!(c, '"' | '”' | '»' | ')' | ']' | '.' | '!' | '?' | '…') || is_apostrophe(c)
}

fn width(line: &str) -> usize {
    line.chars().count()
}

/// Whether the line break after the token ends a sentence rather than being a mere line wrap: the next line opens a quotation, and the
/// sentence before it is complete, or the next word begins in a capital and would have had room on the line before, as behind a heading.
fn ends_line(language: &Language, text: &str, tokens: &[Token], at: usize, widest: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    if !text[tokens[at].end as usize..next.start as usize].contains('\n') {
        return false;
    }
    let under_way = tokens[at].kind == TokenKind::Lower || matches!(first_char(text, &tokens[at]), ',' | '-');
    let opens = matches!(first_char(text, next), '“' | '"' | '„' | '«' | '‘' | '”');
    let open_ended = !tokens[at].is_word() || language.look_up(&text[tokens[at].range()]).is(WordClass::Function);
    let has_room = || {
        let end = tokens[at].end as usize;
        let start = text[..end].rfind('\n').map_or(0, |line| line + 1);
        width(&text[start..end]) + 1 + width(&text[next.range()]) < widest
    };
    opens && !under_way || next.is_capital() && !open_ended && has_room()
}

fn ends_sentence(language: &Language, text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if token.kind != TokenKind::Mark {
        // `U.S.` and `p.m.` end a sentence only if the next word indicates it; `J.` never does.
        let word = &text[token.range()];
        return word.ends_with('.') && word.len() > 2;
    }
    match first_char(text, token) {
        '!' | '?' | '…' => true,
        '.' => !(at > 0 && tokens[at - 1].end == token.start && is_abbreviation(language, text, tokens, at - 1)),
        _ => false,
    }
}

fn is_abbreviation(language: &Language, text: &str, tokens: &[Token], at: usize) -> bool {
    let word = &text[tokens[at].range()];
    language.sets.abbreviations.has_any_case(word)
        && !(language.sets.abbreviations_that_may_end.has_any_case(word)
            && tokens.get(at + 2).is_some_and(|next| next.is_capital()))
}

fn begins_sentence(language: &Language, text: &str, tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if token.start == tokens[at - 1].end && token.kind != TokenKind::Mark {
        // No space in between: `example.Com`, `3.5`.
        return false;
    }
    let abbreviation = tokens[at - 1].kind != TokenKind::Mark;
    match token.kind {
        TokenKind::Capital => !abbreviation || language.sets.sentence_starters.has_any_case(&text[token.range()]),
        TokenKind::Number => !abbreviation,
        TokenKind::Mark => matches!(
            first_char(text, token),
            '"' | '“' | '„' | '«' | '‘' | '\'' | '(' | '[' | '—' | '–' | '-' | '•' | '`' | '*'
        ),
        TokenKind::Lower | TokenKind::Possessive => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;
    use crate::text::tokens::tokenize;

    #[test]
    fn sentences_end_where_a_reader_says() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("plain", "He left. She stayed.", &["He left.", "She stayed."]),
            ("title", "Mr. Smith met Sen. Jones. Both left.", &["Mr. Smith met Sen. Jones.", "Both left."]),
            ("initials", "J. K. Rowling wrote. We read.", &["J. K. Rowling wrote.", "We read."]),
            ("country", "The U.S. Senate met. The U.S. The end.", &["The U.S. Senate met.", "The U.S.", "The end."]),
            (
                "quotation",
                "“Go. Now!” he said. “Why?” Nobody knew.",
                &["“Go.", "Now!” he said.", "“Why?”", "Nobody knew."],
            ),
            ("decimal", "It rose 3.5 percent. Fine.", &["It rose 3.5 percent.", "Fine."]),
            ("no full stop", "Storm hits coast", &["Storm hits coast"]),
            (
                "a list of quotations, one a line",
                "“No.” ― Ann Lee\n“Yes.” ― Tom Hill",
                &["“No.” ― Ann Lee", "“Yes.” ― Tom Hill"],
            ),
            ("a wrapped line", "He was called a\n“fool” by all", &["He was called a\n“fool” by all"]),
            (
                "a line that had room for a name",
                "Advice for Kelmar\nKelmar Police asked drivers on Sunday to stay away.",
                &["Advice for Kelmar", "Kelmar Police asked drivers on Sunday to stay away."],
            ),
            (
                "a wrapped line before a name",
                "On Sunday the mayor of the town asked\nKelmar Police to stay away from it.",
                &["On Sunday the mayor of the town asked\nKelmar Police to stay away from it."],
            ),
            (
                "a line that goes on",
                "A report by\nAna Reyes, who left the town on Sunday",
                &["A report by\nAna Reyes, who left the town on Sunday"],
            ),
            ("month", "On Sept. 27 it rained.", &["On Sept. 27 it rained."]),
        ];
        let language = language_of(None).unwrap();
        for (name, text, expected) in rows {
            let mut tokens = Vec::new();
            tokenize(text, &mut tokens);
            let mut sentences = Vec::new();
            split(language, text, &tokens, &mut sentences);
            let found: Vec<&str> = sentences
                .iter()
                .map(|range| &text[tokens[range.start].start as usize..tokens[range.end - 1].end as usize])
                .collect();
            assert_eq!(found, *expected, "{name}");
        }
    }
}
