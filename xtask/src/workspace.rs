//! Where the project's files are, and where built ones go.

use crate::command::{output_of, own_cargo};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The folders of the project.
pub struct Workspace {
    /// The root of the checkout.
    pub root: PathBuf,
    /// Cargo's target folder, wherever the environment or a configuration file puts it.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo, which alone knows where the target folder is.
    pub fn find() -> Result<Workspace> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has no folder above it")?;
        let mut cargo = own_cargo();
        cargo.current_dir(root).args(["metadata", "--format-version", "1", "--no-deps"]);
        let metadata: serde_json::Value = serde_json::from_str(&output_of(&mut cargo)?)?;
        let target = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
        Ok(Workspace { root: root.to_owned(), target: PathBuf::from(target) })
    }

    /// What was learned from English news.
    pub fn models(&self) -> PathBuf {
        self.root.join("src/language/en/models")
    }

    /// The unpacked extension, loadable in both browsers.
    pub fn extension(&self) -> PathBuf {
        self.target.join("extension")
    }

    /// The demo page and all that it loads.
    pub fn www(&self) -> PathBuf {
        self.target.join("www")
    }

    /// The generated bindings with the wasm that they load, as both the extension and the demo page get them.
    pub fn bindings(&self) -> PathBuf {
        self.target.join("bindings")
    }
}
