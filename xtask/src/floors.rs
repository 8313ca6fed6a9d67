//! `floors.toml`: limits on accuracy and size.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The limits of `floors.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floors {
    /// The limits on the size of the engine's wasm.
    pub wasm: WasmLimits,
    /// The limits on the size of the search's wasm.
    pub search: WasmLimits,
    /// For each gold file, the floors of its measures in percent.
    #[serde(default)]
    pub gold: BTreeMap<String, BTreeMap<String, f64>>,
    /// The same for articles that were read by models that have not seen their outlets.
    #[serde(default)]
    pub folds: BTreeMap<String, BTreeMap<String, f64>>,
}

/// The largest sizes of the wasm in bytes, after `wasm-opt`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WasmLimits {
    /// As stored in the extension.
    pub bytes: usize,
    /// Compressed with gzip.
    pub gzipped: usize,
}

impl Floors {
    /// Reads the file in the project's root.
    pub fn read(root: &Path) -> Result<Floors> {
        let text = fs::read_to_string(root.join("floors.toml")).context("floors.toml cannot be read")?;
        toml::from_str(&text).context("floors.toml cannot be read")
    }
}
