//! The grammar of date expressions. It reads lexemes only, and does not depend on the calendar or the publication date.
//!
//! Spans follow TIMEX3: they exclude a preposition before the expression, and include its article, quantifiers and modifiers
//! (TimeML annotation guidelines 1.2.1, section 2.2).

mod beside;
mod boundaries;
mod clock;
mod compounds;
mod days;
mod expressions;
mod games;
mod holidays;
mod lengths;
mod modifiers;
mod nowadays;
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
