//! What has been said, and by whom: a fragment that repeats an earlier quotation belongs to its speaker.

use super::salience::hash_of_word;
use crate::analysis::{MentionId, Passage};
use crate::speech::Quotation;
use rustc_hash::FxHashMap;

/// Of how many words a quotation may be that is looked for in earlier ones.
const LONGEST: usize = 5;

/// The runs of words that were quoted so far, with who spoke them last, and how often each speaker has spoken.
#[derive(Default)]
pub(super) struct Spoken {
    runs: FxHashMap<u64, MentionId>,
    heads: FxHashMap<u64, usize>,
}

impl Spoken {
    /// Takes note of a quotation's speaker.
    pub fn note(&mut self, passages: &[Passage], quotation: &Quotation, speaker: MentionId) {
        *self.heads.entry(hash_of_word(speaker.head(passages))).or_default() += 1;
        let words: Vec<u64> = words(&passages[quotation.block], quotation).collect();
        for start in 0..words.len() {
            let mut run = 0;
            for &word in words[start..].iter().take(LONGEST) {
                run = join(run, word);
                self.runs.insert(run, speaker);
            }
        }
    }

    /// Who has spoken these words before, where they are few.
    pub fn speaker_of(&self, passages: &[Passage], quotation: &Quotation) -> Option<MentionId> {
        let passage = &passages[quotation.block];
        let count = words(passage, quotation).take(LONGEST + 1).count();
        (1..=LONGEST).contains(&count).then(|| self.runs.get(&words(passage, quotation).fold(0, join)).copied())?
    }

    /// How many quotations somebody of this head has spoken.
    pub fn count(&self, passages: &[Passage], candidate: MentionId) -> usize {
        self.heads.get(&hash_of_word(candidate.head(passages))).copied().unwrap_or(0)
    }
}

/// The hashes of a quotation's words, their case folded.
pub(super) fn words<'a>(passage: &Passage<'a>, quotation: &Quotation) -> impl Iterator<Item = u64> + use<'a> {
    quotation.words(&passage.block).map(hash_of_word)
}

/// The hash of a run of words and one more.
fn join(run: u64, word: u64) -> u64 {
    (run.rotate_left(17) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
