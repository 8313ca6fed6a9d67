//! How well reported speech is found in outlets that were not learned from, and how far its confidence can be believed.

use super::documents::Document;
use super::learner::learn_from;
use crate::train::corpus::FOLDS;
use crate::train::reliability::Reliability;
use verbatim::annotations::Span;
use verbatim::training::reporting::{Read, read};

/// Learns from four parts and tests on the fifth, five times.
pub fn test(documents: &[Document]) {
    let mut reliability = Reliability::default();
    let (mut found, mut wanted, mut contents, mut both) = (0, 0, 0, 0);
    for fold in 0..FOLDS {
        let (tested, taught): (Vec<&Document>, Vec<&Document>) =
            documents.iter().partition(|document| document.fold == fold);
        let learned = learn_from(&taught);
        let files = learned.trees.each_ref().map(|trees| trees.file());
        for document in tested {
            let evidence = |word: &str| learned.evidence.get(word);
            wanted += document.annotated.len();
            for one in read(&document.article, files.each_ref().map(Vec::as_slice), &evidence) {
                let near = document.annotated.iter().find(|annotated| is_near(&annotated.content, &one.content));
                if near.is_none() && document.undecided.iter().any(|span| meets(span, &one.content)) {
                    continue;
                }
                let is_right = near.is_some_and(|annotated| is_source(&one, annotated.source.as_ref()));
                found += 1;
                contents += usize::from(near.is_some());
                both += usize::from(is_right);
                reliability.add(one.confidence.into(), is_right);
            }
        }
    }
    println!(
        "reported speech, five folds: {wanted} wanted, {found} found, {contents} contents right, {both} with their source; calibration error {:.3}\n{}",
        reliability.error(),
        reliability.table()
    );
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
