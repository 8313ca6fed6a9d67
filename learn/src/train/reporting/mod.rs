//! Reported speech: boosted trees that rank where its content begins and ends and who its source is.

mod evidence;
mod folds;

use super::boost::{Boosted, Settings, Table};
use super::listwise::{Groups, rank};
use super::places::{Places, outlet_of};
use crate::gold;
use anyhow::{Context, Result};
pub use evidence::Evidence;
use std::path::Path;
use verbatim::Article;
use verbatim::annotations::Span;
use verbatim::training::reporting::{Annotated, Example, Lesson, Question, examples, far, near, source};
use verbatim::training::{DEPTH, WIDTH};

const NEAR: Settings = Settings { trees: 130, depth: DEPTH, rate: 0.18, penalty: 4.0, least: 4.0, columns: 0.5 };
const FAR: Settings = Settings { trees: 100, depth: DEPTH, rate: 0.2, penalty: 4.0, least: 4.0, columns: 0.5 };
const SOURCE: Settings = Settings { trees: 64, depth: DEPTH, rate: 0.2, penalty: 4.0, least: 4.0, columns: 0.5 };

/// The annotated news, and how much each article of a file counts.
const FILES: [(&str, f64); 2] = [("reported/polnear.train.jsonl", 1.0), ("reported/modern.train.jsonl", 4.0)];

/// The evidence that examples are made with is counted in all parts of the articles but their own.
const PARTS: usize = 5;

/// An annotated article.
pub struct Document {
    /// What it shares with other articles of the same outlet.
    pub outlet: String,
    /// The article.
    pub article: Article,
    annotated: Vec<Annotated>,
    undecided: Vec<Span>,
    weight: f64,
}

impl Document {
    /// Reads a record.
    pub fn of(record: &gold::Document, weight: f64) -> Document {
        let places = Places::of(&record.text);
        let first = |stretch: gold::Stretch| places.spans(stretch.start, stretch.end).first().copied();
        let annotated = record.quotes.iter().filter_map(|quote| {
            Some(Annotated {
                content: first(gold::Stretch { start: quote.start, end: quote.end })?,
                cue: quote.cue.and_then(first),
                source: quote.speaker.and_then(first),
            })
        });
        Document {
            outlet: outlet_of(&record.id).to_owned(),
            article: Article::from_text(&record.text, record.headline),
            annotated: annotated.collect(),
            undecided: record.ignore.iter().copied().filter_map(first).collect(),
            weight,
        }
    }

    fn lesson(&self) -> Lesson<'_> {
        Lesson { article: &self.article, annotated: &self.annotated, undecided: &self.undecided }
    }
}

/// Reads the annotated news.
pub fn load(gold: &Path) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    for (file, weight) in FILES {
        let path = gold.join(file);
        let records = gold::read(&path)?.with_context(|| format!("there is no {}", path.display()))?;
        documents.extend(records.iter().map(|record| Document::of(record, weight)));
    }
    Ok(documents)
}

/// What was learned.
pub struct Learned {
    /// The evidence of words.
    pub evidence: Evidence,
    /// For each question its trees.
    pub trees: [Boosted; 3],
}

/// Learns from articles.
pub fn learn_from(documents: &[&Document]) -> Learned {
    let mut tables = [(); 3].map(|()| Table { width: WIDTH, features: Vec::new() });
    let mut groups = [(); 3].map(|()| Groups { right: Vec::new(), sizes: Vec::new(), weights: Vec::new() });
    for part in 0..PARTS {
        let in_part = |index: usize| index % PARTS == part;
        let others = documents.iter().enumerate().filter(|(index, _)| !in_part(*index)).map(|(_, document)| *document);
        let evidence = Evidence::of(others);
        for document in documents.iter().enumerate().filter(|(index, _)| in_part(*index)).map(|(_, document)| document)
        {
            for Example { question, features, right } in examples(&document.lesson(), &|word| evidence.get(word)) {
                let place = match question {
                    Question::Near => 0,
                    Question::Far => 1,
                    Question::Source => 2,
                };
                tables[place].features.extend(features.iter().flatten());
                groups[place].sizes.push(right.len());
                groups[place].right.extend(right);
                groups[place].weights.push(document.weight);
            }
        }
    }
    let all = [(0, NEAR, "near"), (1, FAR, "far"), (2, SOURCE, "source")];
    let trees = all.map(|(place, settings, name)| {
        println!("{name}: {} questions, {} candidates", groups[place].sizes.len(), groups[place].right.len());
        rank(&tables[place], &groups[place], settings)
    });
    Learned { evidence: Evidence::of(documents.iter().copied()), trees }
}

/// Learns and writes the models of reported speech.
pub fn learn(gold: &Path, folds: bool, models: &Path) -> Result<()> {
    let documents = load(gold)?;
    if folds {
        folds::test(&documents);
    }
    let learned = learn_from(&documents.iter().collect::<Vec<_>>());
    let names = [
        near::Feature::ALL.iter().map(|feature| feature.name()).collect::<Vec<_>>(),
        far::Feature::ALL.iter().map(|feature| feature.name()).collect(),
        source::Feature::ALL.iter().map(|feature| feature.name()).collect(),
    ];
    for (boosted, names) in learned.trees.iter().zip(names) {
        let mut uses: Vec<(usize, &str)> = boosted.uses().into_iter().zip(names).collect();
        uses.sort_by(|one, other| other.cmp(one));
        println!(
            "asked: {}",
            uses.iter().map(|(count, name)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
        );
    }
    let files = ["reporting-near.trees", "reporting-far.trees", "reporting-source.trees"];
    for (name, boosted) in files.iter().zip(&learned.trees) {
        write(&models.join(name), &boosted.file())?;
    }
    write(&models.join("reporting.txt"), learned.evidence.file().as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
