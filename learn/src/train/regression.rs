//! Logistic regression over features that are present or absent.

/// The numbers of the features of an input, whether it is what is looked for, and how much it counts.
pub type Row<'a> = (&'a [u32], bool, f64);

/// How the weights are held small.
#[derive(Clone, Copy, Debug)]
pub struct Penalties {
    /// A feature of fewer inputs than this gets no weight.
    pub least: usize,
    /// The penalty on the sum of the absolute weights: the larger, the fewer features stay.
    pub absolute: f64,
    /// The penalty on the sum of the squared weights.
    pub square: f64,
    /// How often coordinate descent goes over all features.
    pub sweeps: usize,
}

/// Logistic regression with elastic-net penalties by cyclic coordinate descent.
pub fn fit(keys: usize, rows: &[Row], penalties: Penalties) -> Vec<f64> {
    let mut columns: Vec<Vec<u32>> = vec![Vec::new(); keys];
    for (row, (features, ..)) in rows.iter().enumerate() {
        for &feature in *features {
            columns[feature as usize].push(u32::try_from(row).unwrap_or(u32::MAX));
        }
    }
    let mut weights = vec![0.0_f64; keys];
    let mut margins = vec![0.0_f64; rows.len()];
    for _ in 0..penalties.sweeps {
        for (weight, column) in weights.iter_mut().zip(&columns) {
            if column.len() < penalties.least {
                continue;
            }
            let (mut slope, mut curve) = (penalties.square * *weight, penalties.square);
            for &row in column {
                let (_, label, importance) = rows[row as usize];
                let probability = 1.0 / (1.0 + (-margins[row as usize]).exp());
                slope += importance * (probability - f64::from(u8::from(label)));
                curve += importance * (probability * (1.0 - probability)).max(0.01);
            }
            let aim = *weight - slope / curve;
            let shrunk = aim.signum() * (aim.abs() - penalties.absolute / curve).max(0.0);
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
