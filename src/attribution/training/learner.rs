//! The learner: answers each question as it is told to, and keeps what was seen as an example.

use super::example::RankerExample;
use super::matching::{overlap, right_candidates, shares_a_word};
use crate::analysis::{MentionId, Passage, analyse};
use crate::annotations::{QuoteKind, Span};
use crate::article::Article;
use crate::attribution::decide::{Policy, decide};
use crate::attribution::features::{self, Slot, word_in};
use crate::attribution::passages::passages;
use crate::attribution::question::{Choice, Question};
use crate::attribution::{forms, rules};
use crate::language::language_of;
use crate::speech::{self, Quotation};
use crate::text::Document;

/// An annotated quotation.
#[derive(Clone, Copy, Debug)]
pub struct GoldQuotation {
    /// The quotation with its marks.
    pub span: Span,
    /// The words that name its speaker.
    pub speaker: Option<Span>,
    /// Whether the annotators left open who speaks.
    pub ambiguous: bool,
}

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
    let mut quotations = speech::find(&document);
    let mut annotated = vec![None; quotations.len()];
    for (quotation, speaker) in quotations.iter_mut().zip(&mut annotated) {
        let found = annotation_of(quotation, gold);
        quotation.kind = if found.is_some() { QuoteKind::Direct } else { QuoteKind::Other };
        *speaker = found.filter(|gold| !gold.ambiguous).map(|gold| gold.speaker);
    }
    let passages = passages(analyse(&document), &quotations);
    let mut learner = Learner { article, annotated, speakers, examples: Vec::new() };
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
    /// For each stretch the annotated speaker, if it has one that is not ambiguous; that may be nobody.
    annotated: Vec<Option<Option<Span>>>,
    speakers: Speakers<'f>,
    examples: Vec<RankerExample>,
}

impl Policy for Learner<'_, '_> {
    fn believe(&mut self, question: &Question) -> Option<Choice> {
        let speaker = self.annotated[question.stretch.0]?;
        let candidates = question.candidates();
        let example = example(self.article, question, &candidates, speaker);
        let chosen = match self.speakers {
            Speakers::Annotated => example.annotated(),
            Speakers::Believed(choose) => choose(&example),
        };
        self.examples.push(example);
        let speaker = *candidates.get(chosen?)?;
        Some(Choice { speaker, confidence: 1.0 })
    }

    fn answer(&mut self, question: &Question) -> Option<Choice> {
        let believed = self.believe(question);
        match self.speakers {
            Speakers::Annotated => believed,
            Speakers::Believed(_) => rules::settle(question, rules::plain(question).or(believed)?),
        }
    }
}

fn example(article: &Article, question: &Question, candidates: &[MentionId], speaker: Option<Span>) -> RankerExample {
    let passages = question.passages;
    let mut right =
        speaker.map_or(vec![false; candidates.len()], |speaker| right_candidates(passages, candidates, speaker));
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
