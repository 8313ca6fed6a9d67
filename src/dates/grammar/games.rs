//! Games, whose quarters and clocks name no date: *a foul in the third quarter*, *scored at 7:14*.

use crate::dates::lex::{Line, Mark, Word};
use crate::dates::table::Table;
use std::sync::OnceLock;

/// How many tokens on either side tell whether a quarter is one of a game.
const REACH: usize = 30;

/// How many tokens before a time tell that it is one of the game's clock: *scored his second goal at*.
const CLOCK_REACH: usize = 6;

/// Several times the number of words.
const SLOTS: usize = 512;

/// Words of games and of business, and what each speaks for.
fn words() -> &'static Table<i32> {
    static WORDS: OnceLock<Table<i32>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut table = Table::new(SLOTS, 0);
        include_str!("../../language/en/dates/games.txt").lines().for_each(|word| table.insert(word, 1));
        include_str!("../../language/en/dates/business.txt").lines().for_each(|word| table.insert(word, -1));
        table
    })
}

/// Whether a quarter here is one of a game: words of games stand around it, and no more words of business.
pub(super) fn is_of_game(line: &Line<'_>, quarter: usize) -> bool {
    let around = quarter.saturating_sub(REACH)..line.len().min(quarter + REACH);
    around.filter_map(|at| words().get(line.written(at))).sum::<i32>() > 0
}

/// Whether a time after *at* is one of the game's clock: *he scored at*, *on the power play at*.
pub(super) fn is_game_clock(line: &Line<'_>, time: usize) -> bool {
    let Some(at) = time.checked_sub(1).filter(|&at| line.is(at, Word::At)) else { return false };
    let before = at.saturating_sub(CLOCK_REACH)..at;
    before.rev().take_while(|&at| !line.is_mark(at, Mark::Dot)).any(|at| {
        matches!(line.written(at), "scored" | "goal" | "goals" | "tied" | "equalized" | "equalised" | "power")
    })
}
