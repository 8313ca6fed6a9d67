//! Linear models over named binary features, and the features' names.
//!
//! A feature is present or absent. Its key consists of a family and values: `before=called`, `length=2`. A table gives the weight of each
//! key for each of the model's sums, in whole hundredths, so that the sums are the same on every machine.

use rustc_hash::FxHashMap;

/// A family of features: one property of the input, such as `length`. Each family is declared once, as a constant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Family {
    name: &'static str,
    ending: &'static str,
}

impl Family {
    /// A family of this name.
    pub const fn new(name: &'static str) -> Family {
        Family { name, ending: "" }
    }

    /// A family whose name has two parts.
    pub const fn of_two(name: &'static str, ending: &'static str) -> Family {
        Family { name, ending }
    }
}

/// A type of feature values.
pub(crate) trait Value {
    /// Appends the value to a key.
    fn write_to(&self, key: &mut String);
}

impl Value for &str {
    fn write_to(&self, key: &mut String) {
        key.push_str(self);
    }
}

/// `yes` or `no`.
impl Value for bool {
    fn write_to(&self, key: &mut String) {
        key.push_str(if *self { "yes" } else { "no" });
    }
}

/// One digit; larger numbers become 9.
impl Value for usize {
    fn write_to(&self, key: &mut String) {
        key.push(char::from(b'0' + (*self).min(9) as u8));
    }
}

/// A value, or `none`.
impl<V: Value> Value for Option<V> {
    fn write_to(&self, key: &mut String) {
        match self {
            Some(value) => value.write_to(key),
            None => key.push_str("none"),
        }
    }
}

/// A sequence, separated by spaces.
impl<V: Value, const COUNT: usize> Value for [V; COUNT] {
    fn write_to(&self, key: &mut String) {
        for (index, value) in self.iter().enumerate() {
            if index > 0 {
                key.push(' ');
            }
            value.write_to(key);
        }
    }
}

/// The features present in one input: their keys, written into one shared buffer.
#[derive(Default)]
pub(crate) struct Features {
    keys: String,
    ends: Vec<usize>,
}

impl Features {
    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.ends.iter().scan(0, |start, &end| {
            let key = self.keys.get(*start..end);
            *start = end;
            key
        })
    }

    /// Removes all features, for reuse with the next input.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.ends.clear();
    }

    /// Adds the feature of a family with these values.
    pub fn add(&mut self, family: Family, values: &[&dyn Value]) {
        self.keys.push_str(family.name);
        self.keys.push_str(family.ending);
        for (index, value) in values.iter().enumerate() {
            self.keys.push(if index == 0 { '=' } else { ',' });
            value.write_to(&mut self.keys);
        }
        self.ends.push(self.keys.len());
    }

    /// Adds every feature once more as one of inputs of a class, so that it may weigh something else there: `name: share=90`.
    pub fn cross(&mut self, class: &str) {
        let mut start = 0;
        for index in 0..self.ends.len() {
            let end = self.ends[index];
            self.keys.push_str(class);
            self.keys.push_str(": ");
            self.keys.extend_from_within(start..end);
            self.ends.push(self.keys.len());
            start = end;
        }
    }
}

/// A linear model with `SUMS` sums: the weights of each key, in hundredths.
#[derive(Default)]
pub(crate) struct Linear<'a, const SUMS: usize>(FxHashMap<&'a str, [i32; SUMS]>);

impl<'a, const SUMS: usize> Linear<'a, SUMS> {
    /// Reads a table of this many lines: a key and its weights, separated by tabs. Ignores malformed lines; a test ensures that there are
    /// none.
    pub fn read(lines: impl Iterator<Item = (&'a str, &'a str)>, count: usize) -> Linear<'a, SUMS> {
        let mut weights = FxHashMap::default();
        weights.reserve(count);
        for (key, written) in lines {
            let mut numbers = [0; SUMS];
            let mut parts = written.split('\t');
            let all = numbers.iter_mut().all(|number| match parts.next().map(str::parse) {
                Some(Ok(parsed)) => {
                    *number = parsed;
                    true
                }
                _ => false,
            });
            if all && parts.next().is_none() {
                weights.insert(key, numbers);
            }
        }
        Linear(weights)
    }

    /// The sums for an input with these keys.
    pub fn score<'k>(&self, keys: impl Iterator<Item = &'k str>) -> [i32; SUMS] {
        let mut sums = [0; SUMS];
        for weights in keys.filter_map(|key| self.weights(key)) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += weight;
            }
        }
        sums
    }

    /// What a key adds to the sums, if it has weights.
    pub fn weights(&self, key: &str) -> Option<&[i32; SUMS]> {
        self.0.get(key)
    }

    /// How many keys have weights.
    #[cfg(test)]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The keys that have weights.
    #[cfg(test)]
    pub fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_families_and_values() {
        let family = Family::new("length");
        let rows: &[(&str, Family, &[&dyn Value], &str)] = &[
            ("no value", family, &[], "length"),
            ("a word", family, &[&"two"], "length=two"),
            ("two values", family, &[&2_usize, &true], "length=2,yes"),
            ("a large number", family, &[&10_usize, &false], "length=9,no"),
            ("a sequence", family, &[&["a", "b"], &"c"], "length=a b,c"),
            ("nothing", family, &[&None::<&str>, &Some("c")], "length=none,c"),
            ("a name of two parts", Family::of_two("length", " left"), &[&"two"], "length left=two"),
        ];
        let mut features = Features::default();
        for &(name, family, values, expected) in rows {
            features.clear();
            features.add(family, values);
            features.add(family, &[]);
            assert_eq!(features.keys().next(), Some(expected), "{name}");
        }
    }

    #[test]
    fn every_feature_is_crossed_with_a_class() {
        let mut features = Features::default();
        features.cross("name");
        assert_eq!(features.keys().count(), 0, "nothing");
        features.add(Family::new("length"), &[&2_usize]);
        features.add(Family::new("always"), &[]);
        features.cross("name");
        let keys: Vec<&str> = features.keys().collect();
        assert_eq!(keys, ["length=2", "always", "name: length=2", "name: always"]);
    }

    #[test]
    fn weights_add_up() {
        let table = [("a", "3\t-4"), ("b", "10\t1"), ("cut", "1"), ("words", "x\ty"), ("long", "1\t2\t3")];
        let model = Linear::<2>::read(table.into_iter(), table.len());
        let rows: &[(&str, &[&str], [i32; 2])] = &[
            ("one", &["a"], [3, -4]),
            ("two", &["a", "b"], [13, -3]),
            ("unknown", &["a", "c"], [3, -4]),
            ("lines that are not so", &["cut", "words", "long"], [0, 0]),
            ("none", &[], [0, 0]),
        ];
        for &(name, keys, expected) in rows {
            assert_eq!(model.score(keys.iter().copied()), expected, "{name}");
        }
    }
}
