//! Maps tokens to the lexemes of date expressions; a token that is never part of a date becomes [`Lexeme::Other`].

pub(super) use crate::language::lexeme::{Keyword, Lexeme, Mark};
use crate::language::{DateWords, Set, Sets, Written};
use crate::text::{BlockText, TokenKind};

/// A block with the lexemes of its tokens.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub block: BlockText<'a>,
    pub lexemes: &'a [Lexeme],
}

impl<'a> Line<'a> {
    /// The lexeme of a token; [`Lexeme::Other`] past the end.
    pub fn at(&self, token: usize) -> Lexeme {
        self.lexemes.get(token).copied().unwrap_or(Lexeme::Other)
    }

    /// The lexeme before a token.
    pub fn before(&self, token: usize) -> Lexeme {
        token.checked_sub(1).map_or(Lexeme::Other, |before| self.at(before))
    }

    /// Whether the token is this word.
    pub fn is(&self, token: usize, word: Keyword) -> bool {
        matches!(self.at(token), Lexeme::Keyword(found) if found == word)
    }

    /// Whether the token is this punctuation mark.
    pub fn is_mark(&self, token: usize, mark: Mark) -> bool {
        matches!(self.at(token), Lexeme::Mark(found) if found == mark)
    }

    /// Whether the token is a hyphen or a dash.
    pub fn is_dash(&self, token: usize) -> bool {
        matches!(self.at(token), Lexeme::Mark(Mark::Hyphen | Mark::Dash))
    }

    /// Whether the token directly follows the one before it, without white space.
    pub fn glued(&self, token: usize) -> bool {
        match (token.checked_sub(1).and_then(|before| self.block.tokens.get(before)), self.block.tokens.get(token)) {
            (Some(before), Some(token)) => before.end == token.start,
            _ => false,
        }
    }

    /// The kind of the token.
    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.block.tokens.get(token).map(|token| token.kind)
    }

    /// Whether the token is a word or a number.
    pub fn is_word(&self, token: usize) -> bool {
        self.block.tokens.get(token).is_some_and(|token| token.is_word())
    }

    /// Whether the token begins with a capital.
    pub fn is_capital(&self, token: usize) -> bool {
        self.kind(token) == Some(TokenKind::Capital)
    }

    /// The text of the token; empty past the end.
    pub fn written(&self, token: usize) -> &'a str {
        self.block.tokens.get(token).map_or("", |token| &self.block.text[token.range()])
    }

    /// The named sets of the text's language.
    pub fn sets(&self) -> &'static Sets {
        &self.block.language.sets
    }

    /// Whether the set contains the token as written.
    pub fn is_in(&self, token: usize, set: &Set) -> bool {
        set.has(self.written(token))
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.lexemes.len()
    }

    /// Whether the token begins a sentence, including one in quotation marks.
    pub fn begins_sentence(&self, token: usize) -> bool {
        token == 0
            || matches!(
                self.before(token),
                Lexeme::Mark(Mark::Dot | Mark::Quote | Mark::Colon | Mark::Other | Mark::Dash)
            )
    }
}

/// Appends the lexemes of the block's tokens.
pub(super) fn lex(block: BlockText<'_>, lexemes: &mut Vec<Lexeme>) {
    let words = block.language.dates();
    lexemes.extend(block.tokens.iter().map(|token| {
        let written = &block.text[token.range()];
        match token.kind {
            TokenKind::Lower | TokenKind::Capital => word(words, written, token.kind),
            TokenKind::Number => number(&block.language.sets, written),
            TokenKind::Possessive => Lexeme::Other,
            TokenKind::Mark => Lexeme::Mark(mark(written)),
        }
    }));
}

fn word(words: &DateWords, written: &str, kind: TokenKind) -> Lexeme {
    match words.lexeme(written) {
        Some((lexeme, Written::AnyCase)) => lexeme,
        Some((lexeme, Written::Capitalised)) if kind == TokenKind::Capital => lexeme,
        Some((lexeme, Written::InCapitals)) if written.chars().all(|c| c.is_ascii_uppercase() || c == '.') => lexeme,
        _ => Lexeme::Other,
    }
}

fn number(sets: &Sets, written: &str) -> Lexeme {
    let length = written.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=9).contains(&length) {
        return Lexeme::Other;
    }
    let (digits, suffix) = written.split_at(length);
    let Ok(value) = digits.parse::<u32>() else { return Lexeme::Other };
    if suffix.is_empty() {
        return Lexeme::Digits { value, length: length as u8 };
    }
    if length <= 4 && sets.ordinal_suffixes.has_any_case(suffix) {
        Lexeme::DigitOrdinal(value)
    } else if value % 10 == 0 && (length == 4 || length == 2) && sets.decade_suffixes.has_any_case(suffix) {
        Lexeme::DecadeDigits(value)
    } else if length <= 4 && sets.before_noon_suffixes.has(suffix)
        || (1..=12).contains(&value) && sets.approximate_hour_suffixes.has_any_case(suffix)
    {
        Lexeme::Hour { value, afternoon: false }
    } else if length <= 4 && sets.after_noon_suffixes.has(suffix) {
        Lexeme::Hour { value, afternoon: true }
    } else if length <= 4 && sets.hour_suffixes.has(suffix) {
        Lexeme::Hours { value, length: length as u8 }
    } else {
        Lexeme::Other
    }
}

fn mark(written: &str) -> Mark {
    match written.chars().next().unwrap_or(' ') {
        ',' => Mark::Comma,
        '.' => Mark::Dot,
        ':' => Mark::Colon,
        '/' => Mark::Slash,
        '-' | '‐' | '‑' => Mark::Hyphen,
        '–' | '—' | '−' => Mark::Dash,
        '\'' | '’' | '‘' | 'ʼ' | '`' => Mark::Apostrophe,
        '(' | '[' => Mark::Open,
        ')' | ']' => Mark::Close,
        '"' | '“' | '”' | '„' | '«' | '»' => Mark::Quote,
        '$' | '£' | '€' | '¥' | '#' | '№' => Mark::Currency,
        '%' => Mark::Percent,
        _ => Mark::Other,
    }
}
