//! Tokens into the words, numbers and marks that dates are made of. Whatever no date holds becomes [`Lexeme::Other`].

use super::lexicon::Lexicon;
use super::meaning::{Holiday, PartOfDay, Reference, Unit};
use crate::text::{BlockText, TokenKind};

/// What a token may be in a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lexeme {
    /// Nothing that a date holds.
    Other,
    /// A mark between or around the words.
    Mark(Mark),
    /// A number in digits, and how many digits it has.
    Digits {
        value: u32,
        length: u8,
    },
    /// *16th*
    DigitOrdinal(u32),
    /// *1990s*, *90s*
    DecadeDigits(u32),
    /// *9am*, *1140am*
    Hour {
        value: u32,
        afternoon: bool,
    },
    /// *sixteen*
    Cardinal(u32),
    /// *hundred*
    Scale(u32),
    /// *sixteenth*
    Ordinal(u32),
    /// *nineties*
    DecadeWord(u8),
    Month {
        number: u8,
        short: bool,
    },
    Weekday {
        number: u8,
        short: bool,
    },
    Weekdays(u8),
    Season(u8),
    Seasons(u8),
    Unit(Unit),
    Units(Unit),
    Meridiem {
        afternoon: bool,
    },
    Oclock,
    Noon,
    Midnight,
    PartOfDay(PartOfDay),
    PartsOfDay(PartOfDay),
    /// *yesterday*: days from the publication.
    DayWord(i8),
    Tonight,
    Overnight,
    Zone {
        utc: bool,
    },
    Era {
        before: bool,
    },
    /// *daily*
    Frequency(Unit),
    QuarterName(u8),
    HalfName(u8),
    Holiday(Holiday),
    /// The first word of a holiday's name: *Labor*.
    HolidayWord,
    Reference(Reference),
    Word(Word),
}

/// A mark that the grammar knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Comma,
    Dot,
    Colon,
    Slash,
    Hyphen,
    Dash,
    Apostrophe,
    Open,
    Close,
    Quote,
    Currency,
    Percent,
    Other,
}

/// A word that the grammar knows by name; the word lists hold its spellings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    A,
    About,
    After,
    Ago,
    Ahead,
    All,
    And,
    Another,
    At,
    Before,
    Between,
    By,
    Come,
    Coming,
    Couple,
    Current,
    During,
    Each,
    Earlier,
    Early,
    End,
    Every,
    Few,
    Fiscal,
    Following,
    For,
    From,
    Future,
    Half,
    Hence,
    Hundreds,
    In,
    Just,
    Last,
    Late,
    Later,
    Latest,
    Least,
    Less,
    Mid,
    Middle,
    More,
    Most,
    Nearly,
    Next,
    No,
    Now,
    Of,
    Old,
    On,
    Or,
    Over,
    Portion,
    Past,
    Per,
    Period,
    Possessive,
    Previous,
    Recent,
    Right,
    Same,
    Several,
    Since,
    Start,
    Than,
    That,
    The,
    These,
    This,
    Through,
    Time,
    Times,
    To,
    Turn,
    Twice,
    Under,
    UnitAdjective,
    Until,
    Up,
    Within,
}

/// A block with the lexemes of its tokens.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub block: BlockText<'a>,
    pub lexemes: &'a [Lexeme],
}

impl<'a> Line<'a> {
    /// The lexeme of a token; past the end there is nothing.
    pub fn at(&self, token: usize) -> Lexeme {
        self.lexemes.get(token).copied().unwrap_or(Lexeme::Other)
    }

    /// The lexeme before a token.
    pub fn before(&self, token: usize) -> Lexeme {
        token.checked_sub(1).map_or(Lexeme::Other, |before| self.at(before))
    }

    /// Whether the token is that word.
    pub fn is(&self, token: usize, word: Word) -> bool {
        matches!(self.at(token), Lexeme::Word(found) if found == word)
    }

    /// Whether the token is that mark.
    pub fn is_mark(&self, token: usize, mark: Mark) -> bool {
        matches!(self.at(token), Lexeme::Mark(found) if found == mark)
    }

    /// Whether the token is a hyphen or a dash.
    pub fn is_dash(&self, token: usize) -> bool {
        matches!(self.at(token), Lexeme::Mark(Mark::Hyphen | Mark::Dash))
    }

    /// Whether nothing stands between the token and the one before it.
    pub fn glued(&self, token: usize) -> bool {
        match (token.checked_sub(1).and_then(|before| self.block.tokens.get(before)), self.block.tokens.get(token)) {
            (Some(before), Some(token)) => before.end == token.start,
            _ => false,
        }
    }

    /// What kind of token it is.
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

    /// The token as it is written; empty past the end.
    pub fn written(&self, token: usize) -> &'a str {
        self.block.tokens.get(token).map_or("", |token| &self.block.text[token.range()])
    }

    /// The token before this one as it is written; empty at the beginning.
    pub fn written_before(&self, token: usize) -> &'a str {
        token.checked_sub(1).map_or("", |before| self.written(before))
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.lexemes.len()
    }

    /// Whether the token begins a sentence, also one in quotation marks.
    pub fn begins_sentence(&self, token: usize) -> bool {
        token == 0
            || matches!(
                self.before(token),
                Lexeme::Mark(Mark::Dot | Mark::Quote | Mark::Colon | Mark::Other | Mark::Dash)
            )
    }
}

/// Appends a lexeme for each token of the block.
pub(super) fn lex(block: BlockText<'_>, lexemes: &mut Vec<Lexeme>) {
    let lexicon = Lexicon::get();
    lexemes.extend(block.tokens.iter().map(|token| {
        let written = &block.text[token.range()];
        match token.kind {
            TokenKind::Lower | TokenKind::Capital => word(lexicon, written, token.kind),
            TokenKind::Number => number(written),
            TokenKind::Possessive => Lexeme::Other,
            TokenKind::Mark => Lexeme::Mark(mark(written)),
        }
    }));
}

/// Abbreviations and the months that are common words count only with a capital.
fn word(lexicon: &Lexicon, written: &str, kind: TokenKind) -> Lexeme {
    let lexeme = lexicon.look_up(written);
    let wants_capital = match lexeme {
        // `14 nov`: these are nothing else; by themselves they do not count.
        Lexeme::Month { number: 2 | 4 | 7 | 8 | 9 | 10 | 11, short: true } => written == "sep",
        Lexeme::Month { number, short } => short || matches!(number, 3 | 5 | 8),
        Lexeme::Weekday { short, .. } => short,
        Lexeme::HolidayWord | Lexeme::Zone { .. } => true,
        _ => false,
    };
    if wants_capital && kind != TokenKind::Capital {
        return Lexeme::Other;
    }
    // `US`, `AM` radio and `IT` are names where the lower-case word is none; zones and eras are written in capitals.
    match lexeme {
        Lexeme::Zone { .. } | Lexeme::Era { .. } if !written.chars().all(|c| c.is_ascii_uppercase() || c == '.') => {
            Lexeme::Other
        }
        _ => lexeme,
    }
}

fn number(written: &str) -> Lexeme {
    let length = written.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=9).contains(&length) {
        return Lexeme::Other;
    }
    let (digits, suffix) = written.split_at(length);
    let Ok(value) = digits.parse::<u32>() else { return Lexeme::Other };
    if suffix.is_empty() {
        return Lexeme::Digits { value, length: length as u8 };
    }
    let is = |ending: &str| suffix.eq_ignore_ascii_case(ending);
    if (is("st") || is("nd") || is("rd") || is("th")) && length <= 4 {
        Lexeme::DigitOrdinal(value)
    } else if is("s") && value % 10 == 0 && (length == 4 || length == 2) {
        Lexeme::DecadeDigits(value)
    } else if (is("am") || is("a")) && length <= 4 && suffix != "A" || is("ish") && (1..=12).contains(&value) {
        Lexeme::Hour { value, afternoon: false }
    } else if (is("pm") || is("p")) && length <= 4 && suffix != "P" {
        Lexeme::Hour { value, afternoon: true }
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
