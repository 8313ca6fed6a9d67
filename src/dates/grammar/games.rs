//! Sports, whose quarters and game clocks are not dates: *a foul in the third quarter*, *scored at 7:14*.

use crate::dates::lexemes::{Keyword, Line, Mark};

/// How many tokens on either side are read to recognise a quarter of a game.
const REACH: usize = 30;

/// How many tokens before a time are read to recognise a game clock: *scored his second goal at*.
const CLOCK_REACH: usize = 6;

/// Whether a quarter here is part of a game: there are words of sport around it, and not more words of business.
pub(super) fn is_of_game(line: &Line<'_>, quarter: usize) -> bool {
    let around = quarter.saturating_sub(REACH)..line.len().min(quarter + REACH);
    let evidence = |at: usize| {
        let word = line.written(at);
        i32::from(line.sets().game_terms.has_any_case(word)) - i32::from(line.sets().business_terms.has_any_case(word))
    };
    around.map(evidence).sum::<i32>() > 0
}

/// Whether a time after *at* is on the game clock: *he scored at*, *on the power play at*.
pub(super) fn is_game_clock(line: &Line<'_>, time: usize) -> bool {
    let Some(at) = time.checked_sub(1).filter(|&at| line.is(at, Keyword::At)) else { return false };
    let before = at.saturating_sub(CLOCK_REACH)..at;
    before.rev().take_while(|&at| !line.is_mark(at, Mark::Dot)).any(|at| line.is_in(at, &line.sets().before_game_clock))
}
