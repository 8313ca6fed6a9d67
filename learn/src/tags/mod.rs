//! Gold data for tags: articles annotated with parts of speech or with names.

mod annotated;
mod entities;
mod trees;

pub use annotated::{Annotated, Stretch};

use anyhow::Result;
use std::path::Path;

/// Reads a file of trees or of sentences with entity tags, by its name.
pub fn read(path: &Path) -> Result<Vec<Annotated>> {
    if path.extension().is_some_and(|extension| extension == "gz") { trees::read(path) } else { entities::read(path) }
}
