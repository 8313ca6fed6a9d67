//! Learns the weights of [`super::kind`] from annotated articles: two logistic regressions with elastic-net penalties, fitted
//! by coordinate descent. No chance is involved: the same articles give the same table.

use super::features::{Features, Survey};
use super::kind::{Model, kind};
use super::regression::{fit, plausible};
use super::{Quotation, cases, stretches};
use crate::annotations::QuoteKind;
use crate::article::Article;
use crate::language::Language;
use crate::text::Document;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

/// How the weights are fitted.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// A feature of fewer quotations than this gets no weight.
    pub least: usize,
    /// The penalty on the sum of the absolute weights: the larger, the fewer features stay.
    pub absolute: f64,
    /// The penalty on the sum of the squared weights.
    pub square: f64,
    /// How much more a stretch that nobody said counts: they are rarer in the training articles than elsewhere.
    pub nobody: f64,
    /// Added to the sum that tells somebody's words from nobody's.
    pub bias: f64,
    /// A stretch of so many words that nobody is said to have said is not learned from.
    pub longest: usize,
    /// How much more the articles count whose annotators marked what nobody said as well.
    pub careful: f64,
    /// How much more the project's own cases count than annotated stretches.
    pub own: f64,
    /// How often coordinate descent goes over all features.
    pub sweeps: usize,
    /// A stretch that nobody is said to have said, but that the other articles make somebody's words by so much, is one that the
    /// annotators missed, and is not learned from.
    pub missed: f64,
    /// The same for a stretch that somebody is said to have said: a title that was annotated as speech.
    pub mistaken: f64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            least: 4,
            absolute: 1.0,
            square: 3.0,
            nobody: 1.0,
            bias: 0.0,
            longest: 1000,
            careful: 2.0,
            own: 2.0,
            sweeps: 40,
            missed: 3.0,
            mistaken: 2.0,
        }
    }
}

/// An annotated article.
#[derive(Clone, Debug)]
pub struct Gold {
    /// Its name.
    pub name: String,
    text: String,
    /// What somebody said, in bytes, and whether it is a clause where the annotation tells.
    quotes: Vec<(Range<usize>, Option<bool>)>,
    /// What must not be learned from.
    ignored: Vec<Range<usize>>,
    /// Whether its annotators marked what nobody said as well.
    careful: bool,
    /// Whether it is a case of the project's own.
    own: bool,
}

/// Reads annotated articles, one JSON object a line: `{"id", "text", "quotes": [{"start", "end", "kind" or "partial"}],
/// "ignore": [{"start", "end"}]}` with offsets in code points.
///
/// # Errors
/// When a line is no JSON.
pub fn read_gold(lines: &str) -> Result<Vec<Gold>, serde_json::Error> {
    lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: Value = serde_json::from_str(line)?;
            let text = value["text"].as_str().unwrap_or_default().to_owned();
            let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let range = |item: &Value| {
                let byte = |name: &str| {
                    let at = item[name].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0);
                    bytes.get(at).copied().unwrap_or(text.len())
                };
                core(&text, byte("start")..byte("end"))
            };
            let list = |name: &str| value[name].as_array().cloned().unwrap_or_default();
            let clause = |item: &Value| match (item["kind"].as_str(), item["partial"].as_bool()) {
                (Some(kind), _) => Some(kind == "direct"),
                (None, Some(partial)) => Some(!partial),
                (None, None) => None,
            };
            Ok(Gold {
                name: value["id"].as_str().unwrap_or_default().to_owned(),
                quotes: list("quotes").iter().map(|item| (range(item), clause(item))).collect(),
                ignored: list("ignore").iter().map(range).collect(),
                careful: value["nonquotes"].is_array(),
                own: false,
                text,
            })
        })
        .collect()
}

/// The project's own cases, as articles.
pub fn own_cases() -> Vec<Gold> {
    cases::kinds()
        .into_iter()
        .map(|case| Gold {
            quotes: case
                .quotations
                .iter()
                .filter(|(_, kind)| *kind != QuoteKind::Other)
                .map(|(range, kind)| (core(&case.text, range.clone()), Some(*kind == QuoteKind::Direct)))
                .collect(),
            name: case.name,
            ignored: Vec::new(),
            careful: true,
            own: true,
            text: case.text,
        })
        .collect()
}

/// The range from the first to the last letter or digit.
fn core(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let trimmed = inside.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = range.start + inside.len() - trimmed.len();
    let trimmed = trimmed.trim_end_matches(|c: char| !c.is_alphanumeric());
    start..start + trimmed.len()
}

/// A stretch between marks as the model sees it.
pub(super) struct Example {
    /// The number of its article.
    pub article: usize,
    /// The numbers of its features.
    pub features: Vec<u32>,
    label: Label,
    words: usize,
    careful: bool,
    /// Whether it is from a case of the project's own.
    pub own: bool,
    /// Whether it is a whole block: annotators often passed over those between the sections.
    alone: bool,
    shown: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Nobody,
    /// Somebody's words; whether they are a clause; whether the stretch is exactly what was annotated.
    Said(Option<bool>, bool),
    Unknown,
}

struct Examples {
    keys: Vec<String>,
    list: Vec<Example>,
}

impl Examples {
    fn of(articles: &[Gold]) -> Examples {
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut keys = Vec::new();
        let mut list = Vec::new();
        for (number, gold) in articles.iter().enumerate() {
            let article = Article::from_text(&gold.text, false);
            let starts: Vec<usize> = crate::article::blocks_of_text(&gold.text).map(|(start, _)| start).collect();
            let Some(language) = Language::of(None) else { continue };
            let document = Document::new(&article, language);
            let quotations = stretches(&document);
            let survey = Survey::new(&document, &quotations);
            let mut features = Features::default();
            for (index, quotation) in quotations.iter().enumerate() {
                survey.describe(index, &mut features);
                let mut indices: Vec<u32> = features
                    .iter()
                    .map(|key| {
                        numbers.get(key).copied().unwrap_or_else(|| {
                            let next = u32::try_from(keys.len()).unwrap_or(u32::MAX);
                            numbers.insert(key.to_owned(), next);
                            keys.push(key.to_owned());
                            next
                        })
                    })
                    .collect();
                indices.sort_unstable();
                indices.dedup();
                let start = starts.get(quotation.block).copied().unwrap_or(0);
                list.push(Example {
                    article: number,
                    features: indices,
                    label: label(gold, start, quotation),
                    words: survey.length(index),
                    careful: gold.careful,
                    own: gold.own,
                    alone: quotation.tokens.len() >= document.block(quotation.block).tokens.len()
                        && quotation.mark == super::Mark::Double,
                    shown: shown(&gold.text, start + quotation.start..start + quotation.end),
                });
            }
        }
        Examples { keys, list }
    }
}

fn shown(text: &str, range: Range<usize>) -> String {
    let before = text.floor_char_boundary(range.start.saturating_sub(70));
    let after = text.ceil_char_boundary(range.end.saturating_add(50).min(text.len()));
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().replace('\n', "/");
    format!("{}⟦{}⟧{}", part(before..range.start), part(range.clone()), part(range.end..after))
}

fn label(gold: &Gold, block: usize, quotation: &Quotation) -> Label {
    let found = core(&gold.text, block + quotation.start..block + quotation.end);
    let shared = |other: &Range<usize>| found.end.min(other.end).saturating_sub(found.start.max(other.start));
    let best = gold.quotes.iter().max_by_key(|(range, _)| shared(range));
    if let Some((range, clause)) = best
        && shared(range) > 0
    {
        let exact = *range == found;
        return if exact || shared(range) * 2 > found.len().max(range.len()) {
            Label::Said(*clause, exact)
        } else {
            Label::Unknown
        };
    }
    if gold.ignored.iter().any(|range| shared(range) * 2 >= found.len()) { Label::Unknown } else { Label::Nobody }
}

/// The two fitted models over the keys of some examples.
struct Fitted {
    said: Vec<f64>,
    clause: Vec<f64>,
}

fn fit_both(examples: &Examples, learned: &dyn Fn(&Example) -> bool, settings: &Settings) -> Fitted {
    let mut said = Vec::new();
    let mut clause = Vec::new();
    for example in examples.list.iter().filter(|example| learned(example) && example.words > 0) {
        let own = match example {
            Example { own: true, .. } => settings.own,
            Example { careful: true, .. } => settings.careful,
            _ => 1.0,
        };
        match example.label {
            // A long stretch that nobody said is most likely one that the annotators missed.
            Label::Nobody if example.words >= settings.longest || example.alone && !example.careful => {}
            Label::Nobody => said.push((example, false, own * settings.nobody)),
            Label::Said(is_clause, _) => {
                said.push((example, true, own));
                if let Some(is_clause) = is_clause {
                    clause.push((example, is_clause, own));
                }
            }
            Label::Unknown => {}
        }
    }
    let said = plausible(examples.keys.len(), said, settings);
    let mut said = fit(examples.keys.len(), &said, settings);
    if let Some(always) = examples.keys.iter().position(|key| key == "always").and_then(|at| said.get_mut(at)) {
        *always += settings.bias;
    }
    Fitted { said, clause: fit(examples.keys.len(), &clause, settings) }
}

fn table(keys: &[String], fitted: &Fitted) -> String {
    let mut lines: Vec<String> = keys
        .iter()
        .zip(fitted.said.iter().zip(&fitted.clause))
        .map(|(key, (said, clause))| (key, (said * 100.0).round() as i32, (clause * 100.0).round() as i32))
        .filter(|(_, said, clause)| (*said, *clause) != (0, 0))
        .map(|(key, said, clause)| format!("{key}\t{said}\t{clause}\n"))
        .collect();
    lines.sort_unstable();
    lines.concat()
}

/// Reads annotated articles (see [`read_gold`]), and learns the table of weights from them and from the project's own cases.
///
/// # Errors
/// When a line is no JSON.
pub fn learn(gold: &[&str], settings: &Settings) -> Result<String, serde_json::Error> {
    Ok(train(&articles(gold)?, settings))
}

/// What to expect of the weights that [`learn`] would learn, on articles of the same kind that were not learned from.
///
/// # Errors
/// When a line is no JSON.
pub fn expect(gold: &[&str], parts: usize, settings: &Settings) -> Result<Report, serde_json::Error> {
    Ok(cross_validate(&articles(gold)?, parts, settings))
}

fn articles(gold: &[&str]) -> Result<Vec<Gold>, serde_json::Error> {
    let mut articles = Vec::new();
    for lines in gold {
        articles.extend(read_gold(lines)?);
    }
    articles.extend(own_cases());
    Ok(articles)
}

/// Learns the table of weights from annotated articles.
pub fn train(articles: &[Gold], settings: &Settings) -> String {
    let examples = Examples::of(articles);
    let fitted = fit_both(&examples, &|_| true, settings);
    format!(
        "# The weights of the features of quotations, in hundredths, written by `cargo xtask train`.\n\
         # feature, towards somebody's words, towards a clause\n{}",
        table(&examples.keys, &fitted)
    )
}

/// How well kinds are told apart.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Annotated quotations.
    pub annotated: usize,
    /// Of them, those found exactly and judged to be somebody's words.
    pub found: usize,
    /// Those found, exactly or nearly, but judged to be nobody's words.
    pub lost: usize,
    /// Stretches that nobody said.
    pub nobodys: usize,
    /// Of them, those judged so.
    pub nobodys_right: usize,
    /// All stretches judged to be somebody's words, where the annotation tells.
    pub kept: usize,
    /// Of the quotations found, those whose clause or fragment is annotated, and those of them that are right.
    pub clauses: (usize, usize),
    /// What is wrong, for reading: the sum of the weights, what it should be, and the text.
    pub errors: Vec<(i32, &'static str, String)>,
}

impl Report {
    fn add(&mut self, example: &Example, keys: &[String], model: &Model) {
        let score = model.score(&features_of(example, keys));
        let judged = kind(score, example.words);
        match example.label {
            Label::Unknown => return,
            Label::Nobody => {
                self.nobodys += 1;
                if judged == QuoteKind::Other {
                    self.nobodys_right += 1;
                } else {
                    self.errors.push((score.said, "nobody", example.shown.clone()));
                }
            }
            Label::Said(clause, exact) => {
                if judged == QuoteKind::Other {
                    self.lost += 1;
                    self.errors.push((score.said, "said", example.shown.clone()));
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

fn features_of(example: &Example, keys: &[String]) -> Features {
    example.features.iter().filter_map(|&feature| keys.get(feature as usize)).map(String::as_str).collect()
}

/// Learns from all but every n-th article and judges these, for each of n parts: what to expect of unseen articles of the
/// same kind.
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
        examples.list.iter().filter(held_back).for_each(|example| report.add(example, &examples.keys, &model));
    }
    report
}

/// Judges articles with a table that [`train`] wrote.
pub fn evaluate(articles: &[Gold], table: &str) -> Report {
    let examples = Examples::of(articles);
    let model = Model::read(table);
    let mut report = Report {
        annotated: articles.iter().filter(|gold| !gold.own).map(|gold| gold.quotes.len()).sum(),
        ..Report::default()
    };
    let judged = examples.list.iter().filter(|example| !example.own);
    judged.for_each(|example| report.add(example, &examples.keys, &model));
    report
}

/// Judges the project's own cases with a table that [`train`] wrote.
pub fn evaluate_own(cases: &[Gold], table: &str) -> Report {
    let theirs: Vec<Gold> = cases.iter().map(|case| Gold { own: false, ..case.clone() }).collect();
    evaluate(&theirs, table)
}
