//! Plain words: case, accents and the shapes of marks make no difference.

use std::ops::Range;

/// A word, or several, that is searched for anywhere in a text.
#[derive(Clone, Debug)]
pub(super) struct Words {
    letters: Vec<char>,
}

impl Words {
    pub(super) fn new(text: &str) -> Words {
        Words { letters: folded(text).map(|(letter, _)| letter).collect() }
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        !self.matches(text).is_empty()
    }

    /// Where they are in a text, in bytes.
    pub(super) fn matches(&self, text: &str) -> Vec<Range<usize>> {
        let Some(first) = self.letters.first() else { return Vec::new() };
        let letters: Vec<(char, Range<usize>)> = folded(text).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = letters.get(at..).filter(|rest| rest.len() >= self.letters.len()) {
            let is_here = |start: usize| {
                let here = rest.get(start..).unwrap_or_default();
                here.len() >= self.letters.len() && here.iter().zip(&self.letters).all(|((one, _), other)| one == other)
            };
            let next = (0..rest.len()).find(|&start| rest[start].0 == *first && is_here(start));
            let Some(start) = next.map(|start| at + start) else { break };
            let end = start + self.letters.len();
            found.push(letters[start].1.start..letters[end - 1].1.end);
            at = end;
        }
        found
    }
}

/// The letters of a text as they are compared, each with its place.
fn folded(text: &str) -> impl Iterator<Item = (char, Range<usize>)> + '_ {
    text.char_indices().flat_map(|(at, letter)| {
        let place = at..at + letter.len_utf8();
        bare(letter).into_iter().map(move |letter| (letter, place.clone()))
    })
}

/// A letter without its accent, in lower case.
fn bare(letter: char) -> Vec<char> {
    match letter {
        '‘' | '’' => vec!['\''],
        '“' | '”' => vec!['"'],
        letter if letter.is_whitespace() => vec![' '],
        letter if letter.is_ascii() => vec![letter.to_ascii_lowercase()],
        letter => plain(letter),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn plain(letter: char) -> Vec<char> {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    let decomposed = std::iter::once(letter).nfkd().filter(|letter| !is_combining_mark(*letter));
    decomposed.flat_map(char::to_lowercase).collect()
}

/// By the browser, which has the tables.
#[cfg(target_arch = "wasm32")]
fn plain(letter: char) -> Vec<char> {
    let whole = js_sys::JsString::from(letter).normalize("NFKD").to_lower_case();
    let bare = whole.replace_by_pattern(&js_sys::RegExp::new(r"\p{Mark}", "gu"), "");
    String::from(bare).chars().collect()
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_found_whatever_their_case_and_accents() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("ferry", "The Ferry, FERRY and ferries", &["Ferry", "FERRY"]),
            ("Zoe", "ZOË Roy, Zoe\u{308}", &["ZOË", "Zoe"]),
            ("zoë", "Zoe", &["Zoe"]),
            ("don't", "They don’t", &["don’t"]),
            ("\"no", "“No,” she said", &["“No"]),
            ("lena ortiz", "Lena\nOrtiz", &["Lena\nOrtiz"]),
            ("aa", "aaaaa", &["aa", "aa"]),
            ("ﬁ", "fire", &["fi"]),
            ("a.c", "abc", &[]),
            ("ferry", "ferr", &[]),
            ("", "anything", &[]),
        ];
        for (words, text, expected) in rows {
            let found: Vec<&str> = Words::new(words).matches(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, *expected, "{words:?} in {text}");
        }
    }
}
