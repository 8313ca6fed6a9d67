//! A hash table of short words, with look-ups that do not allocate.
//!
//! A word of at most 16 bytes fits one 128-bit integer, so the table is an array of integers with open addressing: a look-up is a
//! multiplication and, nearly always, one comparison.

/// A map from short ASCII words to values.
pub(super) struct Table<Value> {
    /// The keys; 0 marks an empty slot.
    keys: Vec<u128>,
    values: Vec<Value>,
}

impl<Value: Copy> Table<Value> {
    /// A table for this many words. It has several times as many slots, so that most look-ups need one probe.
    pub fn new(words: usize, empty: Value) -> Table<Value> {
        let slots = (4 * words).next_power_of_two();
        Table { keys: vec![0; slots], values: vec![empty; slots] }
    }

    /// Inserts a word, keeping an existing entry. Ignores words that are longer than 16 bytes or not ASCII, and words that find no free
    /// slot.
    pub fn insert(&mut self, word: &str, value: Value) {
        let Some(key) = key(word) else { return };
        for step in 0..self.keys.len() {
            let slot = self.slot(key, step);
            if self.keys[slot] == key {
                return;
            }
            if self.keys[slot] == 0 {
                self.keys[slot] = key;
                self.values[slot] = value;
                return;
            }
        }
    }

    /// The value of a word, ignoring case.
    pub fn get(&self, word: &str) -> Option<Value> {
        // A curly apostrophe takes three bytes where a straight one takes one.
        if word.len() > 18 {
            return None;
        }
        let key = key(word)?;
        for step in 0..self.keys.len() {
            let slot = self.slot(key, step);
            match self.keys[slot] {
                0 => return None,
                found if found == key => return Some(self.values[slot]),
                _ => {}
            }
        }
        None
    }

    fn slot(&self, key: u128, step: usize) -> usize {
        let folded = (key as u64 ^ (key >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((folded >> 32) as usize + step) % self.keys.len()
    }
}

/// The key of a word: in lower case, with straight apostrophes. `None` if no word of a table can look like this.
fn key(word: &str) -> Option<u128> {
    let mut bytes = [0_u8; 16];
    let mut length = 0;
    let mut rest = word.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let byte = match rest {
            [0xe2, 0x80, 0x99, after @ ..] => {
                rest = after;
                b'\''
            }
            _ if byte.is_ascii() => {
                rest = after;
                byte | 0x20
            }
            _ => return None,
        };
        *bytes.get_mut(length)? = byte;
        length += 1;
    }
    Some(u128::from_le_bytes(bytes)).filter(|&key| key != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_written() {
        let mut table = Table::new(4, 0);
        table.insert("o'clock", 1);
        table.insert("O'CLOCK", 2);
        table.insert("noon", 3);
        table.insert("a word that is far too long", 4);
        let rows = [
            ("o'clock", Some(1)),
            ("O’Clock", Some(1)),
            ("Noon", Some(3)),
            ("no", None),
            ("", None),
            ("mañana", None),
            ("a word that is far too long", None),
        ];
        for (word, expected) in rows {
            assert_eq!(table.get(word), expected, "{word}");
        }
    }

    #[test]
    fn a_full_table_answers() {
        let mut table = Table { keys: vec![0; 2], values: vec![(); 2] };
        for word in ["one", "two", "three"] {
            table.insert(word, ());
        }
        assert_eq!(table.get("one"), Some(()));
        assert_eq!(table.get("three"), None);
    }
}
