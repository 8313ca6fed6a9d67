//! What looks like a verb: guesses by a word's class, its ending, and what stands beside it.
//!
//! All guesses of this kind stand here, so that what is learned about parts of speech can take their place.

use super::around::{mention_before, sentence_start};
use super::ids::ElementId;
use super::mention::{MentionKind, Pronoun};
use super::passage::Passage;
use crate::language::{PartOfSpeech, Word, WordClass};
use crate::text::{BlockText, TokenKind};

/// Whether a token has an ending that only verbs in a sentence have, of all forms of a verb: `calls`, `called`, `calling`.
pub(super) fn is_inflected(block: &BlockText, token: usize) -> bool {
    block.language.sets.verb_endings.is_ending_of(block.word(token))
}

/// Whether a token has the ending of a participle: `called`, `calling`.
pub(super) fn is_participle(block: &BlockText, token: usize) -> bool {
    block.language.sets.participle_endings.is_ending_of(block.word(token))
}

/// Whether a word has the ending of a present participle: `calling`.
pub(super) fn is_present_participle(passage: &Passage, element: ElementId) -> bool {
    passage.sets().present_participle_endings.is_ending_of(passage.word(element))
}

/// Whether a token is a cue in a form that has a subject: `said`, `calls`, but not `calling` or `call`.
pub(super) fn is_finite_cue(block: &BlockText, words: &[Word], token: usize) -> bool {
    let Some(kind) = block.tokens.get(token).map(|token| token.kind) else { return false };
    let sets = &block.language.sets;
    let word = block.word(token);
    kind == TokenKind::Lower
        && words[token].cue() >= 2
        && !sets.present_participle_endings.is_ending_of(word)
        && (words[token].cue() >= 4 || sets.verb_endings.is_ending_of(word))
}

/// Whether a word before a name is a verb of which the name is the object: `Hill met |Reyes`, but `the disgraced |Reyes`.
pub(super) fn takes_name_as_object(block: &BlockText, words: &[Word], token: usize, name: usize) -> bool {
    let determined = || token > 0 && words[token - 1].is(WordClass::Determiner);
    let sets = &block.language.sets;
    let word = block.word(token);
    sets.irregular_past_before_name.has(word)
        || token + 1 == name && sets.past_endings.is_ending_of(word) && word.len() > 3 && !determined()
}

/// Whether what stands before a verb makes its subject the one of whom it is said: `was |called|`.
pub(crate) fn is_passive(passage: &Passage, verb: ElementId) -> bool {
    let mut passed = verb.minus(4).until(verb).rev().take_while(|&before| is_passed(passage, before));
    !is_present_participle(passage, verb) && passed.any(|before| passage.sets().be.has(passage.word(before)))
}

/// Whether a verb stands there that has a subject of its own.
pub(crate) fn is_finite(passage: &Passage, element: ElementId) -> bool {
    let Some(token) = passage.token_of(element) else { return false };
    if passage.block.tokens[token].kind != TokenKind::Lower {
        return false;
    }
    let text = passage.block.word(token);
    let word = passage.words[token];
    if word.is(WordClass::Function) || text.starts_with(['\'', '’']) {
        return is_finite_auxiliary(passage, element);
    }
    let sets = passage.sets();
    let past = sets.past_endings.is_ending_of(text) && text.len() > 4
        || word.cue() >= 4 && !is_present_participle(passage, element);
    // `the panel, |led| by Reyes,`
    let passive =
        passage.word(element.next()) == "by" && element.before().is_some_and(|before| passage.word(before) == ",");
    let inflected = !passive
        && (past
            || word.is(WordClass::Verb)
            || word.cue() > 0 && sets.third_person_endings.is_ending_of(text)
            || sets.irregular_past_cues.has(text));
    inflected && !leads_noun(passage, element)
}

/// Whether a verb of saying may have its subject behind it: `“…,” |said| Reyes`, but not `|told| Reyes` or `|adding|`.
pub(crate) fn may_precede_subject(passage: &Passage, element: ElementId) -> bool {
    let known = passage.known(element);
    known.cue() >= 3 && !known.is(WordClass::Telling) && !is_present_participle(passage, element)
}

/// Whether a cue stands there that is a verb: `said`, `to call`, `calling`, `officials say`, but not `the report`.
pub(crate) fn is_cue_verb(passage: &Passage, element: ElementId) -> bool {
    let Some(token) = passage.token_of(element) else { return false };
    let known = passage.words[token];
    if known.cue() < 2 {
        return false;
    }
    let participle = is_present_participle(passage, element);
    let lower = passage.block.tokens[token].kind == TokenKind::Lower;
    if !(lower || participle && sentence_start(passage, element) == element) {
        return false;
    }
    if is_finite(passage, element) {
        return true;
    }
    if participle {
        return !leads_noun(passage, element) || passage.known(element.minus(1)).is(WordClass::Preposition);
    }
    if leads_noun(passage, element) && passage.word(element.minus(1)) != "to" {
        return false;
    }
    let passed = |&before: &ElementId| !is_finite_auxiliary(passage, before) && is_passed(passage, before);
    let start = element.minus(3).until(element).rev().take_while(passed).last().unwrap_or(element);
    let Some(last) = start.before() else { return false };
    let led = passage.word(last) == "to" || is_finite_auxiliary(passage, last);
    led || mention_before(passage, start).is_some_and(|mention| is_plural(passage, mention))
}

/// Whether a subject takes a verb without *s*: `officials |say|`, `they |say|`.
fn is_plural(passage: &Passage, mention: usize) -> bool {
    let mention = &passage.mentions[mention];
    match mention.kind {
        MentionKind::Pronoun(pronoun) => {
            !passage.is_owner(mention) && !matches!(pronoun, Pronoun::He | Pronoun::She | Pronoun::It)
        }
        MentionKind::Nominal(_) => passage.words[mention.head].is(WordClass::Plural),
        MentionKind::Name => passage.sets().plural_endings.is_ending_of(passage.block.word(mention.head)),
    }
}

/// Whether the word before an element makes a noun or an adjective of it: `the |report|`, `of |interest|`.
fn leads_noun(passage: &Passage, element: ElementId) -> bool {
    let Some(before) = element.before() else { return false };
    let word = passage.known(before);
    let is_possessive = |token: usize| passage.block.tokens[token].kind == TokenKind::Possessive;
    let possessive = passage.token_of(before).is_some_and(is_possessive);
    let article =
        word.is(WordClass::Determiner) && !passage.sets().determiners_standing_alone.has_any_case(passage.word(before));
    article || word.is(WordClass::Preposition) && passage.word(before) != "as" || possessive
}

/// Whether a word is a finite auxiliary, or a finite verb that is used like one: `has`, `wouldn't`, `is`.
pub(super) fn is_finite_auxiliary(passage: &Passage, element: ElementId) -> bool {
    passage.sets().finite_auxiliaries.has(passage.word(element))
}

/// Whether a word may stand between a subject and its verb.
pub(crate) fn is_passed(passage: &Passage, element: ElementId) -> bool {
    let word = passage.word(element);
    let sets = passage.sets();
    // `family`, `ally` and `supply` end like adverbs.
    let noun = || {
        let part = passage.token_of(element).and_then(|token| passage.tags.part_of_speech(token));
        matches!(part, Some(PartOfSpeech::Noun | PartOfSpeech::Propn))
    };
    sets.between_subject_and_verb.has(word) || word.len() > 4 && sets.adverb_endings.is_ending_of(word) && !noun()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::analysis::{Passage, analyse};
    use crate::language::language_of;
    use crate::text::Document;

    /// The words of a text of which a question is answered with yes.
    fn words_that(text: &str, answer: Question) -> String {
        let article = Article::from_text(text, false);
        let document = Document::new(&article, language_of(None).unwrap());
        let passage = Passage::new(analyse(&document).remove(0), std::iter::empty());
        let elements = passage.elements().filter(|&element| answer(&passage, element));
        elements.map(|element| passage.word(element)).collect::<Vec<_>>().join(" ")
    }

    type Question = fn(&Passage, ElementId) -> bool;

    #[test]
    fn verbs_are_known_by_form_and_neighbours() {
        let finite: Question = is_finite;
        let cue: Question = is_cue_verb;
        let passive: Question = |passage, element| is_cue_verb(passage, element) && is_passive(passage, element);
        let rows: &[(&str, &str, Question, &str)] = &[
            ("regular past", "Ana Reyes repaired the pier.", finite, "repaired"),
            ("past that one does not know by its ending", "Ana Reyes went home.", finite, "went"),
            ("auxiliaries", "Ana Reyes has not left and can stay.", finite, "has left can"),
            ("a participle has no subject", "Ana Reyes left, smiling.", finite, "left"),
            ("behind a comma and before by", "The panel, led by Reyes, met.", finite, "met"),
            ("an adjective behind an article", "The disputed pier fell.", finite, "fell"),
            ("a cue", "Ana Reyes said the report was thin.", cue, "said"),
            ("a cue in the infinitive", "Ana Reyes came to call it thin.", cue, "call"),
            ("a bare cue behind a plural", "Local officials say no.", cue, "say"),
            ("the same word behind a singular", "A local official report fell.", cue, ""),
            ("a participle that begins the sentence", "Calling it thin, Ana Reyes left.", cue, "Calling"),
            ("a noun", "The report fell.", cue, ""),
            ("passive", "Ana Reyes was quickly asked why.", passive, "asked"),
            ("active", "Ana Reyes quickly asked why.", passive, ""),
            ("a participle that goes on", "Ana Reyes was asking why.", passive, ""),
        ];
        for &(name, text, answer, expected) in rows {
            assert_eq!(words_that(text, answer), expected, "{name}");
        }
    }

    #[test]
    fn words_between_subject_and_verb_are_passed() {
        let text = "Ana Reyes herself has also never publicly said so to fly Lily by.";
        assert_eq!(words_that(text, is_passed), "herself has also never publicly so");
    }
}
