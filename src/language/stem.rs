//! The stem that the forms of a word share, roughly: `accuse`, `accuses`, `accused` and `accusing` have one.

/// The shortest stem.
const SHORTEST: usize = 3;

/// The longest word that has one, in bytes.
const LONGEST: usize = 31;

/// Room for a stem.
pub(crate) type Buffer = [u8; LONGEST + 1];

/// The stem of an English word, in lower case, with a hyphen behind it, so that it is no word; nothing for words with letters beyond ASCII.
pub(crate) fn stem<'b>(word: &str, buffer: &'b mut Buffer) -> Option<&'b str> {
    if !word.is_ascii() || word.len() > LONGEST || word.is_empty() {
        return None;
    }
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let cut = |ending: &&str| lower.ends_with(ending.as_bytes()) && lower.len() >= SHORTEST + ending.len();
    let mut end = word.len() - ENDINGS.iter().find(|ending| cut(ending)).map_or(0, |ending| ending.len());
    match &lower[..end] {
        [.., one, other] if one == other && end > SHORTEST => end -= 1,
        // `denied`, `denies` and `deny`
        [.., b'i'] => lower[end - 1] = b'y',
        _ => {}
    }
    buffer[end] = b'-';
    str::from_utf8(&buffer[..=end]).ok()
}

/// The endings that are cut off, the first that fits. They are no named set: the order counts, and the learned evidence is filed under
/// the stems that they leave.
const ENDINGS: [&str; 5] = ["ing", "ed", "es", "s", "e"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_verb_share_a_stem() {
        let rows: &[(&str, &[&str])] = &[
            ("accus-", &["accuse", "accuses", "accused", "accusing"]),
            ("deny-", &["deny", "denies", "denied"]),
            ("tel-", &["tell", "tells", "telling"]),
            ("admit-", &["admit", "admits", "admitted", "admitting"]),
            ("say-", &["say", "says", "saying"]),
            ("as-", &["as"]),
        ];
        for (expected, words) in rows {
            for word in *words {
                assert_eq!(stem(word, &mut [0; LONGEST + 1]), Some(*expected), "{word}");
            }
        }
    }
}
