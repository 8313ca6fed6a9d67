//! A light reading of clauses: which verbs are finite, who is the subject of a verb, and who owns a noun.

mod owner;
mod subject;

pub(crate) use super::around::{mention_before, mention_from, sentence_end, sentence_start};
pub(crate) use super::verbs::{is_cue_verb, is_finite, is_passed, is_passive, may_precede_subject};
pub(crate) use owner::owner_of_noun_before;
pub(crate) use subject::{finite_before, first_subject, sayers, subject_of};
