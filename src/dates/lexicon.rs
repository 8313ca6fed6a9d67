//! The words that dates are made of.

use super::lex::{Lexeme, Word};
use super::meaning::{Holiday, PartOfDay, Reference, Unit};
use super::table::Table;
use std::sync::OnceLock;

/// A power of two, several times the number of words, so that most words of a text meet an empty slot at once.
const SLOTS: usize = 2048;

/// What the lexicon says of a word.
pub(super) struct Lexicon(Table<Lexeme>);

impl Lexicon {
    /// The only one, built when first asked for.
    pub fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Lexicon::build)
    }

    /// What the word is; [`Lexeme::Other`] where the lexicon does not have it.
    pub fn look_up(&self, word: &str) -> Lexeme {
        self.0.get(word).unwrap_or(Lexeme::Other)
    }

    fn build() -> Lexicon {
        let mut lexicon = Lexicon(Table::new(SLOTS, Lexeme::Other));
        for &(words, lexeme) in TERMINALS {
            for word in words.split(' ') {
                lexicon.insert(word, lexeme);
            }
        }
        lexicon.numbered(include_str!("../language/en/dates/months.txt"), |n| Lexeme::Month {
            number: n as u8,
            short: false,
        });
        lexicon.numbered(include_str!("../language/en/dates/months-short.txt"), |n| Lexeme::Month {
            number: n as u8,
            short: true,
        });
        lexicon.numbered(include_str!("../language/en/dates/weekdays.txt"), |n| Lexeme::Weekday {
            number: n as u8,
            short: false,
        });
        lexicon.numbered(include_str!("../language/en/dates/weekdays-short.txt"), |n| Lexeme::Weekday {
            number: n as u8,
            short: true,
        });
        lexicon.numbered(include_str!("../language/en/dates/weekdays-plural.txt"), |n| Lexeme::Weekdays(n as u8));
        lexicon.numbered(include_str!("../language/en/dates/numbers.txt"), Lexeme::Cardinal);
        lexicon.numbered(include_str!("../language/en/dates/ordinals.txt"), Lexeme::Ordinal);
        lexicon.numbered(include_str!("../language/en/dates/decades.txt"), |n| Lexeme::DecadeWord(n as u8));
        for zone in include_str!("../language/en/dates/zones.txt").lines() {
            lexicon.insert(zone, Lexeme::Zone { utc: matches!(zone, "gmt" | "utc") });
        }
        for (list, reference) in [
            (include_str!("../language/en/dates/references-past.txt"), Reference::Past),
            (include_str!("../language/en/dates/references-present.txt"), Reference::Present),
            (include_str!("../language/en/dates/references-future.txt"), Reference::Future),
        ] {
            for word in list.lines() {
                lexicon.insert(word, Lexeme::Reference(reference));
            }
        }
        for line in include_str!("../language/en/dates/holidays.txt").lines() {
            let first = line.split(' ').next().unwrap_or_default();
            lexicon.insert(first.trim_end_matches("'s").trim_end_matches('\''), Lexeme::HolidayWord);
        }
        lexicon
    }

    /// Inserts lines of a word and a number.
    fn numbered(&mut self, list: &str, lexeme: impl Fn(u32) -> Lexeme) {
        for line in list.lines() {
            if let Some((word, number)) = line.split_once(' ')
                && let Ok(number) = number.parse()
            {
                self.insert(word, lexeme(number));
            }
        }
    }

    /// The first entry of a word stays.
    fn insert(&mut self, word: &str, lexeme: Lexeme) {
        self.0.insert(word, lexeme);
    }
}

/// The words that the grammar knows by name.
const TERMINALS: &[(&str, Lexeme)] = &[
    ("sec", Lexeme::Unit(Unit::Second)),
    ("seconds secs", Lexeme::Units(Unit::Second)),
    ("minute min", Lexeme::Unit(Unit::Minute)),
    ("minutes mins", Lexeme::Units(Unit::Minute)),
    ("hour hr", Lexeme::Unit(Unit::Hour)),
    ("hours hrs", Lexeme::Units(Unit::Hour)),
    ("day", Lexeme::Unit(Unit::Day)),
    ("days", Lexeme::Units(Unit::Day)),
    ("week", Lexeme::Unit(Unit::Week)),
    ("weeks", Lexeme::Units(Unit::Week)),
    ("weekend", Lexeme::Unit(Unit::Weekend)),
    ("weekends", Lexeme::Units(Unit::Weekend)),
    ("fortnight", Lexeme::Unit(Unit::Fortnight)),
    ("fortnights", Lexeme::Units(Unit::Fortnight)),
    ("month", Lexeme::Unit(Unit::Month)),
    ("months", Lexeme::Units(Unit::Month)),
    ("quarter", Lexeme::Unit(Unit::Quarter)),
    ("quarters", Lexeme::Units(Unit::Quarter)),
    ("year", Lexeme::Unit(Unit::Year)),
    ("years yrs", Lexeme::Units(Unit::Year)),
    ("decade", Lexeme::Unit(Unit::Decade)),
    ("decades", Lexeme::Units(Unit::Decade)),
    ("century", Lexeme::Unit(Unit::Century)),
    ("centuries", Lexeme::Units(Unit::Century)),
    ("millennium", Lexeme::Unit(Unit::Millennium)),
    ("millennia millenniums", Lexeme::Units(Unit::Millennium)),
    ("spring springtime", Lexeme::Season(0)),
    ("summer summertime", Lexeme::Season(1)),
    ("autumn fall", Lexeme::Season(2)),
    ("winter wintertime", Lexeme::Season(3)),
    ("springs", Lexeme::Seasons(0)),
    ("summers", Lexeme::Seasons(1)),
    ("autumns", Lexeme::Seasons(2)),
    ("winters", Lexeme::Seasons(3)),
    ("hundred", Lexeme::Scale(100)),
    ("thousand", Lexeme::Scale(1000)),
    ("dozen", Lexeme::Scale(12)),
    ("hundreds thousands dozens scores", Lexeme::Word(Word::Hundreds)),
    ("am a.m.", Lexeme::Meridiem { afternoon: false }),
    ("pm p.m.", Lexeme::Meridiem { afternoon: true }),
    ("o'clock oclock", Lexeme::Oclock),
    ("noon noontime noonish", Lexeme::Noon),
    ("daytime", Lexeme::PartOfDay(PartOfDay::Daytime)),
    ("midday lunchtime", Lexeme::PartOfDay(PartOfDay::Midday)),
    ("midnight", Lexeme::Midnight),
    ("morning dawn sunrise daybreak sunup", Lexeme::PartOfDay(PartOfDay::Morning)),
    ("afternoon", Lexeme::PartOfDay(PartOfDay::Afternoon)),
    ("evening dusk sunset nightfall sundown", Lexeme::PartOfDay(PartOfDay::Evening)),
    ("night nighttime", Lexeme::PartOfDay(PartOfDay::Night)),
    ("mornings", Lexeme::PartsOfDay(PartOfDay::Morning)),
    ("afternoons", Lexeme::PartsOfDay(PartOfDay::Afternoon)),
    ("evenings", Lexeme::PartsOfDay(PartOfDay::Evening)),
    ("nights", Lexeme::PartsOfDay(PartOfDay::Night)),
    ("yesterday", Lexeme::DayWord(-1)),
    ("today", Lexeme::DayWord(0)),
    ("tomorrow", Lexeme::DayWord(1)),
    ("tonight tonite", Lexeme::Tonight),
    ("overnight", Lexeme::Overnight),
    ("bc bce b.c. b.c.e.", Lexeme::Era { before: true }),
    ("ad ce a.d. c.e.", Lexeme::Era { before: false }),
    ("hourly", Lexeme::Frequency(Unit::Hour)),
    ("daily", Lexeme::Frequency(Unit::Day)),
    ("weekly", Lexeme::Frequency(Unit::Week)),
    ("monthly", Lexeme::Frequency(Unit::Month)),
    ("quarterly", Lexeme::Frequency(Unit::Quarter)),
    ("annually annual yearly", Lexeme::Frequency(Unit::Year)),
    ("q1", Lexeme::QuarterName(1)),
    ("q2", Lexeme::QuarterName(2)),
    ("q3", Lexeme::QuarterName(3)),
    ("q4", Lexeme::QuarterName(4)),
    ("h1", Lexeme::HalfName(1)),
    ("h2", Lexeme::HalfName(2)),
    ("christmas", Lexeme::Holiday(Holiday::Fixed(12, 25))),
    ("halloween hallowe'en", Lexeme::Holiday(Holiday::Fixed(10, 31))),
    ("thanksgiving", Lexeme::Holiday(Holiday::Nth(11, 4, 4))),
    ("easter", Lexeme::Holiday(Holiday::Easter(0))),
    ("juneteenth", Lexeme::Holiday(Holiday::Fixed(6, 19))),
    ("the", Lexeme::Word(Word::The)),
    ("a an", Lexeme::Word(Word::A)),
    ("of", Lexeme::Word(Word::Of)),
    ("in", Lexeme::Word(Word::In)),
    ("on", Lexeme::Word(Word::On)),
    ("at", Lexeme::Word(Word::At)),
    ("to", Lexeme::Word(Word::To)),
    ("and", Lexeme::Word(Word::And)),
    ("or", Lexeme::Word(Word::Or)),
    ("from", Lexeme::Word(Word::From)),
    ("between", Lexeme::Word(Word::Between)),
    ("by", Lexeme::Word(Word::By)),
    ("until till til", Lexeme::Word(Word::Until)),
    ("since", Lexeme::Word(Word::Since)),
    ("for", Lexeme::Word(Word::For)),
    ("during throughout", Lexeme::Word(Word::During)),
    ("before", Lexeme::Word(Word::Before)),
    ("after", Lexeme::Word(Word::After)),
    ("through thru", Lexeme::Word(Word::Through)),
    ("within", Lexeme::Word(Word::Within)),
    ("than", Lexeme::Word(Word::Than)),
    ("more", Lexeme::Word(Word::More)),
    ("less fewer", Lexeme::Word(Word::Less)),
    ("least", Lexeme::Word(Word::Least)),
    ("most", Lexeme::Word(Word::Most)),
    ("up", Lexeme::Word(Word::Up)),
    ("no", Lexeme::Word(Word::No)),
    ("about around roughly approximately some circa", Lexeme::Word(Word::About)),
    ("nearly almost", Lexeme::Word(Word::Nearly)),
    ("over", Lexeme::Word(Word::Over)),
    ("under", Lexeme::Word(Word::Under)),
    ("just only", Lexeme::Word(Word::Just)),
    ("early", Lexeme::Word(Word::Early)),
    ("late", Lexeme::Word(Word::Late)),
    ("mid", Lexeme::Word(Word::Mid)),
    ("earlier", Lexeme::Word(Word::Earlier)),
    ("later", Lexeme::Word(Word::Later)),
    ("beginning start outset onset", Lexeme::Word(Word::Start)),
    ("middle", Lexeme::Word(Word::Middle)),
    ("end close", Lexeme::Word(Word::End)),
    ("turn", Lexeme::Word(Word::Turn)),
    ("ago", Lexeme::Word(Word::Ago)),
    ("hence", Lexeme::Word(Word::Hence)),
    ("every", Lexeme::Word(Word::Every)),
    ("each", Lexeme::Word(Word::Each)),
    ("per", Lexeme::Word(Word::Per)),
    ("once twice thrice", Lexeme::Word(Word::Twice)),
    ("times", Lexeme::Word(Word::Times)),
    ("time", Lexeme::Word(Word::Time)),
    ("few", Lexeme::Word(Word::Few)),
    ("several many", Lexeme::Word(Word::Several)),
    ("couple", Lexeme::Word(Word::Couple)),
    ("half", Lexeme::Word(Word::Half)),
    ("past", Lexeme::Word(Word::Past)),
    ("last", Lexeme::Word(Word::Last)),
    ("next upcoming", Lexeme::Word(Word::Next)),
    ("this", Lexeme::Word(Word::This)),
    ("that", Lexeme::Word(Word::That)),
    ("these those", Lexeme::Word(Word::These)),
    ("same corresponding comparable", Lexeme::Word(Word::Same)),
    ("previous preceding prior", Lexeme::Word(Word::Previous)),
    ("following ensuing subsequent", Lexeme::Word(Word::Following)),
    ("coming", Lexeme::Word(Word::Coming)),
    ("latest", Lexeme::Word(Word::Latest)),
    ("recent", Lexeme::Word(Word::Recent)),
    ("current", Lexeme::Word(Word::Current)),
    ("fiscal", Lexeme::Word(Word::Fiscal)),
    ("its his her their our my your", Lexeme::Word(Word::Possessive)),
    ("other", Lexeme::Word(Word::Another)),
    ("another additional", Lexeme::Word(Word::Another)),
    ("all entire whole full", Lexeme::Word(Word::All)),
    ("old", Lexeme::Word(Word::Old)),
    ("period", Lexeme::Word(Word::Period)),
    ("ahead", Lexeme::Word(Word::Ahead)),
    ("come", Lexeme::Word(Word::Come)),
    ("future", Lexeme::Word(Word::Future)),
    ("now", Lexeme::Word(Word::Now)),
    ("right", Lexeme::Word(Word::Right)),
    ("part", Lexeme::Word(Word::Portion)),
    (
        "trading business working consecutive straight long successive calendar school",
        Lexeme::Word(Word::UnitAdjective),
    ),
];
