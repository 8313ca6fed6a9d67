//! `floors.toml`: what must not get worse.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What must not get worse.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floors {
    /// How large the wasm may be.
    pub wasm: WasmLimits,
    /// For each gold file the least value of its measures, in percent.
    #[serde(default)]
    pub gold: BTreeMap<String, BTreeMap<String, f64>>,
}

/// How large the wasm may be, after `wasm-opt`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WasmLimits {
    /// As it lies in the extension.
    pub bytes: usize,
    /// As a web server sends it.
    pub gzipped: usize,
}

impl Floors {
    /// Reads the file in the project's root.
    pub fn read(root: &Path) -> Result<Floors> {
        let text = fs::read_to_string(root.join("floors.toml")).context("floors.toml cannot be read")?;
        toml::from_str(&text).context("floors.toml cannot be read")
    }
}
