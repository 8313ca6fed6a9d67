//! Reading noun phrases: where one begins, which nouns belong to it, and whether its head may speak.

use super::according_to::according_to_before;
use super::finder::Finder;
use super::mention::{LONGEST_PHRASE, MentionKind, NominalKind};
use super::verbs;
use crate::language::{PartOfSpeech, WordClass};
use crate::text::TokenKind;

impl Finder<'_> {
    /// Whether a noun phrase begins here.
    pub fn begins_phrase(&self, at: usize) -> bool {
        let word = self.words[at];
        let token = &self.block.tokens[at];
        (token.kind == TokenKind::Lower || self.sentence_starts[at] && token.is_capital())
            && !word.is(WordClass::Function)
            && !(token.kind == TokenKind::Lower && self.is_tagged_verb(at))
            && !self.stands_alone(at)
            && (word.is(WordClass::Determiner)
                || word.is_noun()
                || !self.is_inside_phrase(at) && self.leads_to_noun(at))
    }

    fn is_inside_phrase(&self, at: usize) -> bool {
        self.mentions.last().is_some_and(|last| last.tokens.contains(&at))
    }

    /// Whether a bare noun phrase begins here: `local officials`, `senior aides`.
    fn leads_to_noun(&self, at: usize) -> bool {
        self.words[at].cue() < 2
            && (at + 1..(at + 3).min(self.words.len()))
                .any(|next| self.words[next].is_noun() && self.block.tokens[next].kind == TokenKind::Lower)
            && self
                .block
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == TokenKind::Lower && !self.words[at + 1].is(WordClass::Function))
    }

    /// Whether a name goes on as a noun phrase: `the Clinton |campaign`, `Chinese |state media`.
    pub fn noun_follows(&self, at: usize) -> bool {
        for next in at..(at + 3).min(self.words.len()) {
            let word = self.words[next];
            let inflected = || verbs::is_inflected(self.block, next);
            if self.block.tokens[next].kind != TokenKind::Lower || word.is(WordClass::Function) || word.cue() >= 3 {
                return false;
            }
            // `the ferry firm Tidewell |allows passengers` to sit.
            if next == at && self.is_tagged_verb(next) {
                return false;
            }
            if word.is_noun() {
                return true;
            }
            // `Hill |shook his head` is a name and what he did.
            if word.is(WordClass::Determiner)
                || word.cue() > 0 && inflected()
                || self.sets().adverb_endings.is_ending_of(self.block.word(next))
            {
                return false;
            }
        }
        false
    }

    /// After a possessive: `Clinton's |campaign manager`.
    pub fn take_possessed(&mut self, phrase_start: usize, start: usize) -> usize {
        match self.block.tokens.get(start) {
            Some(next) if next.kind == TokenKind::Lower && !self.words[start].is(WordClass::Function) => {
                self.take_nouns(phrase_start, start)
            }
            _ => start,
        }
    }

    /// Reads the noun phrase that begins here.
    pub fn take_phrase(&mut self, start: usize) -> usize {
        let first_noun = if self.words[start].is(WordClass::Determiner) { start + 1 } else { start };
        self.take_nouns(start, first_noun)
    }

    /// Reads the modifiers and nouns of a phrase from `at` on and pushes the phrase where its head may speak.
    pub fn take_nouns(&mut self, phrase_start: usize, from: usize) -> usize {
        let tokens = self.block.tokens;
        let mut at = from;
        let mut head = None;
        while at < tokens.len() && at - phrase_start < LONGEST_PHRASE {
            let word = self.words[at];
            // The capital at the beginning of a sentence makes no name.
            let kind = if at == phrase_start && tokens[at].is_capital() { TokenKind::Lower } else { tokens[at].kind };
            match kind {
                TokenKind::Lower if word.is(WordClass::Function) => break,
                TokenKind::Lower if head.is_some() && word.is(WordClass::Verb) && !word.is_noun() => break,
                // `the lawsuit |states`
                TokenKind::Lower if head.is_some() && at > from && self.is_tagged_verb(at) => break,
                TokenKind::Lower if at > from && word.is(WordClass::Determiner) && !word.is_noun() => break,
                // A verb ends the phrase, unless it is a noun as well and nothing before it was one.
                TokenKind::Lower
                    if word.cue() > 0
                        && head.is_some()
                        && !(word.is_noun() && self.goes_on_after(at))
                        && !self.is_noun_like_cue(at, head) =>
                {
                    break;
                }
                TokenKind::Lower => {
                    let compound = at > from && self.hyphen_joins(at - 1);
                    if word.is_noun() || compound || head.is_none_or(|head: usize| !self.words[head].is_noun()) {
                        head = Some(at);
                    } else if verbs::is_participle(self.block, at) {
                        break;
                    }
                    at += 1;
                }
                TokenKind::Capital if self.begins_name(at) => {
                    let end = self.end_of_name(at);
                    let followed = self.noun_follows(end);
                    if !followed {
                        break;
                    }
                    // `the |Tom Hill| administration` names a person too.
                    if end - at > 1 && self.words[at].is_first_name() {
                        self.push(at..end, at, end - 1, MentionKind::Name);
                    }
                    head = Some(end - 1);
                    at = end;
                }
                TokenKind::Number => at += 1,
                TokenKind::Mark
                    if self.block.word(at) == "-" && at > from && tokens[at].start == tokens[at - 1].end =>
                {
                    at += 1
                }
                // `the workers' leader`
                TokenKind::Mark if head.is_some() && self.is_plural_possessive(at) => {
                    self.push_nominal(phrase_start, at, head.unwrap_or(at - 1));
                    head = None;
                    at += 1;
                }
                TokenKind::Possessive if head.is_some() => {
                    self.push_nominal(phrase_start, at, head.unwrap_or(at - 1));
                    head = None;
                    at += 1;
                }
                _ => break,
            }
        }
        match head {
            Some(head) => {
                self.push_nominal(phrase_start, head + 1, head);
                at.max(head + 1)
            }
            None => from.max(phrase_start + 1),
        }
    }

    /// Whether the mark is an apostrophe between a plural and the noun that it possesses.
    fn is_plural_possessive(&self, at: usize) -> bool {
        let adjacent = at > 0 && self.block.tokens[at].start == self.block.tokens[at - 1].end;
        let noun = |at: usize| {
            let lower = self.block.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Lower);
            lower && self.words[at].is_noun()
        };
        adjacent && matches!(self.block.word(at), "'" | "’") && self.block.word(at - 1).ends_with('s') && noun(at + 1)
    }

    /// Whether the token is a hyphen that joins the words on its sides.
    pub fn hyphen_joins(&self, at: usize) -> bool {
        let tokens = self.block.tokens;
        let Some(next) = tokens.get(at + 1).filter(|next| next.is_word()) else { return false };
        self.sets().hyphens.has(self.block.word(at))
            && at > 0
            && tokens[at - 1].is_word()
            && tokens[at - 1].end == tokens[at].start
            && tokens[at].end == next.start
    }

    fn goes_on_after(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|next| next.cue() > 0 || next.is(WordClass::Function))
    }

    /// Whether a word that may be a cue goes on with the nouns before it: `a conservative |talk| radio host`. A verb after a singular would end
    /// in *s*.
    fn is_noun_like_cue(&self, at: usize, head: Option<usize>) -> bool {
        let singular = head.is_some_and(|head| !self.words[head].is(WordClass::Plural));
        let next_is_noun = self.block.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Lower)
            && (self.words[at + 1].is_noun() || self.words.get(at + 2).is_some_and(|word| word.is_noun()));
        singular
            && next_is_noun
            && !self.words[at + 1].is(WordClass::Function)
            && !self.words[at + 1].is(WordClass::Determiner)
            && self.sets().cues_within_noun_phrases.has(self.block.word(at))
    }

    /// Whether a word that may be a determiner is a pronoun with its verb here: `|This| caused a delay`.
    fn stands_alone(&self, at: usize) -> bool {
        self.tags.part_of_speech(at) == Some(PartOfSpeech::Pron)
            && self.words[at].is(WordClass::Determiner)
            && at + 1 < self.words.len()
            && self.is_tagged_verb(at + 1)
    }

    /// Whether the tagger takes a word for a verb with a subject.
    fn is_tagged_verb(&self, at: usize) -> bool {
        self.tags.part_of_speech(at).is_some_and(PartOfSpeech::is_finite)
    }

    fn push_nominal(&mut self, phrase_start: usize, end: usize, head: usize) {
        let word = self.words[head];
        let kind = if word.is(WordClass::PersonNoun) || word.is(WordClass::Title) {
            NominalKind::Person
        } else if word.is(WordClass::OrganisationNoun) {
            NominalKind::Organisation
        } else if word.is(WordClass::DocumentNoun) {
            NominalKind::Document
        } else if self.stands_at_cue(phrase_start, end) || self.begins_sentence(phrase_start) {
            NominalKind::Unknown
        } else {
            return;
        };
        self.push(phrase_start..end, phrase_start, head, MentionKind::Nominal(kind));
    }

    /// Whether the phrase begins its sentence with a determiner: its noun is most likely the subject.
    fn begins_sentence(&self, start: usize) -> bool {
        self.sentence_starts[start] && self.words[start].is(WordClass::Determiner)
    }

    /// Whether a cue stands right before or after the phrase.
    fn stands_at_cue(&self, start: usize, end: usize) -> bool {
        let cue_at = |at: usize| self.words.get(at).is_some_and(|word| word.cue() >= 2);
        cue_at(end)
            || cue_at(end + 1) && self.block.word(end) != ","
            || start > 0 && (cue_at(start - 1) || self.block.word(start - 1).eq_ignore_ascii_case("by"))
            || according_to_before(self.block, start).is_some()
    }
}
