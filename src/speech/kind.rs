//! Whether a quotation is somebody's words, and whether these are a clause or a fragment.
//!
//! Two linear models over the features of [`super::describe`] decide: the one tells somebody's words from nobody's, the other a clause from
//! a fragment. Their weights belong to the language.

use super::describe::describe;
use super::quotation::Quotation;
use super::survey::{LONG, Survey};
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
    let mut judged: Vec<Judged> = {
        let survey = Survey::new(document, blocks, quotations);
        let mut features = Features::default();
        (0..quotations.len())
            .map(|index| match survey.length(index) {
                // What holds no word is nobody's words.
                0 => {
                    note(index, &Ground::Wordless);
                    Judged::Nobody
                }
                length => {
                    echoes.extend(survey.echo_of_heading(index).map(|echo| (index, echo)));
                    let known = survey.is_name_by_which_known(index);
                    if known || survey.is_stage_direction(index) {
                        note(index, if known { &Ground::KnownName } else { &Ground::StageDirection });
                        return Judged::Nobody;
                    }
                    describe(&survey, index, &mut features);
                    let sums = model.score(features.keys());
                    note(index, &Ground::Sums(sums, &features));
                    Judged::Sums(sums, length)
                }
            })
            .collect()
    };
    weigh_company(judged.iter_mut().filter_map(Judged::sums));
    for (quotation, judged) in quotations.iter_mut().zip(judged) {
        (quotation.kind, quotation.said) = match judged {
            Judged::Nobody => (QuoteKind::Other, NOBODY),
            Judged::Sums(sums, length) => (kind(sums, length), sums[0]),
        };
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

/// What was found of a quotation by itself.
enum Judged {
    /// It is nobody's words, whatever the models say.
    Nobody,
    /// The two sums, and how many words it holds.
    Sums([i32; 2], usize),
}

impl Judged {
    fn sums(&mut self) -> Option<(&mut i32, usize)> {
        match self {
            Judged::Nobody => None,
            Judged::Sums([said, _], length) => Some((said, *length)),
        }
    }
}

/// A quotation of fewer words is a fragment, which its company tells something of.
const FRAGMENT: usize = LONG;

/// The sum of one fragment counts at most so much for the others.
const MOST: i32 = 200;

/// What a fragment is expected to have: less speaks against the others.
const EXPECTED: i32 = 60;

/// Moves the sums of an article's fragments towards each other: whoever writes one in marks that nobody said, as columnists do, writes more
/// of them. The more fragments there are, the more they tell, up to two fifths of their mean.
pub(super) fn weigh_company<'a>(sums: impl Iterator<Item = (&'a mut i32, usize)>) {
    let mut fragments: Vec<&mut i32> =
        sums.filter(|&(_, length)| length > 0 && length < FRAGMENT).map(|(said, _)| said).collect();
    let above = |said: i32| i64::from(said.clamp(-MOST, MOST) - EXPECTED);
    let all: i64 = fragments.iter().map(|said| above(**said)).sum();
    let count = fragments.len() as i64;
    for said in &mut fragments {
        let others = all - above(**said);
        **said += (others * 2 / (5 * count)) as i32;
    }
}

/// The sum of what is surely nobody's words.
const NOBODY: i32 = -1000;

/// So many words without marks of a title are somebody's, whatever stands around them.
const SURELY_SAID: usize = 12;

/// Below this sum a stretch is nobody's words, whatever the article tells of who would have said them. What lies between this and 0 is
/// decided once that is known, by [`crate::certainty`].
const UNDECIDED: i32 = -60;

/// The kind that the two sums stand for: the first is positive for somebody's words, the second for at least a clause. What holds no word
/// is nobody's.
pub(super) fn kind([said, clause]: [i32; 2], words: usize) -> QuoteKind {
    match words {
        0 => QuoteKind::Other,
        _ if said < UNDECIDED && words < SURELY_SAID => QuoteKind::Other,
        _ if clause < 0 => QuoteKind::Partial,
        _ => QuoteKind::Direct,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_move_towards_their_company() {
        /// A name, the sums with the numbers of words, and what they become.
        type Row = (&'static str, &'static [(i32, usize)], &'static [i32]);
        let rows: &[Row] = &[
            ("nothing", &[], &[]),
            ("alone", &[(30, 1)], &[30]),
            ("among speech", &[(-30, 1), (160, 2), (160, 2)], &[-4, 161, 161]),
            ("among scare quotes", &[(30, 1), (-140, 2), (-140, 2)], &[-23, -170, -170]),
            ("beside a long quotation", &[(30, 1), (500, 20)], &[30, 500]),
            ("beside one without words", &[(30, 1), (-500, 0)], &[30, -500]),
            ("one counts so much", &[(0, 1), (5000, 3)], &[28, 4988]),
        ];
        for &(name, given, expected) in rows {
            let mut sums: Vec<(i32, usize)> = given.to_vec();
            weigh_company(sums.iter_mut().map(|(said, length)| (said, *length)));
            assert_eq!(sums.iter().map(|(said, _)| *said).collect::<Vec<_>>(), expected, "{name}");
        }
    }
}
