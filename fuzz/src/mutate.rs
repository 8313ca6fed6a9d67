//! Mutations of whole words, which reach deeper into the grammars than those of bytes.

use crate::targets::Vocabulary;
use fastrand::Rng;
use std::ops::Range;

/// What quotations and asides stand between.
const PAIRS: &str = "“” ‘’ \"\" '' «» „“ ‹› () []";

/// How often libFuzzer's own mutations of bytes are used: once in so many times.
const BYTES_ONCE_IN: u8 = 5;

/// The words of a target. `¶` is a new paragraph, `↵` a line break, `␣` a space, and `@` at the end a name that stands nowhere else.
pub struct Words(Vec<String>);

impl Words {
    /// Reads the words of a target.
    pub fn read(vocabulary: &Vocabulary) -> Words {
        let lines = vocabulary.lines.iter().flat_map(|file| file.lines());
        let lines = lines.filter(|line| !line.trim().is_empty() && !line.starts_with("# "));
        let words = lines.chain(vocabulary.words.iter().flat_map(|file| file.split_whitespace()));
        Words(words.map(|word| word.replace('¶', "\n\n").replace('↵', "\n").replace('␣', " ")).collect())
    }

    fn choose(&self, random: &mut Rng) -> String {
        let word = self.0.get(random.usize(..self.0.len().max(1))).map_or("", String::as_str);
        match word.strip_suffix('@') {
            Some(title) => format!("{title}B{}", (0..4).map(|_| random.lowercase()).collect::<String>()),
            None => word.to_owned(),
        }
    }
}

/// Changes the first `size` bytes of the data in place, and returns the new size, at most `max_size`.
pub fn mutate(
    words: &Words,
    data: &mut [u8],
    size: usize,
    max_size: usize,
    seed: u32,
    of_bytes: impl FnOnce(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut random = Rng::with_seed(seed.into());
    if random.u8(..BYTES_ONCE_IN) == 0 {
        return of_bytes(data, size, max_size);
    }
    let text = String::from_utf8_lossy(&data[..size]).into_owned();
    let mut tokens = tokens(&text);
    for _ in 0..=random.u8(..3) {
        edit(&mut tokens, words, max_size, &mut random);
    }
    let mut text = tokens.concat();
    text.truncate(text.floor_char_boundary(max_size.min(data.len())));
    data[..text.len()].copy_from_slice(text.as_bytes());
    text.len()
}

/// The runs of letters and digits of a text, and every other character by itself.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut in_word = false;
    for c in text.chars() {
        match tokens.last_mut() {
            Some(word) if in_word && c.is_alphanumeric() => word.push(c),
            _ => tokens.push(c.to_string()),
        }
        in_word = c.is_alphanumeric();
    }
    tokens
}

fn edit(tokens: &mut Vec<String>, words: &Words, max_size: usize, random: &mut Rng) {
    let at = random.usize(..=tokens.len());
    let range = some_range(tokens, random);
    match random.u8(..10) {
        0..=2 => {
            let space = if random.u8(..4) == 0 { "" } else { " " };
            tokens.splice(at..at, [words.choose(random), space.to_owned()]);
        }
        3 => drop(tokens.drain(range)),
        4 => drop(tokens.splice(range, [words.choose(random)])),
        5 => enclose(tokens, range, random),
        6 => {
            let moved: Vec<String> = tokens.drain(range).collect();
            let to = at.min(tokens.len());
            tokens.splice(to..to, moved);
        }
        7 => {
            let copied = tokens[range].to_vec();
            tokens.splice(at..at, copied);
        }
        8 => repeat(tokens, range, max_size, random),
        _ => drop(tokens.splice(at..at, ["\n\n".to_owned()])),
    }
}

/// A few tokens, seldom many; none where there are none.
fn some_range(tokens: &[String], random: &mut Rng) -> Range<usize> {
    let start = random.usize(..=tokens.len());
    let most = if random.u8(..8) == 0 { tokens.len() } else { 8 };
    start..(start + 1 + random.usize(..most.max(1))).min(tokens.len())
}

fn enclose(tokens: &mut Vec<String>, range: Range<usize>, random: &mut Rng) {
    let pairs: Vec<&str> = PAIRS.split(' ').collect();
    let mut marks = pairs[random.usize(..pairs.len())].chars().map(String::from);
    let (open, close) = (marks.next(), marks.next());
    tokens.splice(range.end..range.end, close);
    tokens.splice(range.start..range.start, open);
}

/// Repeats some tokens, now and then until the text is full: what costs more than its length shows only in long texts.
fn repeat(tokens: &mut Vec<String>, range: Range<usize>, max_size: usize, random: &mut Rng) {
    let bytes: usize = tokens[range.clone()].iter().map(String::len).sum();
    let room = max_size.saturating_sub(tokens.iter().map(String::len).sum()) / bytes.max(1);
    let times = if random.u8(..4) == 0 { room } else { random.usize(..8).min(room) };
    let repeated: Vec<String> = (0..times).flat_map(|_| tokens[range.clone()].to_vec()).collect();
    tokens.splice(range.end..range.end, repeated);
}
