//! Packs the word lists and the learned tables of words, which lie in the sources as plain text, into what is compiled in.

#[path = "src/lexicon/pack.rs"]
mod pack;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folders of lists: a word a line, and what is said of it behind a space.
const LISTS: [&str; 2] = ["lexicon/words", "lexicon/quotes"];

/// The learned tables, and what stands behind the word.
const TABLES: [(&str, char); 2] = [("speakers/evidence.txt", ' '), ("quotes/weights.txt", '\t')];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=src/lexicon/pack.rs");
    for folder in LISTS {
        println!("cargo::rerun-if-changed=src/{folder}");
        for entry in fs::read_dir(Path::new("src").join(folder))? {
            let name = entry?.file_name();
            pack_file(&Path::new(folder).join(name), ' ', &out)?;
        }
    }
    for (table, separator) in TABLES {
        println!("cargo::rerun-if-changed=src/{table}");
        pack_file(Path::new(table), separator, &out)?;
    }
    Ok(())
}

fn pack_file(path: &Path, separator: char, out: &Path) -> Result<(), Box<dyn Error>> {
    let list = fs::read_to_string(Path::new("src").join(path))?;
    let packed = out.join(path);
    fs::create_dir_all(packed.parent().unwrap_or(out))?;
    Ok(fs::write(packed, pack::pack(&list, separator))?)
}
