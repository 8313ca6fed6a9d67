//! Converts byte offsets to UTF-16 code units (for JavaScript) or Unicode code points (for the command line).
//!
//! The engine counts bytes everywhere; only its interfaces to other languages and formats convert.

/// Converts the byte offsets of one text to another unit.
///
/// Building the map reads the text once; each look-up reads at most 256 bytes.
///
/// ```
/// use verbatim::offsets::OffsetMap;
///
/// assert_eq!(OffsetMap::utf16("“👍” she said").at("“👍”".len()), 4);
/// assert_eq!(OffsetMap::code_points("“👍” she said").at("“👍”".len()), 3);
/// ```
pub struct OffsetMap<'a> {
    text: &'a str,
    /// Byte offsets about every [`STEP`] bytes, on character boundaries, each with its count; empty if the text is ASCII.
    checkpoints: Vec<(usize, usize)>,
    count: fn(&str) -> usize,
}

const STEP: usize = 256;

impl<'a> OffsetMap<'a> {
    /// Counts UTF-16 code units, as JavaScript's strings do.
    ///
    /// ```
    /// use verbatim::{Article, annotate, offsets::OffsetMap};
    ///
    /// let text = "👍 “We stay,” she said.";
    /// let span = annotate(&Article::from_text(text, false)).quotes[0].span;
    /// let offsets = OffsetMap::utf16(text);
    /// assert_eq!((span.start, span.end), (5, 19));
    /// assert_eq!((offsets.at(span.start), offsets.at(span.end)), (3, 13));
    /// ```
    pub fn utf16(text: &'a str) -> OffsetMap<'a> {
        OffsetMap::new(text, |part| part.chars().map(char::len_utf16).sum())
    }

    /// Counts Unicode code points, as Python's strings do.
    ///
    /// ```
    /// let offsets = verbatim::offsets::OffsetMap::code_points("👍 fine");
    /// assert_eq!(offsets.at("👍".len()), 1);
    /// ```
    pub fn code_points(text: &'a str) -> OffsetMap<'a> {
        OffsetMap::new(text, |part| part.chars().count())
    }

    fn new(text: &'a str, count: fn(&str) -> usize) -> OffsetMap<'a> {
        let mut checkpoints = Vec::new();
        if !text.is_ascii() {
            let (mut byte, mut total) = (0, 0);
            checkpoints.push((0, 0));
            while byte + STEP < text.len() {
                let next = text.floor_char_boundary(byte + STEP);
                total += count(&text[byte..next]);
                byte = next;
                checkpoints.push((byte, total));
            }
        }
        OffsetMap { text, checkpoints, count }
    }

    /// Converts a byte offset. An offset inside a character counts as the start of that character, and one past the end as the end.
    ///
    /// ```
    /// let offsets = verbatim::offsets::OffsetMap::utf16("é!");
    /// assert_eq!([offsets.at(0), offsets.at(1), offsets.at(2), offsets.at(99)], [0, 0, 1, 2]);
    /// ```
    pub fn at(&self, byte: usize) -> usize {
        let byte = self.text.floor_char_boundary(byte);
        let after = self.checkpoints.partition_point(|&(start, _)| start <= byte);
        match after.checked_sub(1).and_then(|index| self.checkpoints.get(index)) {
            Some(&(start, total)) => total + (self.count)(&self.text[start..byte]),
            None => byte,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_what_they_say() {
        let long = format!("{}👍é’x", "aé".repeat(300));
        for text in ["", "plain", "é’👍x", long.as_str()] {
            let utf16 = OffsetMap::utf16(text);
            let code_points = OffsetMap::code_points(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(utf16.at(byte), text[..byte].encode_utf16().count(), "UTF-16 at {byte} of {text:?}");
                assert_eq!(code_points.at(byte), text[..byte].chars().count(), "code points at {byte} of {text:?}");
            }
        }
    }
}
