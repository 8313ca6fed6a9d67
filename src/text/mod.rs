//! The article as tokens and sentences, the input of all later steps.

mod document;
mod sentences;
mod title_case;
mod tokens;

pub(crate) use document::{BlockText, Document};
pub(crate) use tokens::{Token, TokenKind, is_invisible};
