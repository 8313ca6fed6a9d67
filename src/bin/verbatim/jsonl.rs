//! `--jsonl`: the answer to an article in JSON.
//!
//! Offsets count Unicode code points of the record's `text`, end exclusive. A line that cannot be answered gets an error object.

use super::meta::Meta;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use verbatim::annotations::{Annotations, DateAnchor, Span};
use verbatim::article::{Article, blocks_of_text, parse_published};
use verbatim::offsets::OffsetMap;

/// All fields accept any JSON, so that an answer to a wrong one can still give the `id`, which comes back as it was written:
/// no number is too large for that, and no string has to be Unicode.
#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    published: Option<&'a RawValue>,
    #[serde(borrow)]
    headline: Option<&'a RawValue>,
}

#[derive(Serialize)]
struct Failure<'a> {
    id: Option<&'a RawValue>,
    line: u64,
    error: String,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a RawValue,
    #[serde(skip_serializing_if = "Meta::is_empty")]
    meta: Meta<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotes: Option<Vec<AnswerQuote<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reported: Option<Vec<AnswerReported<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Vec<AnswerPerson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dates: Option<Vec<AnswerDate<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statements: Option<Vec<AnswerStatement<'a>>>,
}

#[derive(Serialize)]
struct AnswerSpan<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct AnswerPerson<'a> {
    name: &'a str,
    kind: &'static str,
    mentions: Vec<AnswerPlace>,
}

#[derive(Serialize)]
struct AnswerPlace {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct AnswerQuote<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    speaker: Option<AnswerSpan<'a>>,
    cue: Option<AnswerSpan<'a>>,
    canonical: Option<&'a str>,
    confidence: f64,
}

#[derive(Serialize)]
struct AnswerReported<'a> {
    start: usize,
    end: usize,
    speaker: Option<AnswerSpan<'a>>,
    cue: Option<AnswerSpan<'a>>,
    canonical: Option<&'a str>,
    confidence: f64,
    /// Only written if there are any.
    #[serde(skip_serializing_if = "<[usize]>::is_empty")]
    quotes: &'a [usize],
}

#[derive(Serialize)]
struct AnswerDate<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    /// Both this and `unresolved` are only written if true.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    ambiguous: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unresolved: bool,
}

#[derive(Serialize)]
struct AnswerStatement<'a> {
    quotes: &'a [usize],
    reported: Vec<usize>,
    speaker: Option<&'a str>,
    date: Option<&'a str>,
}

/// What of an answer is written, and what of the request with it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Parts {
    /// The parts of the answer to write, beside `id`; all where it is left out.
    #[arg(long, value_name = "PARTS", value_delimiter = ',', requires = "jsonl")]
    pub fields: Vec<Field>,
    /// Fields of the input to carry through, in the answer's `meta`. `verbatim find` needs `text` and `published`.
    #[arg(long, value_name = "FIELDS", value_delimiter = ',', requires = "jsonl")]
    pub meta: Vec<String>,
}

/// A part of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Field {
    Quotes,
    Reported,
    People,
    Dates,
    Statements,
}

impl Parts {
    fn has(&self, field: Field) -> bool {
        self.fields.is_empty() || self.fields.contains(&field)
    }
}

/// Writes the answer to a line without a line feed.
///
/// # Errors
/// Why there is no answer, if an error object was written instead.
pub fn answer_line(line: &[u8], number: u64, parts: &Parts, output: &mut Vec<u8>) -> Result<(), String> {
    let mut write = |answer: &dyn Fn(&mut Vec<u8>) -> serde_json::Result<()>| {
        let start = output.len();
        answer(output).map_err(|error| {
            output.truncate(start);
            error.to_string()
        })
    };
    let answered = read_request(line).and_then(|(id, text, article)| {
        let meta = Meta::read(line, &parts.meta).map_err(|error| (Some(id), error))?;
        let annotations = verbatim::annotate(&article);
        drop(article);
        let text: String = serde_json::from_str(text.get()).map_err(|error| (Some(id), error.to_string()))?;
        write(&|output| serde_json::to_writer(output, &answer(id, meta.clone(), &text, &annotations, parts)))
            .map_err(|error| (Some(id), error))
    });
    answered.or_else(|(id, error)| {
        let failure = Failure { id, line: number, error };
        write(&|output| serde_json::to_writer(output, &failure))?;
        Err(failure.error)
    })
}

/// Reads a line that is a JSON object.
///
/// # Errors
/// If it is none, or has fields of other types.
pub fn object<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<T, String> {
    let line = std::str::from_utf8(line).map_err(|error| format!("not valid UTF-8: {error}"))?;
    if !line.trim_start().starts_with('{') {
        return Err("not a JSON object".to_owned());
    }
    serde_json::from_str(line).map_err(|error| format!("not a JSON object: {error}"))
}

/// Reads a record: its `id`, its `text` as it is written, and the article. Nobody needs the text itself while the article is annotated,
/// and to read it twice costs far less than the memory that a large one takes.
fn read_request(line: &[u8]) -> Result<(&RawValue, &RawValue, Article), (Option<&RawValue>, String)> {
    let request: Request = object(line).map_err(|error| (None, error))?;
    let id = request.id;
    let fail = |error: &str| (id, error.to_owned());
    let read = |name: &str, field: Option<&RawValue>| {
        let value = field.map(|field| serde_json::from_str::<Value>(field.get())).transpose();
        value.map_err(|error| fail(&format!("`{name}` cannot be read: {error}")))
    };
    let Some(written) = request.text else { return Err(fail("the field `text` is missing")) };
    let text = match read("text", Some(written))? {
        Some(Value::String(text)) if text.trim().is_empty() => return Err(fail("`text` is empty")),
        Some(Value::String(text)) => text,
        _ => return Err(fail("`text` is not a string")),
    };
    let headline = match read("headline", request.headline)? {
        Some(Value::Bool(headline)) => headline,
        Some(Value::Null) | None => false,
        Some(_) => return Err(fail("`headline` is neither true nor false")),
    };
    let published = match read("published", request.published)? {
        Some(Value::String(date)) => Some(parse_published(&date).map_err(|error| fail(&error.to_string()))?),
        Some(Value::Null) | None => None,
        Some(_) => return Err(fail("`published` is not a string")),
    };
    let mut article = Article::from_text(&text, headline);
    article.published = published;
    match id {
        Some(id) => Ok((id, written, article)),
        None => Err((None, "the field `id` is missing".to_owned())),
    }
}

fn answer<'a>(
    id: &'a RawValue,
    meta: Meta<'a>,
    text: &'a str,
    annotations: &'a Annotations,
    parts: &Parts,
) -> Answer<'a> {
    let offsets = OffsetMap::code_points(text);
    let starts: Vec<usize> = blocks_of_text(text).map(|(start, _)| start).collect();
    let convert = |span: Span| {
        let (start, end) = (starts[span.block] + span.start, starts[span.block] + span.end);
        AnswerSpan { start: offsets.at(start), end: offsets.at(end), text: &text[start..end] }
    };
    let name = |person: Option<usize>| person.map(|person| annotations.people[person].name.as_str());
    let quotes = annotations.quotes.iter().map(|quote| {
        let AnswerSpan { start, end, .. } = convert(quote.span);
        AnswerQuote {
            start,
            end,
            kind: quote.kind.name(),
            speaker: quote.mention.map(convert),
            cue: quote.cue.map(convert),
            canonical: name(quote.person),
            confidence: rounded(quote.confidence),
        }
    });
    let reported = annotations.reported.iter().map(|reported| {
        let AnswerSpan { start, end, .. } = convert(reported.span);
        AnswerReported {
            start,
            end,
            speaker: reported.mention.map(convert),
            cue: reported.cue.map(convert),
            canonical: name(reported.person),
            confidence: rounded(reported.confidence),
            quotes: &reported.quotes,
        }
    });
    let place = |span: &Span| {
        let AnswerSpan { start, end, .. } = convert(*span);
        AnswerPlace { start, end }
    };
    let people = annotations.people.iter().chain(&annotations.mentioned).map(|person| AnswerPerson {
        name: &person.name,
        kind: person.kind.name(),
        mentions: person.mentions.iter().map(place).collect(),
    });
    let dates = annotations.dates.iter().map(|date| {
        let AnswerSpan { start, end, text } = convert(date.span);
        let modifier = date.modifier.map(|modifier| modifier.name());
        let (ambiguous, unresolved) = (date.ambiguous, date.anchor == DateAnchor::Unresolved);
        AnswerDate { start, end, text, kind: date.kind.name(), value: &date.value, modifier, ambiguous, unresolved }
    });
    let statements = annotations.statements.iter().map(|statement| AnswerStatement {
        quotes: &statement.quotes,
        reported: statement.reported.into_iter().collect(),
        speaker: name(statement.person),
        date: statement.date.map(|date| annotations.dates[date].value.as_str()),
    });
    Answer {
        id,
        meta,
        quotes: parts.has(Field::Quotes).then(|| quotes.collect()),
        reported: parts.has(Field::Reported).then(|| reported.collect()),
        people: parts.has(Field::People).then(|| people.collect()),
        dates: parts.has(Field::Dates).then(|| dates.collect()),
        statements: parts.has(Field::Statements).then(|| statements.collect()),
    }
}

fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}
