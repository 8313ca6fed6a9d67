//! The families of features that tell somebody's words from a title, a nickname or a scare quote.

use super::class::{Class, Head};
use super::quotation::Mark;
use crate::models::linear::{Family, Value};

/// Declares the families, each a constant, and the list of them all.
macro_rules! families {
    ($($(#[$note:meta])* $constant:ident = $name:literal;)*) => {
        $($(#[$note])* pub(super) const $constant: Family = Family::new($name);)*

        /// The names of all families but those of [`NEARBY`].
        #[cfg(test)]
        const NAMES: &[&str] = &[$($name),*];
    };
}

families! {
    /// Present always.
    ALWAYS = "always";

    // The inside.
    LENGTH = "length";
    CASE = "case";
    CASE_AND_LENGTH = "case+length";
    CLOSE = "close";
    CLOSE_AND_LENGTH = "close+length";
    CLOSE_AND_CASE = "close+case";
    /// The marks, where they are not double.
    MARK = "mark";
    /// No closing mark, or no opening one.
    UNCLOSED = "unclosed";
    /// A function word.
    INSIDE = "inside";
    /// How many function words.
    FUNCTION = "function";
    FIRST_CLASS = "first class";
    LAST_CLASS = "last class";
    /// A sign.
    HOLDS = "holds";

    // The words beside it.
    BEFORE = "before";
    BEFORE_AND_SIZE = "before+size";
    BEFORE_AND_CASE = "before+case";
    AFTER = "after";
    AFTER_AND_CLOSE = "after+close";
    AFTER_AND_SIZE = "after+size";
    AFTER_AND_CASE = "after+case";
    TWO_BEFORE = "two before";
    TWO_AFTER = "two after";
    /// Any word of the sentence before it.
    LEFT = "left";
    LEFT_AND_SIZE = "left+size";
    /// Any word of the sentence after it.
    RIGHT = "right";
    RIGHT_AND_SIZE = "right+size";

    // The classes of the words beside it.
    CLASSES = "classes";
    CLASS_BEFORE = "class before";
    CLASS_AFTER = "class after";
    CLASSES_BEFORE = "classes before";
    CLASSES_AFTER = "classes after";
    THREE_CLASSES_BEFORE = "three classes before";
    /// What the noun that it stands before says.
    HEAD = "head";
    /// The words before give a thing its name.
    NAMING = "naming";
    LEAD = "lead";
    TRAIL = "trail";
    WORK_AND_LEAD = "work+lead";

    // The verbs on either side.
    CUE_THAT = "cue that";
    CUE_SUBJECT = "cue subject";
    CUE_BEHIND = "cue behind";
    CALL_VOICE = "call voice";

    // Its place in the article, and the other quotations there.
    /// It belongs to a list, but is not its first.
    LIST = "list";
    HEADING = "heading";
    REPEATS = "repeats";
    PLAIN_ELSEWHERE = "plain elsewhere";
    SAID_ELSEWHERE = "said elsewhere";
    LONG_ONES = "long ones";
    /// How much of the text outside the quotations is in the first person.
    VOICE = "voice";
    /// The share of the article's quotations that are long, in quarters.
    LONG_SHARE = "long share";
    SAME_SENTENCE = "same sentence";
    SAME_BLOCK = "same block";
    ALONE = "alone";
    ALONE_AND_MARK = "alone+mark";
    ALONE_AND_LOUD = "alone+loud";
    BEGINS_BLOCK = "begins block";
    ENDS_BLOCK = "ends block";
    SENTENCE_BEFORE = "sentence before";

    // What the tags tell.
    /// The class of words that are used alike: of its first word, its last, and any.
    ALIKE_FIRST = "alike first";
    ALIKE_LAST = "alike last";
    ALIKE_INSIDE = "alike inside";
    ALIKE_BEFORE = "alike before";
    ALIKE_AFTER = "alike after";
    VERB_BEFORE = "verb before";
    VERB_AFTER = "verb after";
    NOUN_BEFORE = "noun before";
    NOUN_AFTER = "noun after";
    /// Somebody in the sentence stands beside a cue.
    SPEAKS_IN_SENTENCE = "speaks in sentence";
}

/// The classes of which it is told how near they are.
pub(super) const NEARBY: [Class; 11] = [
    Class::Work,
    Class::Surface,
    Class::Network,
    Class::Possessive,
    Class::Call,
    Class::Cue,
    Class::Pronoun,
    Class::Name,
    Class::Person,
    Class::Document,
    Class::Quoted,
];

/// How near a class is on both sides.
pub(super) fn near(class: Class) -> Family {
    Family::new(class.name())
}

/// How near a class is before the quotation.
pub(super) fn near_before(class: Class) -> Family {
    Family::of_two(class.name(), " left")
}

/// How near a class is after the quotation.
pub(super) fn near_after(class: Class) -> Family {
    Family::of_two(class.name(), " right")
}

impl Value for Class {
    fn write_to(&self, key: &mut String) {
        key.push_str(self.name());
    }
}

impl Value for Head {
    fn write_to(&self, key: &mut String) {
        key.push_str(self.name());
    }
}

impl Value for Mark {
    fn write_to(&self, key: &mut String) {
        key.push_str(self.name());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;
    use std::collections::HashSet;

    #[test]
    fn families_have_names_of_their_own_and_take_in_all_that_was_learned() {
        let nearby = NEARBY.map(Class::name);
        let nearby = nearby.iter().flat_map(|name| ["", " left", " right"].map(|side| format!("{name}{side}")));
        let names: Vec<String> = NAMES.iter().map(|name| (*name).to_owned()).chain(nearby).collect();
        let known: HashSet<&str> = names.iter().map(String::as_str).collect();
        assert_eq!(known.len(), names.len(), "a name is there twice");
        let model = language_of(None).unwrap().kinds();
        let table = include_str!("../language/en/models/kind.weights.txt");
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(model.len(), lines.count(), "a line of the table cannot be read");
        for key in model.keys() {
            let family = key.split_once('=').map_or(key, |(family, _)| family);
            assert!(known.contains(family), "no family has {key}");
        }
    }
}
