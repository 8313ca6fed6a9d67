//! The hyperparameters of the model of kinds.

/// The hyperparameters.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// A feature that occurs in fewer quotations than this gets no weight.
    pub least: usize,
    /// The L1 penalty: the larger, the fewer features keep a weight.
    pub absolute: f64,
    /// The L2 penalty.
    pub square: f64,
    /// The weight of a stretch that nobody said, because these are rarer in the training articles than elsewhere.
    pub nobody: f64,
    /// Added to the sum that tells quotations from other stretches.
    pub bias: f64,
    /// A stretch of this many words that is not annotated is excluded from training.
    pub longest: usize,
    /// The weight of articles whose annotators also marked what nobody said.
    pub careful: f64,
    /// The weight of the project's own cases.
    pub own: f64,
    /// The number of passes of coordinate descent over all features.
    pub sweeps: usize,
    /// A stretch that is not annotated, but that a model of the other articles classifies as a quotation by this margin, was missed by the
    /// annotators and is excluded from training.
    pub missed: f64,
    /// The same margin for an annotated stretch, such as a title that was annotated as speech.
    pub mistaken: f64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            least: 4,
            absolute: 1.0,
            square: 3.0,
            nobody: 1.0,
            bias: 0.0,
            longest: 1000,
            careful: 2.0,
            own: 2.0,
            sweeps: 40,
            missed: 3.0,
            mistaken: 2.0,
        }
    }
}
