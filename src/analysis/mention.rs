//! What may name a speaker: names, pronouns and noun phrases.

use std::ops::Range;

/// The longest noun phrase that is read, in tokens.
pub(crate) const LONGEST_PHRASE: usize = 12;

/// Words that may name a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Which block of the article.
    pub block: usize,
    /// The tokens of the block that name it; for a name without its titles.
    pub tokens: Range<usize>,
    /// Where the whole noun phrase begins, with titles and determiners before `tokens`.
    pub phrase_start: usize,
    /// The token that says what it is: the noun, the last word of the name.
    pub head: usize,
    /// What it is.
    pub kind: MentionKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum MentionKind {
    /// `Vladimir Putin`, `RIA Novosti`
    Name,
    /// `he`, `who`
    Pronoun(Pronoun),
    /// `the Russian leader`, `critics`
    Nominal(NominalKind),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Pronoun {
    He,
    She,
    They,
    It,
    I,
    We,
    Who,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NominalKind {
    Person,
    Organisation,
    Document,
    /// Known only by where it stands: before or after a cue.
    Unknown,
}
