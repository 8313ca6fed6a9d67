//! Forms that leave no doubt about the speaker, whatever else stands around: rare in what the ranker learns from, but plain to a reader.

mod lines;
mod sources;
mod verbs;

use super::candidates::Candidate;
use crate::analysis::Passage;
use crate::speech::Quotation;

/// How many tokens of the sentence on either side of the quotation are read.
const REACH: usize = 40;

/// The mention that such a form names, in the quotation's own block.
pub(super) fn speaker(quotation: &Quotation, passage: &Passage) -> Option<Candidate> {
    let forms = [
        lines::named_before_colon,
        verbs::quoted_as_saying,
        verbs::says_right_behind,
        lines::signed,
        verbs::as_they_put_it,
        verbs::says_right_before,
        verbs::calls,
        verbs::goes_on_about,
        verbs::participle_first,
        verbs::verb_beside,
        verbs::inverted_before,
        sources::document_read,
        verbs::saying,
        sources::claims,
        sources::word_from,
        sources::agent_behind,
        sources::agent_before,
        sources::in_their_words,
        sources::to_whom,
        sources::per,
        sources::according_to,
    ];
    let mention = forms.iter().find_map(|form| form(passage, quotation))?;
    Some(Candidate { block: quotation.block, mention })
}
