//! How well reported speech is found in outlets that were not learned from, and how far its confidence can be believed.

use super::certainty::{self, Answer};
use super::documents::Document;
use super::learner::learn_from;
use crate::train::corpus::FOLDS;
use crate::train::reliability::Reliability;
use anyhow::{Result, anyhow};
use std::thread;
use verbatim::annotations::Span;
use verbatim::training::reporting::Read;
use verbatim::training::{Named, name_sources};

/// What was found in the articles of some outlets.
#[derive(Default)]
struct Tally {
    wanted: usize,
    found: usize,
    contents: usize,
    both: usize,
}

impl Tally {
    fn add(&mut self, document: &Document, found: &[&Read]) {
        self.wanted += document.annotated.len();
        for one in found {
            let near = document.annotated.iter().find(|annotated| is_near(&annotated.content, &one.content));
            if near.is_none() && document.undecided.iter().any(|span| meets(span, &one.content)) {
                continue;
            }
            let is_right = near.is_some_and(|annotated| is_source(one, annotated.source.as_ref()));
            self.found += 1;
            self.contents += usize::from(near.is_some());
            self.both += usize::from(is_right);
        }
    }
}

/// An article of a fold with what was found there.
type FoundIn<'d> = (&'d Document, Vec<Named>);

/// Learns from four parts and reads the fifth, five times. Gives what was found where it is known who said it.
pub fn read_all(documents: &[Document]) -> Result<Vec<Answer>> {
    let folds: Vec<Result<Vec<FoundIn>>> = thread::scope(|scope| {
        let folds: Vec<_> = (0..FOLDS).map(|fold| scope.spawn(move || read_fold(documents, fold))).collect();
        folds.into_iter().map(|fold| fold.join().map_err(|_| anyhow!("a fold was not learned"))).collect()
    });
    let mut tallies = [("PolNeAR", Tally::default()), ("modern and worldwide news", Tally::default())];
    let mut answers = Vec::new();
    for fold in folds {
        for (document, found) in fold? {
            let read: Vec<&Read> = found.iter().map(|named| &named.read).collect();
            tallies[usize::from(document.source.is_modern())].1.add(document, &read);
            answers.extend(certainty::answers(document, found));
        }
    }
    for (name, Tally { wanted, found, contents, both }) in tallies {
        println!(
            "reported speech, five folds, {name}: {wanted} wanted, {found} found, {contents} contents right, {both} with their source"
        );
    }
    Ok(answers)
}

/// What was found in the articles of a fold with what the others teach.
fn read_fold(documents: &[Document], fold: usize) -> Vec<FoundIn<'_>> {
    let (tested, taught): (Vec<&Document>, Vec<&Document>) =
        documents.iter().partition(|document| document.fold == fold);
    let learned = learn_from(&taught);
    let files = learned.trees.each_ref().map(|trees| trees.file());
    let evidence = |word: &str| learned.evidence.get(word);
    let found = |document: &Document| name_sources(&document.article, files.each_ref().map(Vec::as_slice), &evidence);
    tested.into_iter().map(|document| (document, found(document))).collect()
}

/// For each of these bounds it is printed how many answers lie above it, and how many of those are right.
const BOUNDS: [f64; 12] = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/// Prints how far what the other folds teach can be believed.
pub fn print_certainty(answers: &[Answer]) {
    let likely = certainty::held_back(answers);
    let mut reliability = Reliability::default();
    for (answer, &likely) in answers.iter().zip(&likely) {
        reliability.add(likely, answer.is_right);
    }
    println!("certainty of reported speech, five folds: error {:.3}\n{}", reliability.error(), reliability.table());
    for bound in BOUNDS {
        let above = answers.iter().zip(&likely).filter(|(_, likely)| **likely >= bound);
        let (all, right) =
            above.fold((0, 0), |(all, right), (answer, _)| (all + 1, right + usize::from(answer.is_right)));
        println!(
            "  from {bound:.2}: {all} of {}, {:.1} % right",
            answers.len(),
            100.0 * f64::from(right as u32) / f64::from(all.max(1) as u32)
        );
    }
}

fn is_source(one: &Read, source: Option<&Span>) -> bool {
    match (&one.source, source) {
        (None, None) => true,
        (Some(found), Some(wanted)) => meets(found, wanted),
        _ => false,
    }
}

fn meets(one: &Span, other: &Span) -> bool {
    one.block == other.block && one.start < other.end && other.start < one.end
}

/// Whether two spans have half of their bytes in common.
fn is_near(one: &Span, other: &Span) -> bool {
    let common = one.end.min(other.end).saturating_sub(one.start.max(other.start));
    let all = one.end.max(other.end) - one.start.min(other.start);
    one.block == other.block && 2 * common >= all
}
