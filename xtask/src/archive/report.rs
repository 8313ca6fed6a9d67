//! What was measured, and whether it is enough.

use anyhow::{Result, ensure};

/// The figures in the order in which they were measured.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

struct Row {
    name: String,
    value: f64,
    /// What is asked for, and whether it is met.
    bar: Option<(String, bool)>,
}

impl Report {
    /// Only tells.
    pub fn note(&mut self, name: &str, value: f64) {
        self.rows.push(Row { name: name.to_owned(), value, bar: None });
    }

    /// Asks for so much.
    pub fn at_least(&mut self, name: &str, value: f64, bar: f64) {
        self.rows.push(Row { name: name.to_owned(), value, bar: Some((format!("at least {bar}"), value >= bar)) });
    }

    /// Allows so much.
    pub fn at_most(&mut self, name: &str, value: f64, bar: f64) {
        self.rows.push(Row { name: name.to_owned(), value, bar: Some((format!("at most {bar:.0}"), value <= bar)) });
    }

    /// Prints all figures.
    ///
    /// # Errors
    /// If one is not what is asked for.
    pub fn print(&self) -> Result<()> {
        println!();
        for Row { name, value, bar } in &self.rows {
            let bar = bar
                .as_ref()
                .map_or(String::new(), |(bar, is_met)| format!("  {bar}{}", if *is_met { "" } else { ": NOT MET" }));
            println!("  {name:58} {value:10.2}{bar}");
        }
        let missed: Vec<&str> = self
            .rows
            .iter()
            .filter(|row| row.bar.as_ref().is_some_and(|(_, is_met)| !is_met))
            .map(|row| row.name.as_str())
            .collect();
        ensure!(missed.is_empty(), "not met: {}. On a busy machine, rates say little", missed.join("; "));
        Ok(())
    }
}
