//! An article with its answer, as a line of an archive has it.

use crate::jsonl::{Parts, answer_line};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::ops::Range;
use verbatim::Date;
use verbatim::article::parse_published;
use verbatim::find::Speech;

/// A line whose parts are read when they are needed: most lines need few of them.
#[derive(Deserialize)]
pub struct Record<'a> {
    #[serde(borrow)]
    pub id: Option<&'a RawValue>,
    /// Only an article has it. In an answer it is part of `meta`.
    #[serde(borrow, default, deserialize_with = "present")]
    text: Option<&'a RawValue>,
    #[serde(borrow)]
    error: Option<&'a RawValue>,
    #[serde(borrow)]
    meta: Option<&'a RawValue>,
    #[serde(borrow)]
    quotes: Option<&'a RawValue>,
    #[serde(borrow)]
    reported: Option<&'a RawValue>,
    #[serde(borrow)]
    statements: Option<&'a RawValue>,
}

/// What kind of record it is.
pub enum Kind {
    /// It has no answer yet.
    Article,
    Answer,
    /// There is an error instead of an answer.
    Failure,
}

impl<'a> Record<'a> {
    /// What kind of record it is.
    ///
    /// # Errors
    /// If it is neither an article nor an answer.
    pub fn kind(&self) -> Result<Kind, String> {
        if self.text.is_some() {
            Ok(Kind::Article)
        } else if self.quotes.is_some() || self.reported.is_some() {
            Ok(Kind::Answer)
        } else if self.error.is_some() {
            Ok(Kind::Failure)
        } else {
            Err("neither an article nor an answer with `quotes` or `reported`".to_owned())
        }
    }

    /// The pieces of speech in an answer, and the statements that they make.
    ///
    /// # Errors
    /// If the answer is not one of ours.
    pub fn speech(&self) -> Result<(Vec<Piece<'a>>, Vec<Statement>), String> {
        let quotes: Vec<Piece> = list(self.quotes)?;
        let reported: Vec<Piece> = list(self.reported)?;
        let grouped: Vec<Grouped> = list(self.statements)?;
        let quotes_len = quotes.len();
        let mut pieces = quotes;
        pieces.extend(reported.into_iter().map(|piece| Piece { speech: Speech::Reported, ..piece }));
        let mut is_free: Vec<bool> = pieces.iter().map(|piece| piece.kind.0 != "other").collect();
        let mut statements = Vec::new();
        for Grouped { quotes, reported, date } in grouped {
            let of_reported = reported.into_iter().map(|index| index.saturating_add(quotes_len));
            let pieces: Vec<usize> = quotes.into_iter().chain(of_reported).collect();
            for piece in &pieces {
                *is_free.get_mut(*piece).ok_or("a statement refers to a quotation that is not there")? = false;
            }
            statements.push(Statement { pieces, date: date.map(|date| date.0.into_owned()) });
        }
        let alone = is_free.iter().enumerate().filter(|(_, is_free)| **is_free);
        statements.extend(alone.map(|(piece, _)| Statement { pieces: vec![piece], date: None }));
        statements.sort_by_key(|statement| statement.pieces.iter().map(|piece| pieces[*piece].start).min());
        Ok((pieces, statements))
    }

    /// What an answer carries of its article.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn meta(&self) -> Result<Meta<'a>, String> {
        let meta = self.meta.map(|meta| serde_json::from_str(meta.get()).map_err(|error| format!("`meta`: {error}")));
        Ok(meta.transpose()?.unwrap_or_default())
    }
}

/// Answers an article, in a form that this module reads.
///
/// # Errors
/// Why it has no answer.
pub fn annotated(line: &[u8], number: u64) -> Result<Vec<u8>, String> {
    let mut answer = Vec::new();
    let meta = ["text", "published"].map(str::to_owned).to_vec();
    answer_line(line, number, &Parts { meta, ..Parts::default() }, &mut answer)?;
    Ok(answer)
}

/// A quotation or a piece of reported speech.
#[derive(Deserialize)]
pub struct Piece<'a> {
    /// In code points of the text.
    pub start: usize,
    pub end: usize,
    #[serde(skip, default = "quoted")]
    pub speech: Speech,
    #[serde(borrow, default)]
    kind: Text<'a>,
    #[serde(borrow)]
    pub speaker: Option<Mention<'a>>,
    #[serde(borrow)]
    pub canonical: Option<Text<'a>>,
    pub confidence: f64,
}

fn quoted() -> Speech {
    Speech::Quoted
}

/// The words that refer to a speaker.
#[derive(Deserialize)]
pub struct Mention<'a> {
    #[serde(borrow)]
    pub text: Text<'a>,
}

/// A string, borrowed if it has no escapes.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub struct Text<'a>(#[serde(borrow)] pub Cow<'a, str>);

#[derive(Deserialize)]
struct Grouped<'a> {
    #[serde(default)]
    quotes: Vec<usize>,
    #[serde(default)]
    reported: Vec<usize>,
    #[serde(borrow)]
    date: Option<Text<'a>>,
}

/// Pieces that belong together, with the value of their date.
pub struct Statement {
    pub pieces: Vec<usize>,
    pub date: Option<String>,
}

fn list<'a, T: Deserialize<'a>>(list: Option<&'a RawValue>) -> Result<Vec<T>, String> {
    let list = list.map(|list| serde_json::from_str(list.get()).map_err(|error| format!("not an answer: {error}")));
    Ok(list.transpose()?.unwrap_or_default())
}

/// What an answer carries of its article.
#[derive(Default, Deserialize)]
pub struct Meta<'a> {
    #[serde(borrow, default, deserialize_with = "present")]
    text: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    published: Option<&'a RawValue>,
}

impl Meta<'_> {
    /// The text, if it is there.
    pub fn text(&self) -> Option<String> {
        self.text.and_then(|text| serde_json::from_str(text.get()).ok())
    }

    /// Whether the day of publication was carried through, also if it is unknown.
    pub fn tells_when(&self) -> bool {
        self.published.is_some()
    }

    /// The day of publication, if it is known.
    pub fn published(&self) -> Option<Date> {
        let published: Option<String> = self.published.and_then(|day| serde_json::from_str(day.get()).ok())?;
        parse_published(&published?).ok()
    }
}

/// The value, also if it is `null`.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    <&RawValue>::deserialize(deserializer).map(Some)
}

/// Finds bytes of a text by code points.
pub struct CodePoints<'t> {
    text: &'t str,
    is_ascii: bool,
    /// Where it is: so many code points, so many bytes.
    at: (usize, usize),
}

impl<'t> CodePoints<'t> {
    /// Begins at the start.
    pub fn new(text: &'t str) -> CodePoints<'t> {
        CodePoints { text, is_ascii: text.is_ascii(), at: (0, 0) }
    }

    /// The bytes between two code points; fastest if what is asked for lies behind what was asked for before.
    pub fn bytes(&mut self, start: usize, end: usize) -> Option<Range<usize>> {
        let range = if self.is_ascii { start..end } else { self.byte(start)?..self.byte(end)? };
        self.text.get(range.clone()).map(|_| range)
    }

    fn byte(&mut self, target: usize) -> Option<usize> {
        /// Small enough to end soon, large enough to be counted quickly.
        const STEP: usize = 128;
        let (mut count, mut byte) = if target < self.at.0 { (0, 0) } else { self.at };
        let bytes = self.text.as_bytes();
        let begins = |byte: &&u8| (**byte & 0xc0) != 0x80;
        while let Some(step) = bytes.get(byte..byte + STEP) {
            let more = step.iter().filter(begins).count();
            if count + more > target {
                break;
            }
            (count, byte) = (count + more, byte + STEP);
        }
        // A step may have ended within a character, whose rest is counted already.
        while bytes.get(byte).is_some_and(|byte| !begins(&byte)) {
            byte += 1;
        }
        let mut rest = self.text.get(byte..)?.char_indices();
        let found = match rest.nth(target - count) {
            Some((offset, _)) => byte + offset,
            None if self.text[byte..].chars().count() == target - count => self.text.len(),
            None => return None,
        };
        self.at = (target, found);
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn code_points_are_found_in_any_order() {
        let rows = ["", "plain", "“Été” 👍", &"“Ça va,” 👍 ".repeat(100), &"a".repeat(300), &"é".repeat(300)];
        for text in rows {
            let expected: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
            let mut points = CodePoints::new(text);
            let forward: Vec<_> = (0..expected.len()).map(|point| points.bytes(point, point)).collect();
            let back: Vec<_> = (0..expected.len()).rev().map(|point| points.bytes(point, point)).collect();
            let all: Vec<_> = expected.iter().map(|byte| Some(*byte..*byte)).collect();
            assert_eq!(forward, all, "{text}");
            assert_eq!(back.into_iter().rev().collect::<Vec<_>>(), all, "{text}");
            assert_eq!(points.bytes(0, expected.len()), None, "behind the end of {text}");
        }
    }
}
