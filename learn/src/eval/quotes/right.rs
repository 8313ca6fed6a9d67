//! Whether each answer is right, to learn from how often answers like it are.

use super::{Piece, Scorer, gold_pieces, is_same, pieces, shared};
use crate::eval::prediction::{Prediction, Quote};
use crate::gold::Document;

/// What makes a name right where the gold data's speaker is a name or a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// That it is given for the right words, as the figures count it.
    Words,
    /// That it is also of the right person, if it is none of those words: `Tom Hill` for *the mayor*.
    Name,
}

/// For each quotation found whether the name shown is right: nothing where none is shown, or where the gold data do not say who it is.
pub fn is_right(document: &Document, prediction: &Prediction, by: By) -> Vec<Option<bool>> {
    let text: Vec<char> = document.text.chars().collect();
    let gold = gold_pieces(document, &text);
    let scorer = Scorer { text: &text, gold: &gold, found: &[] };
    let right = |quote: &Quote| {
        if quote.is_other {
            return None;
        }
        let canonical = quote.canonical.clone()?;
        let place = pieces(&text, quote.place).first().copied()?;
        let Some(piece) = gold.iter().find(|piece| is_same(piece.place, place)) else { return Some(false) };
        piece.canonical.as_ref().filter(|_| !piece.is_ambiguous)?;
        let found = Piece { place, speaker: quote.speaker, canonical: Some(canonical), is_ambiguous: false };
        let right = scorer.names_the_same(piece, &found);
        Some(right && (by == By::Words || scorer.holds_name(&found) || scorer.is_called(piece, &found)))
    };
    prediction.quotes.iter().map(right).collect()
}

/// For each stretch of reported speech found whether it is reported and the name shown is right, strictly: nothing where the gold data do not
/// tell.
pub fn is_reported_right(document: &Document, reported: &[Quote]) -> Vec<Option<bool>> {
    let text: Vec<char> = document.text.chars().collect();
    let gold = gold_pieces(document, &text);
    let right = |quote: &Quote| {
        let place = pieces(&text, quote.place).first().copied()?;
        let found = Piece { place, speaker: quote.speaker, canonical: quote.canonical.clone(), is_ambiguous: false };
        let found = [found];
        let scorer = Scorer { text: &text, gold: &gold, found: &found };
        let pairs = scorer.near_pairs();
        let Some((piece, found)) = scorer.matched(&pairs).next() else {
            let is_undecided = document.ignore.iter().any(|&ignore| shared(ignore, place) > 0);
            return (!is_undecided).then_some(false);
        };
        if piece.canonical.is_none() {
            return piece.speaker.is_none().then_some(found.canonical.is_none());
        }
        let named = found.canonical.is_some() && scorer.names_the_same(piece, found);
        Some(named && (scorer.holds_name(found) || scorer.is_called(piece, found)))
    };
    reported.iter().map(right).collect()
}

/// For each quotation found whether it is somebody's words: nothing where it is no more than a part of a quotation, or the gold data do not
/// tell.
pub fn is_somebodys(document: &Document, prediction: &Prediction) -> Vec<Option<bool>> {
    let text: Vec<char> = document.text.chars().collect();
    let gold = gold_pieces(document, &text);
    let somebodys = |quote: &Quote| {
        let place = pieces(&text, quote.place).first().copied()?;
        if gold.iter().any(|piece| is_same(piece.place, place)) {
            return Some(true);
        }
        let touches = gold.iter().map(|piece| piece.place).chain(document.ignore.iter().copied());
        (!touches.into_iter().any(|other| shared(other, place) > 0)).then_some(false)
    };
    prediction.quotes.iter().map(somebodys).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::Stretch;

    /// Name, content, the source's words, the name given, whether that is right.
    type Row = (&'static str, &'static str, Option<&'static str>, Option<&'static str>, Option<bool>);

    #[test]
    fn reported_speech_is_right_where_content_and_name_are() {
        let text = "Ana Reyes said the ferry would stay. She had hoped so. It was said to be old.";
        let place = |words: &str| {
            let start = text.find(words).unwrap();
            (start, start + words.len())
        };
        let stretch = |words: &str| {
            let (start, end) = place(words);
            serde_json::json!({ "start": start, "end": end })
        };
        let quote = |content: &str, speaker: Option<&str>, canonical: Option<&str>| {
            let (start, end) = place(content);
            serde_json::json!({ "start": start, "end": end, "speaker": speaker.map(stretch), "canonical": canonical })
        };
        let document: Document = serde_json::from_value(serde_json::json!({
            "id": "x", "text": text,
            "quotes": [quote("the ferry would stay", Some("Ana Reyes"), Some("Ana Reyes")), quote("to be old", None, None)],
            "ignore": [stretch("hoped so")],
        }))
        .unwrap();
        let rows: &[Row] = &[
            ("all right", "the ferry would stay", Some("Ana Reyes"), Some("Ana Reyes"), Some(true)),
            ("half of the words", "ferry would stay", Some("Ana Reyes"), Some("Ana Reyes"), Some(true)),
            ("other words", "Ana Reyes said", Some("Ana Reyes"), Some("Ana Reyes"), Some(false)),
            ("another name", "the ferry would stay", Some("the ferry"), Some("ferry"), Some(false)),
            (
                "another name for the same words",
                "the ferry would stay",
                Some("Ana Reyes"),
                Some("Tom Hill"),
                Some(false),
            ),
            ("undecided", "hoped so", Some("She"), Some("Ana Reyes"), None),
            ("nobody's", "to be old", None, None, Some(true)),
            ("somebody for nobody's", "to be old", Some("It"), Some("ferry"), Some(false)),
        ];
        for &(name, content, speaker, canonical, expected) in rows {
            let at = |words: &str| {
                let (start, end) = place(words);
                Stretch { start, end }
            };
            let found = Quote {
                place: at(content),
                speaker: speaker.map(at),
                canonical: canonical.map(str::to_owned),
                is_other: false,
                confidence: 1.0,
            };
            assert_eq!(is_reported_right(&document, &[found]), [expected], "{name}");
        }
    }
}
