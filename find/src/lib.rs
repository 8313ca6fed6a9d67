//! The search over statements for the extension's pages: the engine's `find` without the engine. It is a wasm of its own, which is loaded
//! with the first pattern or field that somebody types; the engine, which every article needs, stays as small as it is.
#![cfg(target_arch = "wasm32")]

/// The search, as the command line has it.
#[path = "../../src/find/mod.rs"]
pub mod find;

use find::{About, Query, QueryError, Speech, days_of_value};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What somebody looks for.
#[wasm_bindgen]
pub struct Search {
    query: Query,
}

#[wasm_bindgen]
impl Search {
    /// Understands what somebody types: `new Search('who:/mayor|minister/ ferry')`.
    ///
    /// # Errors
    /// What is wrong and where: `{ part, name, start, end }`, in UTF-16 code units.
    #[wasm_bindgen(constructor)]
    pub fn new(expression: &str) -> Result<Search, JsValue> {
        Query::parse(expression).map(|query| Search { query }).map_err(|error| fault(expression, &error))
    }

    /// What of it can be asked about a date.
    #[wasm_bindgen(js_name = ofDates)]
    #[must_use]
    pub fn of_dates(self) -> Search {
        Search { query: self.query.of_dates() }
    }

    /// Where in a statement it is: for each match three numbers, the place of the text among the names and then the words, where the match
    /// begins and where it ends, in UTF-16 code units. Nothing if the statement is not looked for.
    ///
    /// `others` is what else is known of it, such as the speaker's role: for what names no field. `when` is the TIMEX3 value of the day on
    /// which it was said.
    #[allow(clippy::needless_pass_by_value)]
    #[must_use]
    pub fn find(
        &self,
        names: Vec<String>,
        words: Vec<String>,
        others: Vec<String>,
        reported: bool,
        confidence: f64,
        when: Option<String>,
    ) -> Option<Vec<u32>> {
        let (names, words): (Vec<&str>, Vec<&str>) =
            (names.iter().map(String::as_str).collect(), words.iter().map(String::as_str).collect());
        let speech = if reported { Speech::Reported } else { Speech::Quoted };
        let about = About { names: &names, speech, confidence, days: when.as_deref().and_then(days_of_value) };
        let known: Vec<&str> = names.iter().copied().chain(others.iter().map(String::as_str)).collect();
        if !self.query.accepts(&about) || !self.query.matches(&known, &words) {
            return None;
        }
        let in_names = names.iter().map(|name| (*name, self.query.matches_in_name(name)));
        let in_words = words.iter().map(|words| (*words, self.query.matches_in_words(words)));
        let mut places = Vec::new();
        for (index, (text, matches)) in (0..).zip(in_names.chain(in_words)) {
            for range in matches {
                places.extend([index, units(text, range.start), units(text, range.end)]);
            }
        }
        Some(places)
    }
}

/// What a statement must have to meet an expression: of the lines of each text one, whatever their case and accents.
#[wasm_bindgen]
#[must_use]
pub fn needed(expression: &str) -> Vec<String> {
    find::needed(expression).iter().map(|letters| letters.join("\n")).collect()
}

fn fault(expression: &str, error: &QueryError) -> JsValue {
    let place = error.place();
    let fault = Object::new();
    let fields: [(&str, JsValue); 4] = [
        ("part", error.part().name().into()),
        ("name", error.name().into()),
        ("start", units(expression, place.start).into()),
        ("end", units(expression, place.end).into()),
    ];
    for (name, value) in fields {
        // A new object takes any field.
        let _ = Reflect::set(&fault, &name.into(), &value);
    }
    fault.into()
}

/// How many UTF-16 code units stand before a byte of a text.
fn units(text: &str, byte: usize) -> u32 {
    let units = text.get(..byte).map_or(0, |before| before.encode_utf16().count());
    u32::try_from(units).unwrap_or(u32::MAX)
}
