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

pub mod annotations;
pub mod article;
mod dates;
mod lexicon;
mod mentions;
pub mod offsets;
mod people;
mod quotes;
mod speakers;
mod statements;
mod text;
mod trees;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// Learning what is compiled in; only for `cargo xtask train`.
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training {
    pub use crate::quotes::training as quotes;
    pub use crate::speakers::training as speakers;
    pub use crate::trees::{DEPTH, Forest, WIDTH};
}

pub use annotations::Annotations;
pub use article::Article;

/// Finds who said what, and when. Total: any article is answered, and none makes it panic.
///
/// An article in a language other than English is answered with nothing.
pub fn annotate(article: &Article) -> Annotations {
    if !article.language.as_deref().is_none_or(is_english) {
        return Annotations::default();
    }
    let document = text::Document::new(article);
    let dates = dates::find(&document, article);
    let quotations = quotes::find(&document);
    let (quotes, people) = speakers::attribute(&document.with_plain_headlines(), &quotations);
    let mut annotations = Annotations { quotes, people, dates, statements: Vec::new() };
    annotations.statements = statements::find(&annotations);
    annotations
}

/// Finds the dates alone, as [`annotate`] does, at less cost.
pub fn find_dates(article: &Article) -> Vec<annotations::DateExpression> {
    if !article.language.as_deref().is_none_or(is_english) {
        return Vec::new();
    }
    dates::find(&text::Document::new(article), article)
}

fn is_english(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}
