//! What the ranker sees of a quotation and a candidate: how each feature is made.

use super::beside::*;
use super::candidates::{Candidate, Turns};
use super::evidence::{self, Place};
use super::feature_list::{Feature, Features};
use super::ranker::Salience;
use super::sides::{Sides, side_of};
use crate::analysis::clauses::{self, sentence_end, sentence_start};
use crate::analysis::{LONGEST_PHRASE, Mention, MentionKind, Passage, Pronoun, SentenceEnd};
use crate::language::WordClass;
use crate::models::trees::WIDTH;
use crate::speech::Quotation;
use crate::text::TokenKind;

/// What is known of the article and the quotation before, beside quotation and candidate themselves.
pub(crate) struct Context<'a, 'b> {
    pub passages: &'a [Passage<'b>],
    pub quotations: &'a [Quotation],
    /// Index of the quotation.
    pub quotation: usize,
    /// Who spoke last.
    pub turns: Turns,
    /// Where the speakers so far stood.
    pub sides: Sides,
    /// How often each head stands in the article.
    pub salience: &'a Salience,
}

impl Context<'_, '_> {
    /// The features of every candidate, and of nobody behind them.
    pub fn features(&self, candidates: &[Candidate]) -> Vec<Features> {
        let quotation_features = self.quotation_features();
        let subjects = self.subjects();
        let of_candidates = candidates.iter().map(|candidate| {
            let mut features = self.candidate_features(quotation_features, *candidate);
            for &(feature, subject) in &subjects {
                features[feature as usize] = subject.map_or(0, |subject| self.likeness(*candidate, subject));
            }
            features
        });
        of_candidates.chain([quotation_features]).collect()
    }

    /// The subjects of the verbs around the quotation.
    fn subjects(&self) -> [(Feature, Option<Candidate>); 7] {
        let passage = self.passage();
        let block = self.quotation().block;
        let at = self.element();
        let start = sentence_start(passage, at);
        let mut cues = (start..at).rev().filter(|&element| clauses::is_cue_verb(passage, element));
        let own = |mention: Option<usize>| mention.map(|mention| Candidate { block, mention });
        let of_verb = |verb: Option<usize>| own(verb.and_then(|verb| clauses::subject_of(passage, verb)));
        let cue_behind = (at + 1..sentence_end(passage, at)).find(|&element| passage.known(element).cue() >= 3);
        let sentence_before = || {
            if at != start {
                return None;
            }
            if start > 0 {
                return own(clauses::first_subject(passage, sentence_start(passage, start - 1), start));
            }
            let block = block.checked_sub(1)?;
            let passage = &self.passages[block];
            let end = passage.elements.len();
            let start = sentence_start(passage, end.checked_sub(1)?);
            clauses::first_subject(passage, start, end).map(|mention| Candidate { block, mention })
        };
        [
            (Feature::SubjectOfCue, of_verb(cues.next())),
            (Feature::SubjectOfSecondCue, of_verb(cues.next())),
            (Feature::SubjectOfVerb, of_verb(clauses::finite_before(passage, start, at))),
            (Feature::SubjectOfSentence, own(clauses::first_subject(passage, start, at))),
            (Feature::SubjectOfCueBehind, of_verb(cue_behind)),
            (Feature::SubjectOfSentenceBefore, sentence_before()),
            (Feature::OwnerOfNoun, own(clauses::owner_of_noun_before(passage, at))),
        ]
    }

    /// 3 where two candidates are the same, 2 where they have the same head, else 1.
    fn likeness(&self, one: Candidate, other: Candidate) -> u8 {
        let head =
            |candidate: Candidate| self.passages[candidate.block].block.word(candidate.mention(self.passages).head);
        match one == other {
            true => 3,
            false => 1 + head(one).eq_ignore_ascii_case(head(other)) as u8,
        }
    }

    fn quotation(&self) -> &Quotation {
        &self.quotations[self.quotation]
    }

    fn passage(&self) -> &Passage<'_> {
        &self.passages[self.quotation().block]
    }

    /// The element that is the quotation.
    fn element(&self) -> usize {
        self.passage().element_of_quotation(self.quotation)
    }

    /// What all candidates of the quotation share.
    fn quotation_features(&self) -> Features {
        let mut features = [0; WIDTH];
        let mut set = |feature: Feature, value: u8| features[feature as usize] = value;
        let quotation = self.quotation();
        let passage = self.passage();
        let block = &passage.block;
        let at = self.element();
        let inside = quotation.tokens.clone();
        let words = inside.clone().filter(|&token| block.tokens[token].is_word());
        set(Feature::QuotationLength, byte(words.clone().count()));
        set(Feature::QuotationEnd, inside.clone().rev().map(|token| block.word(token)).find_map(end_mark).unwrap_or(0));
        set(
            Feature::QuotationCapital,
            words.clone().next().is_some_and(|token| block.tokens[token].is_capital()) as u8,
        );
        set(Feature::BeforeQuotation, at.checked_sub(1).map_or(0, |before| shape(passage, before)));
        set(Feature::BeforeBeforeQuotation, at.checked_sub(2).map_or(0, |before| shape(passage, before)));
        set(Feature::BehindQuotation, shape(passage, at + 1));
        set(Feature::BehindBehindQuotation, shape(passage, at + 2));
        set(Feature::BeginsBlock, (at == 0) as u8);
        set(Feature::EndsBlock, (at + 1 >= passage.elements.len()) as u8);
        set(Feature::WholeBlock, (passage.elements.len() <= 2) as u8);
        let ordinal = passage.said.partition_point(|&(other, _)| other < self.quotation);
        set(Feature::OrdinalInBlock, byte(ordinal));
        set(Feature::QuotationsInBlock, byte(passage.said.len()));
        set(Feature::CueNearBehind, strongest_cue(passage, at + 1..at + 4));
        set(Feature::CueInRestOfSentence, strongest_cue(passage, at + 1..sentence_end(passage, at)));
        set(Feature::CueBeforeInSentence, strongest_cue(passage, sentence_start(passage, at)..at));
        set(Feature::Reopens, quotation.reopens as u8);
        set(Feature::Closed, quotation.closed as u8);
        let first_behind = passage.mentions.get(passage.mentions_within(0..inside.end).end);
        set(Feature::FirstBehindKind, first_behind.map_or(0, |mention| kind_code(mention.kind)));
        set(Feature::Heading, block.is_heading(self.passages.len()) as u8);
        set(
            Feature::JustBeforePreposition,
            at.checked_sub(1).is_some_and(|before| passage.known(before).is(WordClass::Preposition)) as u8,
        );
        if let Some(cue) = nearest_cue_before(passage, at) {
            set(Feature::NearestCueToQuotation, 1 + words_in(passage, cue + 1..at));
            set(Feature::NearestCueLead, cue.checked_sub(1).map_or(0, |before| shape(passage, before)));
        }
        let [last, last_but_one] = words_before(passage, at);
        set(Feature::BeforeQuotationEvidence, evidence::of(last, Place::BeforeQuotation));
        set(Feature::BeforeBeforeQuotationEvidence, evidence::of(last_but_one, Place::BeforeBeforeQuotation));
        set(Feature::BehindQuotationEvidence, evidence::of(word_behind(passage, at), Place::BehindQuotation));
        set(Feature::PreviousSide, self.sides.last);
        set(Feature::ShareBehind, self.sides.share_behind());
        let first_person =
            |token: usize| matches!(block.word(token), "I" | "we" | "We" | "my" | "My" | "our" | "Our" | "me" | "us");
        set(Feature::FirstPerson, words.clone().take(LONG).any(first_person) as u8);
        let next_block_begins =
            self.quotations.get(self.quotation + 1..).into_iter().flatten().find(|next| next.is_said());
        let next_block_begins =
            next_block_begins.is_some_and(|next| next.block == quotation.block + 1 && next.tokens.start == 0);
        set(Feature::NextBlockBeginsWithQuotation, next_block_begins as u8);
        let previous_quotation = (0..self.quotation)
            .rev()
            .find(|&other| self.quotations[other].is_said())
            .map(|other| &self.quotations[other]);
        if let Some(previous) = previous_quotation {
            set(Feature::BlocksSincePrevious, byte(quotation.block - previous.block) + 1);
            if previous.block == quotation.block {
                let ends = limited(passage.element_of(previous.tokens.start)..at)
                    .filter_map(|element| passage.sentence_ends_after(element))
                    .count();
                set(Feature::PreviousInSentence, 1 + byte(ends));
            }
        }
        features
    }

    fn candidate_features(&self, mut features: Features, candidate: Candidate) -> Features {
        let mut set = |feature: Feature, value: u8| features[feature as usize] = value;
        let quotation = self.quotation();
        let passage = &self.passages[candidate.block];
        let mention = candidate.mention(self.passages);
        let same_block = candidate.block == quotation.block;
        let at = if same_block { self.element() } else { passage.elements.len() };
        let first = passage.element_of(mention.tokens.start);
        let last = passage.element_of(mention.tokens.end - 1);
        let behind = same_block && first > at;
        let between = if behind { at + 1..first } else { last + 1..at };

        set(Feature::BlocksBefore, byte(quotation.block - candidate.block));
        set(Feature::Behind, behind as u8);
        set(Feature::WordsBetween, words_in(passage, between.clone()));
        let ends = |from: usize, to: usize, end: SentenceEnd| {
            limited(from..to).filter(|&element| passage.sentence_ends_after(element) == Some(end)).count()
        };
        let (from, to) = if behind { (at, first) } else { (last, at) };
        set(Feature::SentenceEndsBetween, byte(ends(from, to, SentenceEnd::Outside)));
        set(Feature::QuotationEndsBetween, byte(ends(from, to, SentenceEnd::InQuotation)));
        set(
            Feature::QuotationsBetween,
            byte(limited(between.clone()).filter(|&element| passage.is_quotation(element)).count()),
        );
        set(Feature::CommasBetween, count_of(passage, between.clone(), ","));
        set(Feature::ColonsBetween, count_of(passage, between.clone(), ":"));
        set(Feature::CueBetween, strongest_cue(passage, between.clone()));
        let mentions_between = mentions_in(passage, between.clone());
        set(Feature::MentionsBetween, mentions_between);
        set(Feature::Nearest, (same_block && mentions_between == 0) as u8);
        set(Feature::Salience, byte(self.salience.count(candidate).into()));
        describe_mention(passage, mention, &mut set);

        let start = sentence_start(passage, first);
        set(Feature::BeginsSentence, (passage.element_of(mention.phrase_start) <= start) as u8);
        set(Feature::WordsFromSentenceStart, words_in(passage, start..first));
        set(Feature::MentionsBeforeInSentence, mentions_in(passage, start..first));
        let nested = |other: &Mention| {
            other != mention && other.tokens.start <= mention.tokens.start && mention.tokens.end <= other.tokens.end
        };
        let near =
            passage.mentions_within(mention.tokens.start.saturating_sub(LONGEST_PHRASE)..mention.tokens.start + 1);
        set(Feature::Nested, passage.mentions[near].iter().any(nested) as u8);

        let mut cues = cues_behind(passage, last + 1);
        if let Some(cue) = cues.next() {
            set(Feature::CueBehindDistance, 1 + words_in(passage, last + 1..cue));
            set(Feature::CueBehindLevel, passage.known(cue).cue());
            set(Feature::CueBehindCommas, count_of(passage, last + 1..cue, ","));
            set(Feature::CueBehindMentions, mentions_in(passage, last + 1..cue));
            let quotations = limited(last + 1..cue).filter(|&element| passage.is_quotation(element)).count();
            set(Feature::CueBehindQuotations, byte(quotations));
            set(Feature::CueBehindClass, cue_class(passage, cue));
            set(Feature::CueBehindLead, shape(passage, cue - 1));
            let path = path_between(cue, at);
            set(Feature::CueBehindToQuotation, words_in(passage, path.clone()));
            set(Feature::CueBehindRivals, mentions_in(passage, path));
            set(Feature::CueBehindSide, side(same_block, cue, at));
            if let Some(second) = cues.next() {
                set(Feature::SecondCueLevel, passage.known(second).cue());
                set(Feature::SecondCueToQuotation, words_in(passage, path_between(second, at)));
                set(Feature::SecondCueSide, side(same_block, second, at));
            }
        }
        let phrase = passage.element_of(mention.phrase_start);
        if let Some(cue) = phrase.checked_sub(1) {
            let according =
                passage.word(cue) == "to" && cue > 0 && passage.word(cue - 1).eq_ignore_ascii_case("according");
            let cue = if according { cue - 1 } else { cue };
            set(Feature::CueBeforeLevel, if according { 5 } else { passage.known(cue).cue() });
            set(Feature::CueBeforeContext, cue.checked_sub(1).map_or(0, |before| shape(passage, before)));
            set(Feature::CueBeforeClass, cue_class(passage, cue));
            set(Feature::CueBeforeToQuotation, words_in(passage, path_between(cue, at)));
        }
        set(Feature::VerbShape, shape(passage, verb_behind(passage, last + 1)));
        set(Feature::RelativeBehind, (last + 1..last + 3).any(|element| passage.word(element) == "who") as u8);
        set(
            Feature::PossessiveBehind,
            passage.block.tokens.get(mention.tokens.end).is_some_and(|next| next.kind == TokenKind::Possessive) as u8,
        );
        for (feature, place) in [
            (Feature::VerbEvidence, Place::Verb),
            (Feature::BeforeMentionEvidence, Place::BeforeMention),
            (Feature::NounEvidence, Place::Noun),
            (Feature::CueBetweenEvidence, Place::CueBetween),
        ] {
            set(feature, evidence::of(self.word_at(candidate, place), place));
        }
        set(Feature::OnPreviousSide, (side_of(self.passages, quotation, candidate) == self.sides.last) as u8);
        if behind {
            if let Some(next) = limited(last + 1..passage.elements.len()).find(|&element| passage.is_quotation(element))
            {
                set(Feature::WordsToNextQuotation, 1 + words_in(passage, last + 1..next));
                let ends = limited(last..next).filter(|&element| passage.sentence_ends_after(element).is_some());
                set(Feature::SentenceEndsToNextQuotation, byte(ends.count()));
            }
        } else if let Some(previous) =
            (first.saturating_sub(60)..first).rev().find(|&element| passage.is_quotation(element))
        {
            set(Feature::WordsSincePreviousQuotation, 1 + words_in(passage, previous + 1..first));
        }
        set(Feature::FirstOfSentence, passage.begins_sentence(mention) as u8);
        if same_block && !behind {
            if let Some(cue) = nearest_cue_before(passage, at).filter(|&cue| cue > last) {
                set(Feature::WordsToNearestCue, 1 + words_in(passage, last + 1..cue));
                set(Feature::MentionsToNearestCue, 1 + mentions_in(passage, last + 1..cue));
            }
            // `“…,” |Hill| said. “…”`
            let phrase = passage.element_of(mention.phrase_start);
            let behind_quotation = (phrase.saturating_sub(3)..phrase).any(|element| passage.is_quotation(element));
            let ends =
                limited(last..at).any(|element| passage.sentence_ends_after(element) == Some(SentenceEnd::Outside));
            set(Feature::ClaimedByPrevious, u8::from(behind_quotation) + u8::from(behind_quotation && ends));
        }
        let head = passage.block.word(mention.head);
        let own = &self.passages[quotation.block];
        let named = matches!(mention.kind, MentionKind::Name)
            && quotation.tokens.clone().take(LONG).any(|token| own.block.word(token) == head);
        set(Feature::NamedInQuotation, named as u8);
        if same_block {
            let bytes = |one: usize, other: usize| {
                let (one, other) =
                    (passage.block.tokens[one.min(other)].end, passage.block.tokens[one.max(other)].start);
                passage.block.text.get(one as usize..other as usize).unwrap_or_default()
            };
            let path = if behind {
                bytes(quotation.tokens.end - 1, mention.tokens.start)
            } else {
                bytes(mention.tokens.end - 1, quotation.tokens.start)
            };
            set(Feature::LinesBetween, byte(path.bytes().take(LONG * 10).filter(|&byte| byte == b'\n').count()));
        }
        set(Feature::OwningPronoun, passage.is_owner(mention) as u8);
        if let Some(before) = self.turns.before {
            let head = self.passages[before.block].block.word(before.mention(self.passages).head);
            set(
                Feature::SpokeBefore,
                passage.block.word(mention.head).eq_ignore_ascii_case(head) as u8 + (candidate == before) as u8,
            );
        }
        if let Some(previous) = self.turns.last {
            set(Feature::IsPrevious, (candidate == previous) as u8);
            let head = self.passages[previous.block].block.word(previous.mention(self.passages).head);
            set(Feature::SameHeadAsPrevious, passage.block.word(mention.head).eq_ignore_ascii_case(head) as u8);
        }
        features
    }
}

impl<'a> Context<'_, 'a> {
    /// The word that stands at a place; nothing where none does.
    pub fn word_at(&self, candidate: Candidate, place: Place) -> &'a str {
        let passage = &self.passages[candidate.block];
        let mention = candidate.mention(self.passages);
        let last = passage.element_of(mention.tokens.end - 1);
        match place {
            Place::Verb => passage.word(verb_behind(passage, last + 1)),
            Place::BeforeMention => {
                let phrase = passage.element_of(mention.phrase_start);
                match phrase.checked_sub(1).map_or("", |before| passage.word(before)) {
                    "to" if phrase > 1 && passage.word(phrase - 2).eq_ignore_ascii_case("according") => "according",
                    word => ordinary(word),
                }
            }
            Place::Noun => match mention.kind {
                MentionKind::Nominal(_) => passage.word(passage.element_of(mention.head)),
                _ => "",
            },
            Place::CueBetween => {
                let first = passage.element_of(mention.tokens.start);
                if candidate.block != self.quotation().block {
                    return "";
                }
                let at = self.element();
                let is_cue = |&element: &usize| passage.known(element).cue() > 0;
                let cue = if first > at {
                    limited(at + 1..first).find(is_cue)
                } else {
                    (last + 1..at).rev().take(LONG).find(is_cue)
                };
                cue.map_or("", |cue| passage.word(cue))
            }
            Place::BeforeQuotation | Place::BeforeBeforeQuotation | Place::BehindQuotation => self.word_beside(place),
        }
    }

    /// The word that stands at a place beside the quotation.
    pub fn word_beside(&self, place: Place) -> &'a str {
        let passage = &self.passages[self.quotation().block];
        match place {
            Place::BeforeQuotation => words_before(passage, self.element())[0],
            Place::BeforeBeforeQuotation => words_before(passage, self.element())[1],
            Place::BehindQuotation => word_behind(passage, self.element()),
            _ => "",
        }
    }
}

/// What the mention is and what stands beside it.
fn describe_mention(passage: &Passage, mention: &Mention, set: &mut impl FnMut(Feature, u8)) {
    let block = &passage.block;
    let head = passage.words[mention.head];
    let any = |class: WordClass| mention.tokens.clone().any(|token| passage.words[token].is(class));
    set(Feature::Kind, kind_code(mention.kind));
    if let MentionKind::Pronoun(pronoun) = mention.kind {
        set(Feature::PronounKind, 1 + pronoun as u8);
    }
    let plural = matches!(mention.kind, MentionKind::Pronoun(Pronoun::They | Pronoun::We));
    set(Feature::Length, byte(mention.tokens.len()));
    set(Feature::Plural, (plural || head.is(WordClass::Plural)) as u8);
    set(Feature::FirstName, (any(WordClass::Male) || any(WordClass::Female)) as u8);
    set(Feature::Place, any(WordClass::Place) as u8 + 2 * any(WordClass::Demonym) as u8);
    set(Feature::CommonHead, head.is(WordClass::Common) as u8 + 2 * head.is_noun() as u8);
    let word = block.word(mention.head);
    set(Feature::Acronym, (word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.')) as u8);
    let titled = mention.tokens.start > 0
        && (mention.tokens.start.saturating_sub(2)..mention.tokens.start)
            .any(|token| passage.words[token].is(WordClass::Title));
    set(Feature::Titled, titled as u8);
    let first = passage.element_of(mention.phrase_start);
    set(Feature::WordBefore, first.checked_sub(1).map_or(0, |before| shape(passage, before)));
    set(Feature::WordBehind, shape(passage, passage.element_of(mention.tokens.end - 1) + 1));
}
