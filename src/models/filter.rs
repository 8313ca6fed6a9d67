//! A static map from hashes to small numbers, read in place.
//!
//! A Bloomier filter (Chazelle et al. 2004, *The Bloomier filter*), built like an xor filter (Graf & Lemire 2020, *Xor filters: faster and
//! smaller than Bloom and cuckoo filters*): the exclusive or of three slots is a fingerprint of the key and its value. Keys are not stored,
//! so a key takes a few bytes, and a key that was never added is mistaken for another only as often as fingerprints collide.

/// The bytes before the slots: the number of slots of a segment, the seed, how many bits a slot has, and how many of them are the value.
const HEAD: usize = 10;

/// The most bits of a slot: with a part of a byte before them, they fit four bytes.
const WIDEST: u32 = 25;

/// A map from 64-bit hashes to numbers.
#[derive(Clone, Copy)]
pub(crate) struct Filter<'a> {
    segment: u32,
    seed: u32,
    layout: Layout,
    /// The slots, as one string of bits.
    slots: &'a [u8],
}

/// How many bits a slot has: a fingerprint above a value.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// All bits.
    pub slot: u32,
    /// The bits of the value.
    pub value: u32,
}

impl Layout {
    /// The layout, if a slot can have it.
    fn checked(self) -> Option<Layout> {
        (self.value < self.slot && self.slot <= WIDEST).then_some(self)
    }

    /// The bytes of this many slots. The last slot is read as four bytes.
    fn bytes(self, slots: usize) -> Option<usize> {
        Some(slots.checked_mul(self.slot as usize)? / 8 + 4)
    }
}

impl<'a> Filter<'a> {
    /// Reads a filter from the beginning of a file; returns it and the rest of the file, or `None` if the file is too short.
    pub fn read(file: &'a [u8]) -> Option<(Filter<'a>, &'a [u8])> {
        let (head, rest) = file.split_first_chunk::<HEAD>()?;
        let number = |at: usize| u32::from_le_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
        let (segment, seed) = (number(0), number(4));
        let layout = Layout { slot: head[8].into(), value: head[9].into() }.checked()?;
        let (slots, rest) = rest.split_at_checked(layout.bytes((segment as usize).checked_mul(3)?)?)?;
        Some((Filter { segment, seed, layout, slots }, rest))
    }

    /// The value of a key.
    pub fn get(&self, key: u64) -> Option<usize> {
        let hash = hash_of(key, self.seed);
        let mut found = 0;
        for place in places(hash, self.segment) {
            let bit = place * self.layout.slot as usize;
            let bytes = self.slots.get(bit / 8..)?.first_chunk()?;
            found ^= u32::from_le_bytes(*bytes) >> (bit % 8);
        }
        let found = found & ((1 << self.layout.slot) - 1);
        let same = found >> self.layout.value == fingerprint(hash, self.layout);
        same.then_some((found & ((1 << self.layout.value) - 1)) as usize)
    }
}

fn hash_of(key: u64, seed: u32) -> u64 {
    let hash = (key ^ u64::from(seed) << 32).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ hash >> 32
}

fn places(hash: u64, segment: u32) -> [usize; 3] {
    let place = |turn: u32| ((u64::from(hash.rotate_left(turn) as u32) * u64::from(segment)) >> 32) as usize;
    let segment = segment as usize;
    [place(0), segment + place(21), 2 * segment + place(42)]
}

fn fingerprint(hash: u64, layout: Layout) -> u32 {
    (hash ^ hash >> 29) as u32 & ((1 << (layout.slot - layout.value)) - 1)
}

/// Builds the file of a filter; keys must differ. `None` if a value does not fit.
#[cfg(any(test, feature = "training"))]
pub(crate) fn build(entries: &[(u64, u32)], layout: Layout) -> Option<Vec<u8>> {
    let layout = layout.checked()?;
    if entries.iter().any(|&(_, value)| value >> layout.value != 0) {
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
            slots[slot] ^= others ^ (fingerprint(hash, layout) << layout.value | value);
        }
        let mut file = Vec::new();
        file.extend(segment.to_le_bytes());
        file.extend(seed.to_le_bytes());
        file.extend([layout.slot as u8, layout.value as u8]);
        let mut bits = vec![0_u8; layout.bytes(slots.len())?];
        for (place, slot) in slots.iter().enumerate() {
            let bit = place * layout.slot as usize;
            for (byte, part) in bits[bit / 8..].iter_mut().zip((slot << (bit % 8)).to_le_bytes()) {
                *byte |= part;
            }
        }
        file.extend(bits);
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
        let mut file = build(&entries, Layout { slot: 23, value: 10 }).unwrap();
        file.push(7);
        let (filter, rest) = Filter::read(&file).unwrap();
        assert_eq!(rest, [7]);
        for (key, value) in entries {
            assert_eq!(filter.get(key), Some(value as usize), "{key}");
        }
        let mistaken = (0..10_000).filter(|key| filter.get(key * 7919 + 1).is_some()).count();
        assert!(mistaken < 20, "{mistaken} keys are mistaken for others");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(build(&[(1, 4)], Layout { slot: 9, value: 2 }).is_none());
        let file = build(&[(1, 3)], Layout { slot: 9, value: 2 }).unwrap();
        for length in [0, HEAD - 1, file.len() - 1] {
            assert!(Filter::read(&file[..length]).is_none(), "{length}");
        }
        let empty = build(&[], Layout { slot: 9, value: 2 }).unwrap();
        assert_eq!(Filter::read(&empty).unwrap().0.get(1), None);
    }
}
