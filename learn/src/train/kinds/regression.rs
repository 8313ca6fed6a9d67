//! Logistic regression, and the removal of mislabelled examples.

use super::examples::Example;
use super::settings::Settings;

/// The number of folds for finding mislabelled examples.
const PARTS: usize = 5;

/// The examples without those whose label contradicts a model trained on the other folds.
pub fn plausible<'a>(
    keys: usize,
    examples: Vec<(&'a Example, bool, f64)>,
    settings: &Settings,
) -> Vec<(&'a Example, bool, f64)> {
    // The folds differ from those of `cross_validate`.
    let part_of = |example: &Example| example.article / PARTS % PARTS;
    let mut kept = Vec::with_capacity(examples.len());
    let weights: Vec<Vec<f64>> = (0..PARTS)
        .map(|part| {
            let others: Vec<_> =
                examples.iter().filter(|(example, ..)| example.own || part_of(example) != part).copied().collect();
            fit(keys, &others, settings)
        })
        .collect();
    for (example, said, importance) in examples {
        let margin: f64 = weights
            .get(part_of(example))
            .map_or(0.0, |weights| example.features.iter().filter_map(|&feature| weights.get(feature as usize)).sum());
        let implausible = if said { margin < -settings.mistaken } else { margin > settings.missed };
        if example.own || !implausible {
            kept.push((example, said, importance));
        }
    }
    kept
}

/// Logistic regression with elastic-net penalties by cyclic coordinate descent.
pub fn fit(keys: usize, examples: &[(&Example, bool, f64)], settings: &Settings) -> Vec<f64> {
    let mut columns: Vec<Vec<u32>> = vec![Vec::new(); keys];
    for (row, (example, ..)) in examples.iter().enumerate() {
        for &feature in &example.features {
            columns[feature as usize].push(u32::try_from(row).unwrap_or(u32::MAX));
        }
    }
    let mut weights = vec![0.0_f64; keys];
    let mut margins = vec![0.0_f64; examples.len()];
    for _ in 0..settings.sweeps {
        for (weight, column) in weights.iter_mut().zip(&columns) {
            if column.len() < settings.least {
                continue;
            }
            let (mut slope, mut curve) = (settings.square * *weight, settings.square);
            for &row in column {
                let (_, label, importance) = examples[row as usize];
                let probability = 1.0 / (1.0 + (-margins[row as usize]).exp());
                slope += importance * (probability - f64::from(u8::from(label)));
                curve += importance * (probability * (1.0 - probability)).max(0.01);
            }
            let aim = *weight - slope / curve;
            let shrunk = aim.signum() * (aim.abs() - settings.absolute / curve).max(0.0);
            let change = (shrunk - *weight).clamp(-1.0, 1.0);
            if change != 0.0 {
                *weight += change;
                for &row in column {
                    margins[row as usize] += change;
                }
            }
        }
    }
    weights
}
