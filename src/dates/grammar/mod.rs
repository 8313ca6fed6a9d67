//! What forms an expression. Reads lexemes only; nothing here knows the calendar or the publication date.
//!
//! Spans follow TIMEX3: without the preposition before it, with the article, quantifiers and modifiers that belong to it
//! (TimeML annotation guidelines 1.2.1, section 2.2).

mod boundaries;
mod clock;
mod days;
mod expressions;
mod games;
mod holidays;
mod lengths;
mod modifiers;
mod numbers;
mod numeric;
mod periods;
mod points;
mod references;
mod relative;
mod repetitions;
mod running;
mod signals;
mod steps;
mod times;
mod together;
mod traps;

pub(super) use expressions::scan;
