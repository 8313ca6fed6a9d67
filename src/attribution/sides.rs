//! Where speakers stood, as seen from their quotations: a writer's habit.

use crate::analysis::MentionId;
use crate::analysis::Passage;
use crate::speech::Quotation;

/// Where speakers stood, as seen from their quotations.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sides {
    /// The last one's: 0 is unknown, 1 another block, 2 before the quotation, 3 behind it.
    pub(super) last: u8,
    before: u16,
    behind: u16,
}

impl Sides {
    /// Takes note of a quotation's speaker.
    pub fn note(&mut self, passages: &[Passage], quotation: &Quotation, speaker: MentionId) {
        self.last = side_of(passages, quotation, speaker);
        match self.last {
            2 => self.before = self.before.saturating_add(1),
            3 => self.behind = self.behind.saturating_add(1),
            _ => {}
        }
    }

    /// The share of the speakers of their own block that stood behind, in eighths; 0 where there is none.
    pub(super) fn share_behind(self) -> u8 {
        let total = u32::from(self.before) + u32::from(self.behind);
        (u32::from(self.behind) * 8).checked_div(total).map_or(0, |eighths| 1 + eighths as u8)
    }
}

pub(super) fn side_of(passages: &[Passage], quotation: &Quotation, candidate: MentionId) -> u8 {
    match candidate.block == quotation.block {
        false => 1,
        true if candidate.mention(passages).tokens.start < quotation.tokens.start => 2,
        true => 3,
    }
}
