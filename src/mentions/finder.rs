//! Finding the mentions of a block: capitals that make names, pronouns, and noun phrases by their known nouns.

use super::{LONGEST_PHRASE, Mention, MentionKind, NominalKind, Pronoun};
use crate::lexicon::{Word, WordClass, look_up};
use crate::text::{BlockText, Token, TokenKind};
use std::ops::Range;

/// What is known of each token of a block. Capitals through and through are no ordinary words: `US`, `WHO`, `IT`.
pub(super) fn look_up_words(block: &BlockText) -> Vec<Word> {
    let known = |token: &Token| {
        let text = &block.text[token.range()];
        match token.kind {
            TokenKind::Capital if text.len() > 1 && text.chars().all(char::is_uppercase) => {
                look_up(text).without_grammar()
            }
            TokenKind::Lower | TokenKind::Capital => look_up(text),
            _ => Word::default(),
        }
    };
    block.tokens.iter().map(known).collect()
}

/// Every mention of the block, in reading order. A noun phrase may hold a name (`Clinton's campaign`): then both are there.
pub(crate) fn find(block: &BlockText, words: &[Word]) -> Vec<Mention> {
    let mut finder = Finder { block, words, sentence_starts: sentence_starts(block), mentions: Vec::new() };
    let mut at = end_of_dateline(block);
    while at < block.tokens.len() {
        at = finder.take_at(at);
    }
    finder.mentions
}

/// How many tokens a dateline has at most.
const LONGEST_DATELINE: usize = 12;

/// Where the text begins behind the place that an agency sets before it: `PORT VESEY, Norland (NNA) — |The mayor said …`.
fn end_of_dateline(block: &BlockText) -> usize {
    let shouted = |token: &Token| {
        let text = &block.text[token.range()];
        token.is_capital() && text.len() > 2 && !text.chars().any(char::is_lowercase)
    };
    if !block.tokens.first().is_some_and(shouted) {
        return 0;
    }
    let dash = (1..block.tokens.len().min(LONGEST_DATELINE))
        .find(|&at| matches!(block.word(at), "—" | "–" | "--" | "-" | ":"));
    let plain = |at: usize| {
        block.tokens[at].is_capital()
            || matches!(block.tokens[at].kind, TokenKind::Number)
            || matches!(block.word(at), "," | "(" | ")" | "." | "/" | "of" | "the" | "and" | "de")
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
    // So does what stands behind an opening mark or a colon.
    for (at, starts) in starts.iter_mut().enumerate().skip(1) {
        if block.tokens[at].is_capital()
            && matches!(block.word(at - 1), "“" | "\"" | "‘" | "'" | ":" | "«" | "„" | "—" | "–")
        {
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
        if self.begins_name(at) {
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

    fn pronoun(&self, at: usize) -> Option<Pronoun> {
        if !self.block.tokens[at].is_word() || self.stands_in_parentheses(at) {
            return None;
        }
        match self.block.word(at) {
            "he" | "He" => Some(Pronoun::He),
            "she" | "She" => Some(Pronoun::She),
            "they" | "They" => Some(Pronoun::They),
            "it" | "It" => Some(Pronoun::It),
            "I" => Some(Pronoun::I),
            "we" | "We" => Some(Pronoun::We),
            "who" | "Who" | "which" => Some(Pronoun::Who),
            "that" if self.is_relative(at) => Some(Pronoun::Who),
            _ => None,
        }
    }

    /// Whether *that* stands for the noun before it and is the subject of a cue: `letters |that| called him a thief`.
    fn is_relative(&self, at: usize) -> bool {
        let is_noun_like = |before: usize| {
            let word = self.words[before];
            self.block.tokens[before].is_word() && word.cue() == 0 && !word.is(WordClass::Function)
        };
        at > 0 && is_noun_like(at - 1) && self.is_finite_cue(at + 1)
    }

    /// Whether the token is a cue in a form that has a subject: `said`, `calls`, but not `calling` or `call`.
    pub fn is_finite_cue(&self, at: usize) -> bool {
        let Some(token) = self.block.tokens.get(at) else { return false };
        let word = self.block.word(at);
        let inflected = || word.ends_with("ed") || word.ends_with('s') || self.words[at].cue() >= 4;
        token.kind == TokenKind::Lower && self.words[at].cue() >= 2 && !word.ends_with("ing") && inflected()
    }

    /// `(it)` tells of a language or a source.
    fn stands_in_parentheses(&self, at: usize) -> bool {
        at > 0
            && at + 1 < self.block.tokens.len()
            && matches!(self.block.word(at - 1), "(" | "[")
            && matches!(self.block.word(at + 1), ")" | "]")
    }

    fn possessive_pronoun(&self, at: usize) -> Option<Pronoun> {
        match self.block.word(at) {
            "his" | "His" => Some(Pronoun::He),
            "her" | "Her" => Some(Pronoun::She),
            "their" | "Their" => Some(Pronoun::They),
            "its" | "Its" => Some(Pronoun::It),
            _ => None,
        }
    }

    /// The end of a share of people that speaks or that `of` goes on: `|63 percent| said`, `|Half| of voters`.
    fn end_of_share(&self, at: usize) -> Option<usize> {
        if self.block.tokens[at].kind != TokenKind::Number {
            return None;
        }
        let is_share = |token: &usize| matches!(self.block.word(*token), "%" | "percent" | "pc");
        let end = (at + 1..self.block.tokens.len()).take(4).find(is_share)? + 1;
        let follows = end < self.block.tokens.len() && (self.words[end].cue() >= 2 || self.block.word(end) == "of");
        let whole = (at + 1..end - 1).all(|token| !self.block.tokens[token].is_word());
        (follows && whole).then_some(end)
    }

    /// Whether a counting word stands for whom it counts: `|Some| said`, `|one| of the divers`.
    fn counts_alone(&self, at: usize) -> bool {
        let counts = matches!(
            self.block.word(at).to_lowercase().as_str(),
            "some"
                | "others"
                | "many"
                | "most"
                | "another"
                | "one"
                | "both"
                | "few"
                | "several"
                | "all"
                | "two"
                | "three"
                | "half"
                | "everyone"
                | "everybody"
                | "someone"
                | "nobody"
                | "none"
                | "hundreds"
                | "thousands"
                | "dozens"
        );
        let next = || self.block.word(at + 1);
        // `a mother of |three| said`
        let counted = at > 0 && self.words[at - 1].is(WordClass::Preposition);
        // `read |one|.`
        let ends = at + 1 >= self.block.tokens.len() || !self.block.tokens[at + 1].is_word();
        if counts && at > 0 && ends && self.words[at - 1].cue() >= 2 {
            return true;
        }
        counts
            && !counted
            && at + 1 < self.block.tokens.len()
            && (self.words[at + 1].cue() >= 2 && self.block.tokens[at + 1].kind == TokenKind::Lower
                || next() == "of"
                || at > 0 && self.words[at - 1].cue() >= 4 && self.words[at + 1].is(WordClass::Function))
    }

    fn begins_phrase(&self, at: usize) -> bool {
        let word = self.words[at];
        let token = &self.block.tokens[at];
        (token.kind == TokenKind::Lower || self.sentence_starts[at] && token.is_capital())
            && !word.is(WordClass::Function)
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
            let inflected = || ["s", "ed", "ing"].iter().any(|ending| self.block.word(next).ends_with(ending));
            if self.block.tokens[next].kind != TokenKind::Lower || word.is(WordClass::Function) || word.cue() >= 3 {
                return false;
            }
            if word.is_noun() {
                return true;
            }
            // `Hill |shook his head` is a name and what he did.
            if word.is(WordClass::Determiner) || word.cue() > 0 && inflected() || self.block.word(next).ends_with("ly")
            {
                return false;
            }
        }
        false
    }

    /// Behind a possessive: `Clinton's |campaign manager`.
    pub fn take_possessed(&mut self, phrase_start: usize, start: usize) -> usize {
        match self.block.tokens.get(start) {
            Some(next) if next.kind == TokenKind::Lower && !self.words[start].is(WordClass::Function) => {
                self.take_nouns(phrase_start, start)
            }
            _ => start,
        }
    }

    fn take_phrase(&mut self, start: usize) -> usize {
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
                    } else if self.ends_like_verb(at) {
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
        matches!(self.block.word(at), "-" | "‑")
            && at > 0
            && tokens[at - 1].is_word()
            && tokens[at - 1].end == tokens[at].start
            && tokens[at].end == next.start
    }

    fn goes_on_after(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|next| next.cue() > 0 || next.is(WordClass::Function))
    }

    /// Whether a word that may be a cue goes on with the nouns before it: `a conservative |talk| radio host`. A verb behind a singular would end
    /// in *s*.
    fn is_noun_like_cue(&self, at: usize, head: Option<usize>) -> bool {
        let singular = head.is_some_and(|head| !self.words[head].is(WordClass::Plural));
        let next_is_noun = self.block.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Lower)
            && (self.words[at + 1].is_noun() || self.words.get(at + 2).is_some_and(|word| word.is_noun()));
        singular
            && next_is_noun
            && !self.words[at + 1].is(WordClass::Function)
            && !self.words[at + 1].is(WordClass::Determiner)
            && matches!(
                self.block.word(at),
                "talk" | "state" | "report" | "call" | "question" | "answer" | "press" | "speech" | "protest"
            )
    }

    fn ends_like_verb(&self, at: usize) -> bool {
        let word = self.block.word(at);
        word.ends_with("ed") || word.ends_with("ing")
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

    /// Whether a cue stands directly before or behind the phrase.
    fn stands_at_cue(&self, start: usize, end: usize) -> bool {
        let cue_at = |at: usize| self.words.get(at).is_some_and(|word| word.cue() >= 2);
        cue_at(end)
            || cue_at(end + 1) && self.block.word(end) != ","
            || start > 0 && (cue_at(start - 1) || self.block.word(start - 1).eq_ignore_ascii_case("by"))
            || start > 1
                && self.block.word(start - 1) == "to"
                && self.block.word(start - 2).eq_ignore_ascii_case("according")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::text::Document;

    #[test]
    fn mentions_are_names_pronouns_and_noun_phrases() {
        let rows: &[(&str, &str, &[&str])] = &[
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
            (
                "organisation",
                "A report by the Department of Transport said so.",
                &["A report", "Department of Transport"],
            ),
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
            (
                "possessive plural before a noun",
                "Then the workers' leader left.",
                &["the workers", "the workers' leader"],
            ),
            ("profession", "Novelist Jo Hill left.", &["Jo Hill"]),
            ("title as a surname", "Later Tessa Bishop left.", &["Tessa Bishop"]),
            ("place before a first name", "Then Norway Tom Hill left.", &["Tom Hill"]),
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
        for (name, text, expected) in rows {
            let article = Article::from_text(text, false);
            let document = Document::new(&article);
            let block = document.block(0);
            let mentions = find(&block, &look_up_words(&block));
            let range = |tokens: &Range<usize>| {
                block.tokens[tokens.start].start as usize..block.tokens[tokens.end - 1].end as usize
            };
            let found: Vec<&str> = mentions.iter().map(|mention| &text[range(&mention.tokens)]).collect();
            assert_eq!(found, *expected, "{name}");
        }
    }
}
