//! What the ranker sees of a quotation and a candidate, each in one byte: the list.

use super::shape::Shape;
use crate::attribution::positions::Position;
use crate::language::PartOfSpeech;
use crate::models::features::features;
use crate::models::trees::WIDTH;

#[cfg(feature = "training")]
pub use crate::models::features::Scale;
pub(super) use crate::models::features::{Row, Value, or_none};

/// How many values a part of speech has as a feature: also none, and that of a quotation.
pub(super) const PARTS: u8 = PartOfSpeech::ALL.len() as u8 + 2;

/// The features of one candidate for one quotation.
pub(crate) type Features = [u8; WIDTH];

impl Value for Position {
    fn byte(self) -> u8 {
        self as u8
    }
}

impl Value for Shape {
    fn byte(self) -> u8 {
        self as u8
    }
}

features! {
    /// How many blocks before the quotation the candidate stands.
    BlocksBefore: Ordinal,
    /// Whether it comes after the quotation.
    Behind: Ordinal,
    /// Words between, outside quotations.
    WordsBetween: Ordinal,
    /// Sentence ends between, outside quotations.
    SentenceEndsBetween: Ordinal,
    /// Sentence ends between, at the end of a quotation.
    QuotationEndsBetween: Ordinal,
    /// Quotations between.
    QuotationsBetween: Ordinal,
    /// Mentions between.
    MentionsBetween: Ordinal,
    /// Commas between.
    CommasBetween: Ordinal,
    /// The strongest cue between.
    CueBetween: Ordinal,
    /// What kind of mention it is.
    Kind: Nominal(9),
    /// For a pronoun which.
    PronounKind: Nominal(8),
    /// Words of the mention.
    Length: Ordinal,
    /// What the tagger takes the head for: 1 the name of something, 2 of a place, 3 of a people, 4 no name, 5 of an organisation, 6 of a person.
    HeadEntity: Ordinal,
    /// Holds a first name.
    FirstName: Ordinal,
    /// Holds a place or an adjective of one.
    Place: Nominal(4),
    /// The last word is common in lower case.
    CommonHead: Nominal(4),
    /// All capitals.
    Acronym: Ordinal,
    /// A title before it.
    Titled: Ordinal,
    /// How often the head stands in the article.
    Salience: Ordinal,
    /// What stands before the phrase.
    WordBefore: Nominal(Shape::COUNT),
    /// What comes after it.
    WordBehind: Nominal(Shape::COUNT),
    /// Whether the mention begins its sentence.
    BeginsSentence: Ordinal,
    /// Words from the beginning of the sentence.
    WordsFromSentenceStart: Ordinal,
    /// Mentions before it in its sentence.
    MentionsBeforeInSentence: Ordinal,
    /// Words to the next strong cue after it in the sentence.
    CueBehindDistance: Ordinal,
    /// How strong that cue is.
    CueBehindLevel: Ordinal,
    /// Commas up to that cue.
    CueBehindCommas: Ordinal,
    /// Mentions up to that cue.
    CueBehindMentions: Ordinal,
    /// Quotations up to that cue.
    CueBehindQuotations: Ordinal,
    /// Words between that cue and the quotation.
    CueBehindToQuotation: Ordinal,
    /// Whether that cue stands before the quotation, after it, or elsewhere.
    CueBehindSide: Nominal(3),
    /// That cue's class.
    CueBehindClass: Nominal(6),
    /// Mentions between that cue and the quotation.
    CueBehindRivals: Ordinal,
    /// How strong the cue right before the phrase is.
    CueBeforeLevel: Ordinal,
    /// What stands before that cue.
    CueBeforeContext: Nominal(Shape::COUNT),
    /// That cue's class.
    CueBeforeClass: Nominal(6),
    /// Words between that cue and the quotation.
    CueBeforeToQuotation: Ordinal,
    /// What shape the verb after the mention has.
    VerbShape: Nominal(Shape::COUNT),
    /// Words of the quotation.
    QuotationLength: Ordinal,
    /// How the quotation ends.
    QuotationEnd: Nominal(6),
    /// Whether it begins with a capital.
    QuotationCapital: Ordinal,
    /// What stands before it.
    BeforeQuotation: Nominal(Shape::COUNT),
    /// What stands before that.
    BeforeBeforeQuotation: Nominal(Shape::COUNT),
    /// What comes after it.
    BehindQuotation: Nominal(Shape::COUNT),
    /// What comes after that.
    BehindBehindQuotation: Nominal(Shape::COUNT),
    /// Whether it begins its block.
    BeginsBlock: Ordinal,
    /// Whether it ends its block.
    EndsBlock: Ordinal,
    /// Whether the block is nothing else.
    WholeBlock: Ordinal,
    /// Which quotation of its block it is.
    OrdinalInBlock: Ordinal,
    /// How many the block has.
    QuotationsInBlock: Ordinal,
    /// The strongest cue in the two words after the quotation.
    CueNearBehind: Ordinal,
    /// The strongest cue in the words after the quotation, to the end of the sentence.
    CueInRestOfSentence: Ordinal,
    /// The strongest cue before the quotation in its sentence.
    CueBeforeInSentence: Ordinal,
    /// Whether the quotation continues the unclosed one of the block before.
    Reopens: Ordinal,
    /// Whether it is closed.
    Closed: Ordinal,
    /// Whether the candidate is the speaker of the quotation before.
    IsPrevious: Ordinal,
    /// Whether it has the head of that speaker.
    SameHeadAsPrevious: Ordinal,
    /// Whether it has the head of the one who spoke before that speaker, or is the same mention.
    SpokeBefore: Ordinal,
    /// Blocks since the quotation before.
    BlocksSincePrevious: Ordinal,
    /// Whether the quotation before stands in the same sentence.
    PreviousInSentence: Ordinal,
    /// What the first mention after the quotation is.
    FirstBehindKind: Nominal(9),
    /// Whether the candidate is the nearest mention on its side.
    Nearest: Ordinal,
    /// Whether `'s` stands right after the mention.
    PossessiveBehind: Ordinal,
    /// How the mention lies to the name that the tagger sees there: 1 the same words, 2 fewer, 3 more, 4 others.
    EntitySpan: Nominal(5),
    /// Whether `of`, `about` and so on stand between the cue and the quotation.
    JustBeforePreposition: Ordinal,
    /// Whether the mention is nested in a longer one.
    Nested: Ordinal,
    /// Colons between the candidate and the quotation.
    ColonsBetween: Ordinal,
    /// `who` right after the mention or its comma.
    RelativeBehind: Ordinal,
    /// The second next cue after it: level.
    SecondCueLevel: Ordinal,
    /// Words between the second cue and the quotation.
    SecondCueToQuotation: Ordinal,
    /// Whether the second cue is on the quotation's near side.
    SecondCueSide: Nominal(3),
    /// What the word that may be the mention's verb tells.
    VerbEvidence: Ordinal,
    /// What the word before the mention tells.
    BeforeMentionEvidence: Ordinal,
    /// What the noun of a description tells.
    NounEvidence: Ordinal,
    /// What the cue between the mention and the quotation tells.
    CueBetweenEvidence: Ordinal,
    /// What the last word before the quotation tells.
    BeforeQuotationEvidence: Ordinal,
    /// What the last but one tells.
    BeforeBeforeQuotationEvidence: Ordinal,
    /// What the first word after the quotation tells.
    BehindQuotationEvidence: Ordinal,
    /// Words from a candidate after the quotation to the next one in the block.
    WordsToNextQuotation: Ordinal,
    /// Sentence ends on that way.
    SentenceEndsToNextQuotation: Ordinal,
    /// Where the speaker of the quotation before stood.
    PreviousSide: Nominal(4),
    /// Whether the candidate stands on that side.
    OnPreviousSide: Ordinal,
    /// How many of the speakers so far came after their quotations, in eighths.
    ShareBehind: Ordinal,
    /// Whether the head of the mention stands in the quotation.
    NamedInQuotation: Ordinal,
    /// Whether the quotation says `I` or `we`.
    FirstPerson: Ordinal,
    /// Line breaks between.
    LinesBetween: Ordinal,
    /// The head's part of speech.
    HeadPart: Nominal(PARTS),
    /// Words to the quotation before, for a candidate before the quotation.
    WordsSincePreviousQuotation: Ordinal,
    /// Whether the next quotation begins the next block.
    NextBlockBeginsWithQuotation: Ordinal,
    /// What stands right before the next strong cue after the mention.
    CueBehindLead: Nominal(Shape::COUNT),
    /// Words between the quotation and the nearest strong cue before it in its sentence.
    NearestCueToQuotation: Ordinal,
    /// What stands right before that cue.
    NearestCueLead: Nominal(Shape::COUNT),
    /// Words between the mention and that cue.
    WordsToNearestCue: Ordinal,
    /// Mentions between the mention and that cue.
    MentionsToNearestCue: Ordinal,
    /// Whether the mention is the first of its sentence.
    FirstOfSentence: Ordinal,
    /// Whether the mention stands between the quotation before and a cue that goes with it.
    ClaimedByPrevious: Ordinal,
    /// Whether the mention is the subject of the nearest cue before the quotation in its sentence: 1 no, 2 another of its name, 3 yes.
    SubjectOfCue: Ordinal,
    /// The same of the cue before that.
    SubjectOfSecondCue: Ordinal,
    /// The same of the nearest finite verb before the quotation.
    SubjectOfVerb: Ordinal,
    /// The same of the first verb of the sentence.
    SubjectOfSentence: Ordinal,
    /// The same of the first cue after the quotation.
    SubjectOfCueBehind: Ordinal,
    /// The same of the sentence before, for a quotation that begins one.
    SubjectOfSentenceBefore: Ordinal,
    /// Whether the mention owns the noun that leads to the quotation.
    OwnerOfNoun: Ordinal,
    /// Whether the mention named the speaker of the same words in an earlier quotation.
    SpeakerOfSameWords: Ordinal,
    /// How many quotations somebody of this head has spoken.
    TimesSpoken: Ordinal,
    /// How often the head stands beside a strong cue in the article.
    TimesAtCue: Ordinal,
    /// Where the candidate stands: 1 before the quotation before, 2 within it, 3 between the two, 4 behind this one.
    SincePrevious: Ordinal,
    /// For how many quotations in a row the same words have named the speaker.
    Run: Ordinal,
    /// How the quotation before ends.
    PreviousEnd: Nominal(6),
    /// Whether the quotation before is closed.
    PreviousClosed: Ordinal,
    /// Words of the quotation before.
    PreviousLength: Ordinal,
    /// Words between the quotation before and this one, outside quotations.
    WordsFromPrevious: Ordinal,
    /// The strongest cue there.
    CueSincePrevious: Ordinal,
    /// How many mentions begin there.
    MentionsSincePrevious: Ordinal,
    /// Whether the speaker of the quotation before stands there.
    PreviousSpeakerSince: Ordinal,
    /// The part of speech of the word before the phrase.
    PartBefore: Nominal(PARTS),
    /// That of the word behind the mention.
    PartBehind: Nominal(PARTS),
    /// That of the word that may be the mention's verb.
    VerbPart: Nominal(PARTS),
}
