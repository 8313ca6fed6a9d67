//! The forms, in the order in which they are tried.

use super::{lines, sources, verbs};
use crate::analysis::{MentionId, Passage};
use crate::speech::Quotation;

/// A form that leaves no doubt.
struct Form {
    /// Its name.
    name: &'static str,
    /// The mention of the quotation's passage that it names as the speaker.
    find: fn(&Passage, &Quotation) -> Option<usize>,
}

/// What a form says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::attribution) struct Verdict {
    /// The form's name.
    #[cfg_attr(not(any(test, feature = "explain")), allow(dead_code, reason = "only explanations name it"))]
    pub form: &'static str,
    /// The speaker.
    pub mention: MentionId,
}

macro_rules! forms {
    ($($module:ident::$form:ident,)*) => {
        &[$(Form { name: stringify!($form), find: $module::$form },)*]
    };
}

/// The first that fits decides.
const FORMS: &[Form] = forms![
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

/// What the first form that fits says of a quotation.
pub(in crate::attribution) fn verdict(quotation: &Quotation, passage: &Passage) -> Option<Verdict> {
    FORMS.iter().find_map(|form| {
        let index = (form.find)(passage, quotation)?;
        Some(Verdict { form: form.name, mention: MentionId { block: quotation.block, index } })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::analysis::analyse;
    use crate::attribution::passages::passages;
    use crate::language::language_of;
    use crate::speech;
    use crate::text::Document;

    /// The form that decides about the first quotation of a text, and whom it names.
    fn verdict_of(text: &str) -> Option<(&'static str, String)> {
        let article = Article::from_text(text, false);
        let document = Document::new(&article, language_of(None).unwrap());
        let blocks = analyse(&document);
        let quotations = speech::find(&document, &blocks);
        let passages = passages(blocks, &quotations);
        let quotation = quotations.iter().find(|quotation| quotation.is_said())?;
        let verdict = verdict(quotation, &passages[quotation.block])?;
        let tokens = &verdict.mention.mention(&passages).tokens;
        let passage = verdict.mention.passage(&passages);
        Some((verdict.form, passage.block.text[passage.bytes(tokens)].to_owned()))
    }

    #[test]
    fn a_verdict_says_which_form_decided() {
        let rows: &[(&str, Option<(&str, &str)>)] = &[
            ("REYES: “We shut the lock for good.”", Some(("named_before_colon", "REYES"))),
            (
                "“We shut the lock for good,” the minister was quoted as saying.",
                Some(("quoted_as_saying", "the minister")),
            ),
            ("“We shut the lock for good,” as Ana Reyes put it.", Some(("as_they_put_it", "Ana Reyes"))),
            ("Ana Reyes went on about “the lock that nobody wants”.", Some(("goes_on_about", "Ana Reyes"))),
            ("According to Ana Reyes, the lock was “shut for good”.", Some(("according_to", "Ana Reyes"))),
            ("“We shut the lock for good,” Ana Reyes said as she left for the harbour that morning.", None),
        ];
        for &(text, expected) in rows {
            let found = verdict_of(text);
            assert_eq!(found.as_ref().map(|(form, name)| (*form, name.as_str())), expected, "{text}");
        }
    }

    #[test]
    fn every_form_has_a_name_of_its_own() {
        for (at, form) in FORMS.iter().enumerate() {
            assert!(FORMS[..at].iter().all(|other| other.name != form.name), "{}", form.name);
        }
    }
}
