//! The measured texts: an article of our own, the same repeated, and texts that are hard for a careless implementation.

use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// A text, written as `NAME.txt`.
pub struct Text {
    /// The name of its file.
    pub name: &'static str,
    /// What it is.
    pub description: &'static str,
    /// Its length.
    pub bytes: usize,
}

/// How often the long article repeats the article.
const REPETITIONS: usize = 28;

/// Writes all texts, the article first.
pub fn write(workspace: &Workspace, folder: &Path) -> Result<Vec<Text>> {
    let article =
        fs::read_to_string(workspace.root.join("benches/article.txt")).context("benches/article.txt is missing")?;
    let article = format!("{}\n\n", article.trim());
    fs::create_dir_all(folder)?;
    let texts = [
        ("article", "the article", article.repeat(REPETITIONS)),
        ("long", "ten times the article", article.repeat(10 * REPETITIONS)),
        ("marks", "10,000 quotation marks", "“It is so,” she said. ".repeat(5000)),
        ("unclosed", "10,000 marks that open", "“It is so, she said. ".repeat(10_000)),
        ("verbs", "one sentence of quotations with verbs", "told her «b» ".repeat(15_000)),
        ("fragments", "one sentence of quotations, no speaker", "“We go,” ".repeat(25_000)),
        ("speakers", "one sentence of quotations of `he`", "he “said” ".repeat(50_000)),
        ("descriptions", "descriptions of nobody without end", "the mayor Sunday night – ".repeat(10_000)),
        ("surnames", "10,000 people of one surname", surnames(10_000)),
        ("headlines", "5,000 headlines with capitals", "Plan Of Reyes Helps Owners Again\n\n".repeat(5000)),
        ("breaks", "quotations in lines without end", "“a”\n".repeat(50_000)),
        ("names", "5,000 names", names(5000)),
        ("straight", "one straight mark a million times", "\"".repeat(1_000_000)),
        ("curly", "one opening mark a million times", "“".repeat(1_000_000)),
        ("single", "one apostrophe a million times", "'".repeat(1_000_000)),
        ("digits", "a million digits", "1234567890".repeat(100_000)),
        ("numbers", "numbers without end", "12 12 ".repeat(100_000)),
        ("months", "months without end", "May, June or July ".repeat(20_000)),
        ("lists", "months in a list without end", "January, February, March ".repeat(20_000)),
        ("weekdays", "weekdays without end", "Monday or Tuesday ".repeat(20_000)),
        ("slashes", "days of the month without end", "on 5/1, ".repeat(50_000)),
        ("inmonth", "`in May` without end", "in May ".repeat(50_000)),
        ("years", "years joined without end", "1990-1991-".repeat(50_000)),
        ("spelled", "spelled numbers without end", "two hundred and twenty-".repeat(20_000)),
        ("pointers", "`last of the next` without end", "last of the next ".repeat(30_000)),
        ("in", "`in` without end", "in ".repeat(200_000)),
        ("letters", "one word of a million letters", "a".repeat(1_000_000)),
    ];
    let write = |(name, description, text): (&'static str, &'static str, String)| {
        fs::write(folder.join(name).with_extension("txt"), text.trim_end())?;
        Ok(Text { name, description, bytes: text.trim_end().len() })
    };
    texts.into_iter().map(write).collect()
}

/// A text in which this many people with one surname speak.
fn surnames(count: usize) -> String {
    (0..count)
        .map(|number| format!("“No,” {}{} Hill said. ", name(number / 71), name(number % 71).to_lowercase()))
        .collect()
}

/// A text in which this many people with different names speak.
fn names(count: usize) -> String {
    (0..count).map(|number| format!("“It is so,” {} {} said. ", name(number / 71), name(number % 71))).collect()
}

/// A unique name for each number.
fn name(mut number: usize) -> String {
    const SYLLABLES: [&str; 8] = ["ba", "den", "ko", "lim", "ra", "sto", "ti", "vel"];
    let mut name = String::new();
    loop {
        name.push_str(SYLLABLES[number % 8]);
        number /= 8;
        if number == 0 {
            break;
        }
    }
    name[..1].to_uppercase() + &name[1..] + "n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_differ() {
        let names: HashSet<String> =
            (0..5000).map(|number| format!("{} {}", name(number / 71), name(number % 71))).collect();
        assert_eq!(names.len(), 5000);
    }
}
