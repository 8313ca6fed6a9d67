//! `cargo xtask build`: builds the wasm with its bindings, the unpacked extension and the demo page.

use crate::command::{output_of, run, say};
use crate::workspace::Workspace;
use crate::{licences, node, toolchain};
use anyhow::{Context, Result, bail, ensure};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;
use wasm_bindgen_cli_support::Bindgen;

/// The wasm files: the engine, and the search, which is loaded when somebody first types a pattern.
pub const ENGINE: &str = "verbatim";
const SEARCH: &str = "find";

/// The files of the bindings that the extension and the demo page load.
const OF_EXTENSION: [&str; 2] = [ENGINE, SEARCH];
const OF_DEMO: [&str; 1] = [ENGINE];

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

/// The size of a wasm file in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WasmSize {
    /// As stored in the extension.
    pub plain: usize,
    /// Compressed with gzip.
    pub gzipped: usize,
}

impl WasmSize {
    /// The size of the engine, with its models.
    pub fn of_engine(workspace: &Workspace) -> Result<WasmSize> {
        WasmSize::measure(workspace, ENGINE)
    }

    /// The size of the search.
    pub fn of_search(workspace: &Workspace) -> Result<WasmSize> {
        WasmSize::measure(workspace, SEARCH)
    }

    fn measure(workspace: &Workspace, name: &str) -> Result<WasmSize> {
        let wasm = workspace.extension().join(format!("wasm/{name}_bg.wasm"));
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
    check_versions(&fs::read_to_string(workspace.root.join("Cargo.lock")).context("Cargo.lock cannot be read")?)?;
    generate_bindings(workspace, &compiled.join("verbatim.wasm"), ENGINE)?;
    generate_bindings(workspace, &compiled.join("verbatim_find.wasm"), SEARCH)?;
    // Without it, Node would have to guess whether the scripts are modules.
    fs::write(workspace.bindings().join("package.json"), "{ \"type\": \"module\" }\n")
        .context("the bindings of the wasm cannot be written")?;
    let kept = OF_EXTENSION.map(|name| optimise(workspace, name)).into_iter().collect::<Result<Vec<_>>>()?;
    forget_others(workspace, &kept)?;
    assemble(workspace)?;
    for (name, size) in [("engine", WasmSize::of_engine(workspace)?), ("search", WasmSize::of_search(workspace)?)] {
        say(format!("wasm of the {name}: {} bytes, {} gzipped", size.plain, size.gzipped));
    }
    say(format!("the unpacked extension is in {}", workspace.extension().display()));
    say(format!("the demo page is in {}", workspace.www().display()));
    Ok(())
}

/// Writes the JavaScript side of a wasm, as an ES module that a page or a service worker imports.
fn generate_bindings(workspace: &Workspace, compiled: &Path, name: &str) -> Result<()> {
    let mut generator = Bindgen::new();
    generator.input_path(compiled).out_name(name).web(true)?.typescript(true);
    generator.remove_name_section(true).remove_producers_section(true);
    // After a trap, it begins from the start.
    generator.reset_state_function(true);
    generator.generate(workspace.bindings()).context("the bindings of the wasm cannot be generated")
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

/// Optimises a wasm for size and speed; returns where the result is kept for the same input, since wasm-opt is slow.
fn optimise(workspace: &Workspace, name: &str) -> Result<PathBuf> {
    let plain = workspace.bindings().join(format!("{name}_bg.wasm"));
    let kept = workspace.target.join("wasm-opt").join(format!("{name}-{:016x}.wasm", fingerprint(workspace, &plain)?));
    if !kept.exists() {
        fs::create_dir_all(workspace.target.join("wasm-opt"))?;
        let unfinished = workspace.target.join("wasm-opt").join("unfinished.wasm");
        run_wasm_opt(workspace, &plain, &unfinished)?;
        fs::rename(unfinished, &kept)?;
    }
    fs::copy(&kept, &plain).context("the optimised wasm cannot be copied")?;
    Ok(kept)
}

/// Removes what wasm-opt made of former builds.
fn forget_others(workspace: &Workspace, kept: &[PathBuf]) -> Result<()> {
    for entry in workspace.target.join("wasm-opt").read_dir()? {
        let path = entry?.path();
        if !kept.contains(&path) {
            fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))?;
        }
    }
    Ok(())
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
    copy_afresh(&workspace.root.join("extension"), &workspace.extension())?;
    copy_bindings(workspace, &OF_EXTENSION, &workspace.extension())?;
    copy_afresh(&workspace.root.join("www"), &workspace.www())?;
    copy_bindings(workspace, &OF_DEMO, &workspace.www())?;
    for name in TEXTS {
        fs::copy(workspace.root.join(name), workspace.extension().join(name))
            .with_context(|| format!("{name} cannot be copied"))?;
    }
    let licences = workspace.extension().join("licences");
    fs::create_dir_all(&licences)?;
    fs::write(licences.join("engine.txt"), licences::of_extension(workspace)?)
        .context("the licences cannot be written")?;
    let mut bundle = node::node(workspace);
    bundle.arg("scripts/bundle.mjs").arg(workspace.extension()).arg(workspace.www());
    run(&mut bundle).context("the modules cannot be bundled")
}

fn copy_bindings(workspace: &Workspace, names: &[&str], folder: &Path) -> Result<()> {
    fs::create_dir_all(folder.join("wasm"))?;
    for file in names.iter().flat_map(|name| [format!("{name}.js"), format!("{name}_bg.wasm")]) {
        let to = folder.join("wasm").join(&file);
        fs::copy(workspace.bindings().join(&file), &to)
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
