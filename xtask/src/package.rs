//! `cargo xtask package`: packs the extension into one zip file for the stores of both browsers.
//!
//! The build is reproducible: the same sources give the same bytes in any folder and on any day, given the same Rust toolchain
//! (`rustc -vV`) and the versions of `Cargo.lock` and `package-lock.json`. Anyone can verify that a published zip was made from these
//! sources.

use crate::build;
use crate::command::say;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail, ensure};
use glob::{MatchOptions, Pattern};
use sha2::{Digest, Sha256};
use std::env;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The contents of the package, as patterns. A file that matches no row is an error, and so is a row without a file.
const CONTENTS: [(&str, &str); 22] = [
    ("manifest.json", "what the browsers read first"),
    ("LICENSE-*", "the licences, under which copies are made"),
    ("PRIVACY.md", "what is read, kept and sent"),
    ("_locales/*/messages.json", "every word that a reader sees, in each language"),
    ("background/main.js", "the background, bundled with the bindings of the engine"),
    ("content/gate.js", "what runs in every page, bundled"),
    ("content/content.js", "the content script of pages with an article, bundled"),
    ("content/standing.js", "what runs on sites that are off or wait"),
    ("content/later.js", "what a page needs only later, bundled"),
    ("content/highlights.css", "what the marks look like"),
    ("ui/*/*.html", "the extension's pages"),
    ("ui/*/*.css", "what they look like, bundled"),
    ("ui/*/*.js", "their scripts, bundled"),
    ("export/*.js", "what the panel loads when it is first asked for, bundled"),
    ("search/patterns.js", "what loads the search, bundled"),
    ("icons/verbatim*-[0-9]*.png", "the icons at their sizes"),
    ("icons/verbatim*.svg", "the icons as they were drawn"),
    ("wasm/verbatim_bg.wasm", "the engine"),
    ("wasm/find.js", "the bindings of the search"),
    ("wasm/find_bg.wasm", "the search"),
    ("licences/engine.txt", "whose work is compiled into the engine"),
    ("licences/scripts.txt", "whose work is bundled with the scripts"),
];

/// Strict matching: a star does not match a slash, and case matters.
const MATCHING: MatchOptions =
    MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: true };

/// One file of the package: its name in the zip, and its contents.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Packed {
    name: String,
    content: Vec<u8>,
}

/// Builds the extension, checks its contents, and packs it into `target/verbatim-VERSION.zip`.
pub fn package(workspace: &Workspace) -> Result<()> {
    let version = version(workspace)?;
    build::build(workspace)?;
    let files = read(&workspace.extension())?;
    check_contents(files.iter().map(|file| file.name.as_str()))?;
    check_paths(&files, &paths_of_this_machine(workspace))?;
    let zip = pack(&files)?;
    let to = workspace.target.join(format!("verbatim-{version}.zip"));
    fs::write(&to, &zip).with_context(|| format!("{} cannot be written", to.display()))?;
    say(format!("{} files, {} bytes", files.len(), zip.len()));
    say(format!("sha256 {}", hexadecimal(&Sha256::digest(&zip))));
    say(format!("the package for both stores is {}", to.display()));
    Ok(())
}

/// The version, which must be the same in four files.
pub fn version(workspace: &Workspace) -> Result<String> {
    let read =
        |name: &str| fs::read_to_string(workspace.root.join(name)).with_context(|| format!("{name} cannot be read"));
    let others = ["package.json", "npm/package.json", "extension/manifest.json"];
    let others = others.map(|name| Ok((name, read(name)?))).into_iter().collect::<Result<Vec<_>>>()?;
    agreed_version(&read("Cargo.toml")?, &others)
}

fn agreed_version(cargo: &str, others: &[(&str, String)]) -> Result<String> {
    let cargo: toml::Table = toml::from_str(cargo).context("Cargo.toml cannot be read")?;
    let package = cargo.get("workspace").and_then(|workspace| workspace.get("package"));
    let version = package.and_then(|package| package.get("version")?.as_str()).context("Cargo.toml has no version")?;
    for (name, text) in others {
        let json: serde_json::Value = serde_json::from_str(text).with_context(|| format!("{name} cannot be read"))?;
        let other = json["version"].as_str().with_context(|| format!("{name} has no version"))?;
        ensure!(other == version, "{name} says version {other}, Cargo.toml {version}: make them equal");
    }
    Ok(version.to_owned())
}

/// All files below the folder, by name. Names have slashes on every system.
fn read(folder: &Path) -> Result<Vec<Packed>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("{} cannot be read", folder.display()))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let parts = entry.path().strip_prefix(folder)?.iter().map(|part| part.to_str());
        let parts: Option<Vec<&str>> = parts.collect();
        let parts = parts.with_context(|| format!("the name {} is no text", entry.path().display()))?;
        let content = fs::read(entry.path()).with_context(|| format!("{} cannot be read", entry.path().display()))?;
        files.push(Packed { name: parts.join("/"), content });
    }
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

fn check_contents<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Result<()> {
    let rows = CONTENTS.iter().map(|(row, _)| Ok((*row, Pattern::new(row)?))).collect::<Result<Vec<_>>>()?;
    let matches = |pattern: &Pattern, name: &str| pattern.matches_with(name, MATCHING);
    let unknown: Vec<&str> =
        names.clone().filter(|name| !rows.iter().any(|(_, pattern)| matches(pattern, name))).collect();
    ensure!(
        unknown.is_empty(),
        "no row of the table in xtask/src/package.rs names {}: add one where it belongs into the package",
        unknown.join(", ")
    );
    let empty: Vec<&str> = rows
        .iter()
        .filter(|(_, pattern)| !names.clone().any(|name| matches(pattern, name)))
        .map(|(row, _)| *row)
        .collect();
    ensure!(empty.is_empty(), "the package has nothing that is called {}", empty.join(", "));
    Ok(())
}

/// Folders whose names would reveal where the package was made.
fn paths_of_this_machine(workspace: &Workspace) -> Vec<String> {
    let homes = ["HOME", "USERPROFILE", "CARGO_HOME", "RUSTUP_HOME"].iter().filter_map(env::var_os).map(PathBuf::from);
    let folders = homes.chain([workspace.root.clone(), workspace.target.clone()]);
    // The root of the file system reveals nothing.
    folders.filter(|folder| folder.parent().is_some()).map(|folder| format!("{}/", folder.display())).collect()
}

fn check_paths(files: &[Packed], paths: &[String]) -> Result<()> {
    for file in files {
        for path in paths {
            if contains(&file.content, path.as_bytes()) {
                bail!("{} names the folder {path} of this machine", file.name);
            }
        }
    }
    Ok(())
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

/// The files in one zip, without any trace of when, where or by whom it was packed.
fn pack(files: &[Packed]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // The earliest time that the format supports.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        zip.start_file(&file.name, options).with_context(|| format!("{} cannot be packed", file.name))?;
        zip.write_all(&file.content)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;
    use zip::ZipArchive;

    #[test]
    fn the_versions_of_this_checkout_agree() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned();
        let target = root.join("target");
        assert_eq!(version(&Workspace { root, target }).unwrap(), env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn versions_must_be_equal() {
        let cargo = "[workspace.package]\nversion = \"1.2.3\"";
        let (equal, other) = ("{ \"version\": \"1.2.3\" }", "{ \"version\": \"1.2.4\" }");
        let agreed = |cargo: &str, npm: &str, manifest: &str| {
            agreed_version(cargo, &[("package.json", npm.to_owned()), ("extension/manifest.json", manifest.to_owned())])
        };
        assert_eq!(agreed(cargo, equal, equal).unwrap(), "1.2.3");
        for (name, cargo, npm, manifest, expected) in [
            ("package.json", cargo, other, equal, "package.json says version 1.2.4, Cargo.toml 1.2.3"),
            ("manifest.json", cargo, equal, other, "extension/manifest.json says version 1.2.4, Cargo.toml 1.2.3"),
            ("none in Cargo.toml", "[workspace]", equal, equal, "Cargo.toml has no version"),
            ("none in manifest.json", cargo, equal, "{}", "extension/manifest.json has no version"),
            ("no JSON", cargo, "{", equal, "package.json cannot be read"),
        ] {
            let error = format!("{:#}", agreed(cargo, npm, manifest).unwrap_err());
            assert!(error.contains(expected), "{name}: {error}");
        }
    }

    /// A name for each row of the table.
    const WHOLE: [&str; 22] = [
        "manifest.json",
        "LICENSE-MIT",
        "PRIVACY.md",
        "_locales/en/messages.json",
        "background/main.js",
        "content/gate.js",
        "content/content.js",
        "content/standing.js",
        "content/later.js",
        "content/highlights.css",
        "ui/panel/panel.html",
        "ui/panel/panel.css",
        "ui/panel/panel.js",
        "export/csv.js",
        "search/patterns.js",
        "icons/verbatim-128.png",
        "icons/verbatim.svg",
        "wasm/verbatim_bg.wasm",
        "wasm/find.js",
        "wasm/find_bg.wasm",
        "licences/engine.txt",
        "licences/scripts.txt",
    ];

    #[test]
    fn only_what_the_table_names_is_packed() {
        check_contents(WHOLE.into_iter()).unwrap();
        for stranger in [
            "content/content.js.map",
            "content/reader.js",
            "export/csv.test.mjs",
            "ui/panel/panel.js.map",
            "ui/theme.css",
            "ui/page.js",
            "content/reader.test.mjs",
            "background/main.test.mjs",
            "background/deep/main.js",
            "background/engine.js",
            "settings/settings.js",
            "wasm/verbatim.js",
            "wasm/verbatim.d.ts",
            "wasm/package.json",
            "icons/verbatim-128.png.orig",
            "_locales/messages.json",
            "_metadata/verified_contents.json",
            "node_modules/zip/index.js",
            ".git/config",
            "background/.main.js.swp",
            "MANIFEST.JSON",
        ] {
            let error = check_contents(WHOLE.into_iter().chain([stranger])).unwrap_err().to_string();
            assert!(error.contains(stranger), "{stranger}: {error}");
        }
        for (missing, (row, _)) in WHOLE.iter().zip(CONTENTS) {
            let error = check_contents(WHOLE.into_iter().filter(|name| name != missing)).unwrap_err().to_string();
            assert!(error.ends_with(row), "{missing}: {error}");
        }
    }

    #[test]
    fn paths_of_the_machine_are_seen() {
        let files = [Packed { name: "a.wasm".to_owned(), content: b"\0asm/home/ann/verbatim/src/lib.rs\0".to_vec() }];
        let check = |path: &str| check_paths(&files, &[path.to_owned()]);
        assert!(
            check("/home/ann/verbatim/")
                .unwrap_err()
                .to_string()
                .contains("a.wasm names the folder /home/ann/verbatim/")
        );
        check("/home/bob/").unwrap();
    }

    /// Writes the files into a folder in the order that is given.
    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = env::temp_dir().join(format!("xtask-package-{}-{name}", std::process::id()));
        for (name, content) in files {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        folder
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let files = [("manifest.json", "{}"), ("a/b.js", "1;"), ("a-b.js", "2;"), ("B.js", "3;")];
        let backwards: Vec<(&str, &str)> = files.into_iter().rev().collect();
        let folders = [folder("one", &files), folder("another", &backwards)];
        // As of another day.
        let early = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        fs::File::options().write(true).open(folders[1].join("B.js")).unwrap().set_modified(early).unwrap();
        let [one, another] = folders.each_ref().map(|folder| pack(&read(folder).unwrap()).unwrap());
        assert_eq!(one, another);

        let mut archive = ZipArchive::new(Cursor::new(one)).unwrap();
        let mut entries = Vec::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).unwrap();
            let name = entry.name().unwrap().into_owned();
            assert_eq!((entry.last_modified(), entry.unix_mode()), (Some(DateTime::default()), Some(0o100_644)));
            let mut content = String::new();
            entry.read_to_string(&mut content).unwrap();
            entries.push((name, content));
        }
        let expected = [("B.js", "3;"), ("a-b.js", "2;"), ("a/b.js", "1;"), ("manifest.json", "{}")];
        assert_eq!(entries, expected.map(|(name, content)| (name.to_owned(), content.to_owned())));
        folders.iter().for_each(|folder| fs::remove_dir_all(folder).unwrap());
    }
}
