//! Shares.

/// A share in percent; of nothing it is none.
pub fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
