//! Where else in the article the words of a short quotation stand: without marks, as a term does that was only introduced
//! with them, or inside a long quotation, from which the text takes them up.

use super::context::folded;
use super::quotation::Quotation;
use crate::text::Document;
use rustc_hash::FxHashMap;

/// Of how many words a quotation may be that is looked for elsewhere.
const LONGEST: usize = 5;

/// How often the words of a quotation stand elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Echo {
    /// Outside quotation marks.
    pub plain: usize,
    /// Inside a long quotation.
    pub speech: usize,
}

/// For every quotation where else its words stand; `lengths` are their numbers of words, `long` is how many make a long one.
///
/// Words are compared by a hash, so that the cost is that of going once over the text.
pub(super) fn echoes(document: &Document, quotations: &[Quotation], lengths: &[usize], long: usize) -> Vec<Echo> {
    let mut sought: FxHashMap<u64, Echo> = FxHashMap::default();
    let mut keys = Vec::with_capacity(quotations.len());
    let mut sizes = [false; LONGEST + 1];
    for (quotation, &length) in quotations.iter().zip(lengths) {
        let short = (1..=LONGEST).contains(&length);
        let key = short.then(|| quotation.words(&document.block(quotation.block)).fold(0, join));
        if let (Some(key), Some(size)) = (key, sizes.get_mut(length)) {
            sought.insert(key, Echo::default());
            *size = true;
        }
        keys.push(key);
    }
    if !sought.is_empty() {
        let mut next = 0;
        for block in document.blocks() {
            let mut window = Window { sizes, keys: [0; LONGEST], filled: 0 };
            let mut before = None;
            for (index, token) in block.tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
                let here = |quotation: &Quotation| {
                    quotation.block < block.index || quotation.block == block.index && quotation.tokens.end <= index
                };
                while quotations.get(next).is_some_and(here) {
                    next += 1;
                }
                let holder = quotations
                    .get(next)
                    .filter(|holder| holder.block == block.index && holder.tokens.start <= index)
                    .map(|_| next);
                if holder != before {
                    (window.filled, before) = (0, holder);
                }
                let in_speech = holder.map(|holder| lengths.get(holder).is_some_and(|&length| length >= long));
                window.push(
                    block.text.get(token.start as usize..token.end as usize).unwrap_or_default(),
                    |key| match (sought.get_mut(&key), in_speech) {
                        (Some(echo), None) => echo.plain += 1,
                        (Some(echo), Some(true)) => echo.speech += 1,
                        _ => {}
                    },
                );
            }
        }
    }
    keys.into_iter().map(|key| key.and_then(|key| sought.get(&key).copied()).unwrap_or_default()).collect()
}

/// For each quotation the next one with the same words, case aside.
pub(super) fn next_alike(document: &Document, quotations: &[Quotation]) -> Vec<Option<usize>> {
    let mut latest: FxHashMap<Vec<String>, usize> = FxHashMap::default();
    let mut next: Vec<Option<usize>> = Vec::with_capacity(quotations.len());
    for (index, quotation) in quotations.iter().enumerate().rev() {
        let block = document.block(quotation.block);
        next.push(latest.insert(quotation.words(&block).map(folded).collect(), index));
    }
    next.reverse();
    next
}

/// The hashes of the runs of words that end with the last word, of one word and more.
struct Window {
    sizes: [bool; LONGEST + 1],
    keys: [u64; LONGEST],
    filled: usize,
}

impl Window {
    /// Adds a word and visits the hash of every run that ends with it and has a length that is sought.
    fn push(&mut self, word: &str, mut visit: impl FnMut(u64)) {
        self.keys.rotate_right(1);
        self.filled = (self.filled + 1).min(LONGEST);
        if let Some(first) = self.keys.first_mut() {
            *first = 0;
        }
        for (length, key) in self.keys.iter_mut().enumerate().take(self.filled) {
            *key = join(*key, word);
            if self.sizes.get(length + 1).copied().unwrap_or_default() {
                visit(*key);
            }
        }
    }
}

/// The hash of a run of words and one more; case and a final `s` do not count.
fn join(run: u64, word: &str) -> u64 {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let stem = if stem.len() > 3 { stem.strip_suffix('s').unwrap_or(stem) } else { stem };
    let letters = stem.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    });
    (run.rotate_left(17) ^ letters).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::language::language_of;
    use crate::speech::stretches::stretches;

    #[test]
    fn words_are_counted_where_they_stand_elsewhere() {
        // Text, then for its first quotation how often its words stand without marks and how often in a long quotation.
        let rows: &[(&str, usize, usize)] = &[
            ("A “quiet fund” helped. Quiet funds are legal.", 1, 0),
            ("A “quiet fund” helped. The quiet, fund manager left.", 1, 0),
            ("A “sad day,” she said. “It was a sad day for all of us here,” he said.", 0, 1),
            ("A “sad day,” she said. He called it a “sad day” too.", 0, 0),
            ("It was “sad.” Sad, sad, sadder.", 2, 0),
            ("The “day” of the “sad day” came.", 0, 0),
            ("Nothing “new” here.", 0, 0),
        ];
        for &(text, plain, speech) in rows {
            let article = Article::from_text(text, false);
            let document = Document::new(&article, language_of(None).unwrap());
            let quotations = stretches(&document);
            let lengths: Vec<usize> =
                quotations.iter().map(|quotation| quotation.words(&document.block(quotation.block)).count()).collect();
            let found = echoes(&document, &quotations, &lengths, 8);
            assert_eq!(found.first(), Some(&Echo { plain, speech }), "{text}");
        }
    }
}
