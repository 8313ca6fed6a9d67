//! Where annotations stand.

use verbatim::annotations::Span;
use verbatim::article::blocks_of_text;

/// Offsets in code points as places in blocks.
pub struct Places {
    bytes: Vec<usize>,
    blocks: Vec<(usize, usize)>,
}

impl Places {
    /// The places of a text.
    pub fn of(text: &str) -> Places {
        Places {
            bytes: text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect(),
            blocks: blocks_of_text(text).map(|(start, block)| (start, start + block.len())).collect(),
        }
    }

    /// The span in each block that holds a part of it.
    pub fn spans(&self, start: usize, end: usize) -> Vec<Span> {
        let last = self.bytes.len() - 1;
        let (start, end) = (self.bytes[start.min(last)], self.bytes[end.min(last)]);
        let inside = self.blocks.iter().enumerate().filter(|(_, block)| block.0 < end && start < block.1);
        let span = |(block, &(from, to)): (usize, &(usize, usize))| Span {
            block,
            start: start.max(from) - from,
            end: end.min(to) - from,
        };
        inside.map(span).collect()
    }
}
