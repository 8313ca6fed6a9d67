//! Compiles the plain-text knowledge of each language into the engine: packs word lists and learned tables, and writes named sets and
//! words with values as Rust constants.

#[path = "src/language/pack.rs"]
mod pack;
#[path = "src/language/set_files.rs"]
mod set_files;
#[path = "src/language/value_files.rs"]
mod value_files;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folder that holds one folder for each language.
const LANGUAGES: &str = "src/language";

/// The folders of the languages.
const FOLDERS: [&str; 1] = ["en"];

/// The folders of a language's word lists: one word on each line, its attributes after a space.
const LISTS: [&str; 2] = ["words", "speech"];

/// A language's learned tables, and the character that separates a key from its values.
const TABLES: [(&str, char); 5] = [
    ("models/evidence.txt", ' '),
    ("models/kind.weights.txt", '\t'),
    ("models/certainty.weights.txt", '\t'),
    ("models/reporting.txt", ' '),
    ("models/reporting-certainty.weights.txt", '\t'),
];

/// A language's words with values: the file, the constant to write, and the type of the values.
const VALUES: [(&str, &str, &str); 5] = [
    ("dates/lexemes", "LEXEMES", "Lexeme"),
    ("dates/lexemes-capitalised", "CAPITALISED_LEXEMES", "Lexeme"),
    ("dates/lexemes-in-capitals", "LEXEMES_IN_CAPITALS", "Lexeme"),
    ("dates/tense", "TENSE", "TenseEvidence"),
    ("dates/holidays", "HOLIDAYS", "Holiday"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=src/language/pack.rs");
    println!("cargo::rerun-if-changed=src/language/set_files.rs");
    println!("cargo::rerun-if-changed=src/language/value_files.rs");
    for language in FOLDERS {
        let folder = Path::new(LANGUAGES).join(language);
        println!("cargo::rerun-if-changed={}", folder.display());
        for lists in LISTS {
            for entry in fs::read_dir(folder.join(lists))? {
                let name = entry?.file_name();
                pack_file(&Path::new(language).join(lists).join(name), ' ', &out)?;
            }
        }
        for (table, separator) in TABLES {
            pack_file(&Path::new(language).join(table), separator, &out)?;
        }
        let mut values = String::new();
        for (file, name, of) in VALUES {
            let entries = value_files::read(&fs::read_to_string(folder.join(file).with_extension("txt"))?)?;
            values.push_str(&value_files::constant_of(&entries, name, of));
        }
        fs::write(out.join(language).join("values.rs"), values)?;
        let sets = set_files::read(&texts_in(&folder.join("sets"))?)?;
        fs::write(out.join("sets.rs"), set_files::struct_of(&sets))?;
        fs::write(out.join(language).join("sets.rs"), set_files::constant_of(&sets))?;
    }
    Ok(())
}

fn pack_file(path: &Path, separator: char, out: &Path) -> Result<(), Box<dyn Error>> {
    let list = fs::read_to_string(Path::new(LANGUAGES).join(path))?;
    let packed = out.join(path);
    fs::create_dir_all(packed.parent().unwrap_or(out))?;
    Ok(fs::write(packed, pack::pack(&list, separator))?)
}

/// The texts of a folder's files, sorted by file name.
fn texts_in(folder: &Path) -> Result<Vec<String>, std::io::Error> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    paths.iter().map(fs::read_to_string).collect()
}
