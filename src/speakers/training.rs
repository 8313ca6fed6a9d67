//! Examples for training the ranker, made by the very code that runs it.

use super::candidates::{self, Candidate};
use super::features::Context;
use super::passages;
use super::ranker::Salience;
use crate::annotations::{QuoteKind, Span};
use crate::article::Article;
use crate::quotes;
use crate::text::Document;
pub use crate::trees::Forest;

/// The names of the features, in order.
pub const FEATURE_NAMES: &[&str] = super::features::NAMES;

/// An annotated quotation.
#[derive(Clone, Copy, Debug)]
pub struct GoldQuotation {
    /// The quotation with its marks.
    pub span: Span,
    /// The words that name its speaker.
    pub speaker: Option<Span>,
}

/// The candidates of one quotation.
#[derive(Clone, Debug, Default)]
pub struct RankerExample {
    /// The features of each candidate.
    pub features: Vec<Vec<u8>>,
    /// Which candidates overlap the annotated speaker.
    pub right: Vec<bool>,
}

/// The examples of an article: one for each annotated quotation with a speaker that the scanner finds.
pub fn ranker_examples(article: &Article, gold: &[GoldQuotation]) -> Vec<RankerExample> {
    let document = Document::new(article);
    let mut quotations = quotes::find(&document);
    let mut speakers = vec![None; quotations.len()];
    for (quotation, speaker) in quotations.iter_mut().zip(&mut speakers) {
        let span = Span { block: quotation.block, start: quotation.start, end: quotation.end };
        let annotated = gold
            .iter()
            .find(|gold| overlap(gold.span, span) * 2 > (span.end - span.start).max(gold.span.end - gold.span.start));
        quotation.kind = if annotated.is_some() { QuoteKind::Direct } else { QuoteKind::Other };
        *speaker = annotated.and_then(|gold| gold.speaker);
    }
    let passages = passages(&document, &quotations);
    let salience = Salience::of(&passages);
    let mut previous: Option<Candidate> = None;
    let mut examples = Vec::new();
    for (index, quotation) in quotations.iter().enumerate().filter(|(_, quotation)| quotation.is_said()) {
        let Some(speaker) = speakers[index] else { continue };
        let candidates = candidates::of_quotation(quotation, &passages, previous);
        let context = Context {
            passages: &passages,
            quotations: &quotations,
            quotation: index,
            previous,
            salience: &|head| salience.count(head),
        };
        let features = context.features(&candidates).into_iter().map(|features| features.to_vec()).collect();
        let is_right = |candidate: &Candidate| {
            let passage = &passages[candidate.block];
            let mention = candidate.mention(&passages);
            let tokens = &passage.block.tokens[mention.tokens.clone()];
            // Sharing a word counts, as long as it is not merely `the` or `of`.
            tokens.iter().enumerate().any(|(offset, token)| {
                let span = Span { block: candidate.block, start: token.start as usize, end: token.end as usize };
                let word = passage.words[mention.tokens.start + offset];
                let content = token.is_word()
                    && (mention.tokens.len() == 1
                        || !word.is(crate::lexicon::WordClass::Function)
                            && !word.is(crate::lexicon::WordClass::Determiner));
                content && overlap(span, speaker) > 0
            })
        };
        let right: Vec<bool> = candidates.iter().map(is_right).collect();
        previous = right.iter().position(|&right| right).map(|at| candidates[at]).or(previous);
        examples.push(RankerExample { features, right });
    }
    examples
}

fn overlap(one: Span, other: Span) -> usize {
    if one.block != other.block {
        return 0;
    }
    one.end.min(other.end).saturating_sub(one.start.max(other.start))
}
