//! `cargo xtask build`: builds the wasm with its bindings, the unpacked extension and the demo page.

use crate::command::{output_of, run, say};
use crate::workspace::Workspace;
use crate::{licences, node, toolchain};
use anyhow::{Context, Result, bail, ensure};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::Path;
use walkdir::WalkDir;
use wasm_bindgen_cli_support::Bindgen;

/// The files of the bindings that pages load.
const BINDINGS: [&str; 2] = ["verbatim.js", "verbatim_bg.wasm"];

/// Texts that every copy of the extension includes.
const TEXTS: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "PRIVACY.md"];

/// The options of wasm-opt. The first ones enable the features that rustc uses for this target, which all browsers with the CSS Custom
/// Highlight API support, and the vector instructions.
const WASM_OPT: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
    "-O3",
];

/// The size of the wasm in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WasmSize {
    /// As stored in the extension.
    pub plain: usize,
    /// Compressed with gzip.
    pub gzipped: usize,
}

impl WasmSize {
    /// The sizes of the built wasm.
    pub fn measure(workspace: &Workspace) -> Result<WasmSize> {
        let wasm = workspace.extension().join("wasm/verbatim_bg.wasm");
        let bytes = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&bytes)?;
        Ok(WasmSize { plain: bytes.len(), gzipped: encoder.finish()?.len() })
    }
}

/// Builds everything that a browser loads.
pub fn build(workspace: &Workspace) -> Result<()> {
    node::provide()?;
    node::install_packages(workspace)?;
    let compiled = toolchain::compile(workspace)?;
    generate_bindings(workspace, &compiled)?;
    optimise(workspace)?;
    assemble(workspace)?;
    let size = WasmSize::measure(workspace)?;
    say(format!("wasm: {} bytes, {} gzipped", size.plain, size.gzipped));
    say(format!("the unpacked extension is in {}", workspace.extension().display()));
    say(format!("the demo page is in {}", workspace.www().display()));
    Ok(())
}

/// Writes the JavaScript side of the wasm, as an ES module that a page or a service worker imports.
fn generate_bindings(workspace: &Workspace, compiled: &Path) -> Result<()> {
    check_versions(&fs::read_to_string(workspace.root.join("Cargo.lock")).context("Cargo.lock cannot be read")?)?;
    let mut generator = Bindgen::new();
    generator.input_path(compiled).out_name("verbatim").web(true)?.typescript(true);
    generator.remove_name_section(true).remove_producers_section(true);
    // After a trap, the engine begins from the start.
    generator.reset_state_function(true);
    generator.generate(workspace.bindings()).context("the bindings of the wasm cannot be generated")?;
    // Without it, Node would have to guess whether the scripts are modules.
    fs::write(workspace.bindings().join("package.json"), "{ \"type\": \"module\" }\n")
        .context("the bindings of the wasm cannot be written")
}

/// Checks that generator and macros of `wasm-bindgen` have the same version, because their common format changes between versions.
fn check_versions(lock: &str) -> Result<()> {
    let [library, generator] = ["wasm-bindgen", "wasm-bindgen-cli-support"].map(|name| locked_version(lock, name));
    let (library, generator) = (library?, generator?);
    ensure!(
        library == generator,
        "Cargo.lock holds wasm-bindgen {library} but wasm-bindgen-cli-support {generator}: \
         `cargo update --package wasm-bindgen-cli-support --precise {library}` makes them equal"
    );
    Ok(())
}

fn locked_version(lock: &str, name: &str) -> Result<String> {
    let lock: toml::Table = toml::from_str(lock).context("Cargo.lock cannot be read")?;
    let packages = lock.get("package").and_then(toml::Value::as_array);
    let package =
        packages.into_iter().flatten().find(|package| package.get("name").is_some_and(|it| it.as_str() == Some(name)));
    let version = package.and_then(|package| package.get("version")?.as_str());
    version.map(str::to_owned).with_context(|| format!("Cargo.lock names no {name}"))
}

/// Optimises the wasm for size and speed.
fn optimise(workspace: &Workspace) -> Result<()> {
    let plain = workspace.bindings().join("verbatim_bg.wasm");
    let kept = workspace.target.join("wasm-opt").join(format!("{:016x}.wasm", fingerprint(workspace, &plain)?));
    // wasm-opt is slow, so its result is cached for the same input.
    if !kept.exists() {
        let folder = workspace.target.join("wasm-opt");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        let unfinished = folder.join("unfinished.wasm");
        run_wasm_opt(workspace, &plain, &unfinished)?;
        fs::rename(unfinished, &kept)?;
    }
    fs::copy(&kept, &plain).map(|_| ()).context("the optimised wasm cannot be copied")
}

/// The cache key of wasm-opt: the wasm, the options, and the version of the tool.
fn fingerprint(workspace: &Workspace, wasm: &Path) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    (fs::read(wasm)?, WASM_OPT, fs::read(workspace.root.join("package-lock.json"))?).hash(&mut hasher);
    Ok(hasher.finish())
}

fn run_wasm_opt(workspace: &Workspace, from: &Path, to: &Path) -> Result<()> {
    say("making the wasm smaller with wasm-opt");
    let mut command = node::node(workspace);
    command.arg("node_modules/binaryen/bin/wasm-opt").arg(from).arg("--output").arg(to);
    command.args(WASM_OPT);
    output_of(&mut command).map(|_| ())
}

/// Copies the sources of the extension and the demo page, bundles their modules, and adds the highlights' style sheet and the wasm.
fn assemble(workspace: &Workspace) -> Result<()> {
    for (name, folder) in [("extension", workspace.extension()), ("www", workspace.www())] {
        copy_afresh(&workspace.root.join(name), &folder)?;
        copy_bindings(workspace, &folder)?;
    }
    for name in TEXTS {
        fs::copy(workspace.root.join(name), workspace.extension().join(name))
            .with_context(|| format!("{name} cannot be copied"))?;
    }
    let licences = workspace.extension().join("licences");
    fs::create_dir_all(&licences)?;
    fs::write(licences.join("engine.txt"), licences::of_engine(workspace)?)
        .context("the licences cannot be written")?;
    let mut bundle = node::node(workspace);
    bundle.arg("scripts/bundle.mjs").arg(workspace.extension()).arg(workspace.www());
    run(&mut bundle).context("the modules cannot be bundled")
}

fn copy_bindings(workspace: &Workspace, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("wasm"))?;
    for name in BINDINGS {
        let to = folder.join("wasm").join(name);
        fs::copy(workspace.bindings().join(name), &to)
            .with_context(|| format!("{} cannot be written", to.display()))?;
    }
    Ok(())
}

/// Copies a folder, replacing an earlier copy.
fn copy_afresh(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to).with_context(|| format!("{} cannot be emptied", to.display()))?;
    }
    copy(from, to)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        bail!("the folder {} is missing", from.display());
    }
    for entry in WalkDir::new(from) {
        let entry = entry.with_context(|| format!("{} cannot be read", from.display()))?;
        let copy = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&copy)?;
        } else {
            fs::copy(entry.path(), &copy).with_context(|| format!("{} cannot be written", copy.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(library: &str, generator: &str) -> String {
        format!(
            "[[package]]\nname = \"wasm-bindgen\"\nversion = \"{library}\"\n\
             [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"{generator}\"\n"
        )
    }

    #[test]
    fn versions_must_be_equal() {
        assert!(check_versions(&lock("0.2.1", "0.2.1")).is_ok());
        let error = check_versions(&lock("0.2.1", "0.2.2")).unwrap_err().to_string();
        assert!(error.contains("wasm-bindgen 0.2.1") && error.contains("--precise 0.2.1"), "{error}");
        assert!(check_versions("").unwrap_err().to_string().contains("names no wasm-bindgen"));
    }
}
