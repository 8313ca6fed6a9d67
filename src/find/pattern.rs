//! Patterns that anybody may have written.

use super::machine::Machine;
use super::{DEPTH, LONGEST};
use regex_syntax::ast::{self, Ast, ClassSetItem, ErrorKind};
use regex_syntax::hir::translate::TranslatorBuilder;
use std::fmt;
use std::ops::Range;

/// A regular expression that is searched for anywhere in a text, in any case. Its time is linear in the text.
///
/// ```
/// let pattern = verbatim::find::Pattern::new("ferr(y|ies)")?;
/// assert!(pattern.is_match("Ferries stay"));
/// assert_eq!(pattern.matches("The ferry, or ferries").collect::<Vec<_>>(), [4..9, 14..21]);
/// # Ok::<(), verbatim::find::PatternError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pattern {
    machine: Machine,
}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// If it is not valid, or too large.
    pub fn new(pattern: &str) -> Result<Pattern, PatternError> {
        let whole = |fault| PatternError { fault, reason: None, place: 0..pattern.len(), character: None };
        if pattern.len() > LONGEST {
            return Err(whole(Fault::TooLarge));
        }
        let tree = ast::parse::ParserBuilder::new().nest_limit(DEPTH).build().parse(pattern);
        let tree = tree
            .map_err(|error| PatternError::at(pattern, error.span(), Fault::of(error.kind()), reason(error.kind())))?;
        ast::visit(&tree, WithoutProperties).map_err(|span| PatternError::at(pattern, &span, Fault::Property, None))?;
        let meaning = TranslatorBuilder::new().case_insensitive(true).build().translate(pattern, &tree);
        let meaning =
            meaning.map_err(|error| PatternError::at(pattern, error.span(), Fault::Invalid, reason(error.kind())))?;
        let machine = Machine::new(pattern, &meaning).ok_or_else(|| whole(Fault::TooLarge))?;
        Ok(Pattern { machine })
    }

    /// Whether it is somewhere in a text.
    pub fn is_match(&self, text: &str) -> bool {
        self.machine.is_match(text)
    }

    /// Where it is in a text, in bytes; matches of nothing left out.
    pub fn matches<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
        self.machine.matches(text).filter(|range| !range.is_empty())
    }
}

/// What the parser says of an error; left out where whoever asks has words of their own, and every byte is downloaded.
fn reason(kind: &impl fmt::Display) -> Option<String> {
    (!cfg!(target_arch = "wasm32")).then(|| kind.to_string())
}

/// Refuses `\p{…}`. Whether it works depends on the tables that are compiled in, and a pattern must mean the same everywhere.
struct WithoutProperties;

impl ast::Visitor for WithoutProperties {
    type Output = ();
    type Err = ast::Span;

    fn finish(self) -> Result<(), ast::Span> {
        Ok(())
    }

    fn visit_pre(&mut self, tree: &Ast) -> Result<(), ast::Span> {
        match tree {
            Ast::ClassUnicode(class) => Err(class.span),
            _ => Ok(()),
        }
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), ast::Span> {
        match item {
            ClassSetItem::Unicode(class) => Err(class.span),
            _ => Ok(()),
        }
    }
}

/// What is wrong with a pattern, for programs that say it in words of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A group is not closed.
    GroupUnclosed,
    /// A group is closed that was not opened.
    GroupUnopened,
    /// A class is not closed.
    ClassUnclosed,
    /// What stands in a class is none, or a range ends before it begins.
    ClassInvalid,
    /// There is nothing to repeat.
    RepetitionMissing,
    /// A count of repetitions is none.
    CountInvalid,
    /// There is no such escape.
    EscapeInvalid,
    /// The name or the flags of a group are none.
    GroupInvalid,
    /// A class by Unicode property.
    Property,
    /// A reference back to a group, or a look ahead or behind.
    Unsupported,
    /// Groups are nested too deeply.
    TooDeep,
    /// The pattern is too large.
    TooLarge,
    /// It does not match text.
    Invalid,
}

impl Fault {
    fn of(kind: &ErrorKind) -> Fault {
        match kind {
            ErrorKind::GroupUnclosed => Fault::GroupUnclosed,
            ErrorKind::GroupUnopened => Fault::GroupUnopened,
            ErrorKind::ClassUnclosed => Fault::ClassUnclosed,
            ErrorKind::ClassEscapeInvalid | ErrorKind::ClassRangeInvalid | ErrorKind::ClassRangeLiteral => {
                Fault::ClassInvalid
            }
            ErrorKind::RepetitionMissing => Fault::RepetitionMissing,
            ErrorKind::RepetitionCountInvalid
            | ErrorKind::RepetitionCountDecimalEmpty
            | ErrorKind::RepetitionCountUnclosed
            | ErrorKind::DecimalEmpty
            | ErrorKind::DecimalInvalid => Fault::CountInvalid,
            ErrorKind::UnsupportedBackreference | ErrorKind::UnsupportedLookAround => Fault::Unsupported,
            ErrorKind::NestLimitExceeded(_) => Fault::TooDeep,
            ErrorKind::CaptureLimitExceeded => Fault::TooLarge,
            ErrorKind::EscapeHexEmpty
            | ErrorKind::EscapeHexInvalid
            | ErrorKind::EscapeHexInvalidDigit
            | ErrorKind::EscapeUnexpectedEof
            | ErrorKind::EscapeUnrecognized => Fault::EscapeInvalid,
            _ => Fault::GroupInvalid,
        }
    }

    /// Its name in lower case with hyphens, such as `group-unclosed`.
    pub fn name(self) -> &'static str {
        match self {
            Fault::GroupUnclosed => "group-unclosed",
            Fault::GroupUnopened => "group-unopened",
            Fault::ClassUnclosed => "class-unclosed",
            Fault::ClassInvalid => "class-invalid",
            Fault::RepetitionMissing => "repetition-missing",
            Fault::CountInvalid => "count-invalid",
            Fault::EscapeInvalid => "escape-invalid",
            Fault::GroupInvalid => "group-invalid",
            Fault::Property => "property",
            Fault::Unsupported => "unsupported",
            Fault::TooDeep => "too-deep",
            Fault::TooLarge => "too-large",
            Fault::Invalid => "invalid",
        }
    }
}

/// Why a pattern cannot be used.
///
/// ```
/// let error = verbatim::find::Pattern::new("may(or").unwrap_err();
/// assert_eq!(error.to_string(), "unclosed group, at character 4");
/// assert_eq!(error.place(), 3..4);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    fault: Fault,
    /// What the parser says.
    reason: Option<String>,
    place: Range<usize>,
    /// The number of the character where it is, from 1; nothing if it is the whole pattern.
    character: Option<usize>,
}

impl PatternError {
    fn at(pattern: &str, span: &ast::Span, fault: Fault, reason: Option<String>) -> PatternError {
        let place = span.start.offset..span.end.offset;
        let character = pattern.get(..place.start).map(|before| before.chars().count() + 1);
        PatternError { fault, reason, place, character }
    }

    /// What is wrong.
    pub fn fault(&self) -> Fault {
        self.fault
    }

    /// The part of the pattern that is wrong, in bytes.
    pub fn place(&self) -> Range<usize> {
        self.place.clone()
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let reason = self.reason.as_deref().unwrap_or(match self.fault {
            Fault::Property => "classes by Unicode property are not supported, write [a-z] or \\w",
            _ => "too large",
        });
        formatter.write_str(reason)?;
        self.character.map_or(Ok(()), |character| write!(formatter, ", at character {character}"))
    }
}

impl std::error::Error for PatternError {}

#[cfg(test)]
mod tests {
    use super::super::SIZE;
    use super::Pattern;

    #[test]
    fn patterns_are_searched_for_anywhere_and_in_any_case() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("mayor|minister", "The Mayor met ministers", &["Mayor", "minister"]),
            ("ferr(y|ies)", "Ferry, FERRIES, ferris", &["Ferry", "FERRIES"]),
            ("zoë", "ZOË Roy", &["ZOË"]),
            ("straße", "STRASSE straße", &["straße"]),
            (r"\bann\b", "Ann, Anna, Hannah", &["Ann"]),
            (r"\bélan\b", "élan", &["élan"]),
            (r"^“", "“It stays,” he said. “No.”", &["“"]),
            ("(?-i)US", "us and US", &["US"]),
            (r"\d+ (percent|%)", "63 percent or 5 %", &["63 percent", "5 %"]),
            (r"\$5 \(m\)", "cost $5 (m)", &["$5 (m)"]),
            ("don.t", "don’t", &["don’t"]),
            ("(a*)*b", "aaab", &["aaab"]),
            ("x*", "no", &[]),
            ("", "anything", &[]),
        ];
        for (pattern, text, expected) in rows {
            let pattern = Pattern::new(pattern).unwrap();
            let found: Vec<&str> = pattern.matches(text).map(|range| &text[range]).collect();
            assert_eq!(found, *expected, "{pattern:?} in {text}");
        }
        assert!(Pattern::new("").unwrap().is_match(""));
    }

    #[test]
    fn what_is_not_a_pattern_is_said_with_its_place() {
        let rows: &[(&str, &str, &str)] = &[
            ("may(or", "unclosed group, at character 4", "("),
            ("zoë)", "unopened group, at character 4", ")"),
            ("[a-", "unclosed character class, at character 1", "["),
            ("[z-a]", "invalid character class range, the start must be <= the end, at character 2", "z-a"),
            ("a**b{2,1}", "invalid repetition count range, the start must be <= the end, at character 5", "{2,1}"),
            ("*", "repetition operator missing expression, at character 1", ""),
            ("a\\", "incomplete escape sequence, reached end of pattern prematurely, at character 2", "\\"),
            (
                r"x\p{Greek}",
                r"classes by Unicode property are not supported, write [a-z] or \w, at character 2",
                r"\p{Greek}",
            ),
            (r"[\pL\d]", r"classes by Unicode property are not supported, write [a-z] or \w, at character 2", r"\pL"),
            (r"(a)\1", "backreferences are not supported, at character 4", r"\1"),
            ("(?=a)", "look-around, including look-ahead and look-behind, is not supported, at character 1", "(?="),
            (r"(?-u)\xff", "pattern can match invalid UTF-8, at character 6", r"\xff"),
            (r"\w{500}", "too large", r"\w{500}"),
            ("((a{99}){99}){99}", "too large", "((a{99}){99}){99}"),
        ];
        for (pattern, message, place) in rows {
            let error = Pattern::new(pattern).unwrap_err();
            assert_eq!((error.to_string().as_str(), &pattern[error.place()]), (*message, *place), "{pattern}");
        }
    }

    #[test]
    fn hostile_patterns_end_in_an_answer_or_an_error() {
        let alternatives: Vec<String> = (0..10_000).map(|number| format!("word{number}x")).collect();
        let text = "a".repeat(100_000);
        let rows: &[(&str, String, Option<bool>)] = &[
            ("nested repetitions", "(a*)*b".to_owned(), Some(false)),
            ("the same repetition often", format!("{}b", "a*".repeat(100)), Some(false)),
            ("any letter often", r"(\w\s*){1,8}!".to_owned(), Some(false)),
            ("ten thousand alternatives", alternatives.join("|"), None),
            ("groups in groups", format!("{}a{}", "(".repeat(2000), ")".repeat(2000)), None),
            ("a set in sets", "[".repeat(5000), None),
            ("a repetition of repetitions", format!("a{}", "{9}".repeat(20)), None),
            ("a long word", "a".repeat(SIZE), None),
        ];
        for (name, pattern, expected) in rows {
            let found = Pattern::new(pattern).ok().map(|pattern| pattern.is_match(&text));
            assert_eq!(found, *expected, "{name}");
        }
    }
}
