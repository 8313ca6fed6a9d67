//! The interface to JavaScript: conversion only. Offsets count UTF-16 code units within each block.
//!
//! The functions run only in a JavaScript host, so rustdoc cannot test their examples; `tests/wasm/` tests the functions.

use crate::Date;
use crate::annotations::{Annotations, DateAnchor, DateExpression, Doubt, Span};
use crate::article::{Article, Block, BlockKind, Entry, parse_published};
use crate::offsets::OffsetMap;
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError, JsValue};

#[derive(Serialize)]
struct Answer<'a> {
    quotes: Vec<AnswerQuote<'a>>,
    reported: Vec<AnswerReported<'a>>,
    people: Vec<AnswerPerson<'a>>,
    dates: Vec<AnswerDate<'a>>,
    statements: Vec<AnswerStatement<'a>>,
    /// For each block, where its sentences begin.
    sentences: Vec<Vec<usize>>,
}

#[derive(Serialize)]
struct AnswerReported<'a> {
    block: usize,
    start: usize,
    end: usize,
    speaker: Option<AnswerSpan>,
    cue: Option<AnswerSpan>,
    person: Option<usize>,
    confidence: f32,
    probable: bool,
    doubt: Option<AnswerDoubt<'a>>,
}

#[derive(Serialize)]
struct AnswerDoubt<'a> {
    about: &'static str,
    alternative: Option<&'a str>,
}

#[derive(Serialize)]
struct AnswerDates<'a> {
    dates: Vec<AnswerDate<'a>>,
}

#[derive(Serialize)]
struct AnswerSpan {
    block: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct AnswerQuote<'a> {
    block: usize,
    start: usize,
    end: usize,
    kind: &'static str,
    speaker: Option<AnswerSpan>,
    cue: Option<AnswerSpan>,
    person: Option<usize>,
    confidence: f32,
    probable: bool,
    doubt: Option<AnswerDoubt<'a>>,
}

#[derive(Serialize)]
struct AnswerPerson<'a> {
    name: &'a str,
    phrase: Option<&'a str>,
    kind: &'static str,
    role: Option<&'a str>,
    mentions: Vec<AnswerSpan>,
}

#[derive(Serialize)]
struct AnswerDate<'a> {
    block: usize,
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    first: Option<String>,
    last: Option<String>,
    anchor: AnswerAnchor,
    #[serde(rename = "decidedBy")]
    decided_by: Option<AnswerSpan>,
    ambiguous: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum AnswerAnchor {
    None,
    Published,
    Unresolved,
    Expression(usize),
}

#[derive(Serialize)]
struct AnswerStatement<'a> {
    quotes: &'a [usize],
    reported: Option<usize>,
    person: Option<usize>,
    date: Option<usize>,
    confidence: f32,
    probable: bool,
}

/// Reports panics, which are defects, on the console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Finds who said what, and when: `{published, language, blocks: [{kind, text}], entries: [{block, published}]}` →
/// `{quotes, reported, people, dates, statements, sentences}`. `entries` may be missing.
///
/// `people` holds those who speak in the order of their first quotation, then everybody and everything else that is named.
///
/// # Errors
/// If the request does not have this form. A `published` that is not a date is reported on the console and treated as unknown.
///
/// ```js
/// const { quotes, people } = annotate({
///   published: '2024-05-17',
///   language: 'en',
///   blocks: [{ kind: 'paragraph', text: '“We stay,” Mayor Ana Reyes said.' }],
/// });
/// people[quotes[0].person].name; // 'Ana Reyes'
/// ```
#[wasm_bindgen]
pub fn annotate(request: JsValue) -> Result<JsValue, JsError> {
    let article = article_of(&request)?;
    let annotations = crate::annotate(&article);
    Ok(answer(&article, &annotations).serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Finds only the dates, which is faster: the same request → `{dates}`, in the form of [`annotate`]'s answer.
///
/// # Errors
/// As [`annotate`].
///
/// ```js
/// const blocks = [{ kind: 'paragraph', text: 'It rained yesterday.' }];
/// findDates({ published: '2024-05-17', language: 'en', blocks }).dates[0].value; // '2024-05-16'
/// ```
#[wasm_bindgen(js_name = findDates)]
pub fn find_dates(request: JsValue) -> Result<JsValue, JsError> {
    let article = article_of(&request)?;
    let annotations = Annotations { dates: crate::find_dates(&article), ..Annotations::default() };
    let dates = answer(&article, &annotations).dates;
    Ok(AnswerDates { dates }.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// Reads the request field by field: deriving `Deserialize` would add the formatting of floats for error texts, a twentieth of the wasm.
fn article_of(request: &JsValue) -> Result<Article, JsError> {
    let blocks = field(request, "blocks")?.dyn_into::<Array>().map_err(|_| JsError::new("`blocks` is no array"))?;
    Ok(Article {
        published: day(request)?,
        language: text(request, "language")?,
        blocks: blocks.iter().map(|block| block_of(&block)).collect::<Result<_, _>>()?,
        entries: entries(request)?,
    })
}

fn day(of: &JsValue) -> Result<Option<Date>, JsError> {
    Ok(text(of, "published")?.and_then(|text| {
        // Without the cause: the calendar's error texts would add a tenth to the wasm.
        parse_published(&text)
            .inspect_err(|_| web_sys::console::warn_2(&"Verbatim: no publication date:".into(), &text.as_str().into()))
            .ok()
    }))
}

/// The entries with days of their own, which most requests have none of.
fn entries(request: &JsValue) -> Result<Vec<Entry>, JsError> {
    let given = field(request, "entries")?;
    if given.is_null() || given.is_undefined() {
        return Ok(Vec::new());
    }
    let given = given.dyn_into::<Array>().map_err(|_| JsError::new("`entries` is no array"))?;
    let mut entries = Vec::new();
    for entry in given.iter() {
        let block = field(&entry, "block")?.as_f64().ok_or_else(|| JsError::new("`block` of an entry is no number"))?;
        if let Some(published) = day(&entry)? {
            entries.push(Entry { block: block as usize, published });
        }
    }
    entries.sort_by_key(|entry| entry.block);
    Ok(entries)
}

fn block_of(block: &JsValue) -> Result<Block, JsError> {
    let kind = text(block, "kind")?.as_deref().and_then(BlockKind::named);
    Ok(Block {
        kind: kind.ok_or_else(|| JsError::new("`kind` of a block is none that is known"))?,
        text: text(block, "text")?.ok_or_else(|| JsError::new("`text` of a block is missing"))?,
    })
}

/// An optional text field.
fn text(of: &JsValue, name: &str) -> Result<Option<String>, JsError> {
    let value = field(of, name)?;
    match value.as_string() {
        None if !value.is_null() && !value.is_undefined() => Err(JsError::new(&["`", name, "` is no text"].concat())),
        text => Ok(text),
    }
}

fn field(of: &JsValue, name: &str) -> Result<JsValue, JsError> {
    Reflect::get(of, &name.into()).map_err(|_| JsError::new("the request or a block of it is no object"))
}

fn answer<'a>(article: &Article, annotations: &'a Annotations) -> Answer<'a> {
    let offsets: Vec<OffsetMap> = article.blocks.iter().map(|block| OffsetMap::utf16(&block.text)).collect();
    let convert = |span: Span| AnswerSpan {
        block: span.block,
        start: offsets[span.block].at(span.start),
        end: offsets[span.block].at(span.end),
    };
    let quotes = annotations.quotes.iter().map(|quote| {
        let AnswerSpan { block, start, end } = convert(quote.span);
        AnswerQuote {
            block,
            start,
            end,
            kind: quote.kind.name(),
            speaker: quote.mention.map(convert),
            cue: quote.cue.map(convert),
            person: quote.person,
            confidence: quote.confidence,
            probable: quote.is_only_probable(),
            doubt: answer_doubt(quote.doubt.as_ref()),
        }
    });
    let reported = annotations.reported.iter().map(|reported| {
        let AnswerSpan { block, start, end } = convert(reported.span);
        AnswerReported {
            block,
            start,
            end,
            speaker: reported.mention.map(convert),
            cue: reported.cue.map(convert),
            person: reported.person,
            confidence: reported.confidence,
            probable: reported.is_only_probable(),
            doubt: answer_doubt(reported.doubt.as_ref()),
        }
    });
    let people = annotations.people.iter().chain(&annotations.mentioned).map(|person| AnswerPerson {
        name: &person.name,
        phrase: person.phrase.as_deref(),
        kind: person.kind.name(),
        role: person.role.as_deref(),
        mentions: person.mentions.iter().copied().map(convert).collect(),
    });
    let statements = annotations.statements.iter().map(|statement| AnswerStatement {
        quotes: &statement.quotes,
        reported: statement.reported,
        person: statement.person,
        date: statement.date,
        confidence: statement.confidence,
        probable: statement.is_only_probable(),
    });
    let mut sentences = vec![Vec::new(); article.blocks.len()];
    for &sentence in &annotations.sentences {
        let AnswerSpan { block, start, .. } = convert(sentence);
        sentences[block].push(start);
    }
    Answer {
        quotes: quotes.collect(),
        reported: reported.collect(),
        people: people.collect(),
        dates: annotations
            .dates
            .iter()
            .map(|date| answer_date(date, convert(date.span), date.decided_by.map(convert)))
            .collect(),
        statements: statements.collect(),
        sentences,
    }
}

fn answer_doubt(doubt: Option<&Doubt>) -> Option<AnswerDoubt<'_>> {
    doubt.map(|doubt| AnswerDoubt { about: doubt.about.name(), alternative: doubt.alternative.as_deref() })
}

/// The day in ISO 8601. `jiff`'s own formatting would add all of its error texts to the wasm.
fn iso(day: jiff::civil::Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

fn answer_date(date: &DateExpression, span: AnswerSpan, decided_by: Option<AnswerSpan>) -> AnswerDate<'_> {
    AnswerDate {
        block: span.block,
        start: span.start,
        end: span.end,
        kind: date.kind.name(),
        value: &date.value,
        modifier: date.modifier.map(|modifier| modifier.name()),
        first: date.days.map(|(first, _)| iso(first)),
        last: date.days.map(|(_, last)| iso(last)),
        anchor: match date.anchor {
            DateAnchor::None => AnswerAnchor::None,
            DateAnchor::Published => AnswerAnchor::Published,
            DateAnchor::Unresolved => AnswerAnchor::Unresolved,
            DateAnchor::Expression(index) => AnswerAnchor::Expression(index),
        },
        decided_by,
        ambiguous: date.ambiguous,
    }
}
