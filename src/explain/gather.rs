//! An explanation put together from what the steps recorded.

use super::explanation::{
    ExplainedBlock, ExplainedCandidate, ExplainedClause, ExplainedDate, ExplainedEntity, ExplainedFeature,
    ExplainedMention, ExplainedSentence, ExplainedSpeaker, ExplainedStretch, ExplainedWord,
};
use super::tags;
use crate::analysis::{Mention, MentionId, MentionKind, Passage, clauses};
use crate::annotations::{Annotations, DateAnchor};
use crate::article::Article;
use crate::attribution::{Candidate, Choice, Decision, Ground, Telling};
use crate::coreference::{EntityId, People, Tie, TieStep};
use crate::dates::DateReason;
use crate::speech::{KindGround, KindReason, Quotation};
use std::ops::Range;

/// How many features of each sum are told.
const FEATURES: usize = 5;

/// How many candidates are told.
const CANDIDATES: usize = 8;

/// An article as it was read, with what each step recorded.
pub(super) struct Reading<'r, 'a> {
    pub article: &'r Article,
    /// All mentions of each block, those in quotations too.
    pub mentions: Vec<Vec<Mention>>,
    pub quotations: &'r [Quotation],
    /// Why each has its kind.
    pub kinds: Vec<KindReason>,
    pub passages: &'r [Passage<'a>],
    pub choices: &'r [Option<Choice>],
    pub decisions: Vec<Decision>,
    pub people: &'r People,
    pub ties: Vec<Tie>,
    pub date_reasons: Vec<DateReason>,
    pub annotations: &'r Annotations,
}

impl Reading<'_, '_> {
    pub fn blocks(&self) -> Vec<ExplainedBlock> {
        let block = |passage: &Passage| ExplainedBlock {
            kind: format!("{:?}", passage.block.kind).to_lowercase(),
            sentences: passage.block.sentences.iter().map(|sentence| self.sentence(passage, sentence)).collect(),
        };
        self.passages.iter().map(block).collect()
    }

    pub fn entities(&self) -> Vec<ExplainedEntity> {
        let entity = |entity: EntityId| ExplainedEntity {
            name: self.people.name(entity).to_owned(),
            kind: self.people.describe(entity),
            role: self.people.role(entity).map(str::to_owned),
            mentions: self.people.mentions(entity).len(),
        };
        let count = self.ties.iter().map(|tie| tie.entity.0 + 1).max().unwrap_or_default();
        (0..count).map(|index| entity(EntityId(index))).collect()
    }

    fn sentence(&self, passage: &Passage, tokens: &Range<usize>) -> ExplainedSentence {
        let block = passage.block.index;
        let bytes = passage.bytes(tokens);
        let word = |token: usize| ExplainedWord {
            text: passage.block.word(token).to_owned(),
            tags: passage
                .words
                .get(token)
                .map_or(Vec::new(), |&word| tags::of(word, passage.block.tokens[token].is_capital())),
            part_of_speech: passage.tags.part_of_speech(token).map_or("", |part| part.upos()),
        };
        let mentions = self.mentions.get(block).into_iter().flatten();
        let stretches = self.quotations.iter().enumerate();
        let in_block =
            |(_, stretch): &(usize, &Quotation)| stretch.block == block && tokens.contains(&stretch.tokens.start);
        let dates = self.annotations.dates.iter().enumerate();
        let dates = dates.filter(|(_, date)| date.span.block == block && bytes.contains(&date.span.start));
        ExplainedSentence {
            text: one_line(passage.block.text.get(bytes.clone()).unwrap_or_default()),
            words: tokens.clone().map(word).collect(),
            names: names(passage, tokens),
            mentions: mentions
                .filter(|mention| tokens.contains(&mention.tokens.start))
                .map(|mention| self.mention(passage, mention))
                .collect(),
            clauses: explained_clauses(passage, tokens),
            stretches: stretches.filter(in_block).map(|(index, stretch)| self.stretch(index, stretch)).collect(),
            dates: dates.filter_map(|(index, _)| self.date(index)).collect(),
        }
    }

    fn mention(&self, passage: &Passage, mention: &Mention) -> ExplainedMention {
        let kind = match mention.kind {
            MentionKind::Name => "name".to_owned(),
            MentionKind::Pronoun(pronoun) => format!("pronoun {}", format!("{pronoun:?}").to_lowercase()),
            MentionKind::Nominal(kind) => format!("noun phrase, {}", format!("{kind:?}").to_lowercase()),
        };
        let block = passage.block.index;
        let index = passage.mentions.iter().position(|other| other == mention);
        let id = index.map(|index| MentionId { block, index });
        let tie = id.and_then(|id| self.ties.get(self.ties.binary_search_by_key(&id, |tie| tie.mention).ok()?));
        ExplainedMention {
            text: words_of(passage, mention),
            kind,
            head: passage.block.word(mention.head).to_owned(),
            quoted: index.is_none(),
            entity: tie.map(|tie| tie.entity.0),
            reason: tie.map_or(String::new(), |tie| self.reason(tie, mention)),
            scores: tie.map_or(Vec::new(), |tie| {
                tie.scores.iter().map(|&(mention, score)| (self.words(mention, block), score)).collect()
            }),
        }
    }

    /// Why a mention means its entity.
    fn reason(&self, tie: &Tie, mention: &Mention) -> String {
        let back = tie.antecedent.map(|antecedent| {
            let side = if antecedent < tie.mention { "back to" } else { "ahead to" };
            format!("{side} “{}”", self.words(antecedent, tie.mention.block))
        });
        let back = back.unwrap_or_else(|| "the first to be told".to_owned());
        match (tie.step, mention.kind) {
            (TieStep::Names, _) => "by its name".to_owned(),
            (TieStep::Appositions, _) => "as the description beside its name".to_owned(),
            (TieStep::References, MentionKind::Pronoun(_)) => format!("as a pronoun, {back}"),
            (TieStep::References, _) => format!("as a description, {back}"),
        }
    }

    /// The words of a mention, and its block where that is not the one told of.
    fn words(&self, mention: MentionId, block: usize) -> String {
        let words = words_of(mention.passage(self.passages), mention.mention(self.passages));
        if mention.block == block { words } else { format!("{words} (block {})", mention.block + 1) }
    }

    fn stretch(&self, index: usize, stretch: &Quotation) -> ExplainedStretch {
        let text = self.article.blocks.get(stretch.block).and_then(|block| block.text.get(stretch.start..stretch.end));
        let reason = self.kinds.get(index);
        let ground = match reason.map(|reason| reason.ground) {
            Some(KindGround::Wordless) => "it holds no word".to_owned(),
            Some(KindGround::KnownName) => "it is the name by which something is known".to_owned(),
            Some(KindGround::StageDirection) => "it is a stage direction".to_owned(),
            Some(KindGround::Echo(other)) => {
                let block = self.quotations.get(other).map_or(stretch.block, |other| other.block);
                format!("somebody says the same words in block {}", block + 1)
            }
            Some(KindGround::Company(moved)) => {
                format!("the sums of the kind model, {:+.2} by the article’s other fragments", hundredths(moved))
            }
            Some(KindGround::Sums) | None => "the sums of the kind model".to_owned(),
        };
        let strongest = |sum: usize| {
            let features = reason.into_iter().flat_map(|reason| &reason.features);
            let mut features: Vec<ExplainedFeature> = features
                .map(|(name, weights)| ExplainedFeature { name: name.clone(), weight: hundredths(weights[sum]) })
                .collect();
            features.sort_by(|one, other| other.weight.abs().total_cmp(&one.weight.abs()));
            features.truncate(FEATURES);
            features
        };
        let speaker = || {
            let place = self.decisions.binary_search_by_key(&index, |decision| decision.stretch.0).ok()?;
            let decision = self.decisions.get(place)?;
            Some(self.speaker(decision, stretch, self.choices.get(index).copied().flatten()))
        };
        let kind = self.annotations.quotes.get(index).map_or(stretch.kind, |quote| quote.kind);
        let ground =
            if kind == stretch.kind { ground } else { format!("{ground}, and that nobody is likely to say it") };
        ExplainedStretch {
            text: one_line(text.unwrap_or_default()),
            kind,
            ground,
            sums: reason.and_then(|reason| reason.sums).map(|sums| sums.map(hundredths)),
            features: [strongest(0), strongest(1)],
            speaker: if stretch.is_said() { speaker() } else { None },
        }
    }

    fn speaker(&self, decision: &Decision, stretch: &Quotation, choice: Option<Choice>) -> ExplainedSpeaker {
        let words = |mention: MentionId| self.words(mention, stretch.block);
        let named = |mention: Option<MentionId>| mention.map_or("nobody".to_owned(), words);
        let chosen = named(decision.chosen);
        let mut steps = vec![match &decision.ground {
            Ground::Form(form) => format!("the form `{form}` names {chosen}"),
            Ground::List => format!("the list goes on, with {chosen}"),
            Ground::Ranker(..) => format!("the ranker names {chosen}"),
            Ground::Unranked => "nobody: too many quotations were ranked before".to_owned(),
        }];
        match decision.settled {
            settled if settled == decision.chosen => {}
            Some(settled) => steps.push(format!("{chosen} only relays the words of {}", words(settled))),
            None => steps.push(format!("{chosen} only hears the words, so that nobody is named")),
        }
        let speaker = choice.map(|choice| choice.speaker);
        match (decision.settled, speaker) {
            (None, Some(speaker)) => {
                steps.push(format!("it goes on in the next paragraph, where {} speaks", words(speaker)));
            }
            (Some(settled), Some(speaker)) if settled != speaker => {
                steps.push(format!("in its phrase {} is the name", words(speaker)));
            }
            _ => {}
        }
        let (candidates, telling) = match &decision.ground {
            Ground::Ranker(candidates, telling) => (candidates.as_slice(), telling.as_slice()),
            _ => (&[][..], &[][..]),
        };
        let candidate = |candidate: &Candidate| ExplainedCandidate {
            text: named(candidate.mention),
            score: candidate.score,
            share: candidate.share,
        };
        let feature = |telling: &Telling| ExplainedFeature {
            name: format!("{} {} (second {})", telling.feature, telling.first, telling.second),
            weight: telling.gain,
        };
        ExplainedSpeaker {
            name: speaker.map(words),
            confidence: self.annotations.quotes.get(decision.stretch.0).map_or(0.0, |quote| quote.confidence),
            steps,
            candidates: candidates.iter().take(CANDIDATES).map(candidate).collect(),
            telling: telling.iter().map(feature).collect(),
        }
    }

    fn date(&self, index: usize) -> Option<ExplainedDate> {
        let (expression, reason) = (self.annotations.dates.get(index)?, self.date_reasons.get(index)?);
        let text = |date: usize| {
            let span = self.annotations.dates.get(date)?.span;
            Some(one_line(self.article.blocks.get(span.block)?.text.get(span.start..span.end)?))
        };
        let anchor = match expression.anchor {
            DateAnchor::None => "no other date".to_owned(),
            DateAnchor::Published => {
                format!("the publication, {}", self.article.published.map_or(String::new(), |day| day.to_string()))
            }
            DateAnchor::Expression(other) => {
                let value = self.annotations.dates.get(other).map_or("", |date| date.value.as_str());
                format!("“{}”, {value}", text(other).unwrap_or_default())
            }
            DateAnchor::Unresolved => "the publication, which is unknown".to_owned(),
        };
        Some(ExplainedDate {
            text: text(index)?,
            meaning: reason.meaning.clone(),
            anchor,
            tense: reason.tense.as_ref().map(|(tense, word)| ((*tense).to_owned(), word.clone())),
            tense_decided: expression.decided_by.is_some(),
            expression: expression.clone(),
        })
    }
}

fn explained_clauses(passage: &Passage, tokens: &Range<usize>) -> Vec<ExplainedClause> {
    let elements = tokens.clone().map(|token| passage.element_of(token));
    let is_verb = |&element: &_| clauses::is_finite(passage, element) || clauses::is_cue_verb(passage, element);
    let verbs = elements.filter(is_verb);
    let clause = |verb| ExplainedClause {
        verb: passage.word(verb).to_owned(),
        attributes: clauses::is_cue_verb(passage, verb),
        passive: clauses::is_passive(passage, verb),
        subject: clauses::subject_of(passage, verb).map(|subject| words_of(passage, &passage.mentions[subject])),
    };
    verbs.map(clause).collect()
}

fn words_of(passage: &Passage, mention: &Mention) -> String {
    one_line(passage.block.text.get(passage.bytes(&mention.tokens)).unwrap_or_default())
}

fn hundredths(sum: i32) -> f32 {
    sum as f32 / 100.0
}

/// The words without line breaks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names that the tagger found among the tokens, each with what it names, in words.
fn names(passage: &Passage, tokens: &Range<usize>) -> Vec<(String, &'static str)> {
    let mut names: Vec<(Range<usize>, &'static str)> = Vec::new();
    for token in tokens.clone() {
        match (passage.tags.entity(token), names.last_mut()) {
            (Some((_, false)), Some((last, _))) if last.end == token => last.end = token + 1,
            (Some((class, _)), _) => names.push((token..token + 1, tags::of_name(class))),
            (None, _) => {}
        }
    }
    let words = |range: Range<usize>| one_line(passage.block.text.get(passage.bytes(&range)).unwrap_or_default());
    names.into_iter().map(|(range, class)| (words(range), class)).collect()
}
