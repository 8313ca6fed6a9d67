//! Headlines In Title Case: there a capital does not indicate a name, so words that are in lower case elsewhere are converted to lower
//! case (truecasing, Lita et al. 2003, *tRuEcasIng*, with word lists and the article's own text as statistics).

use super::tokens::{Token, TokenKind};
use crate::language::{Language, Word, WordClass, is_apostrophe};
use rustc_hash::FxHashMap;

/// The longest block that can be a headline, in tokens.
const LONGEST: usize = 40;

/// The fewest words that show whether a headline is in title case.
const FEWEST: usize = 4;

/// A grammatical word without the capital that it has in a headline; any other word unchanged.
pub(super) fn without_capital<'a>(language: &Language, word: &'a str) -> &'a str {
    language.sets.without_capital.spelling_of(word).unwrap_or(word)
}

/// Whether a block is in title case: every word that can have a capital has one, and some would not have one elsewhere.
pub(super) fn is_title_case(language: &Language, text: &str, tokens: &[Token]) -> bool {
    if tokens.len() > LONGEST {
        return false;
    }
    let mut capitals = 0;
    for token in tokens {
        match token.kind {
            TokenKind::Capital => capitals += 1,
            TokenKind::Lower if !is_small(language, &text[token.range()]) => return false,
            _ => {}
        }
    }
    if capitals < FEWEST {
        return false;
    }
    let capital = |token: &&Token| token.kind == TokenKind::Capital;
    let shouted = |token: &Token| text[token.range()].chars().all(|c| !c.is_lowercase());
    let ordinary = |token: &Token| {
        let known = language.look_up(&text[token.range()]);
        is_ordinary(known) || known.is(WordClass::Function) && !known.is_first_name()
    };
    2 * tokens.iter().filter(capital).filter(|token| shouted(token)).count() < capitals
        && tokens.iter().skip(1).filter(capital).filter(|token| ordinary(token)).count() >= 2
}

/// Removes title-case capitals from the words of a headline outside its quotations. The spellings come from the other blocks, where a
/// capital is evidence for a name.
pub(super) fn restore(language: &Language, text: &str, tokens: &mut [Token], spellings: &Spellings) {
    let mut words: Vec<Seen> = Vec::new();
    let mut quoted = false;
    let mut opens = true;
    for at in 0..tokens.len() {
        let word = &text[tokens[at].range()];
        let was_quoted = quoted;
        quoted = in_quotation(text, tokens, at, quoted);
        if tokens[at].kind == TokenKind::Capital && !was_quoted && !opens {
            words.push(Seen { at, word, spelling: spellings.get(word) });
        }
        let closed = was_quoted && !quoted;
        opens = tokens[at].kind == TokenKind::Mark && !closed && !language.sets.marks_within_headline.has(word);
    }
    let mut kept_before = None;
    for seen in &words {
        let known = language.look_up(seen.word);
        let beside = kept_before.filter(|&(at, _)| at + 1 == seen.at);
        // `Tom Hill`, `Mayor Hill`: a name, even if the word is also a common noun.
        let named = beside
            .is_some_and(|(_, before): (usize, Word)| before.is_first_name() || before.is(WordClass::Title))
            && known.cue() == 0
            && !known.is(WordClass::Function);
        if seen.is_lower(known) && !named {
            tokens[seen.at].kind = TokenKind::Lower;
        } else {
            kept_before = Some((seen.at, known));
        }
    }
}

/// A word of the headline, and its spelling in the body.
struct Seen<'a> {
    at: usize,
    word: &'a str,
    spelling: Spelling,
}

impl Seen<'_> {
    fn is_lower(&self, known: Word) -> bool {
        let grammatical = known.is(WordClass::Function) || known.is(WordClass::Determiner);
        match self.spelling.capital.cmp(&self.spelling.lower) {
            _ if grammatical => true,
            std::cmp::Ordering::Less => true,
            std::cmp::Ordering::Greater => false,
            std::cmp::Ordering::Equal => is_ordinary(known) && !known.is(WordClass::Title),
        }
    }
}

/// How often a word occurs with a capital that is not due to the start of a sentence, and how often without.
#[derive(Clone, Copy, Default)]
struct Spelling {
    capital: i32,
    lower: i32,
}

/// How the article's blocks capitalise the words of its headlines.
pub(super) struct Spellings {
    /// The hashes of the words of the headlines, a filter that most words of the body do not pass.
    keys: u64,
    words: FxHashMap<String, Spelling>,
}

impl Spellings {
    /// Counters for the words of these blocks, all at zero.
    pub fn of<'a>(headlines: impl Iterator<Item = (&'a str, &'a [Token])>) -> Spellings {
        let mut spellings = Spellings { keys: 0, words: FxHashMap::default() };
        for (text, tokens) in headlines {
            for token in tokens.iter().filter(|token| token.is_capital()) {
                let word = &text[token.range()];
                spellings.keys |= key(word);
                spellings.words.entry(word.to_ascii_lowercase()).or_default();
            }
        }
        spellings
    }

    /// Counts the words of a block.
    pub fn add(&mut self, text: &str, tokens: &[Token]) {
        self.count(text, tokens, 1);
    }

    /// Subtracts the words of a block.
    pub fn remove(&mut self, text: &str, tokens: &[Token]) {
        self.count(text, tokens, -1);
    }

    fn count(&mut self, text: &str, tokens: &[Token], times: i32) {
        let mut opens = true;
        for token in tokens {
            let word = &text[token.range()];
            if token.is_word()
                && self.keys & key(word) != 0
                && let Some(spelling) = self.words.get_mut(&word.to_ascii_lowercase())
            {
                match token.kind {
                    TokenKind::Lower => spelling.lower += times,
                    TokenKind::Capital if !opens => spelling.capital += times,
                    _ => {}
                }
            }
            opens = token.kind == TokenKind::Mark && word != ",";
        }
    }

    fn get(&self, word: &str) -> Spelling {
        self.words.get(&word.to_ascii_lowercase()).copied().unwrap_or_default()
    }
}

/// One bit that depends on the length and the first letter of a word, ignoring case.
fn key(word: &str) -> u64 {
    1 << ((usize::from(word.as_bytes().first().map_or(0, u8::to_ascii_lowercase)) + 7 * word.len()) % 64)
}

/// Whether a quotation is open after a token.
fn in_quotation(text: &str, tokens: &[Token], at: usize, quoted: bool) -> bool {
    let token = &tokens[at];
    if token.kind != TokenKind::Mark {
        return quoted;
    }
    let behind = tokens.get(at + 1).is_some_and(|next| next.start == token.end);
    let before = at > 0 && tokens[at - 1].end == token.start;
    match text[token.range()].chars().next() {
        Some('“' | '«' | '„') => true,
        Some('”' | '»') => false,
        Some('"') => !quoted,
        Some(c) if is_apostrophe(c) => match quoted {
            true => !before || behind,
            false => behind && !before,
        },
        _ => quoted,
    }
}

fn is_small(language: &Language, word: &str) -> bool {
    let known = language.look_up(word);
    word.len() <= 5 && (known.is(WordClass::Function) || known.is(WordClass::Determiner))
        || word.starts_with(['\'', '’'])
}

/// Whether a word is written without a capital according to the word lists.
fn is_ordinary(word: Word) -> bool {
    let named = word.is_first_name()
        || word.is(WordClass::Place)
        || word.is(WordClass::Demonym)
        || word.is(WordClass::Calendar);
    let common = word.is(WordClass::Common) || word.cue() > 0 || word.is(WordClass::Verb) || word.is_noun();
    common && !named
}

#[cfg(test)]
mod tests {
    use crate::Article;
    use crate::language::language_of;
    use crate::text::{Document, TokenKind};

    /// The words of the first paragraph that are read as names, or as the start of a sentence.
    fn capitals(text: &str) -> String {
        let article = Article::from_text(text, true);
        let document = Document::new(&article, language_of(None).unwrap());
        let block = document.plain_block(0);
        let capitals = (0..block.tokens.len()).filter(|&token| block.tokens[token].kind == TokenKind::Capital);
        capitals.map(|token| block.word(token)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_lose_the_capitals_that_mean_nothing() {
        let rows: &[(&str, &str, &str)] = &[
            ("verb", "Reyes Calls Road Plan A Big Problem", "Reyes"),
            ("name that is a word", "Port Says Tom Hill Lied Again And Again", "Port Tom Hill"),
            (
                "word that the body has as a name",
                "Plan Of Marsh Helps Owners Of Homes\n\nThey met Lena Marsh and then Marsh left.",
                "Plan Marsh",
            ),
            ("behind a colon", "Ferry Crash Report: Captain Was Told Twice", "Ferry Captain"),
            ("in quotation marks", "Owners Say This Law Is “A Bad Joke” For Drivers", "Owners A Bad Joke"),
            ("sentence case", "Reyes calls Road Plan of Tom Hill a problem", "Reyes Road Plan Tom Hill"),
            (
                "names alone",
                "Ana Reyes, Tom Hill, Lena Marsh, Joshua Birk",
                "Ana Reyes Tom Hill Lena Marsh Joshua Birk",
            ),
            ("shouted", "REYES CALLS ROAD PLAN A BIG PROBLEM", "REYES CALLS ROAD PLAN A BIG PROBLEM"),
            ("short", "Road Plan Fails", "Road Plan Fails"),
        ];
        for (name, text, expected) in rows {
            assert_eq!(capitals(text), *expected, "{name}");
        }
    }
}
