//! Cross-validation of the model of kinds.

use super::articles::Gold;
use super::examples::{Example, Examples, Label};
use super::fitted::{fit_both, table};
use super::settings::Settings;
use std::fmt;
use verbatim::annotations::QuoteKind;
use verbatim::training::speech::Model;

/// The results of a cross-validation.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Annotated quotations.
    pub annotated: usize,
    /// Of them, those found exactly and classified as quotations.
    pub found: usize,
    /// Those found, exactly or nearly, but classified as not a quotation.
    pub lost: usize,
    /// Stretches that nobody said.
    pub nobodys: usize,
    /// Of them, those classified correctly.
    pub nobodys_right: usize,
    /// All stretches classified as quotations, among those that are annotated.
    pub kept: usize,
    /// The quotations found that are annotated as clause or fragment, and how many of them are right.
    pub clauses: (usize, usize),
    /// The errors for reading: the sum of the weights, the expected class, and the text.
    pub errors: Vec<(i32, &'static str, String)>,
}

impl Report {
    fn add(&mut self, example: &Example, examples: &Examples, model: &Model) {
        let (judged, said) = model.judge(examples.keys_of(example), example.words);
        match example.label {
            Label::Unknown => return,
            Label::Nobody => {
                self.nobodys += 1;
                if judged == QuoteKind::Other {
                    self.nobodys_right += 1;
                } else {
                    self.errors.push((said, "nobody", example.shown.clone()));
                }
            }
            Label::Said(clause, exact) => {
                if judged == QuoteKind::Other {
                    self.lost += 1;
                    self.errors.push((said, "said", example.shown.clone()));
                } else {
                    self.found += usize::from(exact);
                    if let Some(clause) = clause {
                        self.clauses.0 += 1;
                        self.clauses.1 += usize::from(clause == (judged == QuoteKind::Direct));
                    }
                }
            }
        }
        self.kept += usize::from(judged != QuoteKind::Other);
    }

    /// The F1 of exact quotations.
    pub fn f1(&self) -> f64 {
        2.0 * self.found as f64 / (self.kept + self.annotated).max(1) as f64
    }
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        write!(
            formatter,
            "QUOTE-exact F1 {:.2}; nobody's words found {}/{} = {:.1} %; somebody's words lost {} = {:.2} %; clause or fragment right {:.1} %",
            100.0 * self.f1(),
            self.nobodys_right,
            self.nobodys,
            share(self.nobodys_right, self.nobodys),
            self.lost,
            share(self.lost, self.annotated),
            share(self.clauses.1, self.clauses.0),
        )
    }
}

/// n-fold cross-validation: trains on all but every n-th article and tests on those, for each of the n parts. Estimates the accuracy on
/// unseen articles of the same kind.
pub fn cross_validate(articles: &[Gold], parts: usize, settings: &Settings) -> Report {
    let examples = Examples::of(articles);
    let mut report = Report {
        annotated: articles.iter().filter(|gold| !gold.own).map(|gold| gold.quotes.len()).sum(),
        ..Report::default()
    };
    for part in 0..parts.max(2) {
        let fitted = fit_both(&examples, &|example| example.own || example.article % parts.max(2) != part, settings);
        let table = table(&examples.keys, &fitted);
        let model = Model::read(&table);
        let held_back = |example: &&Example| !example.own && example.article % parts.max(2) == part;
        examples.list.iter().filter(held_back).for_each(|example| report.add(example, &examples, &model));
    }
    report
}
