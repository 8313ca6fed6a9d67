//! Descriptions and the names beside them that say who is described: `A nurse, |Lena Marsh|, said`.

use super::mention::{Mention, MentionKind, NominalKind};
use super::passage::Passage;
use crate::language::{EntityClass, WordClass};
use crate::text::TokenKind;

/// How many tokens after a description its complement may take up: `the director |of the Vesey Fish Institute|`.
const LONGEST_COMPLEMENT: usize = 12;

/// How many words the brackets behind a description may hold: `inspector of police |(Rural)|`.
const LONGEST_BRACKETS: usize = 3;

impl Passage<'_> {
    /// Whether a description tells of the person whose name follows: `A nurse, |Lena Marsh|, said`, `nurse and writer |Lena Marsh| said`.
    pub fn introduces(&self, description: &Mention, name: &Mention) -> bool {
        let person = description.kind == MentionKind::Nominal(NominalKind::Person) || self.is_one_of_many(description);
        person
            && name.kind == MentionKind::Name
            && !self.words[description.head].is(WordClass::Plural)
            && (self.follows_comma(description, name)
                || self.shares_name(description, name)
                || self.follows_complement(description, name))
    }

    /// `the mayor, |Ana Reyes|,`, and with what is joined to the name: `the mayor, the priest and writer |Ana Reyes|,`.
    fn follows_comma(&self, description: &Mention, name: &Mention) -> bool {
        let begins = |start: usize| start.checked_sub(1).is_some_and(|comma| self.is_comma_behind(description, comma));
        (begins(name.phrase_start) || self.joined_before(name).is_some_and(|joined| begins(joined.phrase_start)))
            && self.ends_appositive(name)
    }

    /// `|activist| and scholar Lena Marsh`: two descriptions without an article, one name.
    fn shares_name(&self, description: &Mention, name: &Mention) -> bool {
        let joined = self.joined_before(name).filter(|joined| joined.tokens == description.tokens);
        joined.is_some_and(|joined| !self.words[joined.phrase_start].is(WordClass::Determiner))
    }

    /// `|professor| at Vesey University Lena Marsh`: a full name right behind the capitals that end the complement. What follows a title is
    /// the one of whom the description is: `a spokesman for Mayor Lena Marsh`.
    fn follows_complement(&self, description: &Mention, name: &Mention) -> bool {
        let (end, start) = (description.tokens.end, name.tokens.start);
        let sets = &self.block.language.sets;
        let full = name.tokens.len() > 1 && self.tags.class_of(name) == Some(EntityClass::Person);
        let near = end < start && start - end <= LONGEST_COMPLEMENT;
        if !full || !near || !sets.prepositions_of_complement.has(self.block.word(end)) {
            return false;
        }
        let plain = |token: usize| self.block.tokens[token].is_word() && self.words[token].cue() == 0;
        let last = start - 1;
        self.block.tokens[last].is_capital() && !self.words[last].is(WordClass::Title) && (end..start).all(plain)
    }

    /// The description that `and` joins to the one right before a name: `|the priest| and scholar Lena Marsh`.
    fn joined_before(&self, name: &Mention) -> Option<&Mention> {
        let described = name.phrase_start < name.tokens.start;
        let and = name.phrase_start.checked_sub(1).filter(|&token| described && self.block.word(token) == "and")?;
        let joined = &self.mentions[self.mention_up_to(and)?];
        let person = joined.kind == MentionKind::Nominal(NominalKind::Person);
        (person && !self.words[joined.head].is(WordClass::Plural)).then_some(joined)
    }

    /// Whether a name ends what stands beside a description. In a list, `and` or another name follows.
    fn ends_appositive(&self, name: &Mention) -> bool {
        let end = name.tokens.end;
        if self.block.tokens.get(end).is_none() {
            return true;
        }
        let comma_alone =
            self.block.word(end) == "," && !self.block.tokens.get(end + 1).is_some_and(|next| next.is_capital());
        comma_alone
            || self.block.language.sets.marks_behind_appositive.has(self.block.word(end))
            || self.words[end].cue() >= 3
    }

    /// `|One| of the divers`
    pub fn is_one_of_many(&self, mention: &Mention) -> bool {
        let end = mention.tokens.end;
        mention.tokens.len() == 1
            && self.block.tokens.get(end).is_some_and(|_| self.block.word(end) == "of")
            && self.block.language.sets.one_of_many.has_any_case(self.block.word(mention.head))
    }

    /// The comma after a phrase, or after its complement: `the chief inspector of ships|,| …`.
    pub fn comma_behind(&self, mention: &Mention) -> Option<usize> {
        self.commas_behind(mention).next()
    }

    /// Whether a comma follows a phrase, or its complement, which may hold commas of its own: `minister for Ports, Fish and Trade|,| …`.
    fn is_comma_behind(&self, mention: &Mention, comma: usize) -> bool {
        let named = || {
            let between = &self.mentions[self.mentions_within(mention.tokens.end..comma)];
            between.iter().any(|other| self.tags.class_of(other) == Some(EntityClass::Person))
        };
        let mut commas = self.commas_behind(mention);
        commas.next() == Some(comma) || commas.any(|other| other == comma) && !named()
    }

    fn commas_behind(&self, mention: &Mention) -> impl Iterator<Item = usize> {
        let sets = &self.block.language.sets;
        let end = self.behind_brackets(mention.tokens.end);
        let is_comma = |token: usize| self.block.word(token) == ",";
        let complement =
            self.block.tokens.get(end).is_some_and(|_| sets.prepositions_of_complement.has(self.block.word(end)));
        let reach = if complement { LONGEST_COMPLEMENT } else { 1 };
        let plain = move |&token: &usize| {
            let mark = self.block.tokens[token].kind == TokenKind::Mark;
            let within = !mark || is_comma(token) || sets.marks_within_description.has(self.block.word(token));
            within && self.words[token].cue() == 0
        };
        (end..self.block.tokens.len()).take(reach).take_while(plain).filter(move |&token| is_comma(token))
    }

    /// The token behind brackets that begin at a token.
    fn behind_brackets(&self, start: usize) -> usize {
        let word = |token: usize| self.block.tokens.get(token).map_or("", |_| self.block.word(token));
        let close = (start + 1..start + 2 + LONGEST_BRACKETS).find(|&token| word(token) == ")");
        close.filter(|_| word(start) == "(").map_or(start, |close| close + 1)
    }
}
