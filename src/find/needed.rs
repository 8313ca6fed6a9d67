//! What must be in a statement that meets an expression, so that whoever has many expressions need not try each of them.

use super::expression::{Part, parts};
use super::{DEPTH, LONGEST};
use regex_syntax::ast::parse::ParserBuilder;
use regex_syntax::hir::translate::TranslatorBuilder;
use regex_syntax::hir::{Hir, HirKind};

/// Letters that a statement must have to meet an expression: of each list one, whatever its case and accents. What is wrong, and what asks
/// for no certain letters, needs none.
///
/// ```
/// assert_eq!(verbatim::find::needed("who:/mayor|ministers?/ Ferry"), [vec!["mayor", "minister"], vec!["Ferry"]]);
/// ```
pub fn needed(expression: &str) -> Vec<Vec<String>> {
    let letters = parts(expression).into_iter().filter_map(|written| match written.part {
        Part::Any | Part::Who | Part::What if written.is_pattern => letters_of_pattern(written.text),
        Part::Any | Part::Who | Part::What => letters_of_text(written.text.as_bytes()),
        _ => None,
    });
    letters.collect()
}

fn letters_of_pattern(pattern: &str) -> Option<Vec<String>> {
    if pattern.len() > LONGEST {
        return None;
    }
    let tree = ParserBuilder::new().nest_limit(DEPTH).build().parse(pattern).ok()?;
    letters_in(&TranslatorBuilder::new().build().translate(pattern, &tree).ok()?)
}

fn letters_in(meaning: &Hir) -> Option<Vec<String>> {
    match meaning.kind() {
        HirKind::Literal(literal) => letters_of_text(&literal.0),
        HirKind::Capture(capture) => letters_in(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => letters_in(&repetition.sub),
        HirKind::Concat(parts) => {
            let shortest = |letters: &Vec<String>| letters.iter().map(String::len).min();
            parts.iter().filter_map(letters_in).max_by_key(shortest)
        }
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(letters_in(part)?);
            }
            Some(all)
        }
        _ => None,
    }
}

/// The longest letters in a text that are all of ASCII: others have forms that only look alike.
fn letters_of_text(text: &[u8]) -> Option<Vec<String>> {
    let longest = text.split(|byte| !byte.is_ascii()).max_by_key(|letters| letters.len())?;
    (!longest.is_empty()).then(|| vec![longest.iter().copied().map(char::from).collect()])
}

#[cfg(test)]
mod tests {
    use super::needed;

    #[test]
    fn letters_are_needed_by_most() {
        let rows: &[(&str, &[&[&str]])] = &[
            ("Zoë’s ferry", &[&["Zo"], &["ferry"]]),
            ("who:\"Lena Ortiz\" kind:quoted", &[&["Lena Ortiz"]]),
            ("é ﬁ", &[]),
            ("/Ferr(y|ies)/", &[&["Ferr"]]),
            ("/mayor|minister/", &[&["mayor", "minister"]]),
            (r"/\b(mayor|ministers?)\b/", &[&["mayor", "minister"]]),
            ("/a?b*(longer)+c{2}/", &[&["longer"]]),
            ("/zoë roy/", &[&[" roy"]]),
            (r"/\w+ing/", &[&["ing"]]),
            (r"/\w+|ing/", &[]),
            ("/(?i)ferry/", &[]),
            ("/x?|/", &[]),
            ("/a(/", &[]),
            ("//", &[]),
            ("sure:0.9 since:May", &[]),
        ];
        for (expression, expected) in rows {
            assert_eq!(needed(expression), *expected, "{expression}");
        }
    }
}
