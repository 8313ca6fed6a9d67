//! A search over statements: who said what, when, in which way, and how sure that is.
//!
//! A [`Query`] has patterns for the speaker and for the words. A pattern is a regular expression, in the syntax of the
//! [`regex`](https://docs.rs/regex/latest/regex/#syntax) crate without `\p{…}`, that is searched for anywhere in a text, in any case. Its
//! time is linear in the text whatever the pattern, and its size is limited, so anybody's pattern can be tried.
//!
//! ```
//! use verbatim::find::{About, Expression, Query, Speech};
//!
//! let query = Query::new(&Expression { who: Some("mayor|minister"), what: Some("ferr(y|ies)"), ..Expression::default() })?;
//! let about = About { names: &["Lena Ortiz", "Mayor Ortiz"], speech: Speech::Quoted, confidence: 0.97, days: None };
//! assert!(query.accepts(&about) && query.matches(about.names, &["“The Ferry stays,”"]));
//! // What somebody types: plain words, patterns between slashes, and fields.
//! let same = Query::parse("who:/mayor|minister/ ferry since:2025-01")?;
//!
//! let error = Query::new(&Expression { what: Some("may(or"), ..Expression::default() }).unwrap_err();
//! assert_eq!(error.to_string(), "what: unclosed group, at character 4");
//! # Ok::<(), verbatim::find::QueryError>(())
//! ```

mod days;
mod expression;
mod machine;
mod needed;
mod pattern;
mod query;
mod words;

pub use days::days_of_value;
pub use expression::Part;
pub use needed::needed;
pub use pattern::{Fault, Pattern, PatternError};
pub use query::{About, Expression, Query, QueryError, Speech};

/// The most bytes that a compiled pattern may take: some thousand letters, or a handful of repeated classes such as `\w{20}`.
const SIZE: usize = 1 << 20;

/// The longest pattern, in bytes.
const LONGEST: usize = 4_000;

/// How deeply groups may be nested.
const DEPTH: u32 = 50;
