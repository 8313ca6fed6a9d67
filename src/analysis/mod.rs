//! What the words of a block are, which of them may name a speaker, and how they make clauses. Nothing here knows what is said.
//!
//! [`tags`] says what each word may be, [`finder`] finds the mentions, in quotations too. A [`Passage`] is a block in which stretches that the
//! caller names are one element each; [`clauses`] reads what stands around them.

mod according_to;
mod appositives;
mod around;
mod block;
mod clause;
pub(crate) mod clauses;
mod finder;
mod ids;
mod mention;
mod names;
mod passage;
mod phrases;
pub(crate) mod tagger;
mod tags;
mod verbs;

pub(crate) use according_to::led_by_according_to;
pub(crate) use block::BlockAnalysis;
pub(crate) use ids::{ElementId, Elements, MentionId, StretchId};
pub(crate) use mention::{LONGEST_PHRASE, Mention, MentionKind, NominalKind, Pronoun};
pub(crate) use passage::{Passage, SentenceEnd, Stretch};

use crate::language::Word;
use crate::text::Document;
use tags::{LexiconTagger, Tagger};

/// Every block of a document, its words tagged and its mentions found, capitals that mean nothing left out.
pub(crate) fn analyse<'a>(document: &'a Document) -> Vec<BlockAnalysis<'a>> {
    let words: Vec<Vec<Word>> = document.plain_blocks().map(|block| LexiconTagger.tag(&block)).collect();
    let tags = tagger::tag(document, &words);
    let tagged = words.into_iter().zip(tags);
    document.plain_blocks().zip(tagged).map(|(block, (words, tags))| finder::analyse(block, words, tags)).collect()
}
