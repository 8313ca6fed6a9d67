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
pub mod offsets;
mod text;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use annotations::Annotations;
pub use article::Article;

/// Finds who said what, and when. Total: any article is answered, and none makes it panic.
pub fn annotate(article: &Article) -> Annotations {
    let document = text::Document::new(article);
    Annotations { dates: dates::find(&document, article.published), ..Annotations::default() }
}
