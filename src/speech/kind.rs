//! Whether a quotation is somebody's words, and whether these are a clause or a fragment.
//!
//! Two linear models over the features of [`super::describe`] decide: the one tells somebody's words from nobody's, the other a clause from
//! a fragment. Their weights belong to the language.

use super::describe::describe;
use super::quotation::Quotation;
use super::survey::Survey;
use crate::analysis::BlockAnalysis;
use crate::annotations::QuoteKind;
use crate::models::linear::Features;
use crate::text::Document;

/// Why a quotation has its kind.
#[cfg_attr(not(feature = "explain"), allow(dead_code, reason = "told to whoever looks into a decision"))]
pub(super) enum Ground<'f> {
    /// It holds no word.
    Wordless,
    /// It is the name by which something is known.
    KnownName,
    /// It is a stage direction of a transcript.
    StageDirection,
    /// The sums of the two models over these features.
    Sums([i32; 2], &'f Features),
    /// In a heading: the quotation with this index of the text has the same words and is somebody's.
    Echo(usize),
}

/// Gives every quotation its kind.
pub(super) fn judge(document: &Document, blocks: &[BlockAnalysis], quotations: &mut [Quotation]) {
    judge_noted(document, blocks, quotations, |_, _| ());
}

/// The same, and tells why: of each quotation by its index, of some twice, where the last ground is the one that counts.
pub(super) fn judge_noted(
    document: &Document,
    blocks: &[BlockAnalysis],
    quotations: &mut [Quotation],
    mut note: impl FnMut(usize, &Ground),
) {
    if quotations.is_empty() {
        return;
    }
    let model = document.language().kinds();
    let mut echoes = Vec::new();
    let judged: Vec<(QuoteKind, i32)> = {
        let survey = Survey::new(document, blocks, quotations);
        let mut features = Features::default();
        (0..quotations.len())
            .map(|index| match survey.length(index) {
                // What holds no word is nobody's words.
                0 => {
                    note(index, &Ground::Wordless);
                    (QuoteKind::Other, NOBODY)
                }
                length => {
                    echoes.extend(survey.echo_of_heading(index).map(|echo| (index, echo)));
                    let known = survey.is_name_by_which_known(index);
                    if known || survey.is_stage_direction(index) {
                        note(index, if known { &Ground::KnownName } else { &Ground::StageDirection });
                        return (QuoteKind::Other, NOBODY);
                    }
                    describe(&survey, index, &mut features);
                    let sums = model.score(features.keys());
                    note(index, &Ground::Sums(sums, &features));
                    (kind(sums, length), sums[0])
                }
            })
            .collect()
    };
    for (quotation, (kind, said)) in quotations.iter_mut().zip(judged) {
        quotation.kind = kind;
        quotation.said = said;
    }
    // What the text says somebody said, its headline does not make a scare quote, unless it speaks more strongly for one.
    for (heading_index, echo) in echoes {
        if let (Some(said), Some(heading)) =
            (quotations.get(echo).filter(|echo| echo.is_said()).cloned(), quotations.get_mut(heading_index))
            && heading.said + said.said >= 0
        {
            (heading.kind, heading.said) = (said.kind, said.said);
            note(heading_index, &Ground::Echo(echo));
        }
    }
}

/// The sum of what is surely nobody's words.
const NOBODY: i32 = -1000;

/// So many words without marks of a title are somebody's, whatever stands around them.
const SURELY_SAID: usize = 12;

/// The kind that the two sums stand for: the first is positive for somebody's words, the second for at least a clause. What holds no word
/// is nobody's.
pub(super) fn kind([said, clause]: [i32; 2], words: usize) -> QuoteKind {
    match words {
        0 => QuoteKind::Other,
        _ if said < 0 && words < SURELY_SAID => QuoteKind::Other,
        _ if clause < 0 => QuoteKind::Partial,
        _ => QuoteKind::Direct,
    }
}
