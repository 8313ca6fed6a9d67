//! No text is slow: sixteen times the text costs less than twenty-four times as much, whatever is repeated.

#![allow(clippy::expect_used, clippy::panic, reason = "what a test needs and does not find is a failure")]

use cpu_time::ThreadTime;
use std::hint::black_box;
use std::time::Duration;
use verbatim::article::{Block, BlockKind, parse_published};
use verbatim::{Article, annotate};

fn words() -> Vec<&'static str> {
    include_str!("words.txt").lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect()
}

const KINDS: &[BlockKind] = &[
    BlockKind::Paragraph,
    BlockKind::Paragraph,
    BlockKind::Headline,
    BlockKind::Subheading,
    BlockKind::ListItem,
    BlockKind::BlockQuote,
    BlockKind::Caption,
];

fn article(unit: &str, kind: BlockKind, bytes: usize) -> Article {
    let mut text = String::with_capacity(bytes + unit.len());
    let mut n = 0usize;
    while text.len() < bytes {
        for c in unit.chars() {
            if c == '@' {
                let mut rest = n;
                n += 1;
                text.push('B');
                for _ in 0..4 {
                    text.push((b'a' + (rest % 26) as u8) as char);
                    rest /= 26;
                }
            } else {
                text.push(c);
            }
        }
    }
    let blocks = text
        .split("\n\n")
        .filter(|t| !t.trim().is_empty())
        .map(|text| Block { kind, text: text.trim().to_owned() })
        .collect();
    Article { published: Some(parse_published("2024-05-16").expect("a date")), language: None, blocks }
}

/// Nanoseconds of processor time a call, the least of some runs.
fn cost(article: &Article, runs: usize) -> Duration {
    // At least about two milliseconds a run.
    let once = time(|| drop(black_box(annotate(article))));
    let calls = (Duration::from_millis(2).as_nanos() / once.as_nanos().max(1)).clamp(1, 1000) as u32;
    (0..runs)
        .map(|_| time(|| (0..calls).for_each(|_| drop(black_box(annotate(article))))) / calls)
        .min()
        .expect("a run")
        .min(once)
}

fn time(call: impl FnOnce()) -> Duration {
    let start = ThreadTime::now();
    call();
    start.elapsed()
}

#[test]
#[ignore = "a search that takes as long as it is given"]
fn search() {
    let get = |name: &str, default: usize| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default);
    let (count, mut seed, small) = (get("UNITS", 300), get("SEED", 1) as u64, get("SMALL", 6000));
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((seed >> 33) as usize) % below
    };
    let words = words();
    let marks: Vec<&str> = words.iter().copied().filter(|w| !w.chars().any(|c| c.is_alphanumeric())).collect();
    let mut per_byte = Vec::new();
    for _ in 0..count {
        let mut unit = String::new();
        for _ in 0..1 + next(6) {
            unit.push_str(if next(3) == 0 { marks[next(marks.len())] } else { words[next(words.len())] });
            unit.push_str(match next(40) {
                0 => "\n",
                1 => "\n\n",
                2..10 => "",
                _ => " ",
            });
        }
        let kind = if next(3) > 0 { BlockKind::Paragraph } else { KINDS[next(KINDS.len())] };
        let (a, b) = (article(&unit, kind, small), article(&unit, kind, small * 16));
        let (mut x, mut y) = (cost(&a, 1), cost(&b, 1));
        for _ in 0..4 {
            if y.as_secs_f64() < x.as_secs_f64() * 23.0 {
                break;
            }
            x = x.max(cost(&a, 3));
            y = y.min(cost(&b, 1));
        }
        let ratio = y.as_secs_f64() / x.as_secs_f64();
        if ratio > 23.0 {
            println!("{ratio:6.1} {:8.1} ms {kind:?} {unit:?}", y.as_secs_f64() * 1e3);
        }
        per_byte.push((y.as_nanos() as f64 / (small * 16) as f64, unit, kind));
    }
    per_byte.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mean = per_byte.iter().map(|p| p.0).sum::<f64>() / per_byte.len() as f64;
    println!("mean {mean:.1} ns/byte; median {:.1}; dearest:", per_byte[per_byte.len() / 2].0);
    for (cost, unit, kind) in per_byte.iter().take(get("TOP", 10)) {
        println!("{cost:8.1} {kind:?} {unit:?}");
    }
}
