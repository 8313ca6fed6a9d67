//! What the tests of the golden cases share.

#[allow(dead_code, reason = "not every test has cases of one line")]
pub mod inline;
#[allow(dead_code, reason = "not every test has random texts")]
pub mod invariants;

use std::path::{Path, PathBuf};

/// The files of one folder of `tests/cases` in the order of their names, each with what it holds.
pub fn case_files(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("the file can be read");
        (path, text)
    };
    paths.into_iter().map(read).collect()
}
