//! Who said what, and when.
//!
//! Verbatim finds the quotations of an English news article, their speakers and its dates.
//!
//! ```
//! use verbatim::{Article, annotate, article::parse_published};
//!
//! let article = Article::from_text("“We will rebuild,” Mayor Ana Reyes said on Thursday.", false)
//!     .published_on(parse_published("2024-05-17")?);
//! let annotations = annotate(&article);
//! assert_eq!(annotations.dates[0].value, "2024-05-16");
//! # Ok::<(), verbatim::article::PublishedError>(())
//! ```

mod analysis;
pub mod annotations;
mod answer;
pub mod article;
mod attribution;
mod coreference;
mod dates;
#[cfg(feature = "explain")]
pub mod explain;
mod language;
mod models;
pub mod offsets;
mod speech;
mod statements;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// What the models learn from: examples made by the code that reads articles, for the crate `verbatim-learn` alone.
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training {
    pub use crate::attribution::training as attribution;
    pub use crate::models::trees::{DEPTH, Forest, WIDTH};
    pub use crate::speech::training as speech;
}

pub use annotations::Annotations;
pub use article::Article;
/// A day of the calendar, from the `jiff` crate.
pub use jiff::civil::Date;

use language::language_of;

/// Finds who said what, and when. Total: any article is answered, and none makes it panic.
///
/// An article in a language other than English is answered with nothing.
pub fn annotate(article: &Article) -> Annotations {
    let Some(language) = language_of(article.language.as_deref()) else { return Annotations::default() };
    let document = text::Document::new(article, language);
    let blocks = analysis::analyse(&document);
    let quotations = speech::find(&document);
    let passages = attribution::passages(blocks, &quotations);
    let choices = attribution::attribute(&quotations, &passages);
    let people = coreference::resolve(&passages, choices.iter().flatten().map(|choice| choice.speaker));
    let dates = dates::find(&document, article);
    let (quotes, people) = answer::quotes(&quotations, &passages, &choices, &people);
    let statements = statements::find(&quotes, &dates);
    Annotations { quotes, people, dates, statements }
}

/// Finds the dates alone, as [`annotate`] does, at less cost.
pub fn find_dates(article: &Article) -> Vec<annotations::DateExpression> {
    let Some(language) = language_of(article.language.as_deref()) else { return Vec::new() };
    dates::find(&text::Document::new(article, language), article)
}
