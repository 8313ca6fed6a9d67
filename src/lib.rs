//! Who said what, and when: finds the quotations of an English news article, their speakers and its dates.
//!
//! Verbatim is the engine of a browser extension that marks quotations and dates on news pages. It is also a library and, with the feature
//! `cli`, a command line. It combines word lists and grammars with small models that are compiled in; a long article takes milliseconds.
//!
//! ```
//! use verbatim::{Article, annotate, article::parse_published};
//!
//! let article = Article::from_text("“We will rebuild,” Mayor Ana Reyes said on Thursday.", false)
//!     .published_on(parse_published("2024-05-17")?);
//! let annotations = annotate(&article);
//!
//! let statement = &annotations.statements[0];
//! let quotation = annotations.quotes[statement.quotes[0]].span;
//! assert_eq!(&article.blocks[quotation.block].text[quotation.start..quotation.end], "“We will rebuild,”");
//! assert_eq!(statement.person.map(|person| annotations.people[person].name.as_str()), Some("Ana Reyes"));
//! assert_eq!(statement.date.map(|date| annotations.dates[date].value.as_str()), Some("2024-05-16"));
//! # Ok::<(), verbatim::article::PublishedError>(())
//! ```
//!
//! # From document to statements
//!
//! [`annotate`] takes an [`Article`], a list of [`Block`](article::Block)s, and runs these steps:
//!
//! 1. It splits the blocks into tokens and sentences.
//! 2. The analysis looks the words up, and finds mentions of people, organisations and documents.
//! 3. It pairs quotation marks and decides for each [`Quote`](annotations::Quote) whether it is somebody's words
//!    ([`QuoteKind`](annotations::QuoteKind)).
//! 4. The attribution chooses the mention that is the speaker of each quotation.
//! 5. It finds what people said without quotation marks ([`Reported`](annotations::Reported)).
//! 6. The coreference resolution groups mentions of the same [`Person`](annotations::Person).
//! 7. It finds dates and resolves them to TIMEX3 values ([`DateExpression`](annotations::DateExpression)); [`find_dates`] does only this.
//! 8. It joins quotations, speakers and dates into [`Statement`](annotations::Statement)s.
//!
//! The result is an [`Annotations`], whose lists refer to each other by index.
//!
//! # Offsets
//!
//! A [`Span`](annotations::Span) counts bytes of the UTF-8 text of one block, and always lies on character boundaries.
//! [`OffsetMap`](offsets::OffsetMap) converts to UTF-16 code units or code points. The wasm interface counts UTF-16 code units within a
//! block; the command line counts code points of the whole text.
//!
//! # What it never does
//!
//! - It never panics: every article has an answer, and one in an unsupported language gets an empty answer. The only error in the API is a
//!   [`PublishedError`](article::PublishedError) for a text that is not a date.
//! - It never uses the network, files, the clock, threads or chance: the same article always gets the same answer.

mod agreement;
mod analysis;
pub mod annotations;
mod answer;
pub mod article;
mod attribution;
mod certainty;
mod coreference;
mod dates;
#[cfg(feature = "explain")]
pub mod explain;
#[cfg(feature = "find")]
pub mod find;
mod language;
mod models;
pub mod offsets;
mod reporting;
mod speech;
mod statements;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// Training examples, made by the code that also reads articles. Only for the crate `verbatim-learn`.
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training {
    pub use crate::agreement::{Place, agree};
    pub use crate::analysis::tagger::training as tags;
    pub use crate::attribution::training as attribution;
    pub use crate::coreference::training as coreference;
    pub use crate::models::trees::{DEPTH, Forest, WIDTH};
    pub use crate::reporting::training as reporting;
    pub use crate::speech::training as speech;
    mod naming;
    mod reading;
    pub use crate::annotations::{NAME_FROM, PROBABLE_BELOW, SOMEBODYS_FROM};
    pub use crate::language::training::Models;
    pub use naming::{Named, name_sources};
    pub use reading::{Read, Reader};
}

pub use annotations::Annotations;
pub use article::Article;
/// A day of the calendar, from the `jiff` crate.
pub use jiff::civil::Date;

use answer::Speech;
use language::{Language, language_of};

/// Finds who said what, and when. Never panics.
///
/// Only English is supported: for an article in another language, all lists of the answer are empty.
///
/// ```
/// use verbatim::{Article, annotate};
///
/// let mut article = Article::from_text("“We stay,” Ana Reyes said.", false);
/// assert_eq!(annotate(&article).people[0].name, "Ana Reyes");
///
/// article.language = Some("de".to_owned());
/// assert!(annotate(&article).quotes.is_empty());
/// ```
pub fn annotate(article: &Article) -> Annotations {
    language_of(article.language.as_deref())
        .map_or_else(Annotations::default, |language| annotate_in(language, article))
}

fn annotate_in(language: &'static Language, article: &Article) -> Annotations {
    let document = text::Document::new(article, language);
    let blocks = analysis::analyse(&document);
    let quotations = speech::find(&document, &blocks);
    let passages = attribution::passages(blocks, &quotations);
    // What only the answer about speech needs is given up with it: in a large article it takes much memory.
    let Speech { quotes, reported, people, mentioned } = {
        let choices = attribution::attribute(&quotations, &passages);
        let reported = reporting::find(&passages);
        let mut people = coreference::resolve(&passages, choices.iter().flatten().map(|choice| choice.speaker));
        coreference::name_sources(&mut people, &passages, reported.iter().filter_map(|reported| reported.source));
        answer::speech(&quotations, &passages, &choices, &reported, &people)
    };
    drop(quotations);
    let dates = dates::find(&document, article);
    let statements = statements::find(&quotes, &reported, &dates, &passages, &|block| article.published_at(block));
    let sentences = answer::sentences(&document);
    Annotations { quotes, reported, people, mentioned, dates, statements, sentences }
}

/// Finds only the dates, the same ones as [`annotate`], which is faster.
///
/// ```
/// use verbatim::{Article, Date, find_dates};
///
/// let article = Article::from_text("It rained yesterday.", false).published_on(Date::constant(2024, 5, 17));
/// assert_eq!(find_dates(&article)[0].value, "2024-05-16");
/// ```
pub fn find_dates(article: &Article) -> Vec<annotations::DateExpression> {
    let Some(language) = language_of(article.language.as_deref()) else { return Vec::new() };
    dates::find(&text::Document::new(article, language), article)
}
