//! Reads the files of named sets of words, and writes them as Rust for the build.
//!
//! A file consists of sections. A section begins with the set's name in brackets; the comments (`#`) right above become the set's
//! documentation; the lines below hold its words, separated by spaces. `@other` includes all words of another set, from any file. Words
//! match as written; in `[name capitalised]` each word also matches with an initial capital. `[name part]` exists only to be included by
//! other sets: it gets no field of its own, so the compiler can report every unused set.

use std::collections::BTreeMap;
use std::fmt::Write;

/// A set as written in its file: its documentation and its words.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Section {
    note: String,
    words: Vec<String>,
    included: Vec<String>,
    capitalised: bool,
    part: bool,
    training: bool,
}

/// Reads files into sets by name.
///
/// # Errors
///
/// Names the offending line: words before the first name, a name that is taken or is no valid Rust field, an unknown option, the
/// inclusion of a set that does not exist, or a set without a comment.
pub fn read(files: &[String]) -> Result<BTreeMap<String, Section>, String> {
    let mut sections: BTreeMap<String, Section> = BTreeMap::new();
    for file in files {
        read_file(file, &mut sections)?;
    }
    let names: Vec<&String> = sections.keys().collect();
    for (name, section) in &sections {
        if section.note.is_empty() {
            return Err(format!("no note says what [{name}] is for"));
        }
        if let Some(missing) = section.included.iter().find(|included| !names.contains(included)) {
            return Err(format!("[{name}] takes in @{missing}, which is not there"));
        }
    }
    Ok(sections)
}

fn read_file(file: &str, sections: &mut BTreeMap<String, Section>) -> Result<(), String> {
    let mut note = String::new();
    let mut current: Option<String> = None;
    for line in file.lines() {
        if let Some(text) = line.strip_prefix('#') {
            note.push_str(text);
            note.push('\n');
        } else if let Some(heading) = line.strip_prefix('[') {
            let heading = heading.strip_suffix(']').ok_or_else(|| format!("no ] in {line:?}"))?;
            let (name, option) = heading.split_once(' ').unwrap_or((heading, ""));
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
                return Err(format!("{name:?} is no name for a set"));
            }
            let mut section = Section { note: std::mem::take(&mut note), ..Section::default() };
            for option in option.split_whitespace() {
                match option {
                    "capitalised" => section.capitalised = true,
                    "part" => section.part = true,
                    "training" => section.training = true,
                    _ => return Err(format!("[{name}] has the unknown option {option:?}")),
                }
            }
            if sections.insert(name.to_owned(), section).is_some() {
                return Err(format!("[{name}] is there twice"));
            }
            current = Some(name.to_owned());
        } else {
            note.clear();
            let mut words = line.split_whitespace().peekable();
            if words.peek().is_none() {
                continue;
            }
            let section = current.as_ref().and_then(|name| sections.get_mut(name));
            let section = section.ok_or_else(|| format!("{line:?} stands before the first name of a set"))?;
            for word in words {
                match word.strip_prefix('@') {
                    Some(included) if !included.is_empty() => section.included.push(included.to_owned()),
                    _ => section.words.push(word.to_owned()),
                }
            }
        }
    }
    Ok(())
}

/// All words of a set, each once, in order.
fn words_of(name: &str, sections: &BTreeMap<String, Section>) -> Vec<String> {
    let mut words = Vec::new();
    let mut waiting = vec![name];
    let mut seen = Vec::new();
    while let Some(name) = waiting.pop() {
        let Some(section) = sections.get(name).filter(|_| !seen.contains(&name)) else { continue };
        seen.push(name);
        waiting.extend(section.included.iter().map(String::as_str));
        for word in &section.words {
            words.push(word.clone());
            if section.capitalised {
                words.push(capitalised(word));
            }
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

/// The struct with a field for each set. All languages share it, so a language that lacks a set does not compile.
pub fn struct_of(sections: &BTreeMap<String, Section>) -> String {
    let mut fields = String::new();
    for (name, section) in sections.iter().filter(|(_, section)| !section.part) {
        for line in section.note.lines() {
            let _ = writeln!(fields, "    ///{line}");
        }
        let _ = writeln!(fields, "{}    pub {name}: Set,", condition(section));
    }
    format!("/// The named sets of words of a language.\npub(crate) struct Sets {{\n{fields}}}\n")
}

/// The attribute that leaves out sets that only training uses.
fn condition(section: &Section) -> &'static str {
    if section.training { "    #[cfg(feature = \"training\")]\n" } else { "" }
}

/// The sets of one language as a constant of that struct: for each length, all words of that length joined together.
pub fn constant_of(sections: &BTreeMap<String, Section>) -> String {
    let mut values = String::new();
    for (name, section) in sections.iter().filter(|(_, section)| !section.part) {
        let words = words_of(name, sections);
        let longest = words.iter().map(String::len).max().unwrap_or(0);
        let mut by_length = vec![String::new(); longest + 1];
        for word in words {
            by_length[word.len()].push_str(&word);
        }
        let _ = writeln!(values, "{}    {name}: Set {{ by_length: &{by_length:?} }},", condition(section));
    }
    format!("/// The named sets of this language.\npub(super) const SETS: Sets = Sets {{\n{values}}};\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_one(file: &str) -> Result<BTreeMap<String, Section>, String> {
        read(&[file.to_owned()])
    }

    #[test]
    fn a_set_has_its_words_and_those_it_takes_in() {
        let file = "# About the file.\n\n# Forms of *be*.\n[be]\nis was\nare\n\n# What may stand between.\n[passed]\n@be not\n\n# Owners.\n[owners capitalised]\nhis her\n";
        let sections = read_one(file).unwrap();
        let rows: &[(&str, &[&str])] = &[
            ("be", &["are", "is", "was"]),
            ("passed", &["are", "is", "not", "was"]),
            ("owners", &["Her", "His", "her", "his"]),
        ];
        for (name, words) in rows {
            assert_eq!(words_of(name, &sections), *words, "{name}");
        }
        assert_eq!(sections["be"].note, " Forms of *be*.\n");
    }

    #[test]
    fn a_broken_file_says_what_is_wrong() {
        let rows: &[(&str, &str, &str)] = &[
            ("words before a name", "is was", "before the first name"),
            ("a name twice", "# A.\n[a]\nx\n# A.\n[a]\ny", "twice"),
            ("no name for a field", "# A.\n[A b]\nx", "no name"),
            ("an unknown option", "# A.\n[a loud]\nx", "unknown option"),
            ("a set that is not there", "# A.\n[a]\n@b", "not there"),
            ("no note", "[a]\nx", "no note"),
            ("no bracket", "# A.\n[a\nx", "no ]"),
        ];
        for (name, file, expected) in rows {
            let error = read_one(file).unwrap_err();
            assert!(error.contains(expected), "{name}: {error}");
        }
    }

    #[test]
    fn sets_become_fields_and_a_constant() {
        let sections =
            read_one("# Finite forms.\n[be_finite part]\nis was\n# Forms of *be*.\n[be]\n@be_finite are\n").unwrap();
        assert!(!struct_of(&sections).contains("be_finite") && !constant_of(&sections).contains("be_finite"));
        assert!(struct_of(&sections).contains("    /// Forms of *be*.\n    pub be: Set,\n"));
        assert!(constant_of(&sections).contains(r#"be: Set { by_length: &["", "", "is", "arewas"] }"#));
    }

    #[test]
    fn sets_that_take_in_each_other_end() {
        let sections = read_one("# A.\n[a]\nx @b\n# B.\n[b]\ny @a\n").unwrap();
        assert_eq!(words_of("a", &sections), ["x", "y"]);
    }
}
