//! Writes a trained model in the form in which it is compiled in: weights as bytes, rows that are alike made one (vector quantisation, k-means).

use super::chain::{Chain, Numbering};
use anyhow::{Context, Result};
use fastrand::Rng;
use verbatim::training::tags::{FORBIDDEN, Layout, filter_of};

/// How many units a weight of one has.
const SCALE: f32 = 16.0;

/// How many rounds of k-means look for the common rows.
const ROUNDS: usize = 6;

/// How a model is compiled.
#[derive(Clone, Copy)]
pub struct Form {
    /// The number of common rows is 2 to the power of this.
    pub row_bits: u32,
    /// The bits of the fingerprint by which a feature is known.
    pub print_bits: u32,
}

/// The file of a model.
pub fn file_of(chain: &Chain, numbering: &Numbering, form: Form) -> Result<Vec<u8>> {
    let labels = chain.labels;
    let pairs = chain.before.iter().zip(&chain.allowed);
    let pairs = pairs.map(|(weight, &allowed)| if allowed { (weight * SCALE).round() as i16 } else { FORBIDDEN });
    let pairs: Vec<i16> = pairs.collect();
    let (before, first) = pairs.split_at(labels * labels);
    let mut file: Vec<u8> = first.iter().chain(before).flat_map(|pair| pair.to_le_bytes()).collect();

    let mut kept: Vec<(u64, &[f32], f32)> = numbering
        .numbers
        .iter()
        .map(|(&key, &number)| {
            let count = numbering.counts[number as usize] as f32;
            (key, &chain.rows[number as usize * labels..][..labels], count.sqrt())
        })
        .filter(|(_, row, _)| row.iter().any(|weight| (weight * SCALE).abs() >= 1.0))
        .collect();
    kept.sort_unstable_by_key(|&(key, ..)| key);
    let rows: Vec<&[f32]> = kept.iter().map(|&(_, row, _)| row).collect();
    let importance: Vec<f32> = kept.iter().map(|&(.., importance)| importance).collect();
    let (of, centres) = cluster(&rows, &importance, 1 << form.row_bits);
    let entries: Vec<(u64, u32)> = kept.iter().zip(of).map(|(&(key, ..), row)| (key, row as u32)).collect();
    file.extend((centres.len() as u32).to_le_bytes());
    for centre in &centres {
        file.extend(centre.iter().map(|weight| ((weight * SCALE).round().clamp(-127.0, 127.0) as i8).cast_unsigned()));
    }
    let layout = Layout { slot: form.row_bits + form.print_bits, value: form.row_bits };
    file.extend(filter_of(&entries, layout).context("the features do not fit their filter")?);
    Ok(file)
}

/// Parts rows into clusters; returns the cluster of each, and the centres.
fn cluster(rows: &[&[f32]], importance: &[f32], clusters: usize) -> (Vec<usize>, Vec<Vec<f32>>) {
    let mut random = Rng::with_seed(1);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    random.shuffle(&mut order);
    // Rows with large weights are rare, and matter most.
    let size = |index: usize| rows[index].iter().map(|weight| weight.abs()).fold(0.0, f32::max) * importance[index];
    order.sort_by(|&a, &b| size(b).total_cmp(&size(a)));
    let half = clusters / 2;
    let mut chosen: Vec<usize> = order.iter().copied().take(half).collect();
    let mut others: Vec<usize> = order.into_iter().skip(half).collect();
    random.shuffle(&mut others);
    chosen.extend(others.into_iter().take(clusters - half));
    let mut centres: Vec<Vec<f32>> = chosen.into_iter().map(|index| rows[index].to_vec()).collect();
    let mut of = vec![0; rows.len()];
    for _ in 0..ROUNDS {
        for (of, row) in of.iter_mut().zip(rows) {
            *of = nearest(&centres, row);
        }
        let mut sums: Vec<(Vec<f32>, f32)> = centres.iter().map(|centre| (vec![0.0; centre.len()], 0.0)).collect();
        for ((&of, row), importance) in of.iter().zip(rows).zip(importance) {
            sums[of].0.iter_mut().zip(*row).for_each(|(sum, weight)| *sum += weight * importance);
            sums[of].1 += importance;
        }
        for (centre, (sum, all)) in centres.iter_mut().zip(sums) {
            if all > 0.0 {
                *centre = sum.into_iter().map(|weight| weight / all).collect();
            }
        }
    }
    for (of, row) in of.iter_mut().zip(rows) {
        *of = nearest(&centres, row);
    }
    (of, centres)
}

fn nearest(centres: &[Vec<f32>], row: &[f32]) -> usize {
    let mut best = (0, f32::MAX);
    for (index, centre) in centres.iter().enumerate() {
        let apart: f32 = centre.iter().zip(row).map(|(a, b)| (a - b) * (a - b)).sum();
        if apart < best.1 {
            best = (index, apart);
        }
    }
    best.0
}
