//! Annotated news as training data.

use crate::gold;
use verbatim::Article;
use verbatim::annotations::Span;
use verbatim::article::blocks_of_text;
use verbatim::training::attribution::GoldQuotation;

/// An annotated article.
pub struct Document {
    /// The article.
    pub article: Article,
    /// Its quotations, split at block boundaries.
    pub quotations: Vec<GoldQuotation>,
}

/// A document of the gold data as training material.
pub fn document(record: &gold::Document) -> Document {
    let text = &record.text;
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let blocks: Vec<(usize, usize)> = blocks_of_text(text).map(|(start, block)| (start, start + block.len())).collect();
    let spans = |start: usize, end: usize| -> Vec<Span> {
        let (start, end) = (bytes[start.min(bytes.len() - 1)], bytes[end.min(bytes.len() - 1)]);
        let inside = blocks.iter().enumerate().filter(|(_, block)| block.0 < end && start < block.1);
        inside
            .map(|(index, block)| Span {
                block: index,
                start: start.max(block.0) - block.0,
                end: end.min(block.1) - block.0,
            })
            .collect()
    };
    let mut quotations = Vec::new();
    for quote in &record.quotes {
        let speaker = quote.speaker.and_then(|speaker| spans(speaker.start, speaker.end).first().copied());
        let ambiguous = quote.ambiguous_speaker;
        quotations.extend(spans(quote.start, quote.end).into_iter().map(|span| GoldQuotation {
            span,
            speaker,
            ambiguous,
            canonical: quote.canonical.clone(),
        }));
    }
    quotations.sort_by_key(|quotation| (quotation.span.block, quotation.span.start));
    Document { article: Article::from_text(text, record.headline), quotations }
}
