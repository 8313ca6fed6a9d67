//! The hyperparameters of the model of kinds.

use crate::train::regression::Penalties;

/// How the weights are fitted.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How the weights are held small.
    pub penalties: Penalties,
    /// How much more a stretch counts that careful annotators say nobody said: they are rarer in the training articles than elsewhere.
    pub nobody: f64,
    /// Added to the sum that tells quotations from other stretches.
    pub bias: f64,
    /// A stretch of this many words that is not annotated is excluded from training.
    pub longest: usize,
    /// The weight of articles whose annotators also marked what nobody said.
    pub careful: f64,
    /// How much more those of modern news count.
    pub modern: f64,
    /// How much those of American politics count, which are many and alike.
    pub politics: f64,
    /// How much more the project's own cases count than annotated stretches.
    pub own: f64,
    /// A stretch that nobody is said to have said, but that the other articles make somebody's words by so much, is one that the
    /// annotators missed, and is not learned from.
    pub missed: f64,
    /// The same margin for an annotated stretch, such as a title that was annotated as speech.
    pub mistaken: f64,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            penalties: Penalties { least: 4, absolute: 1.0, square: 6.0, sweeps: 40 },
            nobody: 2.0,
            bias: 0.1,
            longest: 1000,
            careful: 2.0,
            modern: 1.0,
            politics: 0.7,
            own: 2.0,
            missed: 3.0,
            mistaken: 2.0,
        }
    }
}
