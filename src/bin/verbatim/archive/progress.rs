//! A progress bar on a terminal; elsewhere nothing.

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Instant;

/// How far a run is.
pub struct Progress {
    bar: ProgressBar,
    start: Instant,
    records: u64,
}

impl Progress {
    /// Begins. The bar shows only if standard error is a terminal.
    pub fn new(is_shown: bool, bytes: Option<u64>) -> Progress {
        let target = if is_shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(bytes, target);
        let template = match bytes {
            Some(_) => "{wide_bar} {percent}% {msg} {binary_bytes_per_sec} {eta} left",
            None => "{spinner} {msg} {binary_bytes_per_sec} {elapsed}",
        };
        // The template is one of ours, so it is valid; the default would do as well.
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Progress { bar, start: Instant::now(), records: 0 }
    }

    /// So many more records are answered, with so many bytes of the input read.
    pub fn advance(&mut self, records: u64, bytes: u64) {
        self.records += records;
        if self.bar.is_hidden() {
            return;
        }
        let rate = self.records as f64 / self.start.elapsed().as_secs_f64().max(0.001);
        self.bar.set_message(format!("{} records, {}/s", HumanCount(self.records), HumanCount(rate as u64)));
        self.bar.set_position(bytes);
    }

    /// Prints a message to standard error, above the bar if there is one.
    pub fn say(&self, message: &str) {
        self.bar.suspend(|| eprintln!("verbatim: {message}"));
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
