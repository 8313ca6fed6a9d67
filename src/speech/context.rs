//! The words around a quotation: outward from its marks to the borders of the sentence, other quotations each as one item.

use super::class::Class;
use super::quotation::Quotation;
use crate::language::{Language, Sets};
use crate::text::BlockText;
use std::ops::Range;

/// How many items of the sentence are looked at on either side.
const WINDOW: usize = 14;

/// One word, number or mark beside a quotation, or another quotation as a whole.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// In lower case, with straight apostrophes; of a name only that it is one.
    pub word: String,
    /// What kind of word it is.
    pub class: Class,
}

/// The items on one side, nearest first.
pub(super) struct Side {
    language: &'static Language,
    items: Vec<Item>,
}

impl Side {
    /// What stands before the quotation with this index, back to the border of its sentence.
    pub fn before(block: &BlockText, quotations: &[Quotation], index: usize) -> Side {
        let mut items = Vec::new();
        let Some(quotation) = quotations.get(index) else { return Side { language: block.language, items } };
        let sentence = sentence_of(block, quotation.tokens.start);
        let mut next = quotation.tokens.start;
        let mut others = quotations.get(..index).unwrap_or_default().iter().rev().peekable();
        while next > sentence.start && items.len() < WINDOW {
            match others.next_if(|other| other.block == quotation.block && other.tokens.end >= next) {
                Some(other) => {
                    items.push(Item { word: Class::Quoted.name().to_owned(), class: Class::Quoted });
                    next = other.tokens.start.min(next - 1);
                }
                None => {
                    next -= 1;
                    items.push(item(block, next));
                }
            }
        }
        Side { language: block.language, items }
    }

    /// What stands after the quotation with this index, up to the border of its sentence.
    pub fn after(block: &BlockText, quotations: &[Quotation], index: usize) -> Side {
        let mut items = Vec::new();
        let Some(quotation) = quotations.get(index) else { return Side { language: block.language, items } };
        let sentence = sentence_of(block, quotation.tokens.end.saturating_sub(1));
        let mut next = quotation.tokens.end;
        let mut others = quotations.get(index + 1..).unwrap_or_default().iter().peekable();
        while next < sentence.end.min(block.tokens.len()) && items.len() < WINDOW {
            match others.next_if(|other| other.block == quotation.block && other.tokens.start <= next) {
                Some(other) => {
                    items.push(Item { word: Class::Quoted.name().to_owned(), class: Class::Quoted });
                    next = other.tokens.end.max(next + 1);
                }
                None => {
                    items.push(item(block, next));
                    next += 1;
                }
            }
        }
        Side { language: block.language, items }
    }

    /// The named sets of its language.
    pub fn sets(&self) -> &'static Sets {
        &self.language.sets
    }

    /// The items, nearest first.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The word so many items away, or what stands for the border.
    pub fn word(&self, away: usize) -> &str {
        self.items.get(away).map_or(Class::Border.name(), |item| &item.word)
    }

    /// The class of the word so many items away.
    pub fn class(&self, away: usize) -> Class {
        self.items.get(away).map_or(Class::Border, |item| item.class)
    }

    /// Whether the words before give a thing its name: `a pub called “The Frog”`, but not `what he called “the Frog”` and not
    /// `what many lawmakers called “fraud”`.
    pub fn names(&self) -> bool {
        let sets = self.sets();
        let (nearest, second) = (self.word(0), self.word(1));
        let known =
            |from: usize, count: usize| self.items.iter().skip(from).take(count).any(|item| sets.known.has(&item.word));
        sets.naming_participles.has(nearest) && !self.somebody_names()
            || sets.always_gives_name.has(nearest)
            || sets.known.has(second) && sets.before_known_name.has(nearest)
            || sets.name_noun.has(second) && sets.before_told_name.has(nearest)
            // `known to everyone as`
            || sets.before_known_name.has(nearest) && known(2, 4)
            || sets.definite_article.has(nearest) && sets.before_known_name.has(second) && known(2, 2)
    }

    /// Whether somebody does the naming that the nearest word tells of.
    fn somebody_names(&self) -> bool {
        let sets = self.sets();
        // `advice online today called “Be Ready”`
        let by = if sets.passed_before_naming_verb.has(self.word(1)) { 2 } else { 1 };
        match self.class(by) {
            Class::Pronoun
            | Class::Name
            | Class::Function
            | Class::Comma
            | Class::Quoted
            | Class::Possessive
            | Class::Preposition
            | Class::Border => true,
            Class::Person if self.word(by).ends_with('s') => true,
            _ => self.items.iter().skip(1).take(5).any(|item| sets.asks_for_name.has(&item.word)),
        }
    }

    /// How the item next to the quotation leads to it, in few classes.
    pub fn lead(&self) -> &'static str {
        match self.class(0) {
            Class::Border
            | Class::Comma
            | Class::Colon
            | Class::Stop
            | Class::Dash
            | Class::Semicolon
            | Class::Quoted => "set off",
            known @ (Class::Cue
            | Class::Call
            | Class::Work
            | Class::Surface
            | Class::Network
            | Class::Possessive
            | Class::Determiner) => known.name(),
            Class::Preposition | Class::Function | Class::Pronoun => "small",
            Class::Name | Class::Number => Class::Name.name(),
            _ => "other",
        }
    }

    /// How near the nearest item is that fits.
    pub fn nearest(&self, fits: impl Fn(&Item) -> bool) -> &'static str {
        match self.items.iter().position(fits) {
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
        && between.clone().all(|token| block.language.sets.joins_quotations.has(block.word(token)))
}

/// The sentence that a token belongs to.
pub(super) fn sentence_of(block: &BlockText, token: usize) -> Range<usize> {
    let at = block.sentences.partition_point(|sentence| sentence.end <= token);
    block.sentences.get(at).cloned().unwrap_or(token..token)
}

/// The word in lower case, with straight apostrophes.
pub(super) fn folded(word: &str) -> String {
    word.chars().map(|c| if c == '’' { '\'' } else { c }).flat_map(char::to_lowercase).collect()
}

fn item(block: &BlockText, token: usize) -> Item {
    let word = folded(block.word(token));
    let class = Class::of_token(block, token, &word);
    // Whose name it is must not matter: `Trump` tells no more than `Reyes`.
    let word = if matches!(class, Class::Name | Class::Network) { class.name().to_owned() } else { word };
    Item { word, class }
}
