//! Why each stretch between marks has its kind.

use super::kind::{Ground, judge_noted};
use super::quotation::Quotation;
use super::stretches;
use crate::analysis::BlockAnalysis;
use crate::text::Document;

/// Why a stretch has its kind.
#[derive(Default)]
pub(crate) struct KindReason {
    /// What decided.
    pub ground: KindGround,
    /// The sums of the two models, in hundredths: for somebody's words, and for at least a clause.
    pub sums: Option<[i32; 2]>,
    /// What each feature adds to them; those that add nothing are left out.
    pub features: Vec<(String, [i32; 2])>,
}

/// What decides on a kind.
#[derive(Clone, Copy, Default)]
pub(crate) enum KindGround {
    /// The sums.
    #[default]
    Sums,
    /// The sum for somebody's words, moved by so many hundredths by the article's other fragments.
    Company(i32),
    /// It holds no word.
    Wordless,
    /// It is the name by which something is known.
    KnownName,
    /// It is a stage direction.
    StageDirection,
    /// The quotation with this index has the same words, and this one stands in a heading.
    Echo(usize),
}

/// The quotations as [`super::find`] finds them, and why each has its kind.
pub(crate) fn find_and_explain(document: &Document, blocks: &[BlockAnalysis]) -> (Vec<Quotation>, Vec<KindReason>) {
    let mut quotations = stretches::stretches(document);
    let mut reasons: Vec<KindReason> = quotations.iter().map(|_| KindReason::default()).collect();
    let model = document.language().kinds();
    judge_noted(document, blocks, &mut quotations, |index, ground| {
        let Some(reason) = reasons.get_mut(index) else { return };
        reason.ground = match *ground {
            Ground::Wordless => KindGround::Wordless,
            Ground::KnownName => KindGround::KnownName,
            Ground::StageDirection => KindGround::StageDirection,
            Ground::Echo(other) => KindGround::Echo(other),
            Ground::Sums(sums, features) => {
                reason.sums = Some(sums);
                let weighed = |key: &str| Some((key.to_owned(), *model.weights(key)?));
                reason.features = features.keys().filter_map(weighed).collect();
                KindGround::Sums
            }
        };
    });
    for (quotation, reason) in quotations.iter().zip(&mut reasons) {
        if let (KindGround::Sums, Some([said, _])) = (reason.ground, reason.sums)
            && quotation.said != said
        {
            reason.ground = KindGround::Company(quotation.said - said);
        }
    }
    (quotations, reasons)
}
