//! Assembles the answer: quotations with their speakers, and the people who speak.

use crate::agreement::{Place, agree};
use crate::analysis::{Mention, MentionId, MentionKind, Passage};
use crate::annotations::{Doubt, DoubtAbout, NAME_FROM, Person, Quote, QuoteKind, Reported, SOMEBODYS_FROM, Span};
use crate::attribution::{Choice, cue_of};
use crate::certainty::Answers;
use crate::coreference::{EntityId, People};
use crate::language::uncontracted;
use crate::models::linear::Features;
use crate::reporting;
use crate::speech::Quotation;
use crate::text::Document;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Who says what.
pub(crate) struct Speech {
    /// The quotations with their speakers.
    pub quotes: Vec<Quote>,
    /// What is told in the reporter's words.
    pub reported: Vec<Reported>,
    /// The people who speak: in the order of their first quotation, then those who are only reported.
    pub people: Vec<Person>,
    /// All others in the order of their first mention.
    pub mentioned: Vec<Person>,
}

/// The answer about an article's quotations and reported speech.
pub(crate) fn speech(
    quotations: &[Quotation],
    passages: &[Passage],
    choices: &[Option<Choice>],
    reported: &[reporting::Reported],
    people: &People,
) -> Speech {
    let answers = Answers::new(quotations, passages, choices, people);
    let mut listed = Listed { people, passages, indices: FxHashMap::default(), list: Vec::new() };
    let mut features = Features::default();
    let mut quotes: Vec<Quote> =
        (0..quotations.len()).map(|index| quote(&answers, index, &mut listed, &mut features)).collect();
    believe_alike(&mut quotes, passages);
    let reported =
        reported.iter().map(|it| self::reported(it, &answers, &quotes, &mut listed, &mut features)).collect();
    let mentioned = listed.others();
    Speech { quotes, reported, people: listed.list, mentioned }
}

/// The sentences of an article.
pub(crate) fn sentences(document: &Document) -> Vec<Span> {
    document.sentences().map(|(block, bytes)| Span { block, start: bytes.start, end: bytes.end }).collect()
}

fn reported(
    reported: &reporting::Reported,
    answers: &Answers,
    quotes: &[Quote],
    listed: &mut Listed,
    features: &mut Features,
) -> Reported {
    let passage = &listed.passages[reported.block];
    let span = span_of(passage, &reported.content);
    let mut found = Reported {
        span,
        mention: reported.source.map(|source| span_of_mention(passage, source.mention(listed.passages))),
        cue: Some(span_of(passage, &reported.cue)),
        person: reported.source.and_then(|source| listed.index_of(source)),
        quotes: quotes_in(span, quotes),
        confidence: answers.certainty_of_reported(reported, features),
        doubt: None,
    };
    if let Some(source) = reported.source.filter(|_| found.is_only_probable()) {
        found.doubt = Some(doubt(listed.people, source, reported.confidence, None));
    }
    found
}

/// The quotations of somebody's words in a span.
fn quotes_in(span: Span, quotes: &[Quote]) -> Vec<usize> {
    let first = quotes.partition_point(|quote| (quote.span.block, quote.span.start) < (span.block, span.start));
    let within = |&index: &usize| quotes[index].span.block == span.block && quotes[index].span.end <= span.end;
    (first..quotes.len()).take_while(within).filter(|&index| quotes[index].kind != QuoteKind::Other).collect()
}

/// Nobody who is believed in less is named as the other who may be meant.
const ALTERNATIVE_FROM: f32 = 0.1;

/// What is unsure about a speaker: which words name the speaker, which are believed in so much, or whom they mean.
fn doubt(people: &People, speaker: MentionId, words: f32, runner_up: Option<(MentionId, f32)>) -> Doubt {
    let (about, other) = if words <= people.belief(speaker) {
        let other = runner_up.and_then(|(other, share)| Some((people.entity_of(other)?, share)));
        (DoubtAbout::Words, other)
    } else {
        (DoubtAbout::Identity, people.runner_up(speaker))
    };
    let other = other.filter(|&(_, share)| share >= ALTERNATIVE_FROM).map(|(other, _)| other);
    let other = other.filter(|&other| people.entity_of(speaker) != Some(other) && people.is_named(other));
    Doubt { about, alternative: other.map(|other| people.name(other).to_owned()) }
}

fn quote(answers: &Answers, index: usize, listed: &mut Listed, features: &mut Features) -> Quote {
    let quotation = &answers.quotations[index];
    let span = Span { block: quotation.block, start: quotation.start, end: quotation.end };
    let certainty = answers.certainty(index, features);
    let kind = if certainty.words < SOMEBODYS_FROM { QuoteKind::Other } else { quotation.kind };
    let choice = answers.choices[index].filter(|_| kind != QuoteKind::Other);
    let Some(Choice { speaker, share, margin, runner_up, .. }) = choice else {
        return Quote { span, kind, mention: None, cue: None, person: None, confidence: certainty.words, doubt: None };
    };
    let passage = speaker.passage(listed.passages);
    let mention = speaker.mention(listed.passages);
    // A description such as `the note` accuses nobody.
    let described = || listed.people.entity_of(speaker).is_some_and(|entity| !listed.people.is_named(entity));
    let name = certainty.name.filter(|&name| name >= NAME_FROM || described());
    let cue = cue_of(passage, mention);
    let person = name.and_then(|_| listed.index_of(speaker));
    // Whoever is the subject of an earlier paragraph, and of no verb of saying, is not named as the speaker there: the words merely go on.
    let goes_on = passage.block.index < quotation.block && cue.is_none() && person.is_some();
    let mut found = Quote {
        span,
        kind,
        mention: (!goes_on).then(|| span_of_mention(passage, mention)),
        cue: cue.map(|tokens| span_of(passage, &tokens)),
        person,
        confidence: name.unwrap_or(certainty.words),
        doubt: None,
    };
    let runner_up = runner_up.map(|other| (other, share - margin));
    found.doubt = found.is_only_probable().then(|| doubt(listed.people, speaker, share, runner_up));
    found
}

/// Has the parts of each speech believed in alike.
fn believe_alike(quotes: &mut [Quote], passages: &[Passage]) {
    let mut said: Vec<&mut Quote> = quotes.iter_mut().filter(|quote| quote.person.is_some()).collect();
    let parts: Option<Vec<_>> =
        said.iter().map(|quote| Some((quote.person, Place::of(quote.span, passages)?, quote.confidence))).collect();
    for (quote, confidence) in said.iter_mut().zip(agree(&parts.unwrap_or_default())) {
        quote.confidence = confidence;
        quote.doubt = quote.doubt.take().filter(|_| quote.is_only_probable());
    }
}

/// The span of some tokens of a passage.
fn span_of(passage: &Passage, tokens: &Range<usize>) -> Span {
    let bytes = passage.bytes(tokens);
    Span { block: passage.block.index, start: bytes.start, end: bytes.end }
}

/// The span of a mention; of `he’d` that of `he`.
fn span_of_mention(passage: &Passage, mention: &Mention) -> Span {
    let mut span = span_of(passage, &mention.tokens);
    if matches!(mention.kind, MentionKind::Pronoun(_)) {
        span.end = span.start + uncontracted(&passage.block.text[span.start..span.end]).len();
    }
    span
}

/// The people who speak, in the order of their first quotation.
struct Listed<'a, 'b> {
    people: &'a People,
    passages: &'a [Passage<'b>],
    indices: FxHashMap<EntityId, usize>,
    list: Vec<Person>,
}

impl Listed<'_, '_> {
    /// The index of the person that a mention refers to. Adds the person if new.
    fn index_of(&mut self, speaker: MentionId) -> Option<usize> {
        let entity = self.people.entity_of(speaker)?;
        let next = self.list.len();
        let index = *self.indices.entry(entity).or_insert(next);
        if index == next {
            self.list.push(self.person(entity));
        }
        Some(index)
    }

    /// Those who do not speak.
    fn others(&self) -> Vec<Person> {
        let silent = self.people.mentioned().filter(|entity| !self.indices.contains_key(entity));
        let mut others: Vec<Person> = silent.map(|entity| self.person(entity)).collect();
        others.sort_by_key(|person| person.mentions.first().copied());
        others
    }

    fn person(&self, entity: EntityId) -> Person {
        let span = |&id: &MentionId| span_of_mention(id.passage(self.passages), id.mention(self.passages));
        let mut mentions: Vec<Span> = self.people.mentions(entity).iter().map(span).collect();
        // A noun phrase around a name begins before the name, but comes after it in the passage's list.
        mentions.sort_unstable();
        let role = self.people.role(entity).map(str::to_owned);
        let name = self.people.name(entity).to_owned();
        let phrase = self.people.phrase(entity, self.passages);
        Person { name, phrase, kind: self.people.kind(entity), role, mentions }
    }
}

#[cfg(test)]
mod tests {
    use crate::annotations::{Doubt, DoubtAbout};
    use crate::{Article, annotate};

    #[test]
    fn the_doubt_about_a_speaker_says_what_it_is_about() {
        let about = |about, alternative: &str| {
            Some(Doubt { about, alternative: (!alternative.is_empty()).then(|| alternative.to_owned()) })
        };
        let identity = |alternative| about(DoubtAbout::Identity, alternative);
        let words = |alternative| about(DoubtAbout::Words, alternative);
        let rows: &[(&str, &str, Option<Doubt>)] = &[
            ("a name beside the verb", "“We stay,” Ana Reyes said.", None),
            ("a pronoun", "Tom Hill and Anton Birk met at the pier. “We stay,” he said.", identity("Tom Hill")),
            ("a pronoun behind one subject", "Tom Hill met Anton Birk at the pier. “We stay,” he said.", None),
            ("the last one named", "Tom Hill rang Anton Birk. Birk was away. “We stay,” he said.", None),
            (
                "one of two women",
                "Ana Reyes and Lena Marsh met at the pier. “We stay,” she said.",
                identity("Ana Reyes"),
            ),
            ("no verb beside it", "Tom Hill rang. The pier was full. “We stay.” The boats had left.", words("")),
            (
                "another named behind it",
                "Tom Hill rang. “We stay.” The pier was full, and Lena Marsh left.",
                words("Lena Marsh"),
            ),
            (
                "two who spoke",
                "Tom Hill spoke first. Lena Marsh spoke next. “We stay.” Nobody left.",
                words("Tom Hill"),
            ),
        ];
        for (name, text, expected) in rows {
            let annotations = annotate(&Article::from_text(text, false));
            assert_eq!(annotations.quotes[0].doubt, *expected, "{name}");
        }
    }

    #[test]
    fn somebody_without_a_name_is_called_as_the_article_does() {
        type People<'a> = &'a [(&'a str, Option<&'a str>)];
        let rows: &[(&str, &str, People)] = &[
            ("a name", "“We stay,” Ana Reyes said.", &[("Ana Reyes", None)]),
            ("an article", "“We stay,” a witness said.", &[("witness", None)]),
            ("at the beginning of a sentence", "The report said: “We stay.”", &[("report", Some("the report"))]),
            (
                "an article further on",
                "Police closed the pier. “Nobody stays,” police said. “Go,” the police said.",
                &[("police", Some("the police"))],
            ),
            ("an owner", "“We stay,” said the NBC's lawyers.", &[("NBC's lawyers", Some("the NBC's lawyers"))]),
            ("a title", "“We stay,” the President said.", &[("President", Some("the President"))]),
            ("nothing before it", "“We stay,” officials said.", &[("officials", None)]),
            ("somebody's", "“We stay,” said his neighbour.", &[("neighbour", Some("his neighbour"))]),
            ("many", "A group of pilots said: “We stay.”", &[("group of pilots", None)]),
            (
                "the same source twice, in the reporter's words",
                "Officials said that the pier was full. Later officials said that it was closed.",
                &[("Officials", None)],
            ),
            (
                "with and without its article",
                "Police said that the pier was full. The police said that it was closed.",
                &[("Police", Some("the police"))],
            ),
            (
                "two who need not be the same",
                "A resident said that the pier was full. A resident said that it was closed.",
                &[("resident", None), ("resident", None)],
            ),
        ];
        for (name, text, expected) in rows {
            let people = annotate(&Article::from_text(text, false)).people;
            let found: Vec<_> = people.iter().map(|person| (person.name.as_str(), person.phrase.as_deref())).collect();
            assert_eq!(found, *expected, "{name}");
        }
    }
}
