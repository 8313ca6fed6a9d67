//! What the trees see of a pronoun and of somebody whom it may mean, each in one byte: the list.

use super::surroundings::Neighbour;
use crate::models::features::features;
use crate::models::trees::WIDTH;

/// The features of one candidate for one pronoun.
pub(in crate::coreference) type Features = [u8; WIDTH];

features! {
    /// Which pronoun it is, or what a description is of.
    Pronoun: Nominal(4),
    /// Whether it owns what follows.
    Owner: Ordinal,
    /// Whether it speaks.
    Speaks: Ordinal,
    /// Whether no mention stands before it in its sentence.
    PronounBeginsSentence: Ordinal,
    /// Which sentence of its block it stands in.
    PronounSentence: Ordinal,
    /// What stands before it.
    PronounBefore: Nominal(Neighbour::COUNT),
    /// What follows it.
    PronounBehind: Nominal(Neighbour::COUNT),
    /// Whether its block is a heading.
    PronounInHeading: Ordinal,
    /// How many candidates there are.
    Candidates: Ordinal,
    /// How many of them fit by gender and kind as far as these are known.
    FittingCandidates: Ordinal,
    /// How many of these speak by name somewhere.
    QuotedCandidates: Ordinal,
    /// Whether the row is about nobody.
    Nobody: Ordinal,
    /// Whether the candidate is a description that means nobody known so far.
    Described: Ordinal,
    /// Whether it has a name.
    Named: Ordinal,
    /// What it is.
    Kind: Nominal(5),
    /// How its gender agrees: 0 unknown, 1 yes, 2 no.
    Gender: Nominal(3),
    /// Whether it is plural.
    Plural: Ordinal,
    /// Words of its name.
    Words: Ordinal,
    /// Whether its name begins with a known first name.
    FirstName: Ordinal,
    /// How its first name ends.
    FirstNameEnding: Nominal(6),
    /// Whether its name is written in capitals.
    Acronym: Ordinal,
    /// Whether its name holds a place, or an adjective of one.
    Place: Nominal(4),
    /// Whether its name holds a noun for organisations.
    OrganisationNoun: Ordinal,
    /// Whether its last word is common in lower case.
    CommonHead: Ordinal,
    /// How many words of titles and descriptions it has.
    Roles: Ordinal,
    /// How often it is mentioned by name in the article.
    Names: Ordinal,
    /// How often it speaks by name in the article.
    Quoted: Ordinal,
    /// How often its name stands beside a cue.
    Cued: Ordinal,
    /// How often its name follows a preposition of place.
    Located: Ordinal,
    /// How often its name has an article.
    Articled: Ordinal,
    /// How often an age or *who* follows its name.
    Human: Ordinal,
    /// How often a verb follows its name.
    Active: Ordinal,
    /// How often the tagger takes its name for a person's.
    TaggedPerson: Ordinal,
    /// How often it takes it for the name of something else.
    TaggedElse: Ordinal,
    /// Whether a heading names it.
    InHeading: Ordinal,
    /// How often this pronoun meant it so far.
    SamePronouns: Ordinal,
    /// How often other pronouns did.
    OtherPronouns: Ordinal,
    /// How often the pronoun of the other gender did.
    OppositePronouns: Ordinal,
    /// Whether this pronoun meant it when it stood last.
    LastMeant: Ordinal,
    /// How often it has spoken so far.
    Spoken: Ordinal,
    /// Whether it spoke last (2), or before (1).
    Turn: Ordinal,
    /// Sentences since it spoke last.
    SentencesSinceSpoken: Ordinal,
    /// Its place among the candidates by their nearest mentions.
    Rank: Ordinal,
    /// Its place among those that fit.
    FittingRank: Ordinal,
    /// Whether it is the most salient by hand-weighed order.
    Salient: Ordinal,
    /// Its place among those that fit and speak by name somewhere.
    QuotedRank: Ordinal,
    /// Its place among those that fit by their nearest mentions at the beginning of a sentence.
    SubjectRank: Ordinal,
    /// Mentions back to its nearest one.
    MentionsBack: Ordinal,
    /// Words back to its nearest mention in the same block, in steps of two.
    WordsBack: Ordinal,
    /// Commas on that way within the same sentence.
    CommasBack: Ordinal,
    /// Its place among the candidates by how often they are named.
    NamesRank: Ordinal,
    /// Sentences back to its nearest mention.
    SentencesBack: Ordinal,
    /// Blocks back to its nearest mention.
    BlocksBack: Ordinal,
    /// Sentences back to its nearest mention at the beginning of a sentence.
    SentencesBackToSubject: Ordinal,
    /// Sentences back to its nearest mention by name.
    SentencesBackToName: Ordinal,
    /// What follows its nearest mention at the beginning of a sentence.
    SubjectBehind: Nominal(Neighbour::COUNT + 1),
    /// Whether it is the subject of the nearest verb before the pronoun in its sentence.
    SubjectOfVerb: Ordinal,
    /// Whether it is the first subject of that sentence.
    SubjectOfSentence: Ordinal,
    /// Whether it is the first subject of the sentence before.
    SubjectOfSentenceBefore: Ordinal,
    /// Whether it is the first subject of the block.
    SubjectOfBlock: Ordinal,
    /// Whether it is the nearest before the pronoun that is the subject of a verb of saying.
    SaysLast: Ordinal,
    /// Whether it is the nearest other one.
    SaysBefore: Ordinal,
    /// Sentences back to where it was last the subject of such a verb.
    SentencesSinceSaid: Ordinal,
    /// How many of the mentions before are its own.
    Count: Ordinal,
    /// How many of them in the pronoun's block.
    CountInBlock: Ordinal,
    /// Whether it first comes behind the pronoun.
    Behind: Ordinal,
    /// What its nearest mention is.
    NearestKind: Nominal(9),
    /// Whether that begins its sentence.
    NearestBegins: Ordinal,
    /// Mentions before that in its sentence.
    NearestPosition: Ordinal,
    /// Whether that is the first mention of its block.
    NearestLeadsBlock: Ordinal,
    /// Which sentence of its block that stands in.
    NearestSentence: Ordinal,
    /// Whether that speaks.
    NearestSpeaks: Ordinal,
    /// Whether that is the subject of a verb of saying.
    NearestSays: Ordinal,
    /// Whether that is its first mention.
    NearestIsFirst: Ordinal,
    /// Whether that is an indefinite description.
    NearestIsIndefinite: Ordinal,
    /// What stands before that.
    NearestBefore: Nominal(Neighbour::COUNT),
    /// What follows that.
    NearestBehind: Nominal(Neighbour::COUNT),
    /// Whether that stands in a heading or a caption.
    NearestInHeading: Ordinal,
    /// Whether the quotation beside the pronoun names it.
    InQuotation: Ordinal,
    /// What sort of noun a description has.
    Noun: Nominal(5),
    /// Whether a description tells whose it is.
    Owned: Ordinal,
    /// Whether the candidate's titles (1) or its name (2) hold the noun.
    HeadMet: Nominal(4),
    /// Whether one of their words is used like the noun: 1 roughly, 2 nearly.
    ClassMet: Ordinal,
    /// How many other words of the description these hold.
    WordsMet: Ordinal,
    /// How many they do not hold.
    WordsUnmet: Ordinal,
    /// The country of the description: 0 none, 1 the candidate has none, 2 its own, 3 another.
    Country: Nominal(4),
    /// Whether the rules for descriptions find it.
    ByRule: Ordinal,
    /// How often descriptions with the noun meant it so far.
    CalledSo: Ordinal,
    /// How many candidates are called by the noun.
    CandidatesSoCalled: Ordinal,
}
