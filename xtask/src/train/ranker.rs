//! Who speaks: boosted trees that rank the candidates of a quotation.

use super::boost::{Boosted, Settings, Table, boost};
use super::evidence::{self, Evidence};
use super::reliability::Reliability;
use super::{Options, gold};
use anyhow::{Context, Result, ensure};
use std::path::Path;
use verbatim::training::speakers::{FEATURE_NAMES, RankerExample, annotated, confidences, named, ranker_examples};
use verbatim::training::{DEPTH, Forest, WIDTH};

const SETTINGS: Settings = Settings { trees: 400, depth: DEPTH, rate: 0.09, penalty: 3.0, least: 2.0, columns: 0.3 };

/// How many parts the articles are cut into to learn from all but one and test on that one.
const FOLDS: usize = 5;

/// Learns and writes the ranker.
pub fn learn(options: &Options, output: &Path) -> Result<()> {
    let documents = gold::load(&options.gold.join("quotes/polnear.train.jsonl"))?;
    let examples: Vec<Vec<RankerExample>> =
        documents.iter().map(|document| ranker_examples(&document.article, &document.quotations, &annotated)).collect();
    let all: Vec<&RankerExample> = examples.iter().flatten().collect();
    let reachable = all.iter().filter(|example| example.reachable()).count();
    ensure!(reachable > 0, "there is nothing to learn from");
    let candidates: usize = all.iter().map(|example| example.right.len()).sum();
    println!(
        "{} quotations with a speaker; {reachable} have it among their candidates ({:.1} %), {:.1} candidates each",
        all.len(),
        percent(reachable, all.len()),
        candidates as f64 / all.len() as f64
    );
    if options.folds {
        test_in_folds(&documents, &examples, options.errors)?;
        if std::env::var("FOLDS_ONLY").is_ok() { return Ok(()); }
    }
    let (learned, evidence) = learn_from(&examples.iter().collect::<Vec<_>>());
    let mut uses: Vec<(usize, &str)> = learned.uses().into_iter().zip(FEATURE_NAMES.iter().copied()).collect();
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

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// The candidate that the trees believe in most, with its share of the belief.
fn best(forest: &Forest, evidence: &Evidence, example: &RankerExample) -> (Option<usize>, Vec<f32>) {
    let shares = confidences(forest, &evidence.tell(example));
    (named(&shares).or(shares.len().checked_sub(1)), shares)
}

/// Learns from all but every fifth article and tests on these, five times.
fn test_in_folds(documents: &[gold::Document], examples: &[Vec<RankerExample>], errors: bool) -> Result<()> {
    let mut reliability = Reliability::default();
    let (mut right, mut overlapping, mut given, mut total) = (0, 0, 0, 0);
    let mut nulls = (0, 0, 0);
    let (mut surprise, mut surprise_given) = (0.0, 0.0);
    for fold in 0..FOLDS {
        let learned_on: Vec<&Vec<RankerExample>> =
            examples.iter().enumerate().filter(|(index, _)| index % FOLDS != fold).map(|(_, of)| of).collect();
        let (learned, evidence) = learn_from(&learned_on);
        let file = learned.file();
        let forest = Forest::read(&file).context("the learned file cannot be read back")?;
        let is_tested = |index: &usize| index % FOLDS == fold;
        let predicted = |example: &RankerExample| best(&forest, &evidence, example).0;
        let mut fold_right = 0;
        let mut fold_total = 0;
        for example in (0..examples.len()).filter(is_tested).flat_map(|index| &examples[index]) {
            let (best, shares) = best(&forest, &evidence, example);
            given += usize::from(best.is_some_and(|best| example.right[best]));
            surprise_given += loss_of(example, &shares);
        }
        for document in (0..examples.len()).filter(is_tested).map(|index| &documents[index]) {
            for example in &ranker_examples(&document.article, &document.quotations, &predicted) {
                let (best, shares) = best(&forest, &evidence, example);
                surprise += loss_of(example, &shares);
                let reachable = example.reachable();
                let is_right = best.is_some_and(|best| example.right[best]) && (reachable || example.overlapping[example.right.len() - 1]);
                let overlaps = best.is_some_and(|best| example.overlapping[best]);
                let nobody = example.right.len() - 1;
                nulls.0 += usize::from(example.overlapping[nobody]);
                nulls.1 += usize::from(example.overlapping[nobody] && best == Some(nobody));
                nulls.2 += usize::from(!example.overlapping[nobody] && best == Some(nobody));
                if best != Some(nobody) {
                reliability.add(best.map_or(0.0, |best| shares[best].into()), is_right);
                }
                fold_right += usize::from(is_right);
                overlapping += usize::from(overlaps);
                fold_total += 1;
                if errors && !is_right {
                    let words = best.map_or("", |best| example.words[best].as_str());
                    let sure = best.map_or(0.0, |best| shares[best]);
                    let overlaps = if overlaps { " OVERLAP" } else { "" };
                    let reach = if reachable || example.overlapping[example.right.len() - 1] { "" } else { " UNREACHABLE" };
                    println!("{} | best {words:?} {sure:.2}{overlaps}{reach}", example.context.replace('\n', "⏎"));
                }
            }
        }
        println!("fold {}: {:.2} % of {fold_total}", fold + 1, percent(fold_right, fold_total));
        right += fold_right;
        total += fold_total;
    }
    let mean = |sum: f64| sum / total.max(1) as f64;
    println!("with the annotated speaker before: {:.2} % right, log loss {:.4}", percent(given, total), mean(surprise_given));
    let speakers = total - nulls.0;
    println!("of speakers: {:.2} % right, {:.2} % overlapping", percent(right - nulls.1, speakers), percent(overlapping - nulls.1, speakers));
    println!("five folds: {:.2} % right, {:.2} % overlapping, log loss {:.4}", percent(right, total), percent(overlapping, total), mean(surprise));
    println!("nobody named {}, found {}, wrongly nobody {}", nulls.0, nulls.1, nulls.2);
    println!("reliability, expected calibration error {:.3}:\n{}", reliability.error(), reliability.table());
    Ok(())
}

/// How surprised the trees are by the annotated speaker.
fn loss_of(example: &RankerExample, shares: &[f32]) -> f64 {
    let belief: f32 = shares.iter().zip(&example.right).filter(|(_, right)| **right).map(|(share, _)| share).sum();
    if example.right.contains(&true) { -f64::from(belief.max(1e-3).ln()) } else { 0.0 }
}

fn learn_from(articles: &[&Vec<RankerExample>]) -> (Boosted, Evidence) {
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
