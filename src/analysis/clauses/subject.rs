//! Who is the subject of a verb.
//!
//! No parser: a verb's subject is looked for to its left, past adverbs and auxiliaries, past what a comma or a preposition hangs on to a noun
//! (`Reyes, who runs the port, |said`, `a mother of three |said`), and in the clause before where the verb shares that one's subject
//! (`Reyes left and |said`, `Reyes left, |saying`, `Reyes went on to |say`).

use crate::analysis::around::{mention_before, mention_from, sentence_end, sentence_start};
use crate::analysis::clause::Clause;
use crate::analysis::ids::ElementId;
use crate::analysis::mention::{MentionKind, NominalKind};
use crate::analysis::passage::Passage;
use crate::analysis::verbs::{
    is_cue_verb, is_finite, is_finite_auxiliary, is_passed, is_passive, is_present_participle, may_precede_subject,
};

/// How many elements one step to the left goes over at most.
const STEP: usize = 30;

/// How many clauses may share a subject.
const CLAUSES: usize = 4;

/// The mention that is the subject of the verb at an element.
pub(crate) fn subject_of(passage: &Passage, verb: ElementId) -> Option<usize> {
    match clause_of(passage, verb) {
        Some(clause) => clause.subject,
        None => find_subject(passage, verb),
    }
}

/// The clause of a verb, if it looks like one. The clauses of a sentence are read together, and once.
fn clause_of<'p>(passage: &'p Passage, verb: ElementId) -> Option<&'p Clause> {
    let token = passage.token_of(verb)?;
    let remembered = passage.clauses.get(passage.sentence_index(token)?)?;
    let clauses = remembered.get_or_init(|| {
        let tokens = passage.sentence_of(token);
        let elements = passage.element_of(tokens.start).until(passage.element_of(tokens.end - 1).next());
        let verbs = elements.filter(|&element| is_finite(passage, element) || is_cue_verb(passage, element));
        verbs.map(|verb| Clause { verb, subject: find_subject(passage, verb) }).collect()
    });
    clauses.binary_search_by_key(&verb, |clause| clause.verb).ok().map(|at| &clauses[at])
}

fn find_subject(passage: &Passage, verb: ElementId) -> Option<usize> {
    subject(passage, sentence_start(passage, verb), verb, CLAUSES)
}

/// The subject of the first finite verb from an element on.
pub(crate) fn first_subject(passage: &Passage, start: ElementId, end: ElementId) -> Option<usize> {
    start.until(end).filter(|&element| is_finite(passage, element)).take(2).find_map(|verb| subject_of(passage, verb))
}

/// The mentions that are the subject of a verb of saying, in reading order: whom the block lets speak, in quotation marks or not.
pub(crate) fn sayers(passage: &Passage) -> Vec<usize> {
    let says = |&element: &ElementId| is_cue_verb(passage, element) && !is_passive(passage, element);
    let sayer = |verb: ElementId| inverted_subject(passage, verb).or_else(|| subject_of(passage, verb));
    let mut sayers: Vec<usize> = passage.elements().filter(says).filter_map(sayer).collect();
    sayers.sort_unstable();
    sayers.dedup();
    sayers
}

/// Who stands behind the verb of what was said without quotation marks: `The port will close, said |Ana Reyes|.`
fn inverted_subject(passage: &Passage, verb: ElementId) -> Option<usize> {
    let comma = verb.before().filter(|&before| passage.word(before) == "," && may_precede_subject(passage, verb))?;
    let index = mention_from(passage, verb.next())?;
    let mention = &passage.mentions[index];
    let speaks = matches!(mention.kind, MentionKind::Name | MentionKind::Nominal(NominalKind::Person));
    // `Reyes, 34, |said| he walks` and `Reyes, who walks, |said| Hill had left` have their subject before the comma.
    let start = sentence_start(passage, verb);
    let clause = finite_before(passage, start, comma).is_some() && hung_on(passage, start, comma, false).is_none();
    let behind = passage.element_of(mention.tokens.end - 1).next();
    let mut rest = behind.until(sentence_end(passage, verb));
    let ends = passage.word(behind) == "," || !rest.any(|element| is_finite(passage, element));
    (speaks && clause && ends).then_some(index)
}

/// The nearest finite verb to the left of an element.
pub(crate) fn finite_before(passage: &Passage, start: ElementId, element: ElementId) -> Option<ElementId> {
    start.max(element.minus(STEP)).until(element).rev().find(|&verb| is_finite(passage, verb))
}

fn subject(passage: &Passage, start: ElementId, verb: ElementId, clauses: usize) -> Option<usize> {
    let clauses = clauses.checked_sub(1)?;
    let mut at = verb;
    let mut auxiliary = false;
    while let Some(before) = at.before().filter(|&before| start <= before && is_passed(passage, before)) {
        auxiliary |= is_finite_auxiliary(passage, before);
        at = before;
    }
    let participle = is_present_participle(passage, verb) && !auxiliary;
    // What somebody says in two verbs is likelier shared than what he says with what is said in his words; but what was said when he spoke
    // has its own subject.
    let verb_before = |at: ElementId| {
        let near = start.max(at.minus(STEP)).until(at);
        let cue = near.rev().find(|&verb| is_cue_verb(passage, verb));
        cue.filter(|&cue| !is_of_clause_before(passage, start, cue, at)).or_else(|| finite_before(passage, start, at))
    };
    let shared = |at: ElementId| subject(passage, start, verb_before(at)?, clauses);
    let Some(before) = at.before().filter(|&before| start <= before) else {
        return if auxiliary { None } else { subject_behind_comma(passage, verb) };
    };
    if passage.is_stretch(before) {
        return mention_from(passage, verb.next()).or_else(|| shared(before));
    }
    let sets = passage.sets();
    match passage.word(before) {
        "to" => shared(before),
        word if sets.relative_subjects.has(word) && mention_before(passage, at).is_some() => {
            mention_before(passage, at)
        }
        word if sets.before_verb_without_subject.has(word) => {
            shared(before).or_else(|| if participle { subject_behind_comma(passage, verb) } else { None })
        }
        "," => {
            let quoted = start < before && passage.is_stretch(before.minus(1));
            let inverted = if quoted { mention_from(passage, verb.next()) } else { None };
            inverted
                .or_else(|| first_of_clause(passage, start, verb))
                .or_else(|| hung_on(passage, start, before, participle))
                .or_else(|| shared(before))
        }
        ")" => {
            let open = start.max(at.minus(8)).until(before).rev().find(|&open| passage.word(open) == "(")?;
            mention_near(passage, start, open).map(|mention| whole_phrase(passage, start, mention))
        }
        _ => mention_near(passage, start, at).map(|mention| {
            let whole = whole_phrase(passage, start, mention);
            behind_insertion(passage, start, whole, participle).unwrap_or(whole)
        }),
    }
}

/// `|Reyes|, the mayor, on Monday's radio said`: what stands with a preposition behind a comma is no subject.
fn behind_insertion(passage: &Passage, start: ElementId, mention: usize, participle: bool) -> Option<usize> {
    let preposition = passage.element_of(passage.mentions[mention].phrase_start).before()?;
    let comma = preposition.before().filter(|&comma| start < comma && passage.word(comma) == ",")?;
    let led = passage.sets().prepositions_behind_noun.has(passage.word(preposition));
    led.then(|| hung_on(passage, start, comma, participle)).flatten()
}

/// Whether a verb belongs to a clause that a comma has ended: `When Foss |asked| her, Reyes laughed and`.
fn is_of_clause_before(passage: &Passage, start: ElementId, verb: ElementId, at: ElementId) -> bool {
    let subordinate = |element: ElementId| passage.sets().subordinators.has_any_case(passage.word(element));
    let begins = |comma: ElementId| {
        passage.word(comma) == ","
            && mention_from(passage, comma.next()).is_some_and(|mention| {
                let behind = passage.element_of(passage.mentions[mention].tokens.end - 1).next();
                behind < at && is_finite(passage, behind)
            })
    };
    start.until(verb).any(subordinate) && verb.next().until(at).any(begins)
}

/// The nearest mention that ends before an element, with no verb or comma between: `Reyes on Tuesday |said`.
fn mention_near(passage: &Passage, start: ElementId, at: ElementId) -> Option<usize> {
    for last in start.max(at.minus(8)).until(at).rev() {
        if let Some(mention) = mention_before(passage, last.next()) {
            return Some(mention);
        }
        if passage.word(last) == "," || passage.is_stretch(last) || is_finite(passage, last) {
            return None;
        }
    }
    None
}

/// The noun that a phrase hangs on by prepositions: `|a mother| of three`, `|a spokesman| for the port`.
fn whole_phrase(passage: &Passage, start: ElementId, mention: usize) -> usize {
    let mut whole = mention;
    for _ in 0..4 {
        let phrase = passage.element_of(passage.mentions[whole].phrase_start);
        let Some(preposition) = phrase.before().filter(|&before| before > start) else { break };
        let hangs = passage.sets().prepositions_behind_noun.has(passage.word(preposition));
        match mention_before(passage, preposition).filter(|_| hangs) {
            Some(noun) => whole = noun,
            None => break,
        }
    }
    whole
}

/// What stands first in a clause that has no verb before this one: `“…,” |Reyes|'s neighbour in Port Vesey, Tom Hill, said`.
fn first_of_clause(passage: &Passage, start: ElementId, verb: ElementId) -> Option<usize> {
    let stretch = start.until(verb).rev().find(|&element| passage.is_stretch(element));
    let clause = stretch.map_or(start, ElementId::next);
    let clause = if passage.word(clause) == "," { clause.next() } else { clause };
    let silent = verb < clause.plus(STEP) && clause.until(verb).all(|element| !is_finite(passage, element));
    mention_from(passage, clause).filter(|_| silent)
}

/// What an insertion between commas hangs on: `|Reyes|, who …,` and `|Reyes|, the mayor,`.
fn hung_on(passage: &Passage, start: ElementId, comma: ElementId, participle: bool) -> Option<usize> {
    let from = start.max(comma.minus(STEP));
    for open in from.until(comma).rev().filter(|&open| passage.word(open) == ",") {
        let Some(mention) = mention_before(passage, open).or_else(|| {
            let bracket = open.before().filter(|&close| passage.word(close) == ")")?;
            let bracket = start.max(open.minus(8)).until(bracket).rev().find(|&at| passage.word(at) == "(")?;
            mention_before(passage, bracket)
        }) else {
            continue;
        };
        let relative = passage.sets().relative_pronouns.has(passage.word(open.next()));
        let silent = open.plus(2).until(comma).all(|element| !is_finite(passage, element));
        if relative || silent && !participle {
            return Some(whole_phrase(passage, start, mention));
        }
    }
    // `Reyes, smiling` hangs on Reyes only where no clause has gone before.
    let clause = finite_before(passage, start, comma).is_some();
    mention_before(passage, comma).filter(|_| !clause)
}

/// `Calling it “a gift”, |Reyes| left`: the subject of the clause that follows.
fn subject_behind_comma(passage: &Passage, verb: ElementId) -> Option<usize> {
    let end = sentence_end(passage, verb);
    let comma = verb.next().until(end).find(|&element| {
        passage.word(element) == "," || passage.is_stretch(element) && mention_from(passage, element.next()).is_some()
    })?;
    mention_from(passage, comma.next())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::analysis::{Stretch, StretchId, analyse};
    use crate::language::language_of;
    use crate::text::Document;

    /// The subject of the last cue of a text.
    fn subject_of_last_cue(text: &str) -> String {
        let article = Article::from_text(text, false);
        let document = Document::new(&article, language_of(None).unwrap());
        let analysis = analyse(&document).remove(0);
        let mark =
            |mark: char| (0..analysis.block.tokens.len()).find(|&token| analysis.block.word(token).starts_with(mark));
        let quoted =
            mark('“').zip(mark('”')).map(|(open, close)| Stretch { id: StretchId(0), tokens: open..close + 1 });
        let passage = &Passage::new(analysis, quoted.into_iter());
        let cue = passage.elements().rev().find(|&element| is_cue_verb(passage, element));
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
            ("a noun that ends like an adverb", "The family said, “Not today.”", "The family"),
            ("preposition behind an insertion", "Ana Reyes, a nurse, on Vesey Radio said, “Not today.”", "Ana Reyes"),
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

    #[test]
    fn sayers_stand_before_their_verb_or_behind_it() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("before it", "Ana Reyes said the port would close.", &["Ana Reyes"]),
            ("behind it", "The port will close, said Ana Reyes.", &["Ana Reyes"]),
            ("behind it with more", "The port will close, said Ana Reyes, who runs it.", &["Ana Reyes"]),
            ("behind it in a statement", "The port will close, said the mayor in a statement.", &["the mayor"]),
            ("an age", "Ana Reyes, 34, said Tom Hill often walked.", &["Ana Reyes"]),
            ("an insertion", "Tom Hill, the harbour master, said Ana Reyes would resign.", &["Tom Hill"]),
            ("a relative clause", "Tom Hill, who runs it, said passengers would be paid.", &["Tom Hill"]),
            ("a thing", "Tom Hill ran the port, announced the closure and left.", &["Tom Hill"]),
        ];
        for &(name, text, expected) in rows {
            let article = Article::from_text(text, false);
            let document = Document::new(&article, language_of(None).unwrap());
            let passage = &Passage::new(analyse(&document).remove(0), std::iter::empty());
            let words = |mention: usize| &text[passage.bytes(&passage.mentions[mention].tokens)];
            let found: Vec<&str> = sayers(passage).into_iter().map(words).collect();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn what_is_remembered_is_what_is_found() {
        let rows: &[(&str, &str)] = &[
            ("verbs of two sentences", "Ana Reyes left and said no. Tom Hill, who stayed, was asked to call it thin."),
            ("no verb", "Ana Reyes, the mayor."),
            ("no full stop", "Ana Reyes told Tom Hill to go and then went"),
            ("nothing", ""),
        ];
        for &(name, text) in rows {
            let article = Article::from_text(text, false);
            let document = Document::new(&article, language_of(None).unwrap());
            for analysis in analyse(&document) {
                let passage = Passage::new(analysis, std::iter::empty());
                let elements = passage.elements();
                for element in elements.start.until(elements.end.plus(2)) {
                    for time in ["first", "again"] {
                        assert_eq!(
                            subject_of(&passage, element),
                            find_subject(&passage, element),
                            "{name}, {element:?}, {time}"
                        );
                    }
                }
            }
        }
    }
}
