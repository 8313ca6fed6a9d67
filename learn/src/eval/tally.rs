//! Precision, recall and F1, with confidence intervals.

use crate::share::percent;
use std::iter::Sum;
use std::ops::AddAssign;

/// The counts behind precision and recall. In a plain share, both totals are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of right ones.
    pub right: usize,
    /// The number that the engine found.
    pub found: usize,
    /// The number in the gold data.
    pub wanted: usize,
}

impl Tally {
    /// A count for precision and recall.
    pub fn new(right: usize, found: usize, wanted: usize) -> Tally {
        Tally { right, found, wanted }
    }

    /// A plain share of `all`.
    pub fn share(right: usize, all: usize) -> Tally {
        Tally::new(right, all, all)
    }

    /// Precision in percent; 0 if nothing was found, as in the literature.
    pub fn precision(&self) -> f64 {
        percent(self.right, self.found)
    }

    /// Recall in percent.
    pub fn recall(&self) -> f64 {
        percent(self.right, self.wanted)
    }

    /// F1 in percent: the harmonic mean of precision and recall. For a plain share, the share itself.
    pub fn f1(&self) -> f64 {
        percent(2 * self.right, self.found + self.wanted)
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Tally) {
        self.right += other.right;
        self.found += other.found;
        self.wanted += other.wanted;
    }
}

impl Sum for Tally {
    fn sum<Tallies: Iterator<Item = Tally>>(tallies: Tallies) -> Tally {
        let mut total = Tally::default();
        tallies.for_each(|tally| total += tally);
        total
    }
}

/// The number of bootstrap samples.
const DRAWS: usize = 1000;

/// The 95 % confidence interval of a corpus's F1, by Efron's percentile bootstrap over documents, with a fixed seed.
pub fn interval(documents: &[Tally]) -> (f64, f64) {
    let mut random = fastrand::Rng::with_seed(0);
    let mut values: Vec<f64> = (0..DRAWS)
        .map(|_| documents.iter().map(|_| documents[random.usize(..documents.len())]).sum::<Tally>().f1())
        .collect();
    values.sort_by(f64::total_cmp);
    (values[DRAWS * 25 / 1000], values[DRAWS * 975 / 1000])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages() {
        let tally: Tally = [Tally::new(1, 2, 4), Tally::new(2, 2, 2)].into_iter().sum();
        assert_eq!((tally.precision(), tally.recall(), tally.f1()), (75.0, 50.0, 60.0));
        assert_eq!(Tally::share(1, 4).f1(), 25.0);
        assert_eq!(Tally::default().f1(), 0.0);
    }

    #[test]
    fn an_interval_is_narrow_where_documents_are_alike() {
        assert_eq!(interval(&[Tally::share(1, 2); 10]), (50.0, 50.0));
        let (low, high) = interval(&[Tally::share(0, 1), Tally::share(1, 1), Tally::share(1, 1), Tally::share(0, 1)]);
        assert!(low < 50.0 && 50.0 < high, "{low} {high}");
    }
}
