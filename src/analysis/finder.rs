//! Finding the mentions of a block: capitals that make names, pronouns, and noun phrases by their known nouns.

use super::block::BlockAnalysis;
use super::mention::{Mention, MentionKind, NominalKind, Pronoun};
use super::tagger::BlockTags;
use super::verbs;
use crate::language::{Sets, Word, WordClass, uncontracted};
use crate::text::{BlockText, Token, TokenKind};
use std::ops::Range;

/// Finds every mention of a block whose words are tagged. A noun phrase may hold a name (`Clinton's campaign`): then both are there.
pub(super) fn analyse(block: BlockText<'_>, words: Vec<Word>, tags: BlockTags) -> BlockAnalysis<'_> {
    let starts = sentence_starts(&block);
    let mut finder =
        Finder { block: &block, words: &words, tags: &tags, sentence_starts: starts, mentions: Vec::new() };
    let mut at = end_of_dateline(&block);
    while at < block.tokens.len() {
        at = finder.take_at(at);
    }
    let mut mentions = finder.mentions;
    // They are kept for as long as the article is read.
    mentions.shrink_to_fit();
    BlockAnalysis { block, words, tags, mentions }
}

/// How many tokens a dateline has at most.
const LONGEST_DATELINE: usize = 12;

/// Where the text begins after the place that an agency puts in front: `PORT VESEY, Norland (NNA) — |The mayor said …`.
fn end_of_dateline(block: &BlockText) -> usize {
    let shouted = |token: &Token| {
        let text = &block.text[token.range()];
        token.is_capital() && text.len() > 2 && !text.chars().any(char::is_lowercase)
    };
    if !block.tokens.first().is_some_and(shouted) {
        return 0;
    }
    let dash =
        (1..block.tokens.len().min(LONGEST_DATELINE)).find(|&at| block.language.sets.dateline_ends.has(block.word(at)));
    let plain = |at: usize| {
        block.tokens[at].is_capital()
            || matches!(block.tokens[at].kind, TokenKind::Number)
            || block.language.sets.within_dateline.has(block.word(at))
    };
    match dash {
        // `REYES: No.` in a transcript names who speaks.
        Some(dash) if block.word(dash) != ":" && (1..dash).all(plain) => {
            if block.tokens.len() > dash + 1 && block.word(dash + 1) == "-" { dash + 2 } else { dash + 1 }
        }
        _ => 0,
    }
}

/// Which tokens begin a sentence, quotation marks and dashes before them left out.
fn sentence_starts(block: &BlockText) -> Vec<bool> {
    let mut starts = vec![false; block.tokens.len()];
    if let Some(starts) = starts.get_mut(end_of_dateline(block)) {
        *starts = true;
    }
    for sentence in block.sentences {
        if let Some(first) = sentence.clone().find(|&token| block.tokens[token].is_word()) {
            starts[first] = true;
        }
    }
    // So does what follows an opening mark or a colon.
    for (at, starts) in starts.iter_mut().enumerate().skip(1) {
        if block.tokens[at].is_capital() && block.language.sets.marks_before_beginning.has(block.word(at - 1)) {
            *starts = true;
        }
    }
    starts
}

/// Reads one block from its beginning to its end.
pub(super) struct Finder<'a> {
    pub block: &'a BlockText<'a>,
    /// What is known of each token.
    pub words: &'a [Word],
    /// What the learned tagger says of each token.
    pub tags: &'a BlockTags,
    /// Whether each token begins a sentence.
    pub sentence_starts: Vec<bool>,
    /// What was found so far.
    pub mentions: Vec<Mention>,
}

impl Finder<'_> {
    /// Reads what begins at this token and returns where to go on.
    fn take_at(&mut self, at: usize) -> usize {
        if let Some(pronoun) = self.pronoun(at) {
            self.push(at..at + 1, at, at, MentionKind::Pronoun(pronoun));
            return at + 1;
        }
        // `his |claim|`: the owner and what he owns.
        if let Some(pronoun) = self.possessive_pronoun(at) {
            self.push(at..at + 1, at, at, MentionKind::Pronoun(pronoun));
        }
        if let Some(end) = self.end_of_account(at) {
            self.push(at..end, at, end - 1, MentionKind::Name);
            return end;
        }
        if self.begins_name(at) || self.is_hyphenated_particle(at) {
            return self.take_name(at);
        }
        if let Some(end) = self.end_of_share(at) {
            self.push(at..end, at, end - 1, MentionKind::Nominal(NominalKind::Unknown));
            return end;
        }
        if self.counts_alone(at) {
            self.push(at..at + 1, at, at, MentionKind::Nominal(NominalKind::Unknown));
            return at + 1;
        }
        if self.begins_phrase(at) {
            return self.take_phrase(at);
        }
        at + 1
    }

    pub fn push(&mut self, tokens: Range<usize>, phrase_start: usize, head: usize, kind: MentionKind) {
        self.mentions.push(Mention { block: self.block.index, tokens, phrase_start, head, kind });
    }

    /// The named sets of the block's language.
    pub fn sets(&self) -> &'static Sets {
        &self.block.language.sets
    }

    fn pronoun(&self, at: usize) -> Option<Pronoun> {
        if !self.words[at].is(WordClass::Function) || self.stands_in_parentheses(at) {
            return None;
        }
        let word = uncontracted(self.block.word(at));
        let sets = self.sets();
        if word == "that" && self.is_relative(at) {
            return Some(Pronoun::Who);
        }
        let pronouns = [
            (&sets.subject_he, Pronoun::He),
            (&sets.subject_she, Pronoun::She),
            (&sets.subject_they, Pronoun::They),
            (&sets.subject_it, Pronoun::It),
            (&sets.subject_i, Pronoun::I),
            (&sets.subject_we, Pronoun::We),
            (&sets.subject_who, Pronoun::Who),
        ];
        pronouns.into_iter().find(|(set, _)| set.has(word)).map(|(_, pronoun)| pronoun)
    }

    /// Whether *that* stands for the noun before it and is the subject of a cue: `letters |that| called him a thief`.
    fn is_relative(&self, at: usize) -> bool {
        let is_noun_like = |before: usize| {
            let word = self.words[before];
            self.block.tokens[before].is_word() && word.cue() == 0 && !word.is(WordClass::Function)
        };
        at > 0 && is_noun_like(at - 1) && verbs::is_finite_cue(self.block, self.words, at + 1)
    }

    /// `(it)` tells of a language or a source.
    fn stands_in_parentheses(&self, at: usize) -> bool {
        at > 0
            && at + 1 < self.block.tokens.len()
            && matches!(self.block.word(at - 1), "(" | "[")
            && matches!(self.block.word(at + 1), ")" | "]")
    }

    fn possessive_pronoun(&self, at: usize) -> Option<Pronoun> {
        if !self.words[at].is(WordClass::Determiner) {
            return None;
        }
        let word = self.block.word(at);
        let sets = self.sets();
        let owners = [
            (&sets.owner_he, Pronoun::He),
            (&sets.owner_she, Pronoun::She),
            (&sets.owner_they, Pronoun::They),
            (&sets.owner_it, Pronoun::It),
        ];
        owners.into_iter().find(|(set, _)| set.has(word)).map(|(_, pronoun)| pronoun)
    }

    /// The end of a share of people that speaks or that `of` goes on: `|63 percent| said`, `|Half| of voters`.
    fn end_of_share(&self, at: usize) -> Option<usize> {
        if self.block.tokens[at].kind != TokenKind::Number {
            return None;
        }
        let is_share = |token: &usize| self.sets().percent.has(self.block.word(*token));
        let end = (at + 1..self.block.tokens.len()).take(4).find(is_share)? + 1;
        let follows = end < self.block.tokens.len() && (self.words[end].cue() >= 2 || self.block.word(end) == "of");
        let whole = (at + 1..end - 1).all(|token| !self.block.tokens[token].is_word());
        (follows && whole).then_some(end)
    }

    /// Whether a counting word stands for whom it counts: `|Some| said`, `|one| of the divers`.
    fn counts_alone(&self, at: usize) -> bool {
        let next = at + 1;
        // `a mother of |three| said`
        let counted = at > 0 && self.words[at - 1].is(WordClass::Preposition);
        // `read |one|.`
        let ends = next >= self.block.tokens.len() || !self.block.tokens[next].is_word();
        let word = |at: usize| self.block.tokens.get(at).map_or("", |_| self.block.word(at));
        // `|One|, who asked not to be named, said …`
        let told_of = word(next) == "," && word(next + 1) == "who";
        let behind_cue = at > 0 && self.words[at - 1].cue() >= 2;
        let stands = ends && behind_cue
            || told_of && self.sentence_starts[at]
            || !counted
                && next < self.block.tokens.len()
                && (self.words[next].cue() >= 2 && self.block.tokens[next].kind == TokenKind::Lower
                    || self.block.word(next) == "of"
                    || at > 0 && self.words[at - 1].cue() >= 4 && self.words[next].is(WordClass::Function));
        stands && self.sets().counting_words.has_any_case(self.block.word(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::analysis::tags::{LexiconTagger, Tagger};
    use crate::language::language_of;
    use crate::text::Document;

    /// Name, text, mentions.
    const ROWS: &[(&str, &str, &[&str])] = &[
        ("name and pronoun", "Later Ana Reyes said she would go.", &["Ana Reyes", "she"]),
        ("title", "In Rome, President Ana Reyes left.", &["Rome", "Ana Reyes"]),
        ("abbreviated title", "Later Sen. Tom Hill left.", &["Tom Hill"]),
        ("sentence start", "Yesterday Reyes left. However, it rained.", &["Reyes", "it"]),
        ("epithet", "It was the Norlandian leader who spoke.", &["It", "the Norlandian leader", "who"]),
        ("possessive", "Later Hill's campaign said no.", &["Hill", "Hill's campaign"]),
        (
            "particle and hyphen",
            "Then Ursula von der Leyen met Ann Smith-Jones.",
            &["Ursula von der Leyen", "Ann Smith-Jones"],
        ),
        ("organisation", "A report by the Department of Transport said so.", &["A report", "Department of Transport"]),
        ("bare plural", "Local officials said so.", &["Local officials"]),
        ("unknown noun at a cue", "The zookeeper said so.", &["The zookeeper"]),
        ("unknown noun elsewhere", "Then the rain fell.", &[]),
        ("unknown noun at the beginning", "The rain fell.", &["The rain"]),
        ("ordinary word before a cue", "“Not now,” Law said.", &["Law"]),
        ("ordinary word elsewhere", "Law fell.", &[]),
        ("counting word behind a cue", "“Not now,” read one.", &["one"]),
        ("relative that", "Then letters that called him out came.", &["letters", "that"]),
        ("other that", "Then she claimed that called games count.", &["she"]),
        ("acronym", "Then a US naval report told of it.", &["a US naval report", "it"]),
        ("a country's noun phrase", "Then Norlandian state media left.", &["Norlandian", "Norlandian state media"]),
        ("possessive plural in a name", "Then the Dock Workers' Union left.", &["Dock Workers' Union"]),
        ("possessive plural before a noun", "Then the workers' leader left.", &["the workers", "the workers' leader"]),
        ("profession", "Novelist Jo Hill left.", &["Jo Hill"]),
        ("title as a surname", "Later Tessa Bishop left.", &["Tessa Bishop"]),
        ("place before a first name", "Then Norway Tom Hill left.", &["Tom Hill"]),
        ("office with a place", "Then acting Attorney for Norway Tom Hill left.", &["Tom Hill"]),
        ("office with a place alone", "Then the attorney for Norway left.", &["the attorney", "Norway"]),
        ("office with another's name", "Then the attorney for Tom Hill left.", &["the attorney", "Tom Hill"]),
        ("title of another country", "Then Taoiseach Zorvan Plint left.", &["Zorvan Plint"]),
        ("trade before an unknown name", "Then Farmer Zorvan Plint left.", &["Zorvan Plint"]),
        ("trade in an organisation's name", "Then Farmer Training College closed.", &["Farmer Training College"]),
        (
            "a person in a noun phrase",
            "Then the Tom Hill administration left.",
            &["Tom Hill", "the Tom Hill administration"],
        ),
        ("a firm in a noun phrase", "Then the Norland Rail administration left.", &["the Norland Rail administration"]),
        ("object", "The plan met Hill's warning.", &["The plan", "Hill", "Hill's warning"]),
        ("a verb and its object", "Then Tom Hill shook his head.", &["Tom Hill", "his", "his head"]),
        ("owner", "Then her claim fell.", &["her"]),
        ("counting word at a cue", "Some said so.", &["Some"]),
        ("counting word before its noun", "Some divers left.", &["Some divers"]),
        ("counting word with of", "Later one of the divers left.", &["one", "the divers"]),
        ("counting word elsewhere", "Then some rain fell.", &[]),
        ("hyphen in an adjective", "The left-leaning newspaper said so.", &["The left-leaning newspaper"]),
        ("prefix before a name", "Later anti-Norlandian talk rose.", &[]),
        ("prefix before a title", "Later ex-President Ana Reyes left.", &["Ana Reyes"]),
        ("adverb at the beginning", "Naturally Hill left.", &["Hill"]),
        (
            "a cue among nouns",
            "Then conservative talk radio host Ana Reyes left.",
            &["conservative talk radio host", "Ana Reyes"],
        ),
        ("share", "Then 63 percent said so.", &["63 percent"]),
        ("share of nobody", "Then it fell 3.5 percent.", &["it"]),
        ("office and name", "Then Minister of Education Zorvana Plint left.", &["Zorvana Plint"]),
        ("office alone", "Then the Minister of Education left.", &["Minister of Education"]),
        ("dateline", "PORT VESEY, Norland (NNA) -- The mayor left.", &["The mayor"]),
        ("no dateline", "NATO left -- again.", &["NATO"]),
        ("transcript", "REYES: No.", &["REYES"]),
        ("calendar", "It opened on Monday in March.", &["It"]),
    ];

    #[test]
    fn mentions_are_names_pronouns_and_noun_phrases() {
        for (name, text, expected) in ROWS {
            let article = Article::from_text(text, false);
            let document = Document::new(&article, language_of(None).unwrap());
            let BlockAnalysis { block, mentions, .. } =
                analyse(document.block(0), LexiconTagger.tag(&document.block(0)), BlockTags::default());
            let range = |tokens: &Range<usize>| {
                block.tokens[tokens.start].start as usize..block.tokens[tokens.end - 1].end as usize
            };
            let found: Vec<&str> = mentions.iter().map(|mention| &text[range(&mention.tokens)]).collect();
            assert_eq!(found, *expected, "{name}");
        }
    }
}
