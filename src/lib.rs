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
//! assert!(annotations.dates.is_empty());
//! # Ok::<(), verbatim::article::PublishedError>(())
//! ```

pub mod annotations;
pub mod article;
mod dates;
mod lexicon;
pub mod offsets;
mod quotes;
mod speakers;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

/// Learning the weights that are compiled in; only for `cargo xtask train`.
#[cfg(feature = "train")]
#[doc(hidden)]
pub mod training {
    pub use crate::quotes::training as quotes;
}

pub use annotations::Annotations;
pub use article::Article;

/// Finds who said what, and when. Total: any article is answered, and none makes it panic.
pub fn annotate(article: &Article) -> Annotations {
    let document = text::Document::new(article);
    let quotes = quotes::find(&document)
        .into_iter()
        .map(|found| annotations::Quote {
            span: annotations::Span { block: found.block, start: found.start, end: found.end },
            kind: found.kind,
            mention: None,
            cue: None,
            person: None,
            confidence: 0.0,
        })
        .collect();
    Annotations { quotes, dates: dates::find(&document, article.published), ..Annotations::default() }
}
