//! Splits a block's text into words, numbers and punctuation marks.

use crate::language::is_apostrophe;

/// A word, a number or a single punctuation mark. White space is not a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte within the block's text.
    pub start: u32,
    /// Byte after the last one.
    pub end: u32,
    /// What it is.
    pub kind: TokenKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TokenKind {
    /// Letters of which the first is lower-case (`don't` is one token), or letters of a script without case.
    Lower,
    /// Letters of which the first is a capital: `Putin`, `McCain`, `US`, `U.S.`, `J.`
    Capital,
    /// Letters and digits of which the first is a digit: `16`, `16th`, `1990s`, `9am`. Separators are separate tokens.
    Number,
    /// The possessive ending: `'s` or `’s` after a word.
    Possessive,
    /// Any other single character.
    Mark,
}

impl Token {
    /// The token's bytes within its block's text.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the token is a word or a number.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Lower | TokenKind::Capital | TokenKind::Number)
    }

    /// Whether the token begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.kind == TokenKind::Capital
    }
}

/// The text of a block beyond so many bytes is ignored: tokens store byte offsets in 32 bits, and later steps need one bit of the index of
/// a token for themselves.
const MOST_BYTES: usize = 1 << 31;

/// Appends the tokens of `text`.
pub(crate) fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    let mut cursor = Cursor { text, at: 0 };
    while let Some(c) = cursor.peek() {
        let start = cursor.at;
        if c.is_whitespace() || is_invisible(c) {
            cursor.bump(c);
            continue;
        }
        let kind = if c.is_alphabetic() {
            cursor.take_word();
            if c.is_uppercase() { TokenKind::Capital } else { TokenKind::Lower }
        } else if c.is_numeric() {
            cursor.take_while(char::is_alphanumeric);
            TokenKind::Number
        } else if is_apostrophe(c) && cursor.is_possessive(start) {
            cursor.bump(c);
            cursor.take_while(char::is_alphanumeric);
            TokenKind::Possessive
        } else {
            cursor.bump(c);
            TokenKind::Mark
        };
        if cursor.at > MOST_BYTES {
            return;
        }
        tokens.push(Token { start: start as u32, end: cursor.at as u32, kind });
    }
}

/// Whether the character is invisible: soft hyphen, zero-width characters, direction marks.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn bump(&mut self, c: char) {
        self.at += c.len_utf8();
    }

    fn take_while(&mut self, belongs: impl Fn(char) -> bool) {
        let rest = &self.text[self.at..];
        self.at += rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    }

    /// Letters and digits, with apostrophes inside a word (`don't`, `O’Neill`), soft hyphens, and the dots of `U.S.` and `J.`
    fn take_word(&mut self) {
        let start = self.at;
        let is_letter = |c: char| c.is_alphanumeric() || is_combining(c);
        loop {
            self.take_while(is_letter);
            let mut rest = self.text[self.at..].chars();
            match (rest.next(), rest.next()) {
                (Some(mark), Some(next))
                    if is_apostrophe(mark) && next.is_alphabetic() && !self.is_possessive(self.at) =>
                {
                    self.bump(mark)
                }
                (Some('\u{ad}'), Some(next)) if next.is_alphabetic() => self.bump('\u{ad}'),
                _ => break,
            }
        }
        self.take_abbreviation_dots(start);
    }

    /// `U.S.`, `p.m.`, `J.`: single letters, each followed by a dot. A single lower-case letter with one dot is the end of a sentence instead.
    fn take_abbreviation_dots(&mut self, start: usize) {
        let mut letters = self.text[start..self.at].chars();
        let (Some(first), None) = (letters.next(), letters.next()) else { return };
        if !first.is_alphabetic() {
            return;
        }
        let mut end = self.at;
        let mut dots = 0;
        while self.text[end..].starts_with('.') {
            end += 1;
            dots += 1;
            let mut rest = self.text[end..].chars();
            match (rest.next(), rest.next()) {
                (Some(letter), Some('.')) if letter.is_alphabetic() => end += letter.len_utf8(),
                _ => break,
            }
        }
        // `I.` is the pronoun at the end of a sentence.
        if dots > 1 || dots == 1 && first.is_uppercase() && first != 'I' {
            self.at = end;
        }
    }

    /// Whether the apostrophe at `at` begins a possessive ending: a word before it, and `s` without a further letter after it.
    fn is_possessive(&self, at: usize) -> bool {
        let before = self.text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '.' || c == ')');
        let mut after = self.text[at..].chars();
        after.next();
        before
            && matches!(after.next(), Some('s' | 'S'))
            && !after.next().is_some_and(|c| c.is_alphanumeric() || is_apostrophe(c))
    }
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_words_numbers_and_marks() {
        let rows: &[(&str, &str, &str)] = &[
            ("words and marks", "He said: no.", "He said : no ."),
            ("possessive", "China's plan and Jones’s", "China 's plan and Jones ’s"),
            ("apostrophe inside a word", "don't O’Neill's", "don't O’Neill 's"),
            ("closing single quotation mark", "'We are' said", "' We are ' said"),
            ("abbreviations keep their dots", "the U.S. at 9 p.m. on J. Smith", "the U.S. at 9 p.m. on J. Smith"),
            ("the pronoun ends a sentence", "So do I. We", "So do I . We"),
            ("numbers", "16th 1990s 8,000 5/16", "16th 1990s 8 , 000 5 / 16"),
            ("hyphens part words", "two-day visit", "two - day visit"),
            ("a soft hyphen does not", "gov\u{ad}ern", "gov\u{ad}ern"),
            ("zero-width space", "a\u{200b} b", "a b"),
            ("emoji and accents", "café 👍🏽", "café 👍 🏽"),
            ("quote inside possessive", "the 'Kings' said", "the ' Kings ' said"),
            ("empty", " \n", ""),
        ];
        for (name, text, expected) in rows {
            let mut tokens = Vec::new();
            tokenize(text, &mut tokens);
            let words: Vec<&str> = tokens.iter().map(|token| &text[token.range()]).collect();
            assert_eq!(words.join(" "), *expected, "{name}");
        }
    }
}
