//! The results of a corpus: the table, the errors, and the measures below their floors.

use super::errors::{ByClass, Mistake};
use super::tally::{Tally, interval};
use std::collections::BTreeMap;

/// The floors of a corpus's measures.
type Floors = BTreeMap<String, f64>;

/// The results for one gold file.
pub struct Corpus {
    /// Its name among the gold data.
    pub name: &'static str,
    documents: usize,
    bytes: usize,
    seconds: f64,
    rows: Vec<Row>,
    /// The errors by class.
    pub errors: ByClass,
}

struct Row {
    measure: &'static str,
    total: Tally,
    interval: (f64, f64),
}

impl Corpus {
    /// A corpus of so many documents and bytes that the engine read in this many seconds.
    pub fn new(name: &'static str, documents: usize, bytes: usize, seconds: f64) -> Corpus {
        Corpus { name, documents, bytes, seconds, rows: Vec::new(), errors: ByClass::new() }
    }

    /// Adds one row for each measure from the tallies of the documents.
    pub fn add_rows<const COUNT: usize>(&mut self, measures: [&'static str; COUNT], documents: &[[Tally; COUNT]]) {
        for (index, measure) in measures.into_iter().enumerate() {
            let tallies: Vec<Tally> = documents.iter().map(|tallies| tallies[index]).collect();
            let total: Tally = tallies.iter().copied().sum();
            // A measure without gold data has no row.
            if total.wanted > 0 {
                self.rows.push(Row { measure, total, interval: interval(&tallies) });
            }
        }
    }

    /// Adds the errors of one document.
    pub fn add_errors(&mut self, document: &str, mistakes: Vec<Mistake>) {
        for mistake in mistakes {
            self.errors.entry(mistake.class).or_default().push((document.to_owned(), mistake));
        }
    }

    /// Prints the table, including floors.
    pub fn print(&self, floors: Option<&Floors>) {
        let kilobytes = self.bytes as f64 / 1000.0;
        println!("\n{}: {} documents, {kilobytes:.0} kB in {:.2} s", self.name, self.documents, self.seconds);
        println!("  {:24} {:>6} {:>6} {:>6}   {:14} {:>6}", "measure", "P", "R", "F1", "95 % interval", "floor");
        for Row { measure, total, interval: (low, high) } in &self.rows {
            let floor =
                floors.and_then(|floors| floors.get(*measure)).map_or(String::new(), |floor| format!("{floor:.1}"));
            let shown = format!("{low:.1} – {high:.1}");
            let (precision, recall, f1) = (total.precision(), total.recall(), total.f1());
            println!(
                "  {measure:24} {precision:6.2} {recall:6.2} {f1:6.2}   {shown:14} {floor:>6}   {} right, {} found, {} wanted",
                total.right, total.found, total.wanted
            );
        }
    }

    /// Prints a random sample of the errors of each class, with a fixed seed.
    pub fn print_errors(&self, count: usize) {
        let mut random = fastrand::Rng::with_seed(0);
        for (class, errors) in self.errors.iter().filter(|_| count > 0) {
            println!("\n--- {}: {class} ({})", self.name, errors.len());
            let mut order: Vec<&(String, Mistake)> = errors.iter().collect();
            random.shuffle(&mut order);
            order.iter().take(count).for_each(|(document, mistake)| println!("{document}: {}\n", mistake.plain()));
        }
    }

    /// A sentence for each measure that is below its floor.
    pub fn failures(&self, floors: &Floors) -> Vec<String> {
        let failure = |(measure, &floor): (&String, &f64)| match self.rows.iter().find(|row| row.measure == measure) {
            None => Some(format!("{} has no measure {measure}", self.name)),
            Some(row) if row.total.f1() < floor => {
                Some(format!("{}: {measure} is {:.2}, not {floor}", self.name, row.total.f1()))
            }
            Some(_) => None,
        };
        floors.iter().filter_map(failure).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_below_its_floor_is_named() {
        let mut corpus = Corpus::new("a.jsonl", 0, 0, 0.0);
        corpus.add_rows(["value", "cal", "null-ok"], &[[Tally::share(1, 2), Tally::share(3, 4), Tally::default()]]);
        let floors = |entries: &[(&str, f64)]| entries.iter().map(|&(name, value)| (name.to_owned(), value)).collect();
        assert_eq!(corpus.failures(&floors(&[("value", 50.0), ("cal", 75.0)])), Vec::<String>::new());
        assert_eq!(corpus.failures(&floors(&[("value", 50.1)])), ["a.jsonl: value is 50.00, not 50.1"]);
        assert_eq!(corpus.failures(&floors(&[("null-ok", 1.0)])), ["a.jsonl has no measure null-ok"]);
    }
}
