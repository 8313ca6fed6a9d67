//! What the capitals of an article were taken for at a first reading: a surname alone is read like the full name.

use crate::language::{ENTITY_LABELS, EntityClass, entity_of_label};
use rustc_hash::FxHashMap;

/// What the second reading needs to know of a token near a capital.
pub(super) struct Trace {
    /// The word in lower case, if it has a capital.
    pub name: Option<u64>,
    /// Where it has capitals, digits and marks.
    pub shape: u64,
    /// Whether it is the first word of its sentence.
    pub begins: bool,
}

/// For each word with a capital, how often it belonged to a name of each class.
#[derive(Default)]
pub(super) struct Memory {
    words: FxHashMap<u64, Remembered>,
}

/// How often a word was read with each label.
#[derive(Clone, Copy, Default)]
pub(super) struct Remembered([u16; ENTITY_LABELS]);

impl Memory {
    /// Adds a token that was read with this label.
    pub fn add(&mut self, trace: &Trace, label: u8) {
        if let Some(name) = trace.name {
            let counts = self.words.entry(name).or_default();
            if let Some(count) = counts.0.get_mut(usize::from(label)) {
                *count = count.saturating_add(1);
            }
        }
    }

    /// What is remembered of a token's word.
    pub fn of(&self, trace: &Trace) -> Remembered {
        trace.name.and_then(|name| self.words.get(&name)).copied().unwrap_or_default()
    }
}

impl Remembered {
    /// The class that the word had most often, whether it had always, whether it stood first in the name, and whether it is frequent.
    pub fn as_value(self) -> u64 {
        let all: u32 = self.0.iter().copied().map(u32::from).sum();
        if all == 0 {
            return 0;
        }
        let mut counts = [0_u32; EntityClass::ALL.len() + 1];
        let mut firsts = 0;
        for (label, &count) in self.0.iter().enumerate() {
            let entity = entity_of_label(label as u8);
            counts[entity.map_or(0, |(class, _)| class as usize + 1)] += u32::from(count);
            firsts += if entity.is_some_and(|(_, first)| first) { u32::from(count) } else { 0 };
        }
        let most = (0..counts.len()).rev().max_by_key(|&class| counts[class]).unwrap_or(0);
        let share = if counts[most] == all {
            3
        } else if 4 * counts[most] >= 3 * all {
            2
        } else {
            1
        };
        let place = if most == 0 {
            0
        } else if firsts == 0 {
            1
        } else if firsts == all {
            2
        } else {
            3
        };
        let often = match all {
            1 => 0,
            2 | 3 => 1,
            _ => 2,
        };
        1 + (((most * 4 + share) * 4 + place) * 3 + often) as u64
    }
}
