//! Who speaks: boosted trees that rank the candidates of a quotation.

use super::boost::{Boosted, Settings, Table, boost};
use super::evidence::{self, Evidence};
use super::{Options, folds, gold};
use anyhow::{Context, Result, ensure};
use std::path::Path;
use verbatim::training::attribution::{Feature, RankerExample, Speakers, ranker_examples};
use verbatim::training::{DEPTH, WIDTH};

const SETTINGS: Settings = Settings { trees: 400, depth: DEPTH, rate: 0.09, penalty: 3.0, least: 2.0, columns: 0.3 };

/// Learns and writes the ranker.
pub fn learn(options: &Options, output: &Path) -> Result<()> {
    let documents = gold::load(&options.gold.join("quotes/polnear.train.jsonl"))?;
    let annotated =
        |document: &gold::Document| ranker_examples(&document.article, &document.quotations, Speakers::Annotated);
    let examples: Vec<Vec<RankerExample>> = documents.iter().map(annotated).collect();
    let all: Vec<&RankerExample> = examples.iter().flatten().collect();
    let reachable = all.iter().filter(|example| example.reachable()).count();
    ensure!(reachable > 0, "there is nothing to learn from");
    let candidates: usize = all.iter().map(|example| example.right.len()).sum();
    println!(
        "{} quotations; {reachable} have their speaker among their candidates ({:.1} %), {:.1} candidates each",
        all.len(),
        percent(reachable, all.len()),
        candidates as f64 / all.len() as f64
    );
    if options.folds {
        folds::test(&documents, &examples, options.errors)?;
    }
    let (learned, evidence) = learn_from(&examples.iter().collect::<Vec<_>>());
    let mut uses: Vec<(usize, &str)> =
        learned.uses().into_iter().zip(Feature::ALL.iter().map(|feature| feature.name())).collect();
    uses.sort_by(|one, other| other.cmp(one));
    let most = uses.iter().take(20).map(|(count, name)| format!("{name} {count}"));
    println!("most asked: {}", most.collect::<Vec<_>>().join(", "));
    let never = uses.iter().filter(|(count, _)| *count == 0).map(|(_, name)| *name);
    println!("never asked: {}", never.collect::<Vec<_>>().join(", "));
    let file = learned.file();
    std::fs::write(output, &file).with_context(|| format!("cannot write {}", output.display()))?;
    println!("{}: {} bytes", output.display(), file.len());
    let words = output.with_file_name("evidence.txt");
    let evidence = evidence.file();
    std::fs::write(&words, &evidence).with_context(|| format!("cannot write {}", words.display()))?;
    println!("{}: {} bytes", words.display(), evidence.len());
    Ok(())
}

/// A share in percent.
pub fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Learns trees and evidence from articles.
pub fn learn_from(articles: &[&Vec<RankerExample>]) -> (Boosted, Evidence) {
    let told = evidence::tell_crosswise(articles);
    let examples = articles.iter().flat_map(|article| article.iter()).zip(told);
    let usable: Vec<Told> = examples
        .filter(|(example, _)| example.right.contains(&true))
        .map(|(example, features)| Told { example, features })
        .collect();
    (boost_ranker(&usable), Evidence::of(articles.iter().flat_map(|article| article.iter())))
}

/// An example with what words tell of its candidates.
struct Told<'a> {
    example: &'a RankerExample,
    features: Vec<[u8; WIDTH]>,
}

fn boost_ranker(examples: &[Told]) -> Boosted {
    let table = Table {
        width: WIDTH,
        features: examples.iter().flat_map(|told| told.features.iter().flatten().copied()).collect(),
    };
    let right: Vec<bool> = examples.iter().flat_map(|told| told.example.right.iter().copied()).collect();
    let sizes: Vec<usize> = examples.iter().map(|told| told.example.right.len()).collect();
    boost(&table, &|scores, derivatives| listwise(scores, &right, &sizes, derivatives), SETTINGS)
}

/// The softmax over a quotation's candidates should fall on the right ones (listwise ranking, Cao et al. 2007); where several are right,
/// they share the target as they share the belief.
fn listwise(scores: &[f64], right: &[bool], sizes: &[usize], derivatives: &mut [(f64, f64)]) {
    let mut start = 0;
    for &size in sizes {
        let group = start..start + size;
        start += size;
        let highest = scores[group.clone()].iter().copied().fold(f64::MIN, f64::max);
        let shares: Vec<f64> = scores[group.clone()].iter().map(|score| (score - highest).exp()).collect();
        let total: f64 = shares.iter().sum();
        let total_right: f64 =
            shares.iter().zip(&right[group.clone()]).filter(|(_, right)| **right).map(|(share, _)| share).sum();
        for (row, share) in group.zip(shares) {
            let belief = share / total;
            let target = if right[row] { share / total_right } else { 0.0 };
            derivatives[row] = (belief - target, (belief * (1.0 - belief)).max(1e-4));
        }
    }
}
