//! The calibration of confidences.

/// Confidences and outcomes, in ten equal bins.
#[derive(Default)]
pub struct Reliability {
    bins: [Bin; 10],
}

#[derive(Clone, Copy, Default)]
struct Bin {
    count: usize,
    right: usize,
    confidence: f64,
}

impl Reliability {
    /// Adds one answer: its confidence, from 0 to 1, and whether it was right.
    pub fn add(&mut self, confidence: f64, right: bool) {
        let bin = &mut self.bins[((confidence * 10.0) as usize).min(9)];
        bin.count += 1;
        bin.right += usize::from(right);
        bin.confidence += confidence;
    }

    /// The expected calibration error (Naeini et al. 2015): the mean difference between confidence and accuracy, from 0 to 1.
    pub fn error(&self) -> f64 {
        let total: usize = self.bins.iter().map(|bin| bin.count).sum();
        let apart: f64 = self.bins.iter().map(|bin| (bin.confidence - bin.right as f64).abs()).sum();
        apart / total.max(1) as f64
    }

    /// The table, one line for each bin.
    pub fn table(&self) -> String {
        let row = |(index, bin): (usize, &Bin)| {
            let share = |part: f64| 100.0 * part / bin.count.max(1) as f64;
            format!(
                "  {:>3}-{:<3} %  {:>6} answers  {:>5.1} % sure  {:>5.1} % right\n",
                10 * index,
                10 * index + 10,
                bin.count,
                share(bin.confidence),
                share(bin.right as f64)
            )
        };
        self.bins.iter().enumerate().filter(|(_, bin)| bin.count > 0).map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_is_how_far_confidence_and_truth_lie_apart() {
        let mut reliability = Reliability::default();
        for right in [true, true, true, false] {
            reliability.add(0.95, right);
        }
        assert!((reliability.error() - 0.2).abs() < 1e-9, "{}", reliability.error());
        assert_eq!(reliability.table(), "   90-100 %       4 answers   95.0 % sure   75.0 % right\n");
    }
}
