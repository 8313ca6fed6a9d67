//! A table of words, asked without allocating.
//!
//! A word of at most 16 bytes fits one 128-bit integer, so the table is an array of integers with open addressing: a look-up is a
//! multiplication and, nearly always, one comparison.

/// What each of the words means.
pub(super) struct Table<Value> {
    /// 0 where a slot is empty.
    keys: Vec<u128>,
    values: Vec<Value>,
}

impl<Value: Copy> Table<Value> {
    /// A table for so many words. It has several times as many slots, which lets most look-ups end at once.
    pub fn new(words: usize, empty: Value) -> Table<Value> {
        let slots = (4 * words).next_power_of_two();
        Table { keys: vec![0; slots], values: vec![empty; slots] }
    }

    /// Inserts a word; the first entry of a word stays. What is longer than 16 bytes, or not ASCII, is left out, and so is what
    /// finds no room.
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

    /// What the word means, however it is capitalised.
    pub fn get(&self, word: &str) -> Option<Value> {
        // A curly apostrophe has three bytes and takes the place of one.
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

/// The word as a key: lower-cased, apostrophes straightened. None for what no word of the tables looks like.
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
