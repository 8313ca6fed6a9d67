//! Who spoke last: speakers take turns.

use crate::analysis::{MentionId, Passage};

/// Who spoke last, and who did before: they may take turns.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Turns {
    /// The speaker of the quotation before.
    pub last: Option<MentionId>,
    /// The last one to speak who has another head.
    pub before: Option<MentionId>,
    /// For how many quotations in a row the same words have named the speaker, without the first of them.
    pub run: usize,
}

impl Turns {
    /// Remembers a quotation's speaker.
    pub fn note(&mut self, passages: &[Passage], speaker: MentionId) {
        let other_head = |last: &MentionId| !last.head(passages).eq_ignore_ascii_case(speaker.head(passages));
        if let Some(last) = self.last.filter(other_head) {
            self.before = Some(last);
        }
        self.run = if self.last == Some(speaker) { self.run + 1 } else { 0 };
        self.last = Some(speaker);
    }
}
