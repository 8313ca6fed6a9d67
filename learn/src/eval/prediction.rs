//! The engine's answer for a gold document, in the format of the gold data.

use crate::gold::{Document, Stretch};
use anyhow::{Context, Result};
use verbatim::annotations::{Annotations, QuoteKind, Span};
use verbatim::article::{blocks_of_text, parse_published};
use verbatim::offsets::OffsetMap;
use verbatim::{Article, annotate};

/// The answer for one document.
pub struct Prediction {
    /// The quotations, including stretches that nobody said.
    pub quotes: Vec<Quote>,
    /// What is told in the reporter's words.
    pub reported: Vec<Quote>,
    /// The dates.
    pub dates: Vec<Date>,
}

/// A found quotation.
pub struct Quote {
    /// Where it stands.
    pub place: Stretch,
    /// The words that refer to its speaker.
    pub speaker: Option<Stretch>,
    /// The speaker's name.
    pub canonical: Option<String>,
    /// Whether nobody said it.
    pub is_other: bool,
    /// How likely the name is right.
    pub confidence: f64,
}

/// A found date.
pub struct Date {
    /// Where it stands.
    pub place: Stretch,
    /// TIMEX3's type.
    pub kind: &'static str,
    /// TIMEX3's value.
    pub value: String,
}

/// Runs the engine over a document.
pub fn predict(document: &Document) -> Result<Prediction> {
    Ok(convert(&document.text, &annotate(&article(document)?)))
}

/// A document as the engine is given it.
pub fn article(document: &Document) -> Result<Article> {
    let article = Article::from_text(&document.text, document.headline);
    match document.dct.as_deref().filter(|date| !date.is_empty()) {
        Some(date) => Ok(article.published_on(parse_published(date).with_context(|| document.id.clone())?)),
        None => Ok(article),
    }
}

/// The characters of a text by the blocks and bytes of its article.
pub struct Characters<'t> {
    offsets: OffsetMap<'t>,
    starts: Vec<usize>,
}

impl<'t> Characters<'t> {
    /// Those of a text.
    pub fn of(text: &'t str) -> Characters<'t> {
        Characters {
            offsets: OffsetMap::code_points(text),
            starts: blocks_of_text(text).map(|(start, _)| start).collect(),
        }
    }

    /// Where a span stands.
    pub fn stretch(&self, span: Span) -> Stretch {
        let at = |byte: usize| self.offsets.at(self.starts[span.block] + byte);
        Stretch { start: at(span.start), end: at(span.end) }
    }
}

/// The answer of the engine in the gold data's own terms.
pub fn convert(text: &str, annotations: &Annotations) -> Prediction {
    let characters = Characters::of(text);
    let place = |span: Span| characters.stretch(span);
    let quotes = annotations.quotes.iter().map(|quote| Quote {
        place: place(quote.span),
        speaker: quote.mention.map(place),
        canonical: quote.person.map(|person| annotations.people[person].name.clone()),
        is_other: quote.kind == QuoteKind::Other,
        confidence: quote.confidence.into(),
    });
    let reported = annotations.reported.iter().map(|reported| Quote {
        place: place(reported.span),
        speaker: reported.mention.map(place),
        canonical: reported.person.map(|person| annotations.people[person].name.clone()),
        is_other: false,
        confidence: reported.confidence.into(),
    });
    let dates = annotations.dates.iter().map(|date| Date {
        place: place(date.span),
        kind: date.kind.name(),
        value: date.value.clone(),
    });
    Prediction { quotes: quotes.collect(), reported: reported.collect(), dates: dates.collect() }
}
