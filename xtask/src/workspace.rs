//! The project's folders for sources and builds.

use crate::command::{output_of, own_cargo};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The folders of the project.
pub struct Workspace {
    /// The root of the checkout.
    pub root: PathBuf,
    /// Cargo's target folder, which the environment or a configuration file can move.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo for the folders, because only cargo knows the target folder.
    pub fn find() -> Result<Workspace> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no folder above it")?;
        let mut cargo = own_cargo();
        cargo.current_dir(root).args(["metadata", "--format-version", "1", "--no-deps"]);
        let metadata: serde_json::Value = serde_json::from_str(&output_of(&mut cargo)?)?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
        Ok(Workspace { root: root.to_owned(), target: PathBuf::from(target) })
    }

    /// The folder of the models for English.
    pub fn models(&self) -> PathBuf {
        self.root.join("src/language/en/models")
    }

    /// The unpacked extension, loadable in both browsers.
    pub fn extension(&self) -> PathBuf {
        self.target.join("extension")
    }

    /// The demo page and everything it loads.
    pub fn www(&self) -> PathBuf {
        self.target.join("www")
    }

    /// The generated bindings and their wasm, for both the extension and the demo page.
    pub fn bindings(&self) -> PathBuf {
        self.target.join("bindings")
    }
}
