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
    }
}
