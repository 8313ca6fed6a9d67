//! The words around a quotation: outward from its marks to the borders of the sentence, other quotations each as one item.

use super::Quotation;
use crate::language::{Lexicon, WordClass, look_up, packed};
use crate::text::{BlockText, TokenKind};
use std::ops::Range;
use std::sync::LazyLock;

/// How many items of the sentence are looked at on either side.
const WINDOW: usize = 14;
/// Stands for another quotation.
pub(super) const QUOTED: &str = "“”";
/// Stands for the border of the sentence.
const BORDER: &str = "∅";

/// One word, number or mark beside a quotation, or another quotation as a whole.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// In lower case, with straight apostrophes; of a name only that it is one.
    pub word: String,
    /// What kind of word it is.
    pub class: &'static str,
}

/// The items on one side, nearest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Side(Vec<Item>);

impl Side {
    /// What stands before the quotation with this index, back to the border of its sentence.
    pub fn before(block: &BlockText, quotations: &[Quotation], index: usize) -> Side {
        let mut items = Vec::new();
        let Some(quotation) = quotations.get(index) else { return Side(items) };
        let sentence = sentence_of(block, quotation.tokens.start);
        let mut next = quotation.tokens.start;
        let mut others = quotations.get(..index).unwrap_or_default().iter().rev().peekable();
        while next > sentence.start && items.len() < WINDOW {
            match others.next_if(|other| other.block == quotation.block && other.tokens.end >= next) {
                Some(other) => {
                    items.push(Item { word: QUOTED.to_owned(), class: QUOTED });
                    next = other.tokens.start.min(next - 1);
                }
                None => {
                    next -= 1;
                    items.push(item(block, next));
                }
            }
        }
        Side(items)
    }

    /// What stands after the quotation with this index, up to the border of its sentence.
    pub fn after(block: &BlockText, quotations: &[Quotation], index: usize) -> Side {
        let mut items = Vec::new();
        let Some(quotation) = quotations.get(index) else { return Side(items) };
        let sentence = sentence_of(block, quotation.tokens.end.saturating_sub(1));
        let mut next = quotation.tokens.end;
        let mut others = quotations.get(index + 1..).unwrap_or_default().iter().peekable();
        while next < sentence.end.min(block.tokens.len()) && items.len() < WINDOW {
            match others.next_if(|other| other.block == quotation.block && other.tokens.start <= next) {
                Some(other) => {
                    items.push(Item { word: QUOTED.to_owned(), class: QUOTED });
                    next = other.tokens.end.max(next + 1);
                }
                None => {
                    items.push(item(block, next));
                    next += 1;
                }
            }
        }
        Side(items)
    }

    /// The items, nearest first.
    pub fn items(&self) -> &[Item] {
        &self.0
    }

    /// The word so many items away, or what stands for the border.
    pub fn word(&self, away: usize) -> &str {
        self.0.get(away).map_or(BORDER, |item| &item.word)
    }

    /// The class of the word so many items away.
    pub fn class(&self, away: usize) -> &'static str {
        self.0.get(away).map_or(BORDER, |item| item.class)
    }

    /// Whether the words before give a thing its name: `a pub called “The Frog”`, but not `what he called “the Frog”` and not
    /// `what many lawmakers called “fraud”`.
    pub fn names(&self) -> bool {
        // `advice online today called “Be Ready”`
        let by = if matches!(self.word(1), "today" | "now" | "also" | "then" | "simply" | "online") { 2 } else { 1 };
        let somebody_does = matches!(
            self.class(by),
            "pronoun" | "Name" | "function" | "," | QUOTED | "possessive" | "preposition" | BORDER
        ) || self.class(by) == "person" && self.word(by).ends_with('s')
            || self.0.iter().skip(1).take(5).any(|item| matches!(&*item.word, "what" | "whom"));
        matches!(self.word(0), "called" | "named" | "titled" | "entitled" | "nicknamed" | "dubbed") && !somebody_does
            || matches!(self.word(0), "titled" | "entitled" | "nicknamed" | "pseudonym" | "codenamed" | "code-named")
            || matches!((self.word(1), self.word(0)), ("known", "as") | ("name", "of") | ("name", ","))
            // `known to everyone as`
            || self.word(0) == "as" && self.0.iter().skip(2).take(4).any(|item| item.word == "known")
            || self.word(0) == "the" && self.word(1) == "as" && self.0.iter().skip(2).take(2).any(|item| item.word == "known")
    }

    /// How the item next to the quotation leads to it, in few classes.
    pub fn lead(&self) -> &'static str {
        match self.class(0) {
            BORDER | "," | ":" | "." | "—" | ";" | QUOTED => "set off",
            known @ ("cue" | "call" | "work" | "surface" | "network" | "possessive" | "determiner") => known,
            "preposition" | "function" | "pronoun" => "small",
            "Name" | "number" => "Name",
            _ => "other",
        }
    }

    /// How near the nearest item is that fits.
    pub fn nearest(&self, fits: impl Fn(&Item) -> bool) -> &'static str {
        match self.0.iter().position(fits) {
            None => "none",
            Some(0) => "next",
            Some(1..=3) => "near",
            Some(_) => "far",
        }
    }
}

/// Whether nothing but `,`, `and` and the like stands between the two: `“A,” “B” and “C”`.
pub(super) fn listed_together(block: &BlockText, first: &Quotation, second: &Quotation) -> bool {
    let between = first.tokens.end..second.tokens.start;
    first.block == second.block
        && between.len() <= 2
        && between.clone().all(|token| matches!(block.word(token), "," | ";" | "and" | "or" | "&" | "—" | "–" | "/"))
}

/// The sentence that a token belongs to.
pub(super) fn sentence_of(block: &BlockText, token: usize) -> Range<usize> {
    let at = block.sentences.partition_point(|sentence| sentence.end <= token);
    block.sentences.get(at).cloned().unwrap_or(token..token)
}

/// The words and numbers inside a quotation.
pub(super) fn words<'a>(block: &BlockText<'a>, quotation: &Quotation) -> impl Iterator<Item = &'a str> + use<'a> {
    let block = *block;
    quotation
        .tokens
        .clone()
        .filter(move |&token| block.tokens.get(token).is_some_and(|token| token.is_word()))
        .map(move |token| block.word(token))
}

/// The word in lower case, with straight apostrophes.
pub(super) fn folded(word: &str) -> String {
    word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase).collect()
}

fn item(block: &BlockText, token: usize) -> Item {
    let word = folded(block.word(token));
    let class = match block.tokens.get(token).map(|token| token.kind) {
        Some(TokenKind::Lower) => class(&word),
        Some(TokenKind::Capital) if NETWORKS.get(&word).is_some() => "network",
        Some(TokenKind::Capital) => match class(&word) {
            // At the head of a sentence a capital says nothing.
            known @ ("determiner" | "preposition" | "function" | "pronoun" | "cue" | "call") => known,
            _ => "Name",
        },
        Some(TokenKind::Number) => "number",
        Some(TokenKind::Possessive) => "possessive",
        Some(TokenKind::Mark) => mark(&word),
        None => BORDER,
    };
    // Whose name it is must not matter: `Trump` tells no more than `Reyes`.
    let word = if class == "Name" || class == "network" { class.to_owned() } else { word };
    Item { word, class }
}

fn mark(word: &str) -> &'static str {
    match word {
        "," => ",",
        ":" => ":",
        ";" => ";",
        "." | "!" | "?" | "…" => ".",
        "-" | "—" | "–" | "―" => "—",
        "(" | "[" => "(",
        ")" | "]" => ")",
        "'" | "\"" | "”" | "“" | "‘" => "mark",
        _ => "sign",
    }
}

/// What kind of word it is, for those words that were too rare to have weights of their own.
pub(super) fn class(word: &str) -> &'static str {
    let known = look_up(word);
    if PRONOUNS.contains(&word) {
        "pronoun"
    } else if known.is(WordClass::Calling) {
        "call"
    } else if known.cue() >= 3 {
        "cue"
    } else if let Some(listed) = listed_class(word) {
        listed
    } else if known.is(WordClass::Determiner) {
        "determiner"
    } else if known.is(WordClass::Preposition) {
        "preposition"
    } else if known.is(WordClass::Function) {
        "function"
    } else if known.is(WordClass::PersonNoun) {
        "person"
    } else if known.is(WordClass::DocumentNoun) {
        "document"
    } else if known.is(WordClass::OrganisationNoun) {
        "organisation"
    } else if known.cue() > 0 {
        "perhaps cue"
    } else {
        ["ed", "ing", "ly", "s"].into_iter().find(|&ending| word.ends_with(ending)).unwrap_or("other")
    }
}

/// Pronouns for people who may have said something.
const PRONOUNS: &[&str] = &["he", "she", "they", "we", "i", "who", "you", "it"];

/// Words around titles and inscriptions, with their classes.
static CLASSES: LazyLock<Lexicon<Option<&'static str>>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("en/speech/surfaces.txt"), &|_, _| Some("surface"));
    lexicon.add(packed!("en/speech/works.txt"), &|_, _| Some("work"));
    lexicon
});

static NETWORKS: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("en/speech/networks.txt"), &|_, _| true);
    lexicon
});

/// What the noun that a quotation stands before says of it: `remark` that it is words, `feature` that it is a name.
static HEADS: LazyLock<Lexicon<Option<&'static str>>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("en/speech/bearers.txt"), &|_, _| Some("bearer"));
    lexicon.add(packed!("en/speech/utterances.txt"), &|_, _| Some("utterance"));
    lexicon
});

/// What kind of thing a noun behind a quotation names, if that says anything of the quotation.
pub(super) fn head(word: &str) -> Option<&'static str> {
    let singular = || HEADS.get(word.strip_suffix('s')?);
    HEADS.get(word).or_else(singular).flatten().or_else(|| listed_class(word))
}

/// The class of a word of the lists, or of what it is the plural of.
fn listed_class(word: &str) -> Option<&'static str> {
    let singular = || CLASSES.get(word.strip_suffix('s')?);
    CLASSES.get(word).or_else(singular).flatten()
}
