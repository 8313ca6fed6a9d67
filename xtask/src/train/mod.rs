//! `cargo xtask train`: learns the speaker ranker from annotated news.

mod boost;
mod gold;

use anyhow::{Context, Result, ensure};
use boost::{Settings, Table, boost};
use std::path::PathBuf;
use verbatim::training::speakers::{FEATURE_NAMES, RankerExample, ranker_examples};
use verbatim::training::{DEPTH, Forest, WIDTH};

/// Learns the models that are compiled in.
#[derive(clap::Args)]
pub struct Options {
    /// The folder with the annotated news.
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Also learns from four fifths and tests on the fifth, five times, and prints how often the best candidate was right.
    #[arg(long)]
    folds: bool,
    /// Prints what the folds get wrong.
    #[arg(long, requires = "folds")]
    errors: bool,
    /// How many trees.
    #[arg(long, default_value_t = SETTINGS.trees)]
    trees: usize,
    /// How much of each tree is added.
    #[arg(long, default_value_t = SETTINGS.rate)]
    rate: f64,
    /// Where the learned ranker goes.
    #[arg(long, value_name = "FILE", default_value = "src/speakers/ranker.trees")]
    output: PathBuf,
}

const SETTINGS: Settings = Settings { trees: 150, depth: DEPTH, rate: 0.11, penalty: 2.0, least: 2.0 };

/// Learns and writes the ranker.
pub fn train(options: &Options) -> Result<()> {
    let documents = gold::load(&options.gold.join("quotes/polnear.train.jsonl"))?;
    let examples: Vec<Vec<RankerExample>> =
        documents.iter().map(|document| ranker_examples(&document.article, &document.quotations)).collect();
    let all: Vec<&RankerExample> = examples.iter().flatten().collect();
    let reachable = all.iter().filter(|example| example.right.contains(&true)).count();
    let candidates: usize = all.iter().map(|example| example.right.len()).sum();
    println!(
        "{} quotations with a speaker; {reachable} have it among their candidates ({:.1} %), {:.1} candidates each",
        all.len(),
        100.0 * reachable as f64 / all.len().max(1) as f64,
        candidates as f64 / all.len().max(1) as f64
    );
    let settings = Settings { trees: options.trees, rate: options.rate, ..SETTINGS };
    ensure!(reachable > 0, "there is nothing to learn from");
    if options.folds {
        let (mut right, mut total) = (0, 0);
        for fold in 0..5 {
            let learned_from: Vec<&RankerExample> =
                examples.iter().enumerate().filter(|(index, _)| index % 5 != fold).flat_map(|(_, e)| e).collect();
            let tested_on: Vec<&RankerExample> =
                examples.iter().enumerate().filter(|(index, _)| index % 5 == fold).flat_map(|(_, e)| e).collect();
            let file = learn(&learned_from, settings).file();
            let forest = Forest::read(&file).context("the learned file cannot be read back")?;
            let fold_right = tested_on.iter().filter(|example| best_is_right(&forest, example)).count();
            for example in tested_on.iter().filter(|example| options.errors && !best_is_right(&forest, example)) {
                let best = best(&forest, example).map_or("", |best| example.words[best].as_str());
                println!("{} | best {best:?}", example.context.replace('\n', "⏎"));
            }
            println!(
                "fold {}: {:.2} % of {}",
                fold + 1,
                100.0 * fold_right as f64 / tested_on.len() as f64,
                tested_on.len()
            );
            right += fold_right;
            total += tested_on.len();
        }
        println!("five folds: {:.2} %", 100.0 * f64::from(right as u32) / f64::from(total as u32));
    }
    let learned = learn(&all, settings);
    let mut uses: Vec<(usize, &str)> = learned.uses().into_iter().zip(FEATURE_NAMES.iter().copied()).collect();
    uses.sort_by(|one, other| other.cmp(one));
    println!(
        "most asked: {}",
        uses.iter().take(20).map(|(count, name)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
    );
    println!(
        "never asked: {}",
        uses.iter().filter(|(count, _)| *count == 0).map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
    );
    let file = learned.file();
    std::fs::write(&options.output, &file).with_context(|| format!("cannot write {}", options.output.display()))?;
    println!("{}: {} bytes", options.output.display(), file.len());
    Ok(())
}

fn best(forest: &Forest, example: &RankerExample) -> Option<usize> {
    let scores = forest.scores(&example.features);
    scores.into_iter().enumerate().max_by(|one, other| one.1.total_cmp(&other.1)).map(|(best, _)| best)
}

fn best_is_right(forest: &Forest, example: &RankerExample) -> bool {
    best(forest, example).is_some_and(|best| example.right[best])
}

fn learn(examples: &[&RankerExample], settings: Settings) -> boost::Boosted {
    let usable: Vec<&RankerExample> =
        examples.iter().copied().filter(|example| example.right.contains(&true)).collect();
    let table = Table {
        width: WIDTH,
        features: usable.iter().flat_map(|example| example.features.iter().flatten().copied()).collect(),
    };
    let right: Vec<bool> = usable.iter().flat_map(|example| example.right.iter().copied()).collect();
    let sizes: Vec<usize> = usable.iter().map(|example| example.right.len()).collect();
    boost(&table, &|scores, derivatives| listwise(scores, &right, &sizes, derivatives), settings)
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
