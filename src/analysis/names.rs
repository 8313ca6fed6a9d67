//! Reading names: which capitals make one, its titles, and where its noun phrase begins.

use super::finder::Finder;
use super::mention::{LONGEST_PHRASE, MentionKind, NominalKind};
use super::verbs;
use crate::language::{EntityClass, PartOfSpeech, WordClass};
use crate::text::TokenKind;
use std::ops::Range;

/// Whether a token is a double quotation mark or a pair of single ones.
fn is_quotation_mark(word: &str) -> bool {
    matches!(word, "“" | "”" | "\"" | "''" | "``")
}

/// How many letters the initials before a name have at most: `J.R. Tolkien`, `St.John`.
const LONGEST_INITIALS: usize = 3;

impl Finder<'_> {
    /// The end of the name of an account: `@market_square`.
    pub fn end_of_account(&self, at: usize) -> Option<usize> {
        let tokens = self.block.tokens;
        let adjoins = |at: usize| tokens.get(at).is_some_and(|token| token.start == tokens[at - 1].end);
        let stands_alone = at == 0 || !adjoins(at) || !tokens[at - 1].is_word();
        let named = adjoins(at + 1) && tokens[at + 1].is_word();
        if self.block.word(at) != "@" || !stands_alone || !named {
            return None;
        }
        let belongs = |next: &usize| adjoins(*next) && (tokens[*next].is_word() || self.block.word(*next) == "_");
        (at + 1..tokens.len()).take_while(belongs).take(LONGEST_PHRASE).last().map(|last| last + 1)
    }

    /// A capital that is not there for the beginning of a sentence.
    pub fn begins_name(&self, at: usize) -> bool {
        let word = self.words[at];
        if !self.block.tokens[at].is_capital() || word.is(WordClass::Determiner) {
            return false;
        }
        if word.is(WordClass::Function) {
            // `Will said`, `From said`: no word but a name stands there.
            return self.is_first_of_person(at)
                || self.sets().names_among_function_words.has(self.block.word(at))
                    && (self.words.get(at + 1).is_some_and(|next| next.cue() >= 3)
                        || verbs::is_finite_cue(self.block, self.words, at + 1));
        }
        if word.is(WordClass::Calendar) && !self.next_is_name_word(at) || self.is_question_or_answer(at) {
            return false;
        }
        // `anti-|Norlandian|` names nobody, but `ex-|President| Reyes` does.
        if at > 1
            && self.hyphen_joins(at - 1)
            && self.block.tokens[at - 2].kind == TokenKind::Lower
            && !self.sets().prefixes_of_titles.has(self.block.word(at - 2))
        {
            return false;
        }
        if !self.sentence_starts[at] {
            return true;
        }
        let adverb = self.block.word(at).len() > 6 && self.sets().adverb_endings.is_ending_of(self.block.word(at));
        let ordinary = word.is(WordClass::Common)
            || word.is_noun()
            || word.cue() > 0
            || self.sets().noun_endings.is_ending_of(self.block.word(at));
        let named = word.is_first_name() || word.is(WordClass::Place) || word.is(WordClass::Demonym);
        !ordinary && !adverb
            || word.is(WordClass::Title)
            || (named && self.followed_by_verb(at))
            || !word.is_noun()
                && !adverb
                && word.cue() < 3
                && verbs::is_finite_cue(self.block, self.words, at + 1)
                && !self.sets().counting_or_general.has_any_case(self.block.word(at))
            || (self.next_is_name_word(at) && word.cue() == 0 && !adverb && !self.is_verb_outside_names(at))
    }

    /// `Taking |Reyes| along`: the tagger sees a verb that belongs to no name.
    fn is_verb_outside_names(&self, at: usize) -> bool {
        let verb = self.tags.part_of_speech(at).is_some_and(PartOfSpeech::is_verb);
        let person_behind = matches!(self.tags.entity(at + 1), Some((EntityClass::Person, true)));
        verb && person_behind && self.tags.entity(at).is_none() && !self.words[at].is_first_name()
    }

    /// Whether the tagger sees a person's name of more than one word begin at a token: `Will Orme`.
    fn is_first_of_person(&self, at: usize) -> bool {
        self.tags.entity(at) == Some((EntityClass::Person, true))
            && self.tags.name_around(at).is_some_and(|name| name.len() > 1 && self.next_is_name_word(at))
    }

    /// `Q:` and `A:` name nobody.
    fn is_question_or_answer(&self, at: usize) -> bool {
        let colon = self.block.tokens.get(at + 1).is_some_and(|_| self.block.word(at + 1) == ":");
        colon && matches!(self.block.word(at), "Q" | "A")
    }

    fn next_is_name_word(&self, at: usize) -> bool {
        self.block.tokens.get(at + 1).is_some_and(|next| next.is_capital())
            && !self.words[at + 1].is(WordClass::Function)
    }

    fn followed_by_verb(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|next| next.cue() > 0 || next.is(WordClass::Function))
            || self.block.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Possessive)
    }

    /// The end of the capitals, particles and initials that make one name, or of the organisation's name that the tagger sees there if that
    /// goes on: `Mail |on Sunday|`, `Universities |and Colleges Association|`.
    pub fn end_of_name(&self, start: usize) -> usize {
        let end = self.end_of_capitals(start);
        if !matches!(self.tags.entity(end - 1), Some((EntityClass::Organisation, _))) {
            return end;
        }
        let tokens = self.block.tokens;
        let goes_on = |name: &Range<usize>| {
            name.end > end
                && name.end - start < LONGEST_PHRASE
                && tokens[name.end - 1].is_capital()
                && (end..name.end).all(|at| tokens[at].is_word() || matches!(self.block.word(at), "'" | "’"))
        };
        self.tags.name_around(end - 1).filter(goes_on).map_or(end, |name| name.end)
    }

    fn end_of_capitals(&self, start: usize) -> usize {
        let tokens = self.block.tokens;
        let mut end = start + 1;
        while end < tokens.len() && end - start < LONGEST_PHRASE {
            let next_is_capital = |at: usize| {
                tokens.get(at).is_some_and(|token| token.is_capital()) && !self.words[at].is(WordClass::Function)
            };
            let adjacent = tokens[end].start == tokens[end - 1].end;
            let word = self.block.word(end);
            match word {
                // A sentence may end between two capitals, but only after a mark.
                _ if tokens[end].is_capital() => {
                    // `Steven |Still|`, `Mrs |May|`, but `Tom Hill |Now|` is a show.
                    let titled = || self.words[end - 1].is(WordClass::Title) && self.words[end].is_first_name();
                    let surname = || end == start + 1 || self.words[end].is(WordClass::Calendar);
                    let tagged = || matches!(self.tags.entity(end), Some((EntityClass::Person, _)));
                    let of_person = || tagged() && surname() || titled();
                    let no_name = self.words[end].is(WordClass::Function) || self.words[end].is(WordClass::Calendar);
                    if self.sentence_starts[end] || no_name && !of_person() {
                        break;
                    }
                    end += 1;
                }
                _ if (word == "." && !self.is_missing_space(end) || self.sets().hyphens.has(word))
                    && adjacent
                    && tokens.get(end + 1).is_some_and(|next| next.is_word() && next.start == tokens[end].end) =>
                {
                    end += 2;
                }
                "." if adjacent && matches!(self.block.word(end - 1), "Jr" | "Sr") => return end + 1,
                "." if adjacent && self.is_abbreviated_title(end - 1) && next_is_capital(end + 1) => end += 2,
                "&" if next_is_capital(end + 1) => end += 2,
                // `Karim |al|-Vaskari`
                _ if self.is_hyphenated_particle(end) => end += 3,
                // `Marie |d’Arco|`
                _ if self.is_elided(end) => end += 1,
                // `Harold |“Bunny”| Reeve`
                _ if self.end_of_nickname(end).is_some_and(next_is_capital) => {
                    end = self.end_of_nickname(end).map_or(end + 1, |surname| surname + 1);
                }
                // `Dock Workers' Union`
                "'" | "’"
                    if adjacent
                        && self.block.word(end - 1).ends_with('s')
                        && next_is_capital(end + 1)
                        && self.words[end + 1].is(WordClass::OrganisationNoun) =>
                {
                    end += 2;
                }
                _ if self.sets().name_particles.has(word)
                    && (next_is_capital(end + 1)
                        || next_is_capital(end + 2)
                            && self.sets().second_name_particles.has(self.block.word(end + 1))) =>
                {
                    end += 2;
                }
                "of" if self.takes_of(end - 1) => {
                    let after =
                        if end + 1 < tokens.len() && self.block.word(end + 1) == "the" { end + 2 } else { end + 1 };
                    if !next_is_capital(after) {
                        break;
                    }
                    end = after + 1;
                }
                _ => break,
            }
        }
        end.min(tokens.len())
    }

    /// Whether a particle and a hyphen begin here, and a capital follows: `|al|-Vaskari`.
    pub fn is_hyphenated_particle(&self, at: usize) -> bool {
        let tokens = self.block.tokens;
        let touches = |at: usize| tokens.get(at + 1).is_some_and(|next| next.start == tokens[at].end);
        self.sets().hyphenated_particles.has(self.block.word(at))
            && touches(at)
            && self.sets().hyphens.has(self.block.word(at + 1))
            && touches(at + 1)
            && tokens[at + 2].is_capital()
    }

    /// Whether a particle of one or two letters has lost its vowel before a name: `d’Arco`.
    fn is_elided(&self, at: usize) -> bool {
        let parts = self.block.word(at).split_once(['’', '\'']);
        parts.is_some_and(|(particle, name)| {
            particle.chars().count() <= 2
                && particle.chars().all(char::is_lowercase)
                && name.chars().nth(1).is_some()
                && name.starts_with(char::is_uppercase)
        })
    }

    /// The end of a nickname of one or two capitals between quotation marks.
    fn end_of_nickname(&self, opening: usize) -> Option<usize> {
        let is_mark = |at: usize| self.block.tokens.get(at).is_some_and(|_| is_quotation_mark(self.block.word(at)));
        let is_capital = |at: usize| self.block.tokens.get(at).is_some_and(|token| token.is_capital());
        let closing = if is_mark(opening) { (opening + 2..opening + 4).find(|&at| is_mark(at)) } else { None }?;
        (opening + 1..closing).all(is_capital).then_some(closing + 1)
    }

    /// Whether a sentence ends at a full stop behind which the space is missing: `says Menzies.|Native bees …`.
    fn is_missing_space(&self, stop: usize) -> bool {
        let long = |at: usize| self.block.word(at).len() > LONGEST_INITIALS;
        let capital = self.block.tokens.get(stop + 1).is_some_and(|next| next.is_capital());
        capital && long(stop - 1) && long(stop + 1)
    }

    fn is_abbreviated_title(&self, at: usize) -> bool {
        self.words[at].is(WordClass::Title) || self.sets().abbreviations_within_names.has(self.block.word(at))
    }

    /// Whether `of` after this word continues the name: `Department of Justice`, `Secretary of State`.
    fn takes_of(&self, at: usize) -> bool {
        let word = self.words[at];
        word.is(WordClass::OrganisationNoun)
            || word.is(WordClass::Title)
            || self.sets().names_with_of.has(self.block.word(at))
    }

    pub fn take_name(&mut self, start: usize) -> usize {
        let end = self.end_of_name(start);
        let core = self.core_of_name(start, end);
        // Titles and nothing else describe: `the President`, `Senator`, `Minister of Health`.
        let describes = core == end && (self.words[end - 1].is(WordClass::Title) || self.is_office(start, end));
        let kind = if describes { MentionKind::Nominal(NominalKind::Person) } else { MentionKind::Name };
        let core = if core < end { core } else { start };
        // `Port Vesey` in `the Port Vesey-based carrier`
        let compound = end > core + 2 && self.is_participle_of_compound(end - 1);
        let name_end = if compound { end - 2 } else { end };
        let phrase_start = if core > start { self.office_before_place(start) } else { None }
            .unwrap_or_else(|| self.phrase_start(start));
        let last = (core..name_end)
            .rev()
            .find(|&at| self.block.tokens[at].is_word() && !self.sets().name_suffixes.has(self.block.word(at)))
            .unwrap_or(name_end - 1);
        self.push(core..name_end, phrase_start, last, kind);
        if self.block.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Possessive) {
            return self.take_possessed(phrase_start, end + 1);
        }
        // A description may end in the capital's noun phrase: `the Clinton campaign`, `MSNBC host Chris Matthews`.
        if self.noun_follows(end) {
            return self.take_nouns(phrase_start, end);
        }
        end
    }

    /// Where the office begins that a place or an acronym and then its holder's name follow: `|acting attorney| for Norland Tom Hill`,
    /// `|deputy director| of the N.B.I. Owen Roe`. The office is no mention of its own.
    fn office_before_place(&mut self, place: usize) -> Option<usize> {
        let article = usize::from(place > 0 && self.block.word(place - 1) == "the");
        let preposition = place.checked_sub(1 + article)?;
        let office = self.mentions.last()?;
        let person = office.kind == MentionKind::Nominal(NominalKind::Person);
        let joined = self.sets().prepositions_of_complement.has(self.block.word(preposition));
        if !person
            || !joined
            || office.tokens.end != preposition
            || !(self.words[place].is(WordClass::Place) || self.is_long_acronym(place))
        {
            return None;
        }
        self.mentions.pop().map(|office| office.phrase_start)
    }

    /// Whether the capitals are an office and what it is for: `Minister of |Natural Resources|`, `Acting Secretary-General of |the Vesey Fund|`.
    fn is_office(&self, start: usize, end: usize) -> bool {
        let last = self.words[end - 1];
        let for_something =
            |at: usize| at + 1 < end && self.sets().prepositions_of_complement.has(self.block.word(at + 1));
        self.words[start].is(WordClass::Title) && (last.is(WordClass::Common) || last.is_noun())
            || (start..end).any(|at| self.words[at].is(WordClass::Title) && for_something(at))
    }

    /// Where the name begins after its titles: `Russian President |Vladimir Putin`, `Sen. |Ted Cruz`.
    fn core_of_name(&self, start: usize, end: usize) -> usize {
        let mut core = start;
        for at in start..end {
            let is_title = self.is_title_in_name(at, start, end);
            // `Secretary of State |John Kerry`: the title goes on to the last word before a first name.
            if is_title && !self.sets().present_participle_endings.is_ending_of(self.block.word(at)) {
                core = at + 1;
                if self.block.tokens.get(core).is_some_and(|_| core < end && self.block.word(core) == ".") {
                    core += 1;
                }
                // `High Commissioner for Human Rights` is nobody called `for Human Rights`.
                if core + 1 < end && self.sets().prepositions_of_complement.has(self.block.word(core)) {
                    let first_name = (core + 1..end).find(|&at| self.words[at].is_first_name());
                    core = first_name.or_else(|| self.two_unknown_behind(core + 1, end)).unwrap_or(end);
                }
            }
        }
        self.first_name_behind_place(core, end).or_else(|| self.person_behind_capitals(core, end)).unwrap_or(core)
    }

    /// Where the tagger sees a person's name begin behind other capitals: `Vesey Youth Connect |Zorvan Plint|`, `Port Vesey-based |Plint|`. A
    /// single capital behind others is more often the rest of theirs.
    fn person_behind_capitals(&self, core: usize, end: usize) -> Option<usize> {
        (core + 1..end).find(|&at| {
            let person = matches!(self.tags.entity(at), Some((EntityClass::Person, true)));
            let whole = || self.tags.name_around(at).is_some_and(|name| name.end == end && name.len() > 1);
            // `F.B.I. |Owen Roe|`
            let named = || at + 1 < end && self.words[at].is_first_name() && self.is_long_acronym(at - 1);
            person && whole() || named() || self.is_participle_of_compound(at - 1)
        })
    }

    /// Whether a word is an acronym of more letters than initials have.
    fn is_long_acronym(&self, at: usize) -> bool {
        let letters = self.block.word(at).chars().filter(|&c| c != '.');
        letters.clone().count() >= LONGEST_INITIALS && letters.clone().all(char::is_uppercase)
    }

    /// `based` in `Port Vesey-based Plint`.
    fn is_participle_of_compound(&self, at: usize) -> bool {
        let verb = self.tags.part_of_speech(at).is_some_and(PartOfSpeech::is_verb);
        verb && self.block.tokens[at].kind == TokenKind::Lower && self.hyphen_joins(at - 1)
    }

    /// `Minister of Education |Zorvana Plint|`: two capitals at the end that are not ordinary words, after ones that are.
    fn two_unknown_behind(&self, office: usize, end: usize) -> Option<usize> {
        let ordinary = |at: usize| {
            let word = self.words[at];
            word.is(WordClass::Common) || word.is_noun() || word.is(WordClass::Place) || word.is(WordClass::Title)
        };
        let name = end.checked_sub(2).filter(|&name| name > office)?;
        let unknown = (name..end).all(|at| self.block.tokens[at].is_capital() && !ordinary(at));
        (unknown && ordinary(name - 1)).then_some(name)
    }

    /// `Abby Dunn` in `a manager at Ocean Florida |Abby Dunn|`, `Norlandian |Tom Hill|`: capitals that run together.
    fn first_name_behind_place(&self, core: usize, end: usize) -> Option<usize> {
        let is_place = |at: usize| self.words[at].is(WordClass::Place) || self.words[at].is(WordClass::Demonym);
        let is_capital = |at: usize| self.block.tokens[at].is_capital();
        let is_ordinary =
            |at: usize| (self.words[at].is(WordClass::Common) || self.words[at].is_noun()) && is_capital(at);
        let is_surname = |at: usize| is_capital(at) && !is_ordinary(at) && !is_place(at);
        // `Vesey Youth Connect |Tom Hill|`: a body's name runs into the name of whoever speaks for it.
        let behind_body = |at: usize| {
            at >= core + 2
                && at + 2 == end
                && is_ordinary(at - 1)
                && !self.words[at - 1].is_first_name()
                && is_surname(at + 1)
        };
        let behind_place = |at: usize| is_place(at - 1) && is_capital(at + 1);
        (core + 1..end.saturating_sub(1))
            .find(|&at| self.words[at].is_first_name() && !is_place(at) && (behind_place(at) || behind_body(at)))
    }

    /// Whether a word of a name's capitals is a title before it: `Novelist |Jo Watson`. At the end it may be a surname: `Tessa Bishop`.
    fn is_title_in_name(&self, at: usize, start: usize, end: usize) -> bool {
        let word = self.words[at];
        if at + 1 == end {
            let named = at > start && self.words[at - 1].is_first_name() && !self.words[at - 1].is(WordClass::Title);
            let suffix = self.sets().name_suffixes.has(self.block.word(at));
            return word.is(WordClass::Title) && !word.is(WordClass::Male) && !named && !suffix;
        }
        let named_behind = || self.words[at + 1].is_first_name() || self.is_unknown_full_name(at + 1..end);
        word.is(WordClass::Title)
            || self.is_excellency(at)
            || word.is(WordClass::PersonNoun) && !word.is_first_name() && named_behind()
    }

    /// `H E |Tom Hill|`: the `E` of a title that is written as two initials.
    fn is_excellency(&self, at: usize) -> bool {
        let initials = at.checked_sub(1).map(|before| (self.block.word(before), self.block.word(at)));
        initials == Some(("H", "E"))
    }

    /// Two capitals or more, none of them an ordinary word or one of places and organisations: `|Vijender Singh|`.
    fn is_unknown_full_name(&self, mut tokens: Range<usize>) -> bool {
        let ordinary = |at: usize| {
            let word = self.words[at];
            word.is(WordClass::Common)
                || word.is_noun()
                || word.is(WordClass::OrganisationNoun)
                || word.is(WordClass::Place)
                || word.is(WordClass::Demonym)
        };
        tokens.len() >= 2 && tokens.all(|at| self.block.tokens[at].is_capital() && !ordinary(at))
    }

    /// The determiner and the lower-case modifiers before a name: `the former |Trump`.
    fn phrase_start(&self, name: usize) -> usize {
        let mut start = name;
        // `Norland's |President Halvard Lund`
        let owner = self.mentions.iter().rev().take(2).find(|owner| owner.tokens.end + 1 == name);
        if let Some(owner) = owner.filter(|owner| self.block.tokens[owner.tokens.end].kind == TokenKind::Possessive) {
            let whole = owner.phrase_start;
            return if name - whole < LONGEST_PHRASE { whole } else { owner.tokens.start };
        }
        while start > 0 && name - start < LONGEST_PHRASE && self.block.tokens[start - 1].kind == TokenKind::Lower {
            let word = self.words[start - 1];
            if word.is(WordClass::Function)
                || word.cue() > 0 && !word.is_noun()
                || verbs::takes_name_as_object(self.block, self.words, start - 1, name)
            {
                break;
            }
            start -= 1;
            if word.is(WordClass::Determiner) {
                break;
            }
        }
        start
    }
}
