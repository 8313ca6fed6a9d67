//! What people annotated.

use crate::annotations::Span;

/// An annotated quotation.
#[derive(Clone, Debug)]
pub struct GoldQuotation {
    /// The quotation with its marks.
    pub span: Span,
    /// The words that name its speaker.
    pub speaker: Option<Span>,
    /// Whether the annotators left open who speaks.
    pub ambiguous: bool,
    /// Who that is; also given where the quotation goes on and no words of its own name its speaker.
    pub canonical: Option<String>,
}
