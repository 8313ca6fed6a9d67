//! Writing what was learned.

use anyhow::{Context, Result};
use std::path::Path;

/// Writes a file of a model and says how large it is.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
