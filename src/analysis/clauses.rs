//! A light reading of clauses: which verbs are finite, and who is the subject of a verb.
//!
//! No parser: a verb's subject is looked for to its left, past adverbs and auxiliaries, past what a comma or a preposition hangs on to a noun
//! (`Reyes, who runs the port, |said`, `a mother of three |said`), and in the clause before where the verb shares that one's subject
//! (`Reyes left and |said`, `Reyes left, |saying`, `Reyes went on to |say`).

use crate::analysis::{Element, MentionKind, Passage, Pronoun, SentenceEnd};
use crate::language::WordClass;
use crate::text::TokenKind;

/// How many elements of a sentence are read on either side.
pub(crate) const SENTENCE: usize = 60;

/// How many elements one step to the left goes over at most.
const STEP: usize = 30;

/// How many clauses may share a subject.
const CLAUSES: usize = 4;

/// The first element of the sentence; a quotation's end does not part sentences.
pub(crate) fn sentence_start(passage: &Passage, element: usize) -> usize {
    let mut start = element.min(passage.elements.len());
    while start > 0
        && element - start < SENTENCE
        && passage.sentence_ends_after(start - 1) != Some(SentenceEnd::Outside)
    {
        start -= 1;
    }
    start
}

/// The element behind the sentence's last.
pub(crate) fn sentence_end(passage: &Passage, element: usize) -> usize {
    let mut end = element;
    while end < passage.elements.len() && end - element < SENTENCE {
        end += 1;
        if passage.sentence_ends_after(end - 1) == Some(SentenceEnd::Outside) {
            break;
        }
    }
    end
}

/// Whether what stands before a verb makes its subject the one of whom it is said: `was |called|`.
pub(crate) fn is_passive(passage: &Passage, verb: usize) -> bool {
    let participle = !passage.word(verb).ends_with("ing");
    let passed = (verb.saturating_sub(4)..verb).rev().take_while(|&before| is_passed(passage.word(before)));
    let be = |word: &str| matches!(word, "is" | "was" | "are" | "were" | "be" | "been" | "being");
    participle && passed.into_iter().any(|before| be(passage.word(before)))
}

/// The mention that is the subject of the verb at an element.
pub(crate) fn subject_of(passage: &Passage, verb: usize) -> Option<usize> {
    subject(passage, sentence_start(passage, verb), verb, CLAUSES)
}

/// The subject of the first finite verb from an element on.
pub(crate) fn first_subject(passage: &Passage, start: usize, end: usize) -> Option<usize> {
    (start..end).filter(|&element| is_finite(passage, element)).take(2).find_map(|verb| subject_of(passage, verb))
}

/// The nearest finite verb to the left of an element.
pub(crate) fn finite_before(passage: &Passage, start: usize, element: usize) -> Option<usize> {
    (start.max(element.saturating_sub(STEP))..element).rev().find(|&verb| is_finite(passage, verb))
}

/// Whether a verb stands there that has a subject of its own.
pub(crate) fn is_finite(passage: &Passage, element: usize) -> bool {
    let Some(&Element::Token(token)) = passage.elements.get(element) else { return false };
    if passage.block.tokens[token].kind != TokenKind::Lower {
        return false;
    }
    let text = passage.block.word(token);
    let word = passage.words[token];
    if word.is(WordClass::Function) || text.starts_with(['\'', '’']) {
        return is_finite_auxiliary(text);
    }
    let past = text.ends_with("ed") && text.len() > 4 || word.cue() >= 4 && !text.ends_with("ing");
    // `the panel, |led| by Reyes,`
    let passive = passage.word(element + 1) == "by" && element > 0 && passage.word(element - 1) == ",";
    let inflected =
        !passive && (past || word.is(WordClass::Verb) || word.cue() > 0 && text.ends_with('s') || is_past_cue(text));
    inflected && !leads_noun(passage, element)
}

/// Whether a cue stands there that is a verb: `said`, `to call`, `calling`, `officials say`, but not `the report`.
pub(crate) fn is_cue_verb(passage: &Passage, element: usize) -> bool {
    let Some(&Element::Token(token)) = passage.elements.get(element) else { return false };
    let known = passage.words[token];
    let participle = passage.block.word(token).ends_with("ing");
    let lower = passage.block.tokens[token].kind == TokenKind::Lower;
    if known.cue() < 2 || !(lower || participle && sentence_start(passage, element) == element) {
        return false;
    }
    if is_finite(passage, element) {
        return true;
    }
    if participle {
        return !leads_noun(passage, element) || passage.known(element.saturating_sub(1)).is(WordClass::Preposition);
    }
    if leads_noun(passage, element) && passage.word(element - 1) != "to" {
        return false;
    }
    let mut before = element;
    while before > 0
        && element - before < 3
        && !is_finite_auxiliary(passage.word(before - 1))
        && is_passed(passage.word(before - 1))
    {
        before -= 1;
    }
    let Some(last) = before.checked_sub(1) else { return false };
    let led = passage.word(last) == "to" || is_finite_auxiliary(passage.word(last));
    led || mention_before(passage, before).is_some_and(|mention| is_plural(passage, mention))
}

/// Whether a subject takes a verb without *s*: `officials |say|`, `they |say|`.
fn is_plural(passage: &Passage, mention: usize) -> bool {
    let mention = &passage.mentions[mention];
    match mention.kind {
        MentionKind::Pronoun(pronoun) => {
            !passage.is_owner(mention) && !matches!(pronoun, Pronoun::He | Pronoun::She | Pronoun::It)
        }
        MentionKind::Nominal(_) => passage.words[mention.head].is(WordClass::Plural),
        MentionKind::Name => passage.block.word(mention.head).ends_with('s'),
    }
}

/// Who owns the noun that leads to an element: `|Reyes|'s call for “…”`, `|his| claim that “…”`.
pub(crate) fn owner_of_noun_before(passage: &Passage, element: usize) -> Option<usize> {
    let mut at = element;
    while at > 0 && element - at < 10 {
        at -= 1;
        if passage.is_quotation(at) || passage.sentence_ends_after(at) == Some(SentenceEnd::Outside) {
            return None;
        }
        let Element::Token(token) = passage.elements[at] else { return None };
        if passage.block.tokens[token].kind == TokenKind::Possessive {
            return mention_before(passage, at);
        }
        let mention = mention_before(passage, at + 1).map(|index| (index, &passage.mentions[index]));
        if let Some((index, _)) = mention.filter(|(_, mention)| passage.is_owner(mention)) {
            return Some(index);
        }
        if matches!(passage.word(at), "," | ";" | ":") || is_finite(passage, at) && at + 1 < element {
            return None;
        }
    }
    None
}

/// Cues whose past does not end in *ed*.
fn is_past_cue(word: &str) -> bool {
    matches!(word, "told" | "said" | "wrote" | "spoke" | "read" | "sang" | "began" | "thought" | "felt" | "swore")
}

/// Determiners that may be a subject or an object by themselves: `a mother of |three| replied`.
const STANDING_ALONE: [&str; 14] =
    ["that", "those", "one", "some", "several", "many", "most", "two", "three", "four", "five", "six", "both", "all"];

/// Whether the word before an element makes a noun or an adjective of it: `the |report|`, `of |interest|`.
fn leads_noun(passage: &Passage, element: usize) -> bool {
    let Some(before) = element.checked_sub(1) else { return false };
    let word = passage.known(before);
    let possessive = matches!(passage.elements[before], Element::Token(token) if passage.block.tokens[token].kind == TokenKind::Possessive);
    let article = word.is(WordClass::Determiner)
        && !STANDING_ALONE.iter().any(|standing| passage.word(before).eq_ignore_ascii_case(standing));
    article || word.is(WordClass::Preposition) && passage.word(before) != "as" || possessive
}

fn is_finite_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "is" | "was"
            | "are"
            | "were"
            | "has"
            | "had"
            | "have"
            | "does"
            | "did"
            | "do"
            | "will"
            | "would"
            | "could"
            | "should"
            | "may"
            | "might"
            | "must"
            | "can"
            | "isn't"
            | "wasn't"
            | "aren't"
            | "weren't"
            | "hasn't"
            | "hadn't"
            | "haven't"
            | "doesn't"
            | "didn't"
            | "don't"
            | "won't"
            | "wouldn't"
            | "couldn't"
            | "can't"
            | "shouldn't"
            | "cannot"
            | "’s"
            | "'s"
            | "isn’t"
            | "wasn’t"
            | "didn’t"
            | "doesn’t"
            | "don’t"
            | "won’t"
            | "wouldn’t"
            | "couldn’t"
            | "can’t"
            | "hasn’t"
            | "hadn’t"
            | "haven’t"
            | "’ll"
            | "’d"
            | "’ve"
            | "’re"
    )
}

/// Whether a word may stand between a subject and its verb.
pub(crate) fn is_passed(word: &str) -> bool {
    is_finite_auxiliary(word)
        || matches!(
            word,
            "be" | "been"
                | "being"
                | "not"
                | "also"
                | "then"
                | "later"
                | "even"
                | "once"
                | "again"
                | "never"
                | "just"
                | "still"
                | "already"
                | "now"
                | "always"
                | "often"
                | "soon"
                | "first"
                | "himself"
                | "herself"
                | "themselves"
                | "itself"
                | "further"
                | "instead"
                | "too"
                | "simply"
                | "earlier"
                | "today"
                | "yesterday"
                | "both"
                | "all"
                | "ever"
                | "rather"
                | "half"
                | "so"
                | "here"
                | "there"
                | "alike"
                | "together"
                | "famously"
                | "once-again"
                | "thus"
                | "therefore"
                | "meanwhile"
                | "though"
                | "however"
        )
        || word.len() > 4 && word.ends_with("ly")
}

/// The longest mention that ends right before an element.
pub(crate) fn mention_before(passage: &Passage, element: usize) -> Option<usize> {
    let Some(&Element::Token(last)) = passage.elements.get(element.checked_sub(1)?) else { return None };
    passage.mention_up_to(last + 1)
}

/// The longest mention whose phrase begins at an element.
pub(crate) fn mention_from(passage: &Passage, element: usize) -> Option<usize> {
    let Some(&Element::Token(first)) = passage.elements.get(element) else { return None };
    passage.mention_from(first)
}

fn subject(passage: &Passage, start: usize, verb: usize, clauses: usize) -> Option<usize> {
    let clauses = clauses.checked_sub(1)?;
    let mut at = verb;
    let mut auxiliary = false;
    while at > start && is_passed(passage.word(at - 1)) {
        auxiliary |= is_finite_auxiliary(passage.word(at - 1));
        at -= 1;
    }
    let participle = passage.word(verb).ends_with("ing") && !auxiliary;
    // What somebody says in two verbs is likelier shared than what he says with what is said in his words; but what was said when he spoke
    // has its own subject.
    let verb_before = |at: usize| {
        let near = start.max(at.saturating_sub(STEP))..at;
        let cue = near.rev().find(|&verb| is_cue_verb(passage, verb));
        cue.filter(|&cue| !is_of_clause_before(passage, start, cue, at)).or_else(|| finite_before(passage, start, at))
    };
    let shared = |at: usize| subject(passage, start, verb_before(at)?, clauses);
    if at == start {
        return if auxiliary { None } else { subject_behind_comma(passage, verb) };
    }
    let before = at - 1;
    if passage.is_quotation(before) {
        return mention_from(passage, verb + 1).or_else(|| shared(before));
    }
    match passage.word(before) {
        "to" => shared(before),
        "who" | "which" | "that" if mention_before(passage, at).is_some() => mention_before(passage, at),
        "and" | "or" | "but" | "then" | "while" | "when" | "by" | "in" | "for" | "after" | "before" | "without"
        | "as" | "if" | "from" | "of" | "-" | "–" | "—" | "--" => {
            shared(before).or_else(|| if participle { subject_behind_comma(passage, verb) } else { None })
        }
        "," => {
            let quoted = before > start && passage.is_quotation(before - 1);
            let inverted = if quoted { mention_from(passage, verb + 1) } else { None };
            inverted
                .or_else(|| first_of_clause(passage, start, verb))
                .or_else(|| hung_on(passage, start, before, participle))
                .or_else(|| shared(before))
        }
        ")" => {
            let open = (start.max(at.saturating_sub(8))..before).rev().find(|&open| passage.word(open) == "(")?;
            mention_near(passage, start, open).map(|mention| whole_phrase(passage, start, mention))
        }
        _ => mention_near(passage, start, at).map(|mention| whole_phrase(passage, start, mention)),
    }
}

/// Whether a verb belongs to a clause that a comma has ended: `When Foss |asked| her, Reyes laughed and`.
fn is_of_clause_before(passage: &Passage, start: usize, verb: usize, at: usize) -> bool {
    let subordinate = |element: usize| {
        let word = passage.word(element);
        ["when", "if", "after", "as", "because", "while", "since", "once", "although", "though", "before"]
            .iter()
            .any(|conjunction| word.eq_ignore_ascii_case(conjunction))
    };
    let begins = |comma: usize| {
        passage.word(comma) == ","
            && mention_from(passage, comma + 1).is_some_and(|mention| {
                let behind = passage.element_of(passage.mentions[mention].tokens.end - 1) + 1;
                behind < at && is_finite(passage, behind)
            })
    };
    (start..verb).any(subordinate) && (verb + 1..at).any(begins)
}

/// The nearest mention that ends before an element, with no verb or comma between: `Reyes on Tuesday |said`.
fn mention_near(passage: &Passage, start: usize, at: usize) -> Option<usize> {
    let mut end = at;
    while end > start && at - end < 8 {
        if let Some(mention) = mention_before(passage, end) {
            return Some(mention);
        }
        let word = passage.word(end - 1);
        if word == "," || passage.is_quotation(end - 1) || is_finite(passage, end - 1) {
            return None;
        }
        end -= 1;
    }
    None
}

/// The noun that a phrase hangs on by prepositions: `|a mother| of three`, `|a spokesman| for the port`.
fn whole_phrase(passage: &Passage, start: usize, mention: usize) -> usize {
    let mut whole = mention;
    for _ in 0..4 {
        let phrase = passage.element_of(passage.mentions[whole].phrase_start);
        let Some(preposition) = phrase.checked_sub(1).filter(|&before| before > start) else { break };
        let hangs = matches!(
            passage.word(preposition),
            "of" | "for"
                | "from"
                | "in"
                | "at"
                | "with"
                | "on"
                | "to"
                | "against"
                | "about"
                | "over"
                | "between"
                | "near"
        );
        match mention_before(passage, preposition).filter(|_| hangs) {
            Some(noun) => whole = noun,
            None => break,
        }
    }
    whole
}

/// What stands first in a clause that has no verb before this one: `“…,” |Reyes|'s neighbour in Port Vesey, Tom Hill, said`.
fn first_of_clause(passage: &Passage, start: usize, verb: usize) -> Option<usize> {
    let quotation = (start..verb).rev().find(|&element| passage.is_quotation(element));
    let clause = quotation.map_or(start, |quotation| quotation + 1);
    let clause = clause + usize::from(passage.word(clause) == ",");
    let silent = verb < clause + STEP && (clause..verb).all(|element| !is_finite(passage, element));
    mention_from(passage, clause).filter(|_| silent)
}

/// What an insertion between commas hangs on: `|Reyes|, who …,` and `|Reyes|, the mayor,`.
fn hung_on(passage: &Passage, start: usize, comma: usize, participle: bool) -> Option<usize> {
    let from = start.max(comma.saturating_sub(STEP));
    for open in (from..comma).rev().filter(|&open| passage.word(open) == ",") {
        let Some(mention) = mention_before(passage, open).or_else(|| {
            let bracket = open.checked_sub(1).filter(|&close| passage.word(close) == ")")?;
            let bracket = (start.max(open.saturating_sub(8))..bracket).rev().find(|&at| passage.word(at) == "(")?;
            mention_before(passage, bracket)
        }) else {
            continue;
        };
        let relative = matches!(passage.word(open + 1), "who" | "which" | "whose" | "whom");
        let silent = (open + 2..comma).all(|element| !is_finite(passage, element));
        if relative || silent && !participle {
            return Some(whole_phrase(passage, start, mention));
        }
    }
    // `Reyes, smiling` hangs on Reyes only where no clause has gone before.
    let clause = finite_before(passage, start, comma).is_some();
    mention_before(passage, comma).filter(|_| !clause)
}

/// `Calling it “a gift”, |Reyes| left`: the subject of the clause that follows.
fn subject_behind_comma(passage: &Passage, verb: usize) -> Option<usize> {
    let end = sentence_end(passage, verb);
    let comma = (verb + 1..end).find(|&element| {
        passage.word(element) == "," || passage.is_quotation(element) && mention_from(passage, element + 1).is_some()
    })?;
    mention_from(passage, comma + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::analysis::passages;
    use crate::language::Language;
    use crate::text::Document;

    /// The subject of the last cue of a text.
    fn subject_of_last_cue(text: &str) -> String {
        let article = Article::from_text(text, false);
        let document = Document::new(&article, Language::of(None).unwrap());
        let quotations = crate::speech::find(&document);
        let passages = passages(&document, &quotations);
        let passage = &passages[0];
        let cue = (0..passage.elements.len()).rev().find(|&element| is_cue_verb(passage, element));
        let subject = cue.and_then(|cue| subject_of(passage, cue));
        subject.map_or(String::new(), |mention| text[passage.bytes(&passage.mentions[mention].tokens)].to_owned())
    }

    #[test]
    fn verbs_have_their_subjects() {
        let rows: &[(&str, &str, &str)] = &[
            ("beside", "Ana Reyes said, “Not today.”", "Ana Reyes"),
            ("adverb and auxiliary", "Ana Reyes has also repeatedly said, “Not today.”", "Ana Reyes"),
            ("day", "Ana Reyes on Tuesday said, “Not today.”", "Ana Reyes"),
            ("what it is of", "A mother of three replied, “Not today.”", "A mother"),
            ("age", "The 34-year-old mother of three replied, “Not today.”", "The 34-year-old mother"),
            ("whom it is for", "A spokesman for Ana Reyes said, “Not today.”", "A spokesman"),
            ("relative clause", "Ana Reyes, who runs the port, said, “Not today.”", "Ana Reyes"),
            ("appositive", "Ana Reyes, the mayor of Port Vesey, said, “Not today.”", "Ana Reyes"),
            ("insertion", "Ana Reyes, in remarks to Vesey Radio, said, “Not today.”", "Ana Reyes"),
            (
                "name of whom it describes",
                "“Not today,” Hill's neighbour in Port Vesey, Ana Reyes, said.",
                "Hill's neighbour",
            ),
            ("led by", "The panel, led by Ana Reyes, a lawyer, said it was “over”.", "The panel"),
            ("parentheses", "Ana Reyes (Green) said, “Not today.”", "Ana Reyes"),
            ("two verbs", "Ana Reyes met Tom Hill and said, “Not today.”", "Ana Reyes"),
            ("participle behind", "Ana Reyes left the hall, saying “Not today.”", "Ana Reyes"),
            ("participle before", "Calling it “a gift”, Ana Reyes left.", "Ana Reyes"),
            ("infinitive", "Ana Reyes went on to say “Not today.”", "Ana Reyes"),
            ("behind a quotation", "“Not today,” said Ana Reyes.", "Ana Reyes"),
            ("a noun is no verb", "Ana Reyes said the report was “thin”.", "Ana Reyes"),
            ("nobody", "Not today.", ""),
        ];
        for (name, text, expected) in rows {
            assert_eq!(subject_of_last_cue(text), *expected, "{name}");
        }
    }
}
