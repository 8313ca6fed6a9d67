//! What somebody types to search: plain words, patterns between slashes, and fields.

use std::ops::Range;

/// What a part of an expression is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// Whatever is known of a statement.
    Any,
    /// The speaker.
    Who,
    /// The words.
    What,
    /// The days.
    When,
    /// The first day.
    Since,
    /// The last day.
    Until,
    /// The kind of speech.
    Kind,
    /// The confidence.
    Sure,
}

impl Part {
    const NAMED: [Part; 7] = [Part::Who, Part::What, Part::When, Part::Since, Part::Until, Part::Kind, Part::Sure];

    /// Its name: `who`, `what`, `when`, `since`, `until`, `kind`, `sure`; nothing for [`Part::Any`].
    pub fn name(self) -> &'static str {
        match self {
            Part::Any => "",
            Part::Who => "who",
            Part::What => "what",
            Part::When => "when",
            Part::Since => "since",
            Part::Until => "until",
            Part::Kind => "kind",
            Part::Sure => "sure",
        }
    }
}

/// A part of an expression as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written<'a> {
    pub part: Part,
    pub is_pattern: bool,
    /// Without the name of its field, and without slashes and quotation marks.
    pub text: &'a str,
    /// Where that is in the expression, in bytes.
    pub place: Range<usize>,
}

/// The parts of an expression. Everything is one: what is no field and no pattern is a plain word.
pub(super) fn parts(expression: &str) -> Vec<Written<'_>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(found) = expression.get(at..).and_then(|rest| rest.find(|letter: char| !letter.is_whitespace())) {
        let start = at + found;
        let rest = expression.get(start..).unwrap_or_default();
        let part = field(rest);
        let value = start + if part == Part::Any { 0 } else { part.name().len() + 1 };
        let rest = expression.get(value..).unwrap_or_default();
        let (inside, length, is_pattern) = value_of(rest, part != Part::Any);
        let place = value + inside.start..value + inside.end;
        parts.push(Written { part, is_pattern, text: rest.get(inside).unwrap_or_default(), place });
        at = value + length;
    }
    parts
}

/// The field whose name and colon a text begins with.
fn field(text: &str) -> Part {
    let is_named = |part: &Part| {
        let name = part.name();
        text.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name))
            && text.get(name.len()..).is_some_and(|rest| rest.starts_with(':'))
    };
    Part::NAMED.into_iter().find(is_named).unwrap_or(Part::Any)
}

/// Where the value that a text begins with is, how long it is with what surrounds it, and whether it is a pattern.
fn value_of(text: &str, is_field: bool) -> (Range<usize>, usize, bool) {
    if text.starts_with('/') {
        let end = closing_slash(text);
        return end.map_or((1..text.trim_end().len().max(1), text.len(), true), |end| (1..end, end + 1, true));
    }
    let marks = |mark: &char| is_field && matches!(mark, '"' | '“');
    if let Some(mark) = text.chars().next().filter(marks) {
        let start = mark.len_utf8();
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.find(['"', '”']).map_or(text.len(), |end| start + end);
        let closing = text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        return (start..end, end + closing, false);
    }
    let length = text.find(char::is_whitespace).unwrap_or(text.len());
    (0..length, length, false)
}

/// Where the slash is that closes the pattern that a text begins with: one that no backslash escapes, and that ends a word. It may be
/// left out at the end, where whoever types has not come to it yet.
fn closing_slash(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        let ends = || text.get(at + 1..).is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace));
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '/' if ends() => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn expressions_have_parts() {
        let rows: &[(&str, &[&str])] = &[
            ("", &[]),
            ("  ", &[]),
            ("ferry stays", &[":ferry", ":stays"]),
            ("/ferr(y|ies)/", &[":/ferr(y|ies)"]),
            ("/the ferry/ now", &[":/the ferry", ":now"]),
            ("/the ferry", &[":/the ferry"]),
            ("/ferry ", &[":/ferry"]),
            ("/", &[":/"]),
            ("//", &[":/"]),
            ("/km/h/ fast", &[":/km/h", ":fast"]),
            (r"/km\/h\/ x/", &[r":/km\/h\/ x"]),
            (r"/a\\/ b", &[r":/a\\", ":b"]),
            ("km/h 24/7", &[":km/h", ":24/7"]),
            ("who:ortiz", &["who:ortiz"]),
            ("WHO:Ortiz", &["who:Ortiz"]),
            ("who:/mayor|minister/ ferry", &["who:/mayor|minister", ":ferry"]),
            ("who:\"Lena Ortiz\" x", &["who:Lena Ortiz", ":x"]),
            ("who:“Lena Ortiz”x", &["who:Lena Ortiz", ":x"]),
            ("who:\"Lena Or", &["who:Lena Or"]),
            ("who:", &["who:"]),
            ("who: ortiz", &["who:", ":ortiz"]),
            ("since:2025-01 until:2025 when:2024-05-16", &["since:2025-01", "until:2025", "when:2024-05-16"]),
            ("kind:quoted sure:0.9", &["kind:quoted", "sure:0.9"]),
            ("whom:ortiz 10:30 :", &[":whom:ortiz", ":10:30", "::"]),
            ("“the ferry”", &[":“the", ":ferry”"]),
            ("/é/ é", &[":/é", ":é"]),
            ("who:/é", &["who:/é"]),
        ];
        for (expression, expected) in rows {
            let found: Vec<String> = parts(expression)
                .iter()
                .map(|it| format!("{}:{}{}", it.part.name(), if it.is_pattern { "/" } else { "" }, it.text))
                .collect();
            assert_eq!(found, *expected, "{expression}");
            for part in parts(expression) {
                assert_eq!(&expression[part.place.clone()], part.text, "{expression}");
            }
        }
    }
}
