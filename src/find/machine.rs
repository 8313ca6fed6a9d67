//! What runs a pattern: the `regex` crate on machines with room for its speed, its parts where each byte is downloaded.

#[cfg(not(target_arch = "wasm32"))]
use super::DEPTH;
use super::SIZE;
use regex_syntax::hir::Hir;
use std::ops::Range;

/// A compiled pattern.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug)]
pub(super) struct Machine(regex::Regex);

#[cfg(not(target_arch = "wasm32"))]
impl Machine {
    /// Compiles a pattern; nothing if it is too large.
    pub(super) fn new(pattern: &str, _: &Hir) -> Option<Machine> {
        let mut builder = regex::RegexBuilder::new(pattern);
        builder.case_insensitive(true).nest_limit(DEPTH).size_limit(SIZE).build().ok().map(Machine)
    }

    pub(super) fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    pub(super) fn matches<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
        self.0.find_iter(text).map(|found| found.range())
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) use small::Machine;

#[cfg(target_arch = "wasm32")]
mod small {
    use super::{Hir, Range, SIZE};
    use regex_automata::hybrid::{dfa, regex};
    use regex_automata::nfa::thompson::pikevm::{self, PikeVM};
    use regex_automata::nfa::thompson::{self, NFA, WhichCaptures};
    use regex_automata::{Input, MatchKind};
    use std::cell::RefCell;
    use std::rc::Rc;

    /// A lazy automaton, sixty times as fast as the other, which answers where the first cannot: where `\b` stands beside letters that
    /// are not ASCII.
    #[derive(Clone, Debug)]
    pub struct Machine {
        fast: Rc<RefCell<(regex::Regex, regex::Cache)>>,
        thorough: Rc<RefCell<(PikeVM, pikevm::Cache)>>,
    }

    impl Machine {
        pub fn new(_: &str, meaning: &Hir) -> Option<Machine> {
            let forward = nfa(meaning, false)?;
            let config = dfa::Config::new().unicode_word_boundary(true).skip_cache_capacity_check(true);
            let backward = config.clone().match_kind(MatchKind::All);
            let build = |config, nfa| dfa::Builder::new().configure(config).build_from_nfa(nfa).ok();
            let fast = regex::Builder::new()
                .build_from_dfas(build(config, forward.clone())?, build(backward, nfa(meaning, true)?)?);
            let thorough = PikeVM::new_from_nfa(forward).ok()?;
            let caches = (fast.create_cache(), thorough.create_cache());
            let shared = Rc::new(RefCell::new((fast, caches.0)));
            Some(Machine { fast: shared, thorough: Rc::new(RefCell::new((thorough, caches.1))) })
        }

        pub fn is_match(&self, text: &str) -> bool {
            self.next(text, 0).is_some()
        }

        pub fn matches<'t>(&self, text: &'t str) -> impl Iterator<Item = Range<usize>> + use<'_, 't> {
            let mut at = 0;
            std::iter::from_fn(move || {
                let found = self.next(text, at)?;
                // After nothing, the search goes on with the next character.
                let step = text.get(found.end..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                at = if found.is_empty() { found.end + step } else { found.end };
                Some(found)
            })
        }

        fn next(&self, text: &str, at: usize) -> Option<Range<usize>> {
            if at > text.len() {
                return None;
            }
            let input = Input::new(text).range(at..);
            let (fast, cache) = &mut *self.fast.as_ref().borrow_mut();
            let found = fast.try_search(cache, &input).unwrap_or_else(|_| {
                let (thorough, cache) = &mut *self.thorough.as_ref().borrow_mut();
                thorough.find(cache, input)
            });
            found.map(|found| found.range())
        }
    }

    fn nfa(meaning: &Hir, reverse: bool) -> Option<NFA> {
        let captures = if reverse { WhichCaptures::None } else { WhichCaptures::Implicit };
        let config = thompson::Config::new().reverse(reverse).nfa_size_limit(Some(SIZE)).which_captures(captures);
        thompson::Compiler::new().configure(config).build_from_hir(meaning).ok()
    }
}
