//! Byte offsets into what others count: UTF-16 code units (JavaScript) and Unicode code points (the command line).
//!
//! Inside, Verbatim counts bytes; only the edges convert.

/// Turns byte offsets of one text into another unit. Built once a text, each look-up walks over at most 256 bytes.
///
/// ```
/// use verbatim::offsets::OffsetMap;
///
/// assert_eq!(OffsetMap::utf16("“👍” she said").at("“👍”".len()), 4);
/// assert_eq!(OffsetMap::code_points("“👍” she said").at("“👍”".len()), 3);
/// ```
pub struct OffsetMap<'a> {
    text: &'a str,
    /// The count at each multiple of [`STEP`] bytes, moved back to a character border; empty when all is ASCII.
    checkpoints: Vec<(usize, usize)>,
    count: fn(&str) -> usize,
}

const STEP: usize = 256;

impl<'a> OffsetMap<'a> {
    /// Into UTF-16 code units.
    pub fn utf16(text: &'a str) -> OffsetMap<'a> {
        OffsetMap::new(text, |part| part.chars().map(char::len_utf16).sum())
    }

    /// Into Unicode code points.
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

    /// The offset of a byte, which is moved back to a character border and to the end of the text.
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
