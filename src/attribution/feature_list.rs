//! What the ranker sees of a quotation and a candidate, each in one byte: the list.

use crate::models::trees::WIDTH;

/// The features of one candidate for one quotation.
pub(crate) type Features = [u8; WIDTH];

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Each feature's place.
        #[derive(Clone, Copy, Debug)]
        pub(super) enum Feature { $($(#[$doc])* $name,)* }

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
