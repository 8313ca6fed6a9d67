//! The questions of `examples/spark/README.md`, answered from what is known of the articles.

use super::articles::{Made, Said};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Whose statements over time are asked for.
const WHO: &str = "Ana Adeyemi";

/// The word that is asked for.
const WORD: &str = "ferry";

/// How many words in a row make two quotations the same.
const RUN: usize = 7;

/// How many rows the first two questions ask for, and how many the last two.
const FEW: usize = 10;
const MORE: usize = 20;

/// A statement as the README's table has it.
struct Row<'a> {
    id: usize,
    published: Date,
    said: &'a Said,
    day: Date,
    words: String,
}

/// The rows that answer each question.
pub fn known(articles: &[Made]) -> Vec<Vec<Value>> {
    let rows: Vec<Row> = articles.iter().flat_map(rows).collect();
    vec![most_quoted(&rows), quoted_and_reported(&rows), by_month(&rows), about_a_word(&rows), differently(&rows)]
}

fn rows(article: &Made) -> impl Iterator<Item = Row<'_>> {
    article.said.iter().flatten().map(|said| {
        let mark = |piece: &String| if said.is_quoted { format!("“{piece}”") } else { piece.clone() };
        let words = said.pieces.iter().map(mark).collect::<Vec<_>>().join(" … ");
        Row { id: article.id, published: article.published, said, day: said.day.unwrap_or(article.published), words }
    })
}

fn most_quoted(rows: &[Row]) -> Vec<Value> {
    let mut counts: BTreeMap<&str, (usize, BTreeSet<usize>)> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.said.is_quoted) {
        let (statements, articles) = counts.entry(&row.said.who).or_default();
        *statements += 1;
        articles.insert(row.id);
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, (statements, _))| std::cmp::Reverse(*statements));
    let row =
        |(who, (statements, articles)): (&str, (usize, BTreeSet<usize>))| json!([who, statements, articles.len()]);
    counts.into_iter().take(FEW).map(row).collect()
}

fn quoted_and_reported(rows: &[Row]) -> Vec<Value> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in rows {
        let (quoted, reported) = counts.entry(&row.said.who).or_default();
        *if row.said.is_quoted { quoted } else { reported } += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, (quoted, reported))| std::cmp::Reverse(quoted + reported));
    counts.into_iter().take(FEW).map(|(who, (quoted, reported))| json!([who, quoted, reported])).collect()
}

fn by_month(rows: &[Row]) -> Vec<Value> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.said.who == WHO) {
        *counts.entry(row.day.to_string().chars().take(7).collect()).or_default() += 1;
    }
    counts.into_iter().map(|(month, statements)| json!([month, statements])).collect()
}

fn about_a_word(rows: &[Row]) -> Vec<Value> {
    let mut found: Vec<&Row> = rows.iter().filter(|row| plain(&row.words).iter().any(|word| word == WORD)).collect();
    found.sort_by_key(|row| (row.day, row.id, &row.words));
    let row = |row: &&Row| json!([row.day.to_string(), row.id, row.said.who, row.words]);
    found.iter().take(MORE).map(row).collect()
}

fn differently(rows: &[Row]) -> Vec<Value> {
    let quoted: Vec<(&Row, Vec<String>)> =
        rows.iter().filter(|row| row.said.is_quoted).map(|row| (row, plain(&row.words))).collect();
    let mut places: HashMap<(Date, &[String]), Vec<usize>> = HashMap::new();
    for (index, (row, words)) in quoted.iter().enumerate() {
        for run in words.windows(RUN) {
            places.entry((row.published, run)).or_default().push(index);
        }
    }
    // How many runs two quotations share.
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for alike in places.values() {
        for (position, one) in alike.iter().enumerate() {
            for other in &alike[position + 1..] {
                let ((a, a_words), (b, b_words)) = (&quoted[*one], &quoted[*other]);
                if a.id != b.id && (a_words != b_words || a.said.who != b.said.who) {
                    *shared.entry((*one, *other)).or_default() += 1;
                }
            }
        }
    }
    let mut pairs: Vec<_> =
        shared.into_iter().map(|((one, other), runs)| (runs, quoted[one].0, quoted[other].0)).collect();
    pairs.sort_by_key(|(runs, a, b)| (std::cmp::Reverse(*runs), a.id, b.id, &a.words, &b.words));
    let row = |(_, a, b): &(usize, &Row, &Row)| json!([a.id, b.id, a.said.who, b.said.who, a.words, b.words]);
    pairs.iter().take(MORE).map(row).collect()
}

/// The words in lower case, without punctuation.
fn plain(words: &str) -> Vec<String> {
    let words = words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::known;
    use crate::archive::articles::{Made, Said};
    use jiff::civil::date;
    use serde_json::{Value, json};

    fn made(id: usize, said: &[(&str, bool, &str)]) -> Made {
        let said = said.iter().map(|(who, is_quoted, words)| Said {
            who: (*who).to_owned(),
            is_quoted: *is_quoted,
            pieces: vec![(*words).to_owned()],
            day: None,
        });
        Made { id, published: date(2025, 3, 14), said: Some(said.collect()), line: String::new() }
    }

    #[test]
    fn questions_are_answered_from_what_is_known() {
        let longer = "The old ferry will stay here until the spring,";
        let articles = [
            made(1, &[("Ana Adeyemi", true, longer), ("Lena Ortiz", false, "the bus was late")]),
            made(
                2,
                &[("Ana Adeyemi", true, "The old ferry will stay here until spring."), ("Lena Ortiz", true, longer)],
            ),
            made(3, &[("Ana Adeyemi", true, longer), ("Ana Adeyemi", false, "ferryboats are slow")]),
        ];
        let answers = known(&articles);
        assert_eq!(answers[0], [json!(["Ana Adeyemi", 3, 3]), json!(["Lena Ortiz", 1, 1])]);
        assert_eq!(answers[1], [json!(["Ana Adeyemi", 3, 1]), json!(["Lena Ortiz", 1, 1])]);
        assert_eq!(answers[2], [json!(["2025-03", 4])]);
        let ids = |rows: &[Value], columns: &[usize]| -> Vec<Vec<Value>> {
            rows.iter().map(|row| columns.iter().map(|column| row[*column].clone()).collect()).collect()
        };
        assert_eq!(ids(&answers[3], &[1]), [[json!(1)], [json!(2)], [json!(2)], [json!(3)]]);
        let pairs = [[json!(1), json!(2)], [json!(2), json!(3)], [json!(1), json!(2)], [json!(2), json!(3)]];
        assert_eq!(ids(&answers[4], &[0, 1]), pairs, "not the same words of the same speaker");
    }
}
