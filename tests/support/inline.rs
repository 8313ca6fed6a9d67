//! Cases of one line each: a name, and a text in which all that must be found stands in brackets.

use std::ops::Range;

/// What a stretch that must be found stands between in the texts of the one kind of files, and of the other, whose texts have square
/// brackets of their own.
pub const SQUARE: (char, char) = ('[', ']');
pub const WHITE: (char, char) = ('⟦', '⟧');

/// A case.
pub struct Case {
    pub name: String,
    /// The day of publication that holds for it, as it is written.
    pub published: Option<String>,
    /// The text without brackets, with blank lines between its paragraphs.
    pub text: String,
    /// The stretches that must be found, in bytes of the text, each with what it is; empty where its line does not tell.
    pub expected: Vec<(Range<usize>, String)>,
}

/// Reads a file: lines of `name: text with [words = what they are]`, `published: DATE` for the lines after it (`unknown` takes it away), and
/// notes that begin with `#`. ` ¶ ` stands between paragraphs, `↵` for a line break.
///
/// # Errors
/// Says which line is none of these.
pub fn read(file: &str, brackets: (char, char)) -> Result<Vec<Case>, String> {
    let mut published = None;
    let mut cases = Vec::new();
    for line in file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let case = line.split_once(": ");
        let (name, marked) = case.ok_or_else(|| format!("a case is `name: text`, but this is not: {line}"))?;
        if name == "published" {
            published = Some(marked.trim().to_owned()).filter(|date| date != "unknown");
        } else {
            let (text, expected) = without_brackets(marked, brackets);
            cases.push(Case { name: name.to_owned(), published: published.clone(), text, expected });
        }
    }
    Ok(cases)
}

fn without_brackets(marked: &str, (open, close): (char, char)) -> (String, Vec<(Range<usize>, String)>) {
    let marked = marked.replace(" ¶ ", "\n\n").replace('↵', "\n");
    let mut text = String::new();
    let mut expected = Vec::new();
    let mut rest = marked.as_str();
    while let Some((before, after)) = rest.split_once(open) {
        text.push_str(before);
        let (inside, behind) = after.split_once(close).unwrap_or((after, ""));
        let (words, meaning) = inside.rsplit_once(" = ").unwrap_or((inside, ""));
        expected.push((text.len()..text.len() + words.len(), meaning.to_owned()));
        text.push_str(words);
        rest = behind;
    }
    text.push_str(rest);
    (text, expected)
}

/// Writes a text with brackets around what was found, as the cases write it.
pub fn bracketed(text: &str, (open, close): (char, char), found: &[(Range<usize>, String)]) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for (range, meaning) in found {
        let (border, meaning) = if meaning.is_empty() { ("", "") } else { (" = ", meaning.as_str()) };
        marked.extend([&text[at..range.start], open.encode_utf8(&mut [0; 4]), &text[range.clone()], border, meaning]);
        marked.push(close);
        at = range.end;
    }
    marked.push_str(&text[at..]);
    marked.replace("\n\n", " ¶ ").replace('\n', "↵")
}
