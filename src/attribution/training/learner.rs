//! The learner: answers each question as it is told to, and keeps what was seen as an example.

use super::example::RankerExample;
use super::gold::GoldQuotation;
use super::matching::{mentions_of, overlap, right_candidates, shares_a_word};
use crate::analysis::{MentionId, Passage, analyse};
use crate::annotations::{QuoteKind, Span};
use crate::article::Article;
use crate::attribution::decide::{Policy, decide};
use crate::attribution::features::{self, Slot, word_in};
use crate::attribution::passages::passages;
use crate::attribution::question::{Basis, Choice, Question};
use crate::attribution::{forms, rules};
use crate::language::language_of;
use crate::speech::{self, Quotation};
use crate::text::Document;

/// Who counts as the speaker of a quotation where the next ones look back at it.
#[derive(Clone, Copy)]
pub enum Speakers<'f> {
    /// The annotated one: the one a reader who makes no mistakes would remember.
    Annotated,
    /// The one that would be named on a reader's page, where this is the candidate believed in: forms come before it, relays after it.
    Believed(&'f dyn Fn(&RankerExample) -> Option<usize>),
}

/// The examples of an article: one for each annotated quotation with a speaker that the scanner finds.
pub fn ranker_examples(article: &Article, gold: &[GoldQuotation], speakers: Speakers) -> Vec<RankerExample> {
    let Some(language) = language_of(article.language.as_deref()) else { return Vec::new() };
    let document = Document::new(article, language);
    let blocks = analyse(&document);
    let mut quotations = speech::find(&document, &blocks);
    let mut annotated = vec![None; quotations.len()];
    for (quotation, speaker) in quotations.iter_mut().zip(&mut annotated) {
        let found = annotation_of(quotation, gold);
        quotation.kind = if found.is_some() { QuoteKind::Direct } else { QuoteKind::Other };
        *speaker = found.filter(|gold| !gold.ambiguous);
    }
    let passages = passages(blocks, &quotations);
    let mut learner = Learner { article, gold, annotated, speakers, examples: Vec::new() };
    decide(&quotations, &passages, &mut learner);
    learner.examples
}

/// The annotation that shares more than half of the longer one.
fn annotation_of<'g>(quotation: &Quotation, gold: &'g [GoldQuotation]) -> Option<&'g GoldQuotation> {
    let span = Span { block: quotation.block, start: quotation.start, end: quotation.end };
    let length = |span: Span| span.end - span.start;
    gold.iter().find(|gold| overlap(gold.span, span) * 2 > length(span).max(length(gold.span)))
}

/// Records examples.
struct Learner<'a, 'f> {
    article: &'a Article,
    /// All annotated quotations.
    gold: &'a [GoldQuotation],
    /// For each stretch its annotation, unless that is ambiguous.
    annotated: Vec<Option<&'a GoldQuotation>>,
    speakers: Speakers<'f>,
    examples: Vec<RankerExample>,
}

impl Policy for Learner<'_, '_> {
    fn believe(&mut self, question: &Question) -> Option<Choice> {
        let annotated = self.annotated[question.stretch.0]?;
        let candidates = question.candidates();
        let example = example(self.article, self.gold, question, &candidates, annotated);
        let chosen = match self.speakers {
            Speakers::Annotated => {
                let last = candidates.iter().position(|&candidate| Some(candidate) == question.turns.last);
                last.filter(|&last| annotated.speaker.is_none() && example.right[last]).or_else(|| example.annotated())
            }
            Speakers::Believed(choose) => choose(&example),
        };
        self.examples.push(example);
        let speaker = *candidates.get(chosen?)?;
        Some(Choice { speaker, share: 1.0, margin: 1.0, runner_up: None, basis: Basis::Trees })
    }

    fn answer(&mut self, question: &Question) -> Option<Choice> {
        let believed = self.believe(question);
        match self.speakers {
            Speakers::Annotated => believed,
            Speakers::Believed(_) => rules::settle(question, rules::plain(question).or(believed)?),
        }
    }
}

fn example(
    article: &Article,
    gold: &[GoldQuotation],
    question: &Question,
    candidates: &[MentionId],
    annotated: &GoldQuotation,
) -> RankerExample {
    let passages = question.passages;
    let speaker = annotated.speaker;
    let mut right = match (speaker, &annotated.canonical) {
        (Some(speaker), _) => right_candidates(passages, candidates, speaker),
        (None, Some(name)) => nearest(question, candidates, mentions_of(passages, candidates, name, gold)),
        (None, None) => vec![false; candidates.len()],
    };
    let overlaps = |&candidate| speaker.is_some_and(|speaker| shares_a_word(passages, candidate, speaker));
    let mut overlapping: Vec<bool> = candidates.iter().map(overlaps).collect();
    // Where the speaker is not among the candidates, nobody is the best answer.
    right.push(!right.contains(&true));
    overlapping.push(speaker.is_none());
    let words_of = |candidate| Slot::ALL.map(|slot| word_in(question, candidate, slot).to_lowercase());
    let evidence = candidates.iter().copied().map(Some).chain([None]).map(words_of).collect();
    let text = |&candidate: &MentionId| text_of(passages, candidate).to_owned();
    let words = candidates.iter().map(text).chain(["nobody".to_owned()]).collect();
    let verdict = forms::verdict(question.quotation(), question.passage());
    let plain = verdict.and_then(|verdict| candidates.iter().position(|&candidate| candidate == verdict.mention));
    let features = features::of_candidates(question, candidates);
    let context = context_of(article, question.quotation(), speaker);
    RankerExample { features, evidence, right, overlapping, plain, words, context }
}

/// Which of the mentions of its speaker are the answer for a quotation that no words of its own attribute: those since the quotation before,
/// or else the words that named its speaker, with which it goes on.
fn nearest(question: &Question, candidates: &[MentionId], means: Vec<bool>) -> Vec<bool> {
    let Some(previous) = question.quotation_before() else { return means };
    let (end, start) = ((previous.block, previous.tokens.end), question.quotation().tokens.start);
    let since = |candidate: &MentionId| {
        let place = (candidate.block, candidate.mention(question.passages).tokens.start);
        place >= end && place < (question.quotation().block, start)
    };
    let is_last = |candidate: &MentionId| Some(*candidate) == question.turns.last;
    let kept = |keep: &dyn Fn(&MentionId) -> bool| -> Vec<bool> {
        candidates.iter().zip(&means).map(|(candidate, &means)| means && keep(candidate)).collect()
    };
    [kept(&since), kept(&is_last)].into_iter().find(|kept| kept.contains(&true)).unwrap_or(means)
}

fn text_of<'a>(passages: &[Passage<'a>], candidate: MentionId) -> &'a str {
    let passage = candidate.passage(passages);
    &passage.block.text[passage.bytes(&candidate.mention(passages).tokens)]
}

fn context_of(article: &Article, quotation: &Quotation, speaker: Option<Span>) -> String {
    let text = &article.blocks[quotation.block].text;
    let from = text.floor_char_boundary(quotation.start.saturating_sub(160));
    let to = text.floor_char_boundary((quotation.end + 160).min(text.len()));
    let inside = &text[quotation.start..quotation.end];
    let short = &inside[..inside.floor_char_boundary(80)];
    let who = speaker.map_or("", |speaker| &article.blocks[speaker.block].text[speaker.start..speaker.end]);
    format!("{}[[{short}]]{} | gold {who:?}", &text[from..quotation.start], &text[quotation.end..to])
}
