//! Which statements of an archive are looked for.

use super::record::{CodePoints, Kind, Piece, Record, Statement, annotated};
use crate::jsonl::object;
use std::ops::Range;
use verbatim::Date;
use verbatim::annotations::{PROBABLE_BELOW, REPORTED_PROBABLE_BELOW};
use verbatim::find::{About, Query, Speech, days_of_value};

/// A statement that was found.
pub struct Hit {
    /// The article's `id`, as it is written.
    pub id: String,
    pub who: Option<String>,
    /// The parts of the name that the pattern matches, in bytes.
    pub who_matches: Vec<Range<usize>>,
    pub speech: Speech,
    pub date: Option<String>,
    pub published: Option<Date>,
    pub confidence: f64,
    pub words: Vec<Words>,
}

impl Hit {
    /// Whether the speaker is only probable, as the page would say it.
    pub fn is_only_probable(&self) -> bool {
        let bound = match self.speech {
            Speech::Quoted => PROBABLE_BELOW,
            Speech::Reported => REPORTED_PROBABLE_BELOW,
        };
        self.who.is_some() && self.confidence < f64::from(bound)
    }
}

/// A piece of what was said.
pub struct Words {
    /// In code points of the article's text.
    pub start: usize,
    pub end: usize,
    /// Nothing if the archive lacks the text.
    pub text: Option<String>,
    /// The parts that the pattern matches, in bytes.
    pub matches: Vec<Range<usize>>,
}

/// Why a line has no answer.
pub enum Fault {
    /// The line is not a record.
    Line(String),
    /// The archive lacks what is asked for, in this line and probably in all.
    Archive(&'static str),
}

/// Finds the statements of a line, an article or an answer, in reading order.
///
/// # Errors
/// If the line cannot be read, or lacks what the query asks for.
pub fn search(line: &[u8], number: u64, query: &Query) -> Result<Vec<Hit>, Fault> {
    let record: Record = object(line).map_err(Fault::Line)?;
    match record.kind().map_err(Fault::Line)? {
        Kind::Answer => search_answer(&record, query),
        Kind::Failure => Ok(Vec::new()),
        Kind::Article => {
            let answer = annotated(line, number).map_err(Fault::Line)?;
            search_answer(&object(&answer).map_err(Fault::Line)?, query)
        }
    }
}

fn search_answer(record: &Record, query: &Query) -> Result<Vec<Hit>, Fault> {
    let (pieces, statements) = record.speech().map_err(Fault::Line)?;
    if statements.is_empty() {
        return Ok(Vec::new());
    }
    // Only what is cheap at first: `meta` has the text, most of a line.
    let meta = if query.asks_when() { Some(record.meta().map_err(Fault::Line)?) } else { None };
    let published = meta.as_ref().and_then(|meta| meta.published());
    let mut found = Vec::new();
    for statement in &statements {
        let days = statement.date.as_deref().and_then(days_of_value);
        if query.asks_when() && days.is_none() && meta.as_ref().is_some_and(|meta| !meta.tells_when()) {
            return Err(Fault::Archive(
                "lacks the day of publication, so --since and --until have no answer; annotate it with --meta text,published",
            ));
        }
        let days = days.or(published.map(|day| (day, day)));
        let both = [Speech::Quoted, Speech::Reported].map(|speech| accepted(statement, &pieces, speech, days, query));
        found.extend(both.into_iter().flatten().map(|accepted| (statement, accepted)));
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let meta = meta.map_or_else(|| record.meta(), Ok).map_err(Fault::Line)?;
    let text = meta.text();
    if text.is_none() && query.asks_what() {
        return Err(Fault::Archive(
            "lacks the articles' text, so --what has no answer; annotate it with --meta text,published",
        ));
    }
    let mut points = text.as_deref().map(CodePoints::new);
    let mut hits = Vec::new();
    for (statement, Accepted { pieces, names, speech, confidence }) in found {
        let words = pieces.iter().map(|piece| {
            let bytes = points.as_mut().and_then(|points| points.bytes(piece.start, piece.end));
            bytes.and_then(|bytes| text.as_deref()?.get(bytes))
        });
        let words: Vec<Option<&str>> = words.collect();
        let known: Vec<&str> = words.iter().flatten().copied().collect();
        if !query.matches(&names, &known) {
            continue;
        }
        let who =
            pieces.iter().find_map(|piece| piece.canonical.as_ref().or(piece.speaker.as_ref().map(|it| &it.text)));
        let who = who.map(|who| who.0.clone().into_owned());
        hits.push(Hit {
            id: record.id.map_or("null", |id| id.get()).to_owned(),
            who_matches: who.as_deref().map_or(Vec::new(), |who| query.matches_in_name(who)),
            who,
            speech,
            date: statement.date.clone(),
            published: meta.published(),
            confidence,
            words: pieces
                .iter()
                .zip(words)
                .map(|(piece, text)| Words {
                    start: piece.start,
                    end: piece.end,
                    text: text.map(str::to_owned),
                    matches: text.map_or(Vec::new(), |text| query.matches_in_words(text)),
                })
                .collect(),
        });
    }
    Ok(hits)
}

/// A statement, or the quoted or the reported half of one, that may be looked for.
struct Accepted<'p, 'a> {
    pieces: Vec<&'p Piece<'a>>,
    /// The names of the speaker, and the words that refer to the speaker.
    names: Vec<&'p str>,
    speech: Speech,
    confidence: f64,
}

fn accepted<'p, 'a>(
    statement: &Statement,
    pieces: &'p [Piece<'a>],
    speech: Speech,
    days: Option<(Date, Date)>,
    query: &Query,
) -> Option<Accepted<'p, 'a>> {
    let pieces: Vec<&Piece> =
        statement.pieces.iter().map(|piece| &pieces[*piece]).filter(|piece| piece.speech == speech).collect();
    let confidence = pieces.iter().map(|piece| piece.confidence).reduce(f64::min)?;
    let mut names = Vec::new();
    for piece in &pieces {
        let both = [piece.canonical.as_ref(), piece.speaker.as_ref().map(|speaker| &speaker.text)];
        names.extend(both.into_iter().flatten().map(|name| &*name.0));
    }
    query.accepts(&About { names: &names, speech, confidence, days }).then_some(Accepted {
        pieces,
        names,
        speech,
        confidence,
    })
}

#[cfg(test)]
mod tests {
    use super::{Hit, Speech};

    #[test]
    fn a_speaker_is_only_probable_where_the_page_says_so() {
        let rows = [
            ("quoted, sure", Speech::Quoted, Some("Ana Reyes"), 0.9, false),
            ("quoted, between the bounds", Speech::Quoted, Some("Ana Reyes"), 0.825, true),
            ("quoted, below both", Speech::Quoted, Some("Ana Reyes"), 0.7, true),
            ("reported, sure", Speech::Reported, Some("Ana Reyes"), 0.9, false),
            ("reported, between the bounds", Speech::Reported, Some("Ana Reyes"), 0.825, false),
            ("reported, below both", Speech::Reported, Some("Ana Reyes"), 0.7, true),
            ("nobody", Speech::Quoted, None, 0.1, false),
        ];
        for (name, speech, who, confidence, expected) in rows {
            let who = who.map(str::to_owned);
            let (date, published) = (None, None);
            let (id, who_matches, words) = (String::new(), Vec::new(), Vec::new());
            let hit = Hit { id, who, who_matches, speech, date, published, confidence, words };
            assert_eq!(hit.is_only_probable(), expected, "{name}");
        }
    }
}
