//! Classes of words that are used alike.

use crate::models::filter::Filter;

/// The classes of words, each part of a coarse class.
pub(crate) struct WordClasses {
    fine: Option<Filter<'static>>,
    coarse: &'static [u8],
}

impl WordClasses {
    /// Reads a file: the number of classes as a 2-byte integer, for each the coarse class that it belongs to as a byte, and the filter from
    /// hashes of words to classes. A file that is too short gives no classes.
    pub fn read(file: &'static [u8]) -> WordClasses {
        let parts = file.split_first_chunk::<2>().and_then(|(count, rest)| {
            let (coarse, rest) = rest.split_at_checked(usize::from(u16::from_le_bytes(*count)))?;
            Some((coarse, Filter::read(rest)?.0))
        });
        match parts {
            Some((coarse, fine)) => WordClasses { fine: Some(fine), coarse },
            None => WordClasses { fine: None, coarse: &[] },
        }
    }

    /// The class of a word and the coarse class, both above 0; 0 for an unknown word.
    pub fn of(&self, hash: u64) -> (u16, u16) {
        match self.fine.and_then(|fine| fine.get(hash)) {
            Some(class) => (class as u16 + 1, self.coarse.get(class).map_or(0, |&coarse| u16::from(coarse) + 1)),
            None => (0, 0),
        }
    }
}
