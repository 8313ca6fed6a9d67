//! What a word may be, in words.

use crate::language::{EntityClass, Word, WordClass};

/// All classes, in the order in which they are told.
const CLASSES: &[WordClass] = &[
    WordClass::Telling,
    WordClass::Calling,
    WordClass::Verb,
    WordClass::Title,
    WordClass::PersonNoun,
    WordClass::OrganisationNoun,
    WordClass::DocumentNoun,
    WordClass::Plural,
    WordClass::Male,
    WordClass::Female,
    WordClass::Place,
    WordClass::Demonym,
    WordClass::Calendar,
    WordClass::Determiner,
    WordClass::Preposition,
    WordClass::Function,
    WordClass::Work,
    WordClass::Surface,
    WordClass::Network,
    WordClass::Utterance,
    WordClass::Bearer,
    WordClass::Elision,
    WordClass::Common,
];

fn name(class: WordClass) -> &'static str {
    match class {
        WordClass::Telling => "telling somebody",
        WordClass::Calling => "calling by a name",
        WordClass::Title => "title",
        WordClass::PersonNoun => "person",
        WordClass::OrganisationNoun => "organisation",
        WordClass::DocumentNoun => "document",
        WordClass::Function => "function word",
        WordClass::Preposition => "preposition",
        WordClass::Male => "man’s name",
        WordClass::Female => "woman’s name",
        WordClass::Common => "common in lower case",
        WordClass::Place => "place",
        WordClass::Demonym => "demonym",
        WordClass::Plural => "plural",
        WordClass::Calendar => "calendar",
        WordClass::Determiner => "determiner",
        WordClass::Verb => "finite verb",
        WordClass::Work => "work",
        WordClass::Surface => "surface",
        WordClass::Network => "broadcaster",
        WordClass::Utterance => "utterance",
        WordClass::Bearer => "bears a name",
        WordClass::Elision => "elision",
    }
}

/// What a word may be, the strength of the cue that it is first. That a preposition or a determiner is a function word goes without saying,
/// and that a word is common in lower case is told only where it has a capital.
pub(super) fn of(word: Word, capital: bool) -> Vec<String> {
    let cue = (word.cue() > 0).then(|| format!("cue {}", word.cue()));
    let led = word.is(WordClass::Preposition) || word.is(WordClass::Determiner);
    let told = |class: &&WordClass| {
        word.is(**class) && !(led && **class == WordClass::Function) && (capital || **class != WordClass::Common)
    };
    cue.into_iter().chain(CLASSES.iter().filter(told).map(|&class| name(class).to_owned())).collect()
}

/// What a name names, in words.
pub(super) fn of_name(class: EntityClass) -> &'static str {
    match class {
        EntityClass::Person => "a person",
        EntityClass::Organisation => "an organisation",
        EntityClass::Place => "a place",
        EntityClass::People => "a people, religion or party",
        EntityClass::Other => "something else",
    }
}
