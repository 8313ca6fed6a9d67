//! The stem that the forms of a word share, roughly: `accuse`, `accuses`, `accused` and `accusing` have one.

/// The shortest stem.
const SHORTEST: usize = 3;

/// The stem of a lower-case English word, with a hyphen behind it, so that it is no word.
pub(crate) fn stem(word: &str) -> String {
    let mut stem = word;
    for ending in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.len() >= SHORTEST) {
            stem = rest;
            break;
        }
    }
    let mut stem = stem.to_owned();
    let mut last = stem.chars().rev();
    match (last.next(), last.next()) {
        (Some(one), Some(other)) if one == other && stem.len() > SHORTEST => {
            stem.pop();
        }
        // `denied`, `denies` and `deny`
        (Some('i'), _) => {
            stem.pop();
            stem.push('y');
        }
        _ => {}
    }
    stem.push('-');
    stem
}

/// The endings that are cut off, the first that fits.
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
                assert_eq!(stem(word), *expected, "{word}");
            }
        }
    }
}
