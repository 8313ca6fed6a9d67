//! The tokenisation of the quotation measures: runs of letters and digits, joined by apostrophes, full stops and hyphens.

use crate::gold::Stretch;

/// Stop words: two spans that share only these do not name the same speaker.
const EMPTY: &str = "the a an of for at in on to by with and or from who whom whose which that his her their its our my mr mrs \
    ms dr sir is was as";

const PRONOUNS: &str = "he she they it we i you who him her them his their its our my himself herself themselves which that one \
    others some many";

/// Whether the word is a stop word.
pub fn is_empty_word(word: &str) -> bool {
    EMPTY.split_whitespace().any(|empty| empty == word)
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// The words within a stretch of a text.
pub fn words_within(text: &[char], stretch: Stretch) -> Vec<Stretch> {
    let mut words = Vec::new();
    let mut at = stretch.start;
    while at < stretch.end {
        let end = word_end(&text[..stretch.end], at);
        if end > at {
            words.push(Stretch { start: at, end });
        }
        at = end.max(at + 1);
    }
    words
}

/// The end of the word that begins at `start`; `start` itself if no word begins there.
fn word_end(text: &[char], start: usize) -> usize {
    let run = |from: usize| from + text[from..].iter().take_while(|&&character| is_letter(character)).count();
    let mut end = run(start);
    while end > start && end + 1 < text.len() && matches!(text[end], '’' | '\'' | '.' | '-') && is_letter(text[end + 1])
    {
        end = run(end + 1);
    }
    end
}

/// The words of a name or phrase in lower case, without possessive endings.
pub fn words(phrase: &str) -> Vec<String> {
    let text: Vec<char> = phrase.chars().collect();
    let all = Stretch { start: 0, end: text.len() };
    words_within(&text, all).into_iter().map(|word| bare(&text[word.start..word.end])).collect()
}

fn bare(word: &[char]) -> String {
    let word: String = word.iter().collect::<String>().to_lowercase();
    let word = word.strip_suffix("'s").unwrap_or(&word);
    word.strip_suffix("’s").unwrap_or(word).to_owned()
}

/// Whether the phrase is a single pronoun.
pub fn is_pronoun(phrase: &str) -> bool {
    matches!(words(phrase).as_slice(), [word] if PRONOUNS.split_whitespace().any(|pronoun| pronoun == word))
}

/// Trims a stretch to its first and last letter or digit.
pub fn core(text: &[char], stretch: Stretch) -> Stretch {
    let Stretch { mut start, mut end } = stretch;
    while start < end && !text[start].is_alphanumeric() {
        start += 1;
    }
    while end > start && !text[end - 1].is_alphanumeric() {
        end -= 1;
    }
    Stretch { start, end }
}

/// The trimmed lines of a stretch, so that quotation marks and punctuation at the edges do not affect a match.
pub fn pieces(text: &[char], stretch: Stretch) -> Vec<Stretch> {
    let mut pieces = Vec::new();
    let mut start = stretch.start;
    for line in text[stretch.start..stretch.end].split(|&character| character == '\n' || character == '\r') {
        let piece = core(text, Stretch { start, end: start + line.len() });
        if piece.start < piece.end {
            pieces.push(piece);
        }
        start += line.len() + 1;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, stretches: Vec<Stretch>) -> Vec<String> {
        let text: Vec<char> = text.chars().collect();
        stretches.into_iter().map(|stretch| text[stretch.start..stretch.end].iter().collect()).collect()
    }

    #[test]
    fn words_are_tied_by_marks_within() {
        for (text, expected) in [
            ("Mr. O’Neill-Smith’s U.S. plan.", "Mr O’Neill-Smith’s U.S plan"),
            ("-- 'quoted' --", "quoted"),
            ("3.5 % of a_b", "3.5 of a_b"),
            ("", ""),
        ] {
            let characters: Vec<char> = text.chars().collect();
            let all = Stretch { start: 0, end: characters.len() };
            assert_eq!(shown(text, words_within(&characters, all)).join(" "), expected);
        }
        assert_eq!(words("Ana Reyes’s team's"), ["ana", "reyes", "team"]);
    }

    #[test]
    fn pieces_are_trimmed_lines() {
        let text = "“One, two.\n\n“Three”\r\n—";
        let characters: Vec<char> = text.chars().collect();
        let all = Stretch { start: 0, end: characters.len() };
        assert_eq!(shown(text, pieces(&characters, all)), ["One, two", "Three"]);
    }

    #[test]
    fn pronouns_stand_alone() {
        for (phrase, expected) in [("He", true), ("her", true), ("he said", false), ("Reyes", false), ("", false)] {
            assert_eq!(is_pronoun(phrase), expected, "{phrase}");
        }
    }
}
