//! Whether answers are the same.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

/// Checks that two series of files hold the same answers, line by line. The number of an error's line may be another, as Spark counts
/// within a part. Returns how many there are.
pub fn same_lines(expected: &[PathBuf], found: &[PathBuf]) -> Result<usize> {
    let (mut expected, mut found) = (lines(expected), lines(found));
    let mut number = 0;
    loop {
        match (expected.next().transpose()?, found.next().transpose()?) {
            (None, None) => return Ok(number),
            (Some(expected), Some(found)) if is_same(&expected, &found) => number += 1,
            (expected, found) => bail!(
                "answer {} differs:\n  {}\n  {}",
                number + 1,
                expected.as_deref().unwrap_or("nothing"),
                found.as_deref().unwrap_or("nothing")
            ),
        }
    }
}

fn lines(files: &[PathBuf]) -> impl Iterator<Item = Result<String>> + '_ {
    files.iter().cloned().flat_map(|file| match File::open(&file) {
        Ok(open) => {
            Box::new(BufReader::new(open).lines().map(|line| Ok(line?))) as Box<dyn Iterator<Item = Result<String>>>
        }
        Err(error) => Box::new(std::iter::once(Err(error).with_context(|| file.display().to_string()))),
    })
}

fn is_same(expected: &str, found: &str) -> bool {
    expected == found || matches!((error_of(expected), error_of(found)), (Some(one), Some(other)) if one == other)
}

/// The error in a line that has one, without its number.
fn error_of(line: &str) -> Option<Value> {
    let mut answer: Value = serde_json::from_str(line).ok()?;
    answer.get("error")?;
    answer.as_object_mut()?.remove("line");
    Some(answer)
}

/// Checks that rows hold the same answers as lines, whatever their order. Rows have all columns, `null` where an answer lacks one, and a
/// string for any `id`.
pub fn same_rows(expected: &[PathBuf], rows: &[PathBuf]) -> Result<usize> {
    let mut answers = HashMap::new();
    for line in lines(expected) {
        let answer = plain(serde_json::from_str(&line?)?);
        ensure!(answers.insert(answer["id"].to_string(), answer).is_none(), "two answers have the same `id`");
    }
    let count = answers.len();
    for line in lines(rows) {
        let row = plain(serde_json::from_str(&line?)?);
        let expected = answers.remove(&row["id"].to_string());
        ensure!(expected.as_ref() == Some(&row), "a row differs:\n  {}\n  {row}", expected.unwrap_or_default());
    }
    ensure!(answers.is_empty(), "{} answers have no row", answers.len());
    Ok(count)
}

/// The answer with its `id` as a string, without the number of an error's line and without what is `null`.
fn plain(mut answer: Value) -> Value {
    if let Some(object) = answer.as_object_mut() {
        object.remove("line");
        if let Some(id) = object.get_mut("id").filter(|id| !id.is_string()) {
            *id = Value::String(id.to_string());
        }
    }
    without_nulls(answer)
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(object) => object
            .into_iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, it)| (name, without_nulls(it)))
            .collect(),
        Value::Array(values) => values.into_iter().map(without_nulls).collect(),
        value => value,
    }
}

/// Checks that two folders hold the same files, byte for byte. Returns how many there are.
pub fn same_folders(expected: &Path, found: &Path) -> Result<usize> {
    let (names, others) = (names(expected)?, names(found)?);
    ensure!(
        names == others,
        "{} and {} hold other files: {names:?} and {others:?}",
        expected.display(),
        found.display()
    );
    for name in &names {
        let is_same = fs::read(expected.join(name))? == fs::read(found.join(name))?;
        ensure!(is_same, "{} differs from that in {}", found.join(name).display(), expected.display());
    }
    Ok(names.len())
}

/// The names of the files in a folder, sorted.
pub fn names(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut names = entries.map(|entry| Ok(PathBuf::from(entry?.file_name()))).collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::{is_same, plain};
    use serde_json::json;

    #[test]
    fn only_the_number_of_a_line_may_differ() {
        let rows = [
            ("the same", r#"{"id":1,"quotes":[]}"#, r#"{"id":1,"quotes":[]}"#, true),
            ("another answer", r#"{"id":1,"quotes":[]}"#, r#"{"id":2,"quotes":[]}"#, false),
            ("an answer with a number", r#"{"id":1,"line":1}"#, r#"{"id":1,"line":2}"#, false),
            ("an error elsewhere", r#"{"id":1,"line":7,"error":"a"}"#, r#"{"id":1,"line":2,"error":"a"}"#, true),
            ("another error", r#"{"id":1,"line":7,"error":"a"}"#, r#"{"id":1,"line":7,"error":"b"}"#, false),
        ];
        for (name, one, other, expected) in rows {
            assert_eq!(is_same(one, other), expected, "{name}");
        }
    }

    #[test]
    fn a_row_is_an_answer_with_all_columns() {
        let answer = json!({"id": 7, "quotes": [{"start": 0, "cue": null}], "statements": []});
        let row =
            json!({"id": "7", "quotes": [{"start": 0, "cue": null}], "statements": [], "line": null, "error": null});
        assert_eq!(plain(answer), plain(row));
    }
}
