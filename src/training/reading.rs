//! Reading with models that were learned just now.

use crate::agreement::Place;
use crate::analysis::Passage;
use crate::annotations::{Annotations, Span};
use crate::article::Article;
use crate::attribution::Choice;
use crate::certainty::Answers;
use crate::coreference::training::{AntecedentExample, Teacher};
use crate::language::Language;
use crate::language::training::{Models, with_models};
use crate::models::linear::Features;
use crate::speech::Quotation;
use crate::text::Document;
use crate::{analysis, annotate_in, attribution, coreference, speech};

/// Reads articles with models of its own.
pub struct Reader(&'static Language);

/// An article as it was read.
pub struct Read {
    /// The answer.
    pub annotations: Annotations,
    /// For each stretch that is weighed the keys of what tells how likely the answer is right; none for others.
    pub certainty: Vec<Vec<String>>,
    /// Where each stretch stands.
    pub places: Vec<Place>,
}

/// Tells of an article's quotations, its blocks, and who speaks each quotation.
pub(super) fn with_speakers<T>(
    language: &'static Language,
    article: &Article,
    tell: impl FnOnce(&[Quotation], &[Passage], &[Option<Choice>]) -> T,
) -> T {
    let document = Document::new(article, language);
    let blocks = analysis::analyse(&document);
    let quotations = speech::find(&document, &blocks);
    let passages = attribution::passages(blocks, &quotations);
    let choices = attribution::attribute(&quotations, &passages);
    tell(&quotations, &passages, &choices)
}

impl Reader {
    /// A reader with these models. They stay in memory.
    pub fn new(models: &Models) -> Reader {
        Reader(with_models(models))
    }

    /// The pronouns of an article that a teacher judges, as examples, with the speakers that this reader finds.
    pub fn antecedent_examples(&self, article: &Article, teacher: &Teacher) -> Vec<AntecedentExample> {
        with_speakers(self.0, article, |_, passages, choices| {
            let speakers = choices.iter().flatten().map(|choice| choice.speaker);
            coreference::training::examples(article, passages, speakers, teacher)
        })
    }

    /// Reads an article.
    pub fn read(&self, article: &Article) -> Read {
        with_speakers(self.0, article, |quotations, passages, choices| {
            self.answered(article, quotations, passages, choices)
        })
    }

    fn answered(
        &self,
        article: &Article,
        quotations: &[Quotation],
        passages: &[Passage],
        choices: &[Option<Choice>],
    ) -> Read {
        let people = coreference::resolve(passages, choices.iter().flatten().map(|choice| choice.speaker));
        let answers = Answers::new(quotations, passages, choices, &people);
        let mut features = Features::default();
        let mut keys = |index: usize| {
            if !answers.is_weighed(index) {
                return Vec::new();
            }
            answers.describe(index, &mut features);
            features.keys().map(str::to_owned).collect()
        };
        let certainty = (0..quotations.len()).map(&mut keys).collect();
        let place = |quotation: &Quotation| {
            let span = Span { block: quotation.block, start: quotation.start, end: quotation.end };
            Place::of(span, passages)
        };
        let places = quotations.iter().map(place).collect::<Option<_>>().unwrap_or_default();
        Read { annotations: annotate_in(self.0, article), certainty, places }
    }
}
