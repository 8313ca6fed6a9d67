//! Percentages.

/// A share in percent; 0 if the total is 0.
pub fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
