//! No text is slow: sixteen times the text costs less than twenty-four times as much, whatever is repeated in it.

#![allow(clippy::expect_used, reason = "what a test needs and does not find is a failure")]

use cpu_time::ThreadTime;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use std::cell::RefCell;
use std::hint::black_box;
use std::time::{Duration, Instant};
use verbatim::article::{Block, BlockKind, parse_published};
use verbatim::{Article, annotate};

/// How many times as long the longer text is.
const TIMES: usize = 16;

/// How many times as much it may cost.
const LIMIT: f64 = 24.0;

/// How long the shorter text is, in bytes. What reads only so far costs less where a text ends before that, so a unit that seems to grow
/// faster than its text is measured on longer ones; what grows with the square does so there as well.
const LENGTHS: [usize; 3] = [3_000, 12_000, 48_000];

/// How long the units are drawn and measured.
const ENOUGH: Duration = Duration::from_secs(8);

/// Units that once grew with the square of their number, or that nearly did.
const KNOWN: &str = include_str!("units.txt");

/// What is repeated, and in blocks of which kind.
#[derive(Clone, Debug)]
struct Unit {
    text: String,
    kind: BlockKind,
}

impl Unit {
    /// An article of the unit, repeated up to so many bytes.
    fn article(&self, bytes: usize) -> Article {
        let mut text = String::with_capacity(bytes + self.text.len());
        let mut names = 0;
        while text.len() < bytes {
            for c in self.text.chars() {
                match c {
                    '@' => push_name(&mut text, &mut names),
                    c => text.push(c),
                }
            }
        }
        let blocks = text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
        let blocks = blocks.map(|text| Block { kind: self.kind, text: text.to_owned() }).collect();
        Article { published: parse_published("2024-05-16").ok(), blocks, ..Article::default() }
    }

    /// How many times as much the longer text costs, at best: other programs on the machine only make it seem more.
    fn growth(&self, bytes: usize) -> f64 {
        let (short, long) = (self.article(bytes), self.article(bytes * TIMES));
        let (mut less, mut more) = (cost(&short), cost(&long));
        for _ in 0..4 {
            if more < less * LIMIT {
                break;
            }
            less = less.max(cost(&short));
            more = more.min(cost(&long));
        }
        more / less
    }

    /// Whether its cost grows faster than its text, however long.
    fn grows(&self) -> bool {
        LENGTHS.iter().all(|&bytes| self.growth(bytes) > LIMIT)
    }
}

/// Appends a name that no other is like.
fn push_name(text: &mut String, names: &mut u32) {
    let letter = |place: u32| char::from_u32(u32::from('a') + *names / 26_u32.pow(place) % 26).unwrap_or('a');
    text.push('B');
    text.extend((0..4).map(letter));
    *names += 1;
}

/// Seconds of the processor's time that an article takes, the mean of as many calls as make a time that can be measured.
fn cost(article: &Article) -> f64 {
    let (start, mut calls) = (ThreadTime::now(), 0);
    loop {
        black_box(annotate(article));
        calls += 1;
        let taken = start.elapsed();
        if taken > Duration::from_millis(2) {
            return taken.as_secs_f64() / f64::from(calls);
        }
    }
}

/// Units of one to six words and marks.
fn units() -> impl Strategy<Value = Unit> {
    let lines = include_str!("words.txt").lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let (words, marks): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.contains(char::is_alphanumeric));
    let part = prop_oneof![2 => select(words), 1 => select(marks)];
    let gap = prop_oneof![30 => Just(" "), 8 => Just(""), 1 => Just("\n"), 1 => Just("\n\n")];
    let kind = prop_oneof![
        4 => Just(BlockKind::Paragraph),
        1 => Just(BlockKind::Headline),
        1 => Just(BlockKind::Subheading),
        1 => Just(BlockKind::ListItem)
    ];
    let text = prop::collection::vec((part, gap), 1..=6);
    (text, kind)
        .prop_map(|(parts, kind)| Unit { text: parts.into_iter().flat_map(|(part, gap)| [part, gap]).collect(), kind })
}

#[test]
fn known_units_cost_what_their_length_says() {
    for line in KNOWN.lines().filter(|line| !line.starts_with("# ")) {
        let unit = Unit { text: line.replace('¶', "\n").replace('␣', " "), kind: BlockKind::Paragraph };
        assert!(!unit.grows(), "{line:?} grows faster than its text");
    }
}

#[test]
fn units_cost_what_their_length_says() {
    let start = Instant::now();
    let config = Config { cases: 200, failure_persistence: None, max_shrink_iters: 20, ..Config::default() };
    let outcome = TestRunner::new(config).run(&units(), |unit| {
        // A slow machine measures fewer of them.
        prop_assert!(start.elapsed() > ENOUGH || !unit.grows(), "it grows faster than its text");
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
}

/// The search for such units: `UNITS=3000 cargo test --release --test growth -- --ignored --nocapture`.
#[test]
#[ignore = "takes as long as it is given units"]
fn search() {
    let cases = std::env::var("UNITS").ok().and_then(|units| units.parse().ok()).unwrap_or(300);
    let (costs, suspects) = (RefCell::new(Vec::new()), RefCell::new(0));
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let outcome = TestRunner::new(config).run(&units(), |unit| {
        let bytes = LENGTHS[1] * TIMES;
        costs.borrow_mut().push((cost(&unit.article(bytes)) * 1e9 / bytes as f64, unit.clone()));
        let growths: Vec<f64> =
            LENGTHS.iter().map(|&bytes| unit.growth(bytes)).take_while(|&growth| growth > LIMIT).collect();
        *suspects.borrow_mut() += usize::from(!growths.is_empty());
        if growths.len() > 1 {
            println!("{growths:.1?} times as much for {unit:?}");
        }
        Ok(())
    });
    assert!(outcome.is_ok(), "{outcome:?}");
    let mut costs = costs.into_inner();
    costs.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mean = costs.iter().map(|(cost, _)| cost).sum::<f64>() / costs.len() as f64;
    println!(
        "{} of {cases} grow faster where they are short; {mean:.0} ns a byte on average, most of all:",
        suspects.borrow()
    );
    costs.iter().take(30).for_each(|(cost, unit)| println!("{cost:8.0} {unit:?}"));
}
