//! What the model of kinds learns from: stretches between marks as it sees them, made by the very code that runs it.

use super::describe::describe;
use super::kind::{kind, weigh_company};
use super::quotation::Mark;
use super::stretches::stretches;
use super::survey::Survey;
use crate::analysis;
use crate::annotations::{QuoteKind, Span};
use crate::article::Article;
use crate::language::language_of;
use crate::models::linear::{Features, Linear};
use crate::text::Document;

/// A stretch between marks.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Where it stands, with its marks.
    pub span: Span,
    /// The keys of its features, in the order in which they are looked at.
    pub keys: Vec<String>,
    /// How many words it holds.
    pub words: usize,
    /// Whether it is a whole block in double marks.
    pub alone: bool,
}

/// The stretches between marks of an article, in reading order.
pub fn examples(article: &Article) -> Vec<Stretch> {
    let Some(language) = language_of(article.language.as_deref()) else { return Vec::new() };
    let document = Document::new(article, language);
    let blocks = analysis::analyse(&document);
    let quotations = stretches(&document);
    let survey = Survey::new(&document, &blocks, &quotations);
    let mut features = Features::default();
    let mut examples = Vec::with_capacity(quotations.len());
    for (index, quotation) in quotations.iter().enumerate() {
        describe(&survey, index, &mut features);
        examples.push(Stretch {
            span: Span { block: quotation.block, start: quotation.start, end: quotation.end },
            keys: features.keys().map(str::to_owned).collect(),
            words: survey.length(index),
            alone: quotation.is_whole(&document.block(quotation.block)) && quotation.mark == Mark::Double,
        });
    }
    examples
}

/// Weights that are not compiled in.
pub struct Model<'a>(Linear<'a, 2>);

impl<'a> Model<'a> {
    /// Reads a table as it is written for the engine: a line a key, with a tab before each of its two weights; lines that begin with `#`
    /// are notes.
    pub fn read(table: &'a str) -> Model<'a> {
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        Model(Linear::read(lines.filter_map(|line| line.split_once('\t')), 0))
    }

    /// The sums of a stretch with these keys: how strongly it is somebody's words, and a clause, in hundredths.
    pub fn sums<'k>(&self, keys: impl Iterator<Item = &'k str>) -> [i32; 2] {
        self.0.score(keys)
    }
}

/// The kinds of all stretches of one article, given the sums and the number of words of each.
pub fn kinds(mut stretches: Vec<([i32; 2], usize)>) -> Vec<QuoteKind> {
    weigh_company(stretches.iter_mut().map(|([said, _], words)| (said, *words)));
    stretches.into_iter().map(|(sums, words)| kind(sums, words)).collect()
}
