//! What the ranker sees of a quotation and a candidate: small numbers, each in one byte.

use super::clauses::{self, sentence_end, sentence_start};
use super::candidates::{Candidate, Turns};
use super::evidence::{self, Place};
use super::ranker::Salience;
use crate::lexicon::{Word, WordClass};
use crate::mentions::{Element, LONGEST_PHRASE, Passage, SentenceEnd};
use crate::mentions::{Mention, MentionKind, NominalKind, Pronoun};
use crate::quotes::Quotation;
use crate::text::TokenKind;
use crate::trees::WIDTH;
use std::ops::Range;

/// The features of one candidate for one quotation.
pub(crate) type Features = [u8; WIDTH];

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Each feature's place.
        #[derive(Clone, Copy, Debug)]
        enum Feature { $($(#[$doc])* $name,)* }

        /// The features' names, in order.
        #[cfg_attr(not(feature = "training"), allow(dead_code, reason = "only training prints them"))]
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name),)*];
    };
}

const _: () = assert!(NAMES.len() <= WIDTH);

features! {
    /// How many blocks before the quotation the candidate stands.
    BlocksBefore,
    /// Whether it stands behind the quotation.
    Behind,
    /// Words between, outside quotations.
    WordsBetween,
    /// Sentence ends between, outside quotations.
    SentenceEndsBetween,
    /// Sentence ends between, at the end of a quotation.
    QuotationEndsBetween,
    /// Quotations between.
    QuotationsBetween,
    /// Mentions between.
    MentionsBetween,
    /// Commas between.
    CommasBetween,
    /// The strongest cue between.
    CueBetween,
    /// What kind of mention it is.
    Kind,
    /// For a pronoun which.
    PronounKind,
    /// Words of the mention.
    Length,
    /// Plural noun or pronoun.
    Plural,
    /// Holds a first name.
    FirstName,
    /// Holds a place or an adjective of one.
    Place,
    /// The last word is common in lower case.
    CommonHead,
    /// All capitals.
    Acronym,
    /// A title before it.
    Titled,
    /// How often the head stands in the article.
    Salience,
    /// What stands before the phrase.
    WordBefore,
    /// What stands behind it.
    WordBehind,
    /// Whether the mention begins its sentence.
    BeginsSentence,
    /// Words from the beginning of the sentence.
    WordsFromSentenceStart,
    /// Mentions before it in its sentence.
    MentionsBeforeInSentence,
    /// Words to the next strong cue behind it in the sentence.
    CueBehindDistance,
    /// How strong that cue is.
    CueBehindLevel,
    /// Commas up to that cue.
    CueBehindCommas,
    /// Mentions up to that cue.
    CueBehindMentions,
    /// Quotations up to that cue.
    CueBehindQuotations,
    /// Words between that cue and the quotation.
    CueBehindToQuotation,
    /// Whether that cue stands before the quotation, behind it, or elsewhere.
    CueBehindSide,
    /// That cue's class.
    CueBehindClass,
    /// Mentions between that cue and the quotation.
    CueBehindRivals,
    /// How strong the cue right before the phrase is.
    CueBeforeLevel,
    /// What stands before that cue.
    CueBeforeContext,
    /// That cue's class.
    CueBeforeClass,
    /// Words between that cue and the quotation.
    CueBeforeToQuotation,
    /// What shape the verb behind the mention has.
    VerbShape,
    /// Words of the quotation.
    QuotationLength,
    /// How the quotation ends.
    QuotationEnd,
    /// Whether it begins with a capital.
    QuotationCapital,
    /// What stands before it.
    BeforeQuotation,
    /// What stands before that.
    BeforeBeforeQuotation,
    /// What stands behind it.
    BehindQuotation,
    /// What stands behind that.
    BehindBehindQuotation,
    /// Whether it begins its block.
    BeginsBlock,
    /// Whether it ends its block.
    EndsBlock,
    /// Whether the block is nothing else.
    WholeBlock,
    /// Which quotation of its block it is.
    OrdinalInBlock,
    /// How many the block has.
    QuotationsInBlock,
    /// The strongest cue in the two words behind the quotation.
    CueNearBehind,
    /// The strongest cue in the words behind the quotation, to the end of the sentence.
    CueInRestOfSentence,
    /// The strongest cue before the quotation in its sentence.
    CueBeforeInSentence,
    /// Whether the quotation continues the unclosed one of the block before.
    Reopens,
    /// Whether it is closed.
    Closed,
    /// Whether the candidate is the speaker of the quotation before.
    IsPrevious,
    /// Whether it has the head of that speaker.
    SameHeadAsPrevious,
    /// Whether it has the head of the one who spoke before that speaker, or is the same mention.
    SpokeBefore,
    /// Blocks since the quotation before.
    BlocksSincePrevious,
    /// Whether the quotation before stands in the same sentence.
    PreviousInSentence,
    /// What the first mention behind the quotation is.
    FirstBehindKind,
    /// Whether the candidate is the nearest mention on its side.
    Nearest,
    /// Whether `'s` stands directly behind the mention.
    PossessiveBehind,
    /// Whether the block is a heading.
    Heading,
    /// Whether `of`, `about` and so on stand between the cue and the quotation.
    JustBeforePreposition,
    /// Whether the mention is nested in a longer one.
    Nested,
    /// Colons between the candidate and the quotation.
    ColonsBetween,
    /// `who` directly behind the mention or its comma.
    RelativeBehind,
    /// The second next cue behind it: level.
    SecondCueLevel,
    /// Words between the second cue and the quotation.
    SecondCueToQuotation,
    /// Whether the second cue is on the quotation's near side.
    SecondCueSide,
    /// What the word that may be the mention's verb tells.
    VerbEvidence,
    /// What the word before the mention tells.
    BeforeMentionEvidence,
    /// What the noun of a description tells.
    NounEvidence,
    /// What the cue between the mention and the quotation tells.
    CueBetweenEvidence,
    /// What the last word before the quotation tells.
    BeforeQuotationEvidence,
    /// What the last but one tells.
    BeforeBeforeQuotationEvidence,
    /// What the first word behind the quotation tells.
    BehindQuotationEvidence,
    /// Words from a candidate behind the quotation to the next one in the block.
    WordsToNextQuotation,
    /// Sentence ends on that way.
    SentenceEndsToNextQuotation,
    /// Where the speaker of the quotation before stood.
    PreviousSide,
    /// Whether the candidate stands on that side.
    OnPreviousSide,
    /// How many of the speakers so far stood behind their quotations, in eighths.
    ShareBehind,
    /// Whether the head of the mention stands in the quotation.
    NamedInQuotation,
    /// Whether the quotation says `I` or `we`.
    FirstPerson,
    /// Line breaks between.
    LinesBetween,
    /// Whether a pronoun owns what follows it: `his`.
    OwningPronoun,
    /// Words to the quotation before, for a candidate before the quotation.
    WordsSincePreviousQuotation,
    /// Whether the next quotation begins the next block.
    NextBlockBeginsWithQuotation,
    /// What stands right before the next strong cue behind the mention.
    CueBehindLead,
    /// Words between the quotation and the nearest strong cue before it in its sentence.
    NearestCueToQuotation,
    /// What stands right before that cue.
    NearestCueLead,
    /// Words between the mention and that cue.
    WordsToNearestCue,
    /// Mentions between the mention and that cue.
    MentionsToNearestCue,
    /// Whether the mention is the first of its sentence.
    FirstOfSentence,
    /// Whether the mention stands between the quotation before and a cue that goes with it.
    ClaimedByPrevious,
    /// Whether the mention is the subject of the nearest cue before the quotation in its sentence: 1 no, 2 another of its name, 3 yes.
    SubjectOfCue,
    /// The same of the cue before that.
    SubjectOfSecondCue,
    /// The same of the nearest finite verb before the quotation.
    SubjectOfVerb,
    /// The same of the first verb of the sentence.
    SubjectOfSentence,
    /// The same of the first cue behind the quotation.
    SubjectOfCueBehind,
    /// The same of the sentence before, for a quotation that begins one.
    SubjectOfSentenceBefore,
    /// Whether the mention owns the noun that leads to the quotation.
    OwnerOfNoun,
}

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

/// Where speakers stood, as seen from their quotations.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sides {
    /// The last one's: 0 is unknown, 1 another block, 2 before the quotation, 3 behind it.
    last: u8,
    before: u16,
    behind: u16,
}

impl Sides {
    /// Takes note of a quotation's speaker.
    pub fn note(&mut self, passages: &[Passage], quotation: &Quotation, speaker: Candidate) {
        self.last = side_of(passages, quotation, speaker);
        match self.last {
            2 => self.before = self.before.saturating_add(1),
            3 => self.behind = self.behind.saturating_add(1),
            _ => {}
        }
    }

    /// The share of the speakers of their own block that stood behind, in eighths; 0 where there is none.
    fn share_behind(self) -> u8 {
        let total = u32::from(self.before) + u32::from(self.behind);
        (u32::from(self.behind) * 8).checked_div(total).map_or(0, |eighths| 1 + eighths as u8)
    }
}

fn side_of(passages: &[Passage], quotation: &Quotation, candidate: Candidate) -> u8 {
    match candidate.block == quotation.block {
        false => 1,
        true if candidate.mention(passages).tokens.start < quotation.tokens.start => 2,
        true => 3,
    }
}

/// How many tokens of a quotation or a stretch are looked through.
const LONG: usize = 80;

fn byte(value: usize) -> u8 {
    value.min(40) as u8
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
        let cue_behind =
            (at + 1..sentence_end(passage, at)).find(|&element| passage.known(element).cue() >= 3);
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
        let head = |candidate: Candidate| self.passages[candidate.block].block.word(candidate.mention(self.passages).head);
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
            set(Feature::SpokeBefore, passage.block.word(mention.head).eq_ignore_ascii_case(head) as u8 + (candidate == before) as u8);
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

/// A word that begins in lower case; what names begin with would be learned by heart.
fn ordinary(word: &str) -> &str {
    if word.starts_with(char::is_lowercase) { word } else { "" }
}

/// The last two words of the sentence before a quotation, marks passed over.
fn words_before<'a>(passage: &Passage<'a>, at: usize) -> [&'a str; 2] {
    let mut words = [""; 2];
    let mut found = 0;
    for element in (at.saturating_sub(4)..at).rev() {
        if found == 2
            || passage.is_quotation(element)
            || passage.sentence_ends_after(element) == Some(SentenceEnd::Outside)
        {
            break;
        }
        let word = passage.word(element);
        if word.chars().next().is_some_and(char::is_alphanumeric) {
            words[found] = ordinary(word);
            found += 1;
        }
    }
    words
}

/// The first word of the sentence behind a quotation, marks passed over.
fn word_behind<'a>(passage: &Passage<'a>, at: usize) -> &'a str {
    for element in at + 1..at + 4 {
        let word = passage.word(element);
        if word.chars().next().is_some_and(char::is_alphanumeric) {
            return ordinary(word);
        }
        if passage.is_quotation(element) || passage.sentence_ends_after(element) == Some(SentenceEnd::Outside) {
            break;
        }
    }
    ""
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

/// The cues behind an element in its sentence, at most 30 elements on; weak ones only where no strong one follows soon.
fn cues_behind<'p>(passage: &'p Passage, from: usize) -> impl Iterator<Item = usize> + 'p {
    let end = sentence_end(passage, from.saturating_sub(1)).min(from + 30);
    (from..end).filter(|&element| passage.known(element).cue() >= 2)
}

/// The nearest strong cue before a quotation in its sentence.
fn nearest_cue_before(passage: &Passage, at: usize) -> Option<usize> {
    (sentence_start(passage, at)..at).rev().find(|&element| passage.known(element).cue() >= 2)
}

fn side(same_block: bool, cue: usize, quotation: usize) -> u8 {
    match (same_block, cue < quotation) {
        (false, _) => 0,
        (true, true) => 1,
        (true, false) => 2,
    }
}

fn path_between(one: usize, other: usize) -> Range<usize> {
    if one < other { one + 1..other } else { other + 1..one }
}

fn limited(range: Range<usize>) -> Range<usize> {
    range.start..range.end.min(range.start + 200).max(range.start)
}

fn words_in(passage: &Passage, elements: Range<usize>) -> u8 {
    let is_word = |&element: &usize| matches!(passage.elements.get(element), Some(&Element::Token(token)) if passage.block.tokens[token].is_word());
    byte(limited(elements).filter(is_word).count())
}

fn count_of(passage: &Passage, elements: Range<usize>, mark: &str) -> u8 {
    byte(limited(elements).filter(|&element| passage.word(element) == mark).count())
}

fn strongest_cue(passage: &Passage, elements: Range<usize>) -> u8 {
    limited(elements).map(|element| passage.known(element).cue()).max().unwrap_or(0)
}

fn mentions_in(passage: &Passage, elements: Range<usize>) -> u8 {
    let Some(&Element::Token(first)) = limited(elements.clone())
        .find_map(|element| passage.elements.get(element).filter(|e| matches!(e, Element::Token(_))))
    else {
        return 0;
    };
    let from = passage.mentions.partition_point(|mention| mention.tokens.start < first);
    let inside = |mention: &&Mention| passage.element_of(mention.head) < elements.end;
    byte(passage.mentions[from..].iter().take(20).take_while(inside).count())
}

fn cue_class(passage: &Passage, element: usize) -> u8 {
    let word = passage.known(element);
    match passage.word(element) {
        "said" | "says" => 1,
        _ if word.is(WordClass::Telling) && word.is(WordClass::Calling) => 4,
        _ if word.is(WordClass::Telling) => 2,
        _ if word.is(WordClass::Calling) => 3,
        written if written.ends_with("ing") => 5,
        _ => 0,
    }
}

fn kind_code(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::Name => 1,
        MentionKind::Pronoun(Pronoun::He | Pronoun::She) => 2,
        MentionKind::Pronoun(Pronoun::Who) => 3,
        MentionKind::Pronoun(_) => 4,
        MentionKind::Nominal(NominalKind::Person) => 5,
        MentionKind::Nominal(NominalKind::Organisation) => 6,
        MentionKind::Nominal(NominalKind::Document) => 7,
        MentionKind::Nominal(NominalKind::Unknown) => 8,
    }
}

fn end_mark(word: &str) -> Option<u8> {
    match word {
        "," => Some(1),
        "." => Some(2),
        "?" | "!" => Some(3),
        "…" | "—" | "–" | "-" => Some(4),
        "”" | "\"" | "’" | "'" | "»" | "''" | "``" => None,
        _ => Some(5),
    }
}

/// A coarse class of the word or mark that an element is.
fn shape(passage: &Passage, element: usize) -> u8 {
    if passage.is_quotation(element) {
        return 1;
    }
    let text = passage.word(element);
    let word = passage.known(element);
    match text {
        "" => 0,
        "," => 2,
        ":" => 3,
        "." | "!" | "?" | ";" => 4,
        "—" | "–" | "-" | "―" | "~" => 5,
        "(" | ")" | "[" | "]" => 6,
        "that" | "That" => 7,
        "as" => 8,
        "by" | "By" => 9,
        "to" => 10,
        "of" | "about" | "on" | "over" => 11,
        "who" => 12,
        "and" | "but" | "And" | "But" => 13,
        "the" | "The" | "a" | "A" | "an" | "his" | "her" | "its" | "their" => 14,
        "he" | "she" | "He" | "She" | "they" | "it" | "They" | "It" => 15,
        "is" | "was" | "are" | "were" | "be" | "been" | "has" | "had" | "have" => 16,
        "because" | "if" | "whether" | "when" | "after" | "before" | "while" | "until" | "how" | "why" | "what"
        | "where" | "although" | "though" | "than" | "When" | "After" | "While" | "If" | "Although" | "Though" => 32,
        "would" | "could" | "should" | "will" | "may" | "might" | "must" | "can" | "did" | "does" | "do" => 33,
        "which" => 34,
        _ => match word {
            _ if word.cue() >= 3 => 17 + word.cue() - 3,
            _ if word.cue() > 0 => 19,
            _ if word.is(WordClass::Preposition) => 20,
            _ if word.is(WordClass::Function) => 21,
            _ => shape_by_form(passage, element, word),
        },
    }
}

fn shape_by_form(passage: &Passage, element: usize, word: Word) -> u8 {
    let Some(&Element::Token(token)) = passage.elements.get(element) else { return 0 };
    match passage.block.tokens[token].kind {
        TokenKind::Capital if word.is(WordClass::Calendar) => 22,
        TokenKind::Capital => 23,
        TokenKind::Possessive => 24,
        TokenKind::Number => 25,
        TokenKind::Mark => 26,
        TokenKind::Lower if word.is_noun() => 27,
        TokenKind::Lower if passage.word(element).ends_with("ed") => 28,
        TokenKind::Lower if passage.word(element).ends_with("ing") => 29,
        TokenKind::Lower if passage.word(element).ends_with("ly") => 30,
        TokenKind::Lower => 31,
    }
}

/// The first element behind the mention that may be its verb, adverbs and auxiliaries passed over.
fn verb_behind(passage: &Passage, from: usize) -> usize {
    for element in from..from + 4 {
        let text = passage.word(element);
        let passed = matches!(
            text,
            "also"
                | "then"
                | "later"
                | "has"
                | "had"
                | "have"
                | "recently"
                | "once"
                | "further"
                | "even"
                | "himself"
                | "herself"
                | "who"
                // `it’s calling`; behind a name this is a possessive, and what follows is no verb.
                | "'s"
                | "’s"
        ) || text.ends_with("ly") && text.len() > 4;
        if !passed {
            return element;
        }
    }
    passage.elements.len()
}
