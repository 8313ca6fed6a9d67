//! Articles in words of our own, of which it is known who says what: the same ones for each number.

use super::words::{
    FIRST_NAMES, FRAGMENTS, NARRATIVE, OPENINGS, PLACES, PREDICATES, REPORTED, ROLES, SOURCES, SURNAMES, TAILS, TOPICS,
    WEEKDAYS,
};
use anyhow::Result;
use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use serde::Serialize;

/// The first day of publication.
const FIRST_DAY: Date = date(2023, 1, 2);

/// How many articles are published on a day.
pub const PER_DAY: usize = 28;

/// One of so many records has a day of publication that is none.
const WITHOUT_DAY: usize = 997;

/// One of so many records has no text.
const WITHOUT_TEXT: usize = 1999;

/// What somebody says in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The speaker's full name.
    pub who: String,
    /// Whether it is quoted; otherwise it is reported.
    pub is_quoted: bool,
    /// The pieces of it, without quotation marks around.
    pub pieces: Vec<String>,
    /// The day that its verb names.
    pub day: Option<Date>,
}

/// An article as it is made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Its number.
    pub id: usize,
    pub published: Date,
    /// In reading order; nothing if the record must fail.
    pub said: Option<Vec<Said>>,
    /// The record, with its line feed.
    pub line: String,
}

#[derive(Serialize)]
struct Record<'a> {
    id: usize,
    source: &'a str,
    published: &'a str,
    headline: bool,
    text: &'a str,
}

/// The article of a number.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn article(id: usize) -> Result<Made> {
    let mut writer = Writer::new(id);
    if id % PER_DAY == 1 {
        // Both papers had the same words, and this one left the last of them out.
        let earlier = Writer::new(id - 1).opening_words();
        writer.repeated = earlier;
    }
    writer.write();
    let Writer { published, source, said, text, .. } = writer;
    let day = if id % WITHOUT_DAY == WITHOUT_DAY - 1 { "last week".to_owned() } else { published.to_string() };
    let fails = id % WITHOUT_DAY == WITHOUT_DAY - 1 || id % WITHOUT_TEXT == WITHOUT_TEXT - 1;
    let text = if id % WITHOUT_TEXT == WITHOUT_TEXT - 1 { String::new() } else { text };
    let record = Record { id, source, published: &day, headline: true, text: &text };
    let line = serde_json::to_string(&record)? + "\n";
    Ok(Made { id, published, said: (!fails).then_some(said), line })
}

/// Somebody in an article.
#[derive(Clone)]
struct Person {
    first: &'static str,
    surname: &'static str,
    role: &'static str,
}

impl Person {
    fn name(&self) -> String {
        format!("{} {}", self.first, self.surname)
    }
}

/// Writes one article.
struct Writer {
    chance: Rng,
    published: Date,
    source: &'static str,
    topic: &'static str,
    place: &'static str,
    people: Vec<Person>,
    /// The speaker and the words that another paper had first.
    repeated: Option<(Person, String)>,
    said: Vec<Said>,
    text: String,
}

impl Writer {
    fn new(id: usize) -> Writer {
        let mut chance = Rng::with_seed(id as u64);
        let published = FIRST_DAY.saturating_add(i64::try_from(id / PER_DAY).unwrap_or_default().days());
        let (source, topic, place) = (any(&mut chance, &SOURCES), any(&mut chance, &TOPICS), any(&mut chance, &PLACES));
        let mut people: Vec<Person> = Vec::new();
        let count = chance.usize(2..=4);
        while people.len() < count {
            let person = person(&mut chance);
            if people.iter().all(|other| other.surname != person.surname && other.role != person.role) {
                people.push(person);
            }
        }
        Writer {
            chance,
            published,
            source,
            topic,
            place,
            people,
            repeated: None,
            said: Vec::new(),
            text: String::new(),
        }
    }

    /// The first speaker with the words that the article begins with.
    fn opening_words(mut self) -> Option<(Person, String)> {
        let words = self.words();
        self.people.first().map(|person| (person.clone(), words))
    }

    fn write(&mut self) {
        let first = self.words();
        let first = match self.repeated.take() {
            Some((person, words)) => {
                self.people.retain(|other| other.surname != person.surname && other.role != person.role);
                self.people.insert(0, person);
                words.rsplit_once(' ').map_or(words.clone(), |(shorter, _)| shorter.to_owned())
            }
            None => first,
        };
        let headline = format!("{} in {} to change again", capitalised(self.topic), self.place);
        self.text.push_str(&headline);
        self.narrate(3);
        for (number, person) in self.people.clone().into_iter().enumerate() {
            let words = if number == 0 { first.clone() } else { self.words() };
            self.introduce(&person, words);
            self.narrate(2);
            for _ in 0..self.chance.usize(1..=3) {
                self.go_on(&person);
                let sentences = self.chance.usize(1..=3);
                self.narrate(sentences);
            }
        }
    }

    /// A paragraph.
    fn paragraph(&mut self, text: &str) {
        self.text.push_str("\n\n");
        self.text.push_str(text);
    }

    fn narrate(&mut self, sentences: usize) {
        let mut text = Vec::new();
        for _ in 0..sentences {
            let weekday = self.day_before().1;
            let number = self.chance.usize(2..60).to_string();
            let sentence = any(&mut self.chance, &NARRATIVE);
            let sentence = sentence.replace("{topic}", self.topic).replace("{place}", self.place);
            text.push(sentence.replace("{weekday}", weekday).replace("{number}", &number));
        }
        self.paragraph(&text.join(" "));
    }

    /// What somebody says of the topic.
    fn words(&mut self) -> String {
        let chance = &mut self.chance;
        let (opening, predicate, tail) = (any(chance, &OPENINGS), any(chance, &PREDICATES), any(chance, &TAILS));
        capitalised(&format!("{opening}{} {predicate} {tail}", self.topic))
    }

    /// A day of the week before the publication.
    fn day_before(&mut self) -> (Date, &'static str) {
        let day = self.published.saturating_sub(self.chance.i64(1..=5).days());
        (day, WEEKDAYS[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default()])
    }

    fn say(&mut self, person: &Person, is_quoted: bool, pieces: Vec<String>, day: Option<Date>) {
        self.said.push(Said { who: person.name(), is_quoted, pieces, day });
    }

    /// The first words of a speaker, with name and role.
    fn introduce(&mut self, person: &Person, words: String) {
        let (name, role) = (person.name(), person.role);
        if self.chance.bool() {
            self.paragraph(&format!("“{words},” said {name}, {role}."));
            self.say(person, true, vec![words + ","], None);
        } else {
            let (day, weekday) = self.day_before();
            self.paragraph(&format!("{name}, {role}, told reporters on {weekday}: “{words}.”"));
            self.say(person, true, vec![words + "."], Some(day));
        }
    }

    /// More words of a speaker.
    fn go_on(&mut self, person: &Person) {
        let surname = person.surname;
        let clause = format!("{} {}", self.topic, any(&mut self.chance, &REPORTED));
        match self.chance.usize(0..6) {
            0 => {
                let (words, more) = (self.words(), self.words());
                self.paragraph(&format!("“{words},” {surname} said. “{more}.”"));
                self.say(person, true, vec![words + ",", more + "."], None);
            }
            1 => {
                let words = self.words();
                self.paragraph(&format!("“{words},” {surname} added."));
                self.say(person, true, vec![words + ","], None);
            }
            2 => {
                self.paragraph(&format!("{surname} said that {clause}."));
                self.say(person, false, vec![clause], None);
            }
            3 => {
                self.paragraph(&format!("According to {surname}, {clause}."));
                self.say(person, false, vec![clause], None);
            }
            4 => {
                let (day, weekday) = self.day_before();
                self.paragraph(&format!("{surname} said on {weekday} that {clause}."));
                self.say(person, false, vec![clause], Some(day));
            }
            _ => {
                let fragment = any(&mut self.chance, &FRAGMENTS);
                self.paragraph(&format!("{surname} called the plan “{fragment}”."));
                self.say(person, false, vec![format!("the plan “{fragment}”")], None);
            }
        }
    }
}

/// Somebody: few speak often, most of them rarely.
fn person(chance: &mut Rng) -> Person {
    let rank = (chance.f64().powi(3) * (FIRST_NAMES.len() * SURNAMES.len()) as f64) as usize;
    // Neighbours in the order of how often they speak share neither name.
    let first = FIRST_NAMES[rank % FIRST_NAMES.len()];
    let surname = SURNAMES[(rank + rank / FIRST_NAMES.len()) % SURNAMES.len()];
    Person { first, surname, role: any(chance, &ROLES) }
}

fn any<T: Copy>(chance: &mut Rng, table: &[T]) -> T {
    table[chance.usize(..table.len())]
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{PER_DAY, WITHOUT_DAY, WITHOUT_TEXT, article};

    #[test]
    fn an_article_is_always_the_same() {
        let [one, other] = [7, 7].map(|id| article(id).unwrap());
        assert_eq!((one.line, one.said), (other.line, other.said));
    }

    #[test]
    fn a_day_has_two_articles_that_give_the_same_words_differently() {
        let [first, second] = [PER_DAY, PER_DAY + 1].map(|id| article(id).unwrap());
        let (one, other) = (&first.said.unwrap()[0], &second.said.unwrap()[0]);
        assert_eq!((first.published, &one.who), (second.published, &other.who));
        let words = |piece: &str| piece.trim_end_matches([',', '.']).to_owned();
        let (one, other) = (words(&one.pieces[0]), words(&other.pieces[0]));
        assert!(one != other && one.starts_with(&other), "{one} / {other}");
    }

    #[test]
    fn some_records_have_no_answer() {
        let rows = [(WITHOUT_DAY - 1, r#""published":"last week""#), (WITHOUT_TEXT - 1, r#""text":"""#)];
        for (id, expected) in rows {
            let made = article(id).unwrap();
            assert!(made.said.is_none() && made.line.contains(expected), "{}", made.line);
        }
    }
}
