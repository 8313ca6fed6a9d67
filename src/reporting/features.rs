//! What the models of reported speech see.

/// The features of the edge of a content that is nearer to its cue, and of no content on that side.
pub mod near {
    crate::models::features::features! {
        /// Whether there is no content on this side.
        Nobody: Ordinal,
        /// Whether the content follows the cue.
        Behind: Ordinal,
        /// How likely the cue's word attributes at all.
        CueOdds: Ordinal,
        /// How often what it attributes follows it.
        CueBehind: Ordinal,
        /// How often that begins right behind it.
        CueAdjacent: Ordinal,
        /// The cue's strength in the lexicon.
        CueLevel: Ordinal,
        /// The cue's ending.
        CueForm: Nominal(6),
        /// What stands two words before the cue.
        CueSecondBefore: Nominal(30),
        /// What stands before the cue.
        CueBefore: Nominal(30),
        /// What follows the cue.
        CueNext: Nominal(30),
        /// What stands two words behind the cue.
        CueSecondNext: Nominal(30),
        /// What stands before the cue's clause: a comma if it is parenthetical.
        BeforeClause: Nominal(30),
        /// What stands behind the nouns, prepositions and days that follow the cue: `told the paper |on Monday| that`.
        BehindNouns: Nominal(30),
        /// How many words those are.
        Nouns: Ordinal,
        /// Whether a preposition is among them, or a day.
        Adverbial: Nominal(4),
        /// How likely a content begins at the word behind the cue.
        CueNextStarts: Ordinal,
        /// How likely a content begins behind that word.
        CueNextLeads: Ordinal,
        /// Whether the word before the cue is one behind which reported speech begins, or a negation.
        CueBeforeLeads: Ordinal,
        /// Whether the cue is a finite verb.
        Finite: Ordinal,
        /// Whether it is a verb at all.
        Verb: Ordinal,
        /// Whether it is passive.
        Passive: Ordinal,
        /// How many words of the sentence stand before the cue.
        WordsBefore: Ordinal,
        /// How many stand behind it.
        WordsBehind: Ordinal,
        /// How many finite verbs stand before it.
        VerbsBefore: Ordinal,
        /// How many stand behind it.
        VerbsBehind: Ordinal,
        /// How many commas stand before it.
        CommasBefore: Ordinal,
        /// How many stand behind it.
        CommasBehind: Ordinal,
        /// How many other cues stand before it in the sentence.
        CuesBefore: Ordinal,
        /// How many stand behind it.
        CuesBehind: Ordinal,
        /// How many words of the sentence before the cue are quoted.
        QuotedBefore: Ordinal,
        /// How many behind it.
        QuotedBehind: Ordinal,
        /// What the cue's subject is.
        Subject: Nominal(10),
        /// How far it is from the cue.
        SubjectDistance: Ordinal,
        /// Whether it follows the cue.
        SubjectBehind: Ordinal,
        /// Whether the block is a heading.
        Heading: Ordinal,
        /// How far the edge is from the cue.
        Distance: Ordinal,
        /// What stands right before the edge.
        Left: Nominal(30),
        /// What stands right behind it.
        Right: Nominal(30),
        /// What stands two words behind it.
        SecondRight: Nominal(30),
        /// How likely a content begins at the word behind the edge, or ends before it.
        RightOdds: Ordinal,
        /// How likely a content begins behind the word before the edge, or ends with it.
        LeftOdds: Ordinal,
        /// How many finite verbs stand between cue and edge.
        VerbsBetween: Ordinal,
        /// How many commas.
        CommasBetween: Ordinal,
        /// How many mentions begin between.
        MentionsBetween: Ordinal,
        /// How many words follow to the nearest finite verb beyond the edge.
        ToVerb: Ordinal,
        /// How many to the nearest comma beyond it.
        ToComma: Ordinal,
        /// How many words are beyond it in the sentence.
        Beyond: Ordinal,
        /// How many finite verbs are.
        VerbsBeyond: Ordinal,
        /// Whether a mention begins at the edge.
        MentionAt: Ordinal,
        /// Whether a day stands before the edge, or right behind it.
        DayAt: Nominal(4),
        /// Whether the edge is where the nouns, prepositions and days behind the cue end.
        BehindNounsAt: Ordinal,
        /// Whether a quotation begins or ends at the edge.
        QuotationAt: Ordinal,
        /// The edge's place among those asked about, the nearest first.
        Rank: Ordinal,
        /// How many there are.
        Edges: Ordinal,
    }
}

/// The features of the edge of a content that is farther from its cue.
pub mod far {
    crate::models::features::features! {
        /// Whether the content follows the cue.
        Behind: Ordinal,
        /// How likely the cue's word attributes at all.
        CueOdds: Ordinal,
        /// How often what it attributes follows it.
        CueBehind: Ordinal,
        /// How often that begins right behind it.
        CueAdjacent: Ordinal,
        /// The cue's ending.
        CueForm: Nominal(6),
        /// How far the near edge is from the cue.
        NearDistance: Ordinal,
        /// What stands on the cue's side of the near edge.
        NearOutside: Nominal(30),
        /// What stands on its other side.
        NearInside: Nominal(30),
        /// What stands a word further.
        NearSecondInside: Nominal(30),
        /// How likely a content begins at that word.
        NearOdds: Ordinal,
        /// How many words the content has.
        Words: Ordinal,
        /// What stands right before the edge.
        Left: Nominal(30),
        /// What stands two words before it.
        SecondLeft: Nominal(30),
        /// What stands right behind it.
        Right: Nominal(30),
        /// What stands two words behind it.
        SecondRight: Nominal(30),
        /// How likely a content ends before the word behind the edge, or begins with it.
        RightOdds: Ordinal,
        /// How likely a content ends with the word before the edge, or begins behind it.
        LeftOdds: Ordinal,
        /// Whether the sentence begins or ends there.
        SentenceEdge: Ordinal,
        /// How many finite verbs are in the content.
        VerbsInside: Ordinal,
        /// How many commas.
        CommasInside: Ordinal,
        /// How many cues.
        CuesInside: Ordinal,
        /// How many words of it are quoted.
        QuotedInside: Ordinal,
        /// How many words of the sentence are beyond it.
        Beyond: Ordinal,
        /// How many finite verbs.
        VerbsBeyond: Ordinal,
        /// How many commas.
        CommasBeyond: Ordinal,
        /// How many cues.
        CuesBeyond: Ordinal,
        /// How many words there are to the next finite verb beyond it.
        ToVerb: Ordinal,
        /// How many to the next comma beyond it.
        ToComma: Ordinal,
        /// How many to the nearest cue beyond it.
        ToCue: Ordinal,
        /// How many words inside there are to the nearest comma.
        SinceComma: Ordinal,
        /// How many to the nearest finite verb.
        SinceVerb: Ordinal,
        /// Whether a mention begins at the edge.
        MentionAt: Ordinal,
        /// Whether a day stands before the edge, or right behind it, or one word further.
        DayAt: Nominal(8),
        /// Whether the edge lies within a quotation.
        InQuotation: Ordinal,
        /// The edge's place among those asked about, the nearest first.
        Rank: Ordinal,
        /// The same, the farthest first.
        RankFromFar: Ordinal,
        /// Whether the block is a heading.
        Heading: Ordinal,
    }
}

/// The features of a mention that may be the source, and of nobody.
pub mod source {
    crate::models::features::features! {
        /// Whether it is nobody.
        Nobody: Ordinal,
        /// Whether the content follows the cue.
        Behind: Ordinal,
        /// How likely the cue's word attributes at all.
        CueOdds: Ordinal,
        /// How often what it attributes follows it.
        CueBehind: Ordinal,
        /// The cue's ending.
        CueForm: Nominal(6),
        /// What stands before the cue.
        CueBefore: Nominal(30),
        /// What follows the cue.
        CueNext: Nominal(30),
        /// Whether the cue is a verb.
        Verb: Ordinal,
        /// Whether the cue is passive.
        Passive: Ordinal,
        /// Whether the sentence begins with the cue.
        Begins: Ordinal,
        /// How far the content is from the cue.
        ContentDistance: Ordinal,
        /// Whether the mention is the cue's subject.
        IsSubject: Ordinal,
        /// Whether the cue has a subject.
        HasSubject: Ordinal,
        /// Whether the mention owns the cue: `his claim`.
        IsOwner: Ordinal,
        /// Whether it follows the cue.
        MentionBehind: Ordinal,
        /// Whether it stands between cue and content.
        Between: Ordinal,
        /// How far it is from the cue.
        Distance: Ordinal,
        /// What the mention is.
        Kind: Nominal(14),
        /// Whether its head is plural.
        Plural: Ordinal,
        /// What stands before it.
        Left: Nominal(30),
        /// How likely a content begins behind that word.
        LeftOdds: Ordinal,
        /// What follows it.
        Right: Nominal(30),
        /// How many finite verbs stand between mention and cue.
        VerbsBetween: Ordinal,
        /// How many commas.
        CommasBetween: Ordinal,
        /// How many cues.
        CuesBetween: Ordinal,
        /// How many mentions begin between.
        MentionsBetween: Ordinal,
        /// Whether the sentence begins with it.
        BeginsSentence: Ordinal,
        /// Whether the word before it belongs to a title or determiner of its phrase.
        Introduced: Ordinal,
        /// The mention's place among those on its side of the cue, the nearest first.
        Rank: Ordinal,
        /// How many there are.
        Mentions: Ordinal,
    }
}
