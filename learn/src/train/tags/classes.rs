//! Learns classes of words that are used alike from word vectors: spherical k-means (Dhillon & Modha 2001).

use super::vectors::{DIMENSIONS, Vector, Vectors};
use anyhow::{Context, Result};
use fastrand::Rng;
use std::collections::HashSet;
use verbatim::training::tags::{Layout, filter_of, hash_of};

/// How many words have a class: the most frequent.
const WORDS: usize = 50_000;

/// How many classes there are.
const CLASSES: usize = 256;

/// How many coarse classes there are.
const COARSE: usize = 64;

/// The bits of the fingerprint by which a word is known.
const PRINT_BITS: u32 = 8;

/// How many rounds of k-means there are.
const ROUNDS: usize = 10;

/// The file of the classes of the most frequent words.
pub fn learn(vectors: Vectors) -> Result<Vec<u8>> {
    let is_word = |word: &str| {
        word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '.')) && word.chars().any(char::is_alphabetic)
    };
    let mut seen = HashSet::new();
    let chosen = vectors.words.iter().zip(vectors.vectors).map(|(word, vector)| (word, hash_of(word), vector));
    let chosen: Vec<(u64, Vector)> = chosen
        .filter(|(word, hash, _)| is_word(word) && seen.insert(*hash))
        .map(|(_, hash, vector)| (hash, vector))
        .take(WORDS)
        .collect();
    let vectors: Vec<Vector> = chosen.iter().map(|&(_, vector)| vector).collect();
    let (of, centres) = cluster(&vectors, CLASSES, ROUNDS);
    let (coarse, _) = cluster(&centres, COARSE, ROUNDS);
    let entries: Vec<(u64, u32)> = chosen.iter().zip(of).map(|(&(hash, _), class)| (hash, class as u32)).collect();
    let bits = CLASSES.next_power_of_two().ilog2();
    let mut file = (CLASSES as u16).to_le_bytes().to_vec();
    file.extend(coarse.into_iter().map(|class| class as u8));
    let layout = Layout { slot: bits + PRINT_BITS, value: bits };
    file.extend(filter_of(&entries, layout).context("the classes do not fit their filter")?);
    Ok(file)
}

/// Parts vectors into clusters; returns the cluster of each and the centres.
fn cluster(vectors: &[Vector], clusters: usize, rounds: usize) -> (Vec<usize>, Vec<Vector>) {
    let mut random = Rng::with_seed(1);
    let mut order: Vec<usize> = (0..vectors.len()).collect();
    random.shuffle(&mut order);
    let mut centres: Vec<Vector> = order.iter().take(clusters).map(|&index| vectors[index]).collect();
    let mut of: Vec<usize> = vec![0; vectors.len()];
    for _ in 0..rounds {
        for (of, vector) in of.iter_mut().zip(vectors) {
            *of = nearest(&centres, vector);
        }
        let mut sums = vec![[0.0_f32; DIMENSIONS]; clusters];
        for (&of, vector) in of.iter().zip(vectors) {
            sums[of].iter_mut().zip(vector).for_each(|(sum, x)| *sum += x);
        }
        for (centre, sum) in centres.iter_mut().zip(sums) {
            let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
            if length > 0.0 {
                *centre = sum.map(|x| x / length);
            } else {
                *centre = vectors[random.usize(..vectors.len())];
            }
        }
    }
    for (of, vector) in of.iter_mut().zip(vectors) {
        *of = nearest(&centres, vector);
    }
    (of, centres)
}

fn nearest(centres: &[Vector], vector: &Vector) -> usize {
    let mut best = (0, f32::MIN);
    for (index, centre) in centres.iter().enumerate() {
        let mut parts = [0.0_f32; 4];
        for (a, b) in centre.chunks_exact(4).zip(vector.chunks_exact(4)) {
            for lane in 0..4 {
                parts[lane] += a[lane] * b[lane];
            }
        }
        let alike = parts.iter().sum::<f32>();
        if alike > best.1 {
            best = (index, alike);
        }
    }
    best.0
}
