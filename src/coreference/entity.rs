//! A person, organisation or unnamed source while the article is being read.

use super::roles::role_among;
use crate::analysis::{LONGEST_PHRASE, Mention, MentionId, MentionKind, NominalKind, Passage};
use crate::language::{EntityClass, PartOfSpeech, Sets, Word, WordClass};
use crate::text::TokenKind;
use std::ops::Range;

/// An entity: its index among the article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EntityId(pub usize);

/// Who may be meant by names, pronouns and descriptions.
#[derive(Clone, Debug, Default)]
pub(super) struct Entity {
    /// The fullest name, or the noun phrase without its determiner.
    pub name: String,
    /// What stands before the noun phrase: `a`, `these`, `his`.
    pub determiner: String,
    /// The words of the name in lower case.
    pub words: Vec<String>,
    /// Whose it is, in lower case: `norland` of *Norland's Harbour Ministry*.
    pub owner: String,
    pub kind: Kind,
    pub gender: Gender,
    /// Whether a title tells the gender: `Mr`.
    pub gender_by_title: bool,
    /// Whether it has a name of its own.
    pub named: bool,
    pub plural: bool,
    /// What the article calls it: `Russian President`, as written.
    pub roles: Vec<String>,
    /// The words of the roles in lower case.
    pub role_words: Vec<String>,
    /// The countries that its titles belong to, in lower case.
    pub countries: Vec<&'static str>,
    /// Its mentions.
    pub mentions: Vec<MentionId>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Organisation,
    Document,
    Place,
    #[default]
    Unknown,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
    #[default]
    Unknown,
}

impl Gender {
    /// Whether both are known and not the same.
    pub fn contradicts(self, other: Gender) -> bool {
        self != other && self != Gender::Unknown && other != Gender::Unknown
    }
}

/// How many words of its titles and descriptions an entity remembers.
const MOST_ROLE_WORDS: usize = 60;
/// How many titles and descriptions.
const MOST_ROLES: usize = 20;

/// How many letters a place's acronym has at most.
const LONGEST_ACRONYM: usize = 5;

/// What the tagger says of a name that the word lists do not know: a place or a people is nobody's *he*.
fn kind_of_class(class: Option<EntityClass>) -> Kind {
    match class {
        Some(EntityClass::Place | EntityClass::People) => Kind::Place,
        _ => Kind::Unknown,
    }
}

impl Entity {
    /// What a name says of its bearer.
    pub fn from_name(passage: &Passage, mention: &Mention) -> Entity {
        let words = name_words(passage, mention.tokens.clone());
        let known: Vec<Word> = mention.tokens.clone().map(|token| passage.words[token]).collect();
        let first = known.first().copied().unwrap_or_default();
        let head = passage.words[mention.head];
        let any = |class: WordClass| known.iter().any(|word| word.is(class));
        let has_first_name = words.len() > 1 && first.is_first_name();
        let text = &passage.block.text[passage.bytes(&mention.tokens)];
        let acronym =
            words.len() == 1 && text.chars().count() > 1 && text.chars().all(|c| c.is_uppercase() || c == '.');
        let class = passage.tags.class_of(mention);
        // `SURABAYA` before a report is the place where it was written.
        let acronym = acronym && !(class == Some(EntityClass::Place) && text.chars().count() > LONGEST_ACRONYM);
        // `Norland Today`: the tagger takes many a surname alone for a body, but hardly a name with a place in it.
        let named_after_a_place = class == Some(EntityClass::Organisation) && words.len() > 1 && any(WordClass::Place);
        let organisation = head.is(WordClass::OrganisationNoun)
            || any(WordClass::OrganisationNoun) && !has_first_name
            || acronym
            || text.contains(" of ")
            || named_after_a_place;
        let mut words_of_name = mention
            .tokens
            .clone()
            .filter(|&token| passage.block.tokens[token].is_word())
            .map(|token| passage.words[token]);
        // `Jimmy Kelmar Live` is no person, though its host is one.
        let other = class.is_some_and(|class| class != EntityClass::Person);
        let programme = words.len() > 2 && head.is(WordClass::Common) && other;
        let kind = if has_first_name && !head.is(WordClass::OrganisationNoun) && !programme {
            Kind::Person
        } else if acronym && class == Some(EntityClass::Organisation) {
            // `UN`
            Kind::Organisation
        } else if words_of_name.all(|word| word.is(WordClass::Place) || word.is(WordClass::Demonym)) {
            Kind::Place
        } else if organisation {
            Kind::Organisation
        } else {
            kind_of_class(class)
        };
        // `Jean-Baptiste` is no Jean.
        let hyphens = &passage.block.language.sets.hyphens;
        let second = mention.tokens.start + 1;
        let joined = mention.tokens.contains(&second) && hyphens.has(passage.block.word(second));
        let family_name = passage.sets().family_names_first.has_any_case(passage.block.word(mention.tokens.start));
        let gender = if has_first_name && !joined && !family_name { gender_of(first) } else { Gender::Unknown };
        let owner = owner(passage, mention).filter(|_| kind == Kind::Organisation);
        let name =
            clean(&passage.block.text[passage.bytes(&(owner.unwrap_or(mention.tokens.start)..mention.tokens.end))]);
        let owner = owner.map(|owner| passage.block.word(owner).to_lowercase()).unwrap_or_default();
        Entity { name, words, owner, kind, gender, named: true, ..Entity::default() }
    }

    /// What a noun phrase says of whom it names.
    pub fn from_phrase(passage: &Passage, mention: &Mention) -> Entity {
        let kind = match mention.kind {
            MentionKind::Nominal(NominalKind::Person) => Kind::Person,
            MentionKind::Nominal(NominalKind::Organisation) => Kind::Organisation,
            MentionKind::Nominal(NominalKind::Document) => Kind::Document,
            _ => Kind::Unknown,
        };
        let mut tokens = without_determiner(passage, mention.tokens.clone());
        if tokens.is_empty() {
            // Nothing but determiners: `the one`.
            tokens = mention.tokens.clone();
        }
        let of_many = end_of_many(passage, mention);
        let end = of_many.unwrap_or_else(|| end_of_complement(passage, mention, kind));
        let counts = of_many.is_some() && mention.tokens.len() == 1;
        let start = if counts { mention.tokens.start } else { tokens.start };
        let name = clean(&passage.block.text[passage.bytes(&(start..end))]);
        let determiner = determiner_before(passage, mention.phrase_start.min(mention.tokens.start), start);
        let gender = gender_of_noun(&passage.block.language.sets, passage.block.word(mention.head));
        let words = name_words(passage, tokens.clone());
        let mut entity = Entity { name, determiner, words, kind, gender, ..Entity::default() };
        entity.plural = passage.words[mention.head].is(WordClass::Plural);
        entity.learn(passage, &without_determiner(passage, tokens));
        entity
    }

    /// Takes up a title or description. What it says as a role goes on to a token, behind its complement: `head |of the agency|`.
    pub fn add_role(&mut self, passage: &Passage, tokens: Range<usize>, end: usize) {
        let tokens = without_determiner(passage, tokens);
        if tokens.is_empty() {
            return;
        }
        self.learn(passage, &tokens);
        let role = role_among(passage, tokens.start..end, self.kind == Kind::Organisation)
            .map(|role| clean(&passage.block.text[passage.bytes(&role)]));
        if let Some(role) = role.filter(|role| self.roles.len() < MOST_ROLES && !self.roles.contains(role)) {
            self.roles.push(role);
        }
    }

    /// Learns of gender, office and country from the words of a title or description.
    fn learn(&mut self, passage: &Passage, tokens: &Range<usize>) {
        let sets = &passage.block.language.sets;
        for token in tokens.clone() {
            let word = passage.block.word(token);
            if sets.men_titles.has(word) {
                self.gender = Gender::Male;
                self.gender_by_title = true;
            } else if sets.women_titles.has(word) {
                self.gender = Gender::Female;
                self.gender_by_title = true;
            } else if self.gender == Gender::Unknown {
                self.gender = gender_of_noun(sets, word);
            }
            if passage.block.tokens[token].is_word() {
                let word = word.trim_end_matches('.').to_lowercase();
                let nouns: Vec<String> = passage.block.language.nouns_of_title(&word).map(str::to_owned).collect();
                for word in [word].into_iter().chain(nouns) {
                    if !self.role_words.contains(&word) && self.role_words.len() < MOST_ROLE_WORDS {
                        self.role_words.push(word);
                    }
                }
            }
            if let Some(country) = country_of_word(passage, token).filter(|country| !self.countries.contains(country)) {
                self.countries.push(country);
            }
            if (passage.words[token].is(WordClass::Title) || passage.words[token].is(WordClass::PersonNoun))
                && self.kind == Kind::Unknown
            {
                self.kind = Kind::Person;
            }
        }
    }

    /// Whether a name with this owner before it may mean it; an empty one is none.
    pub fn may_belong_to(&self, owner: &str) -> bool {
        self.owner.is_empty() || owner.is_empty() || self.owner == owner
    }

    /// Whether a title or the name holds a noun in lower case.
    pub fn is_called(&self, noun: &String) -> bool {
        self.role_words.contains(noun) || self.words.contains(noun)
    }

    /// Whether it may be called *it*: named without anything that tells of a person.
    pub fn may_be_a_thing(&self) -> bool {
        let person = self.kind == Kind::Person || self.gender != Gender::Unknown || !self.role_words.is_empty();
        self.named && !person && !self.plural
    }

    /// Whether it may be called *he* or *she*.
    pub fn may_be(&self, gender: Gender) -> bool {
        !self.gender.contradicts(gender) && !self.plural && matches!(self.kind, Kind::Person | Kind::Unknown)
    }
}

/// Where the country or place begins that a name belongs to: `|Norland's| Harbour Ministry`.
fn owner(passage: &Passage, name: &Mention) -> Option<usize> {
    let place = name.tokens.start.checked_sub(2)?;
    let possessive = passage.block.tokens[place + 1].kind == TokenKind::Possessive;
    let lone = place == 0 || !passage.block.tokens[place - 1].is_capital();
    (possessive && lone && passage.block.tokens[place].is_capital()).then_some(place)
}

/// Where the description ends of those whom a counting word takes somebody from: `one of Reyes's uncles|`, `some of the keepers|`.
fn end_of_many(passage: &Passage, mention: &Mention) -> Option<usize> {
    use PartOfSpeech as P;
    let (of, head) = (mention.tokens.end, passage.block.word(mention.head));
    let counts = mention.tokens.len() == 1 && passage.sets().counting_words.has_any_case(head);
    let collects = mention.head + 1 == of && passage.sets().collectives.has_any_case(head);
    if !(counts || collects) || passage.block.tokens.get(of).is_none_or(|_| passage.block.word(of) != "of") {
        return None;
    }
    let tag = |at: usize| passage.tags.part_of_speech(at);
    let within = |&at: &usize| {
        passage.block.tokens[at].kind == TokenKind::Possessive
            || tag(at).is_some_and(|tag| {
                matches!(tag, P::Det | P::Adj | P::Num | P::Noun | P::NounPlural | P::Propn | P::Part)
            })
            || passage.words[at].is(WordClass::Determiner)
    };
    let end = passage.sentence_of(of).end.min(of + LONGEST_PHRASE);
    let last =
        (of + 1..end).take_while(within).last().filter(|&last| matches!(tag(last), Some(P::Noun | P::NounPlural)))?;
    Some(last + 1)
}

/// Where a description of a person ends with the name that says which: `a spokesman for the Harbour Office|`.
fn end_of_complement(passage: &Passage, mention: &Mention, kind: Kind) -> usize {
    let end = mention.tokens.end;
    let preposition = passage.block.tokens.get(end).map_or("", |_| passage.block.word(end));
    if kind != Kind::Person || !passage.sets().prepositions_of_complement.has(preposition) {
        return end;
    }
    let names_whose = |index: &usize| {
        let name = &passage.mentions[*index];
        name.kind == MentionKind::Name && name.phrase_start == end + 1
    };
    let mut near = passage.mentions_within(end + 1..end + LONGEST_PHRASE);
    near.find(names_whose).map_or(end, |index| passage.mentions[index].tokens.end)
}

/// The country that a token names or belongs to.
pub(super) fn country_of_word(passage: &Passage, token: usize) -> Option<&'static str> {
    let word = passage.block.word(token);
    passage.block.language.country_of(word)
}

/// The text's words without line breaks and with a single space between them.
pub(super) fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words before a noun phrase, from where it may begin, of which the first is a determiner: `the`, `the former`, `his`.
fn determiner_before(passage: &Passage, earliest: usize, start: usize) -> String {
    if earliest >= start || !passage.words[earliest].is(WordClass::Determiner) {
        return String::new();
    }
    let first = passage.block.word(earliest).to_lowercase();
    let rest = clean(&passage.block.text[passage.bytes(&(earliest + 1..start))]);
    if rest.is_empty() { first } else { [&first, " ", &rest].concat() }
}

fn without_determiner(passage: &Passage, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.start < tokens.end
        && (passage.words[tokens.start].is(WordClass::Determiner) || !passage.block.tokens[tokens.start].is_word())
    {
        tokens.start += 1;
    }
    tokens
}

pub(super) fn name_words(passage: &Passage, tokens: Range<usize>) -> Vec<String> {
    let words = tokens.filter(|&token| passage.block.tokens[token].is_word()).map(|token| passage.block.word(token));
    words.filter(|word| !passage.block.language.sets.name_suffixes.has(word)).map(str::to_lowercase).collect()
}

fn gender_of(first_name: Word) -> Gender {
    match (first_name.is(WordClass::Male), first_name.is(WordClass::Female)) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// The gender that a noun says.
pub(super) fn gender_of_noun(sets: &Sets, noun: &str) -> Gender {
    match (sets.men.has_any_case(noun), sets.women.has_any_case(noun)) {
        (true, _) => Gender::Male,
        (_, true) => Gender::Female,
        _ => Gender::Unknown,
    }
}
