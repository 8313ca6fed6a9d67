//! A static map from hashes to small numbers, read in place.
//!
//! A Bloomier filter (Chazelle et al. 2004, *The Bloomier filter*), built like an xor filter (Graf & Lemire 2020, *Xor filters: faster and
//! smaller than Bloom and cuckoo filters*): the exclusive or of three slots is a fingerprint of the key and its value. Keys are not stored,
//! so a key takes less than four bytes, and a key that was never added is mistaken for another only as often as fingerprints collide.

/// The bytes of a slot: a fingerprint above a value.
const SLOT: usize = 3;

/// The bytes before the slots: the number of slots of a segment, the seed, and how many bits of a slot are the value.
const HEAD: usize = 12;

/// A map from 64-bit hashes to numbers.
#[derive(Clone, Copy)]
pub(crate) struct Filter<'a> {
    segment: u32,
    seed: u32,
    value_bits: u32,
    slots: &'a [[u8; SLOT]],
}

impl<'a> Filter<'a> {
    /// Reads a filter from the beginning of a file; returns it and the rest of the file, or `None` if the file is too short.
    pub fn read(file: &'a [u8]) -> Option<(Filter<'a>, &'a [u8])> {
        let (head, rest) = file.split_first_chunk::<HEAD>()?;
        let number = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        let (segment, seed, value_bits) = (number(0), number(4), number(8));
        let (slots, rest) = rest.split_at_checked((segment as usize).checked_mul(3 * SLOT)?)?;
        let (slots, _) = slots.as_chunks::<SLOT>();
        (value_bits < 24).then_some((Filter { segment, seed, value_bits, slots }, rest))
    }

    /// The value of a key.
    pub fn get(&self, key: u64) -> Option<usize> {
        let hash = hash_of(key, self.seed);
        let mut found = 0;
        for place in places(hash, self.segment) {
            let [low, middle, high] = *self.slots.get(place)?;
            found ^= u32::from(low) | u32::from(middle) << 8 | u32::from(high) << 16;
        }
        let same = found >> self.value_bits == fingerprint(hash, self.value_bits);
        same.then_some((found & ((1 << self.value_bits) - 1)) as usize)
    }
}

fn hash_of(key: u64, seed: u32) -> u64 {
    // The finaliser of MurmurHash3.
    let mut hash = key.wrapping_add(u64::from(seed));
    hash = (hash ^ hash >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ hash >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ hash >> 33
}

fn places(hash: u64, segment: u32) -> [usize; 3] {
    let place = |turn: u32| ((u64::from(hash.rotate_left(turn) as u32) * u64::from(segment)) >> 32) as usize;
    let segment = segment as usize;
    [place(0), segment + place(21), 2 * segment + place(42)]
}

fn fingerprint(hash: u64, value_bits: u32) -> u32 {
    (hash ^ hash >> 29) as u32 & ((1 << (24 - value_bits)) - 1)
}

/// Builds the file of a filter; keys must differ. `None` if a value does not fit.
#[cfg(any(test, feature = "training"))]
pub(crate) fn build(entries: &[(u64, u32)], value_bits: u32) -> Option<Vec<u8>> {
    if value_bits >= 24 || entries.iter().any(|&(_, value)| value >> value_bits != 0) {
        return None;
    }
    let segment = (entries.len() as u32 * 41 / 100) + 11;
    (0..1000).find_map(|seed| {
        let order = peel(entries, segment, seed)?;
        let mut slots = vec![0_u32; 3 * segment as usize];
        for &(entry, slot) in order.iter().rev() {
            let (key, value) = entries[entry];
            let hash = hash_of(key, seed);
            let others = places(hash, segment).iter().fold(0, |sum, &place| sum ^ slots[place]);
            slots[slot] ^= others ^ (fingerprint(hash, value_bits) << value_bits | value);
        }
        let mut file = Vec::with_capacity(HEAD + SLOT * slots.len());
        for number in [segment, seed, value_bits] {
            file.extend(number.to_le_bytes());
        }
        file.extend(slots.iter().flat_map(|slot| slot.to_le_bytes().into_iter().take(SLOT)));
        Some(file)
    })
}

/// The order in which each entry has a slot that no later entry needs; `None` if there is none for this seed.
#[cfg(any(test, feature = "training"))]
fn peel(entries: &[(u64, u32)], segment: u32, seed: u32) -> Option<Vec<(usize, usize)>> {
    // For each slot, how many entries use it, and the exclusive or of their indices.
    let mut slots = vec![(0_u32, 0_usize); 3 * segment as usize];
    for (index, &(key, _)) in entries.iter().enumerate() {
        for place in places(hash_of(key, seed), segment) {
            slots[place].0 += 1;
            slots[place].1 ^= index;
        }
    }
    let mut alone: Vec<usize> = (0..slots.len()).filter(|&slot| slots[slot].0 == 1).collect();
    let mut order = Vec::with_capacity(entries.len());
    while let Some(slot) = alone.pop() {
        if slots[slot].0 != 1 {
            continue;
        }
        let entry = slots[slot].1;
        order.push((entry, slot));
        for place in places(hash_of(entries[entry].0, seed), segment) {
            slots[place].0 -= 1;
            slots[place].1 ^= entry;
            if slots[place].0 == 1 {
                alone.push(place);
            }
        }
    }
    (order.len() == entries.len()).then_some(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_has_its_values() {
        let entries: Vec<(u64, u32)> = (0..5000).map(|key| (key * 7919, (key % 1000) as u32)).collect();
        let mut file = build(&entries, 10).unwrap();
        file.push(7);
        let (filter, rest) = Filter::read(&file).unwrap();
        assert_eq!(rest, [7]);
        for (key, value) in entries {
            assert_eq!(filter.get(key), Some(value as usize), "{key}");
        }
        let mistaken = (0..10_000).filter(|key| filter.get(key * 7919 + 1).is_some()).count();
        assert!(mistaken < 10, "{mistaken} keys are mistaken for others");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(build(&[(1, 4)], 2).is_none());
        let file = build(&[(1, 3)], 2).unwrap();
        for length in [0, HEAD - 1, file.len() - 1] {
            assert!(Filter::read(&file[..length]).is_none(), "{length}");
        }
        let empty = build(&[], 2).unwrap();
        assert_eq!(Filter::read(&empty).unwrap().0.get(1), None);
    }
}
