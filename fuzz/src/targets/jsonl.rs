//! Lines of the command line's `--jsonl`.

use super::Vocabulary;
use super::answers::{Parts, answer_line};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::HashSet;

/// What such lines are made of.
pub const WORDS: &Vocabulary = &Vocabulary {
    lines: &[include_str!("../../words/jsonl.txt")],
    words: &[include_str!("../../../tests/words/news.txt")],
};

/// The number that the line is given.
const LINE: u64 = 7;

#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    text: String,
}

#[derive(Deserialize)]
struct Failure {
    line: u64,
    error: String,
}

#[derive(Deserialize)]
struct Answer<'a> {
    #[serde(borrow)]
    id: &'a RawValue,
    quotes: Vec<Quoted>,
    reported: Vec<Quoted>,
    people: Vec<Person>,
    dates: Vec<Place>,
    statements: Vec<Statement>,
}

/// A quotation or reported speech.
#[derive(Deserialize)]
struct Quoted {
    #[serde(flatten)]
    place: Place,
    speaker: Option<Place>,
    cue: Option<Place>,
    canonical: Option<String>,
    confidence: f64,
}

#[derive(Deserialize)]
struct Place {
    start: usize,
    end: usize,
    text: Option<String>,
}

#[derive(Deserialize)]
struct Person {
    name: String,
    mentions: Vec<Place>,
}

#[derive(Deserialize)]
struct Statement {
    quotes: Vec<usize>,
    speaker: Option<String>,
}

/// See [`super::Check`].
pub fn check(data: &[u8], thoroughly: bool) -> Result<(), String> {
    let line = data.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let mut output = Vec::new();
    let failed = answer_line(line, LINE, &Parts::default(), &mut output).is_err();
    let output = String::from_utf8(output).map_err(|error| error.to_string())?;
    let answer = Some(output.as_str()).filter(|answer| !answer.contains('\n')).ok_or("the answer is not one line")?;
    if thoroughly {
        let mut again = Vec::new();
        let failed_again = answer_line(line, LINE, &Parts::default(), &mut again).is_err();
        if failed_again != failed || again != output.as_bytes() {
            return Err("the same line has another answer the second time".to_owned());
        }
    }
    if failed { check_failure(answer) } else { check_answer(line, answer) }
}

fn check_failure(answer: &str) -> Result<(), String> {
    let Failure { line, error } = serde_json::from_str(answer).map_err(|error| format!("{answer}: {error}"))?;
    if line != LINE || error.is_empty() {
        return Err(format!("{answer} names another line, or no error"));
    }
    Ok(())
}

fn check_answer(line: &[u8], answer: &str) -> Result<(), String> {
    let line = str::from_utf8(line).map_err(|_| "a line that is no text has an answer")?;
    let request: Request = serde_json::from_str(line).map_err(|error| format!("{line} has an answer: {error}"))?;
    let written = serde_json::from_str::<Answer>(answer).map_err(|error| format!("{answer}: {error}"))?;
    if request.id.map(RawValue::get) != Some(written.id.get()) {
        return Err(format!("the id of {answer} is not as it was"));
    }
    check_places(&request.text, &written).map_err(|error| format!("{error} in {answer}"))
}

/// Offsets count code points, and every reference is to something that is listed.
fn check_places(text: &str, answer: &Answer) -> Result<(), &'static str> {
    let characters: Vec<char> = text.chars().collect();
    let is_good = |place: &Place| {
        let found = characters.get(place.start..place.end).filter(|found| !found.is_empty());
        found.is_some_and(|found| place.text.as_ref().is_none_or(|text| found.iter().copied().eq(text.chars())))
    };
    let names: HashSet<&str> = answer.people.iter().map(|person| person.name.as_str()).collect();
    let is_listed = |name: &Option<String>| name.as_ref().is_none_or(|name| names.contains(name.as_str()));
    for Quoted { place, speaker, cue, canonical, confidence } in answer.quotes.iter().chain(&answer.reported) {
        if !is_good(place) || !speaker.iter().chain(cue).all(is_good) {
            return Err("a wrong place");
        }
        if !is_listed(canonical) || !(0.0..=1.0).contains(confidence) {
            return Err("a name that is not listed, or a confidence that is no share");
        }
    }
    let mentions = answer.people.iter().flat_map(|person| &person.mentions);
    if !answer.dates.iter().chain(mentions).all(is_good) {
        return Err("a wrong place of a date or a person");
    }
    for Statement { quotes, speaker } in &answer.statements {
        if !quotes.iter().all(|&quote| quote < answer.quotes.len()) || !is_listed(speaker) {
            return Err("a statement that refers to nothing");
        }
    }
    Ok(())
}
