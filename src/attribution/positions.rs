//! Where speakers stood, as seen from their quotations: a writer's habit.

use crate::analysis::{MentionId, Passage};
use crate::speech::Quotation;

/// Where a mention stands, as seen from a quotation. The ranker has learned the numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Position {
    /// There is none yet.
    #[default]
    Unknown = 0,
    /// In another block.
    OtherBlock = 1,
    /// Before the quotation in its block.
    Before = 2,
    /// After it.
    Behind = 3,
}

impl Position {
    /// Where a mention stands.
    pub fn of(passages: &[Passage], quotation: &Quotation, mention: MentionId) -> Position {
        match mention.block == quotation.block {
            false => Position::OtherBlock,
            true if mention.mention(passages).tokens.start < quotation.tokens.start => Position::Before,
            true => Position::Behind,
        }
    }
}

/// Where the speakers so far stood.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Positions {
    /// The last one.
    pub last: Position,
    before: u16,
    behind: u16,
}

impl Positions {
    /// Remembers a quotation's speaker.
    pub fn note(&mut self, passages: &[Passage], quotation: &Quotation, speaker: MentionId) {
        self.last = Position::of(passages, quotation, speaker);
        match self.last {
            Position::Before => self.before = self.before.saturating_add(1),
            Position::Behind => self.behind = self.behind.saturating_add(1),
            Position::Unknown | Position::OtherBlock => {}
        }
    }

    /// The share of the speakers of their own block that came after their quotations, in eighths; 0 where there is none.
    pub fn share_behind(self) -> u8 {
        let total = u32::from(self.before) + u32::from(self.behind);
        (u32::from(self.behind) * 8).checked_div(total).map_or(0, |eighths| 1 + eighths as u8)
    }
}
