//! `verbatim find`, over archives of answers and of articles.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "what a test needs and does not find is a failure")]

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const ARTICLES: [&str; 4] = [
    r#"{"id":"a","text":"“The ferry stays,” Mayor Lena Ortiz said on Tuesday. “We are not for sale,” she said.","published":"2025-03-14"}"#,
    r#"{"id":"b","text":"Été.\n\n“Ça va, Ferries\nwill sail,” said Zoë Roy.\n\nThe ferry would close in May, the minister told reporters.","published":"2025-01-02"}"#,
    r#"{"id":"c","text":"The film “Night Ferry” was shot there. Nobody spoke."}"#,
    r#"{"id":"d","text":"“No ferry,” the spokesman said."}"#,
];

/// An empty folder of the test's own, with the articles and their answers.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("find {name}"));
    // It is there if the test ran before.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join("articles.jsonl"), ARTICLES.join("\n")).expect("it can be written");
    let answers = |name: &str, arguments: &[&str]| {
        let output = run(&folder, &[&["annotate", "--jsonl", "articles.jsonl"], arguments].concat());
        assert!(output.status.success(), "{}", text(&output.stderr));
        fs::write(folder.join(name), output.stdout).expect("it can be written");
    };
    answers("answers.jsonl", &["--meta", "text,published"]);
    answers("answers.jsonl.zst", &["--meta", "published,text", "--compress", "zst"]);
    answers("bare.jsonl", &[]);
    answers("reported.jsonl", &["--fields", "reported", "--meta", "text,published"]);
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().expect("the command line runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8 comes out")
}

/// What is found: each statement's article, speaker and words.
fn found(output: &Output) -> Vec<String> {
    let show = |line: &str| {
        let hit: Value = serde_json::from_str(line).expect("JSON comes out");
        let words = hit["words"].as_array().expect("it has words");
        let words: Vec<&str> = words.iter().map(|words| words["text"].as_str().unwrap_or("–")).collect();
        let name = hit["who"].as_str().unwrap_or("–");
        format!(
            "{} {} {name}: {}",
            hit["id"].as_str().unwrap_or("–"),
            hit["kind"].as_str().unwrap_or("–"),
            words.join(" ")
        )
    };
    text(&output.stdout).lines().map(show).collect()
}

const ORTIZ: &str = "a quoted Lena Ortiz: “The ferry stays,” “We are not for sale,”";
const ROY: &str = "b quoted Zoë Roy: “Ça va, Ferries\nwill sail,”";
const MINISTER: &str = "b reported minister: The ferry would close in May";
const SPOKESMAN: &str = "d quoted spokesman: “No ferry,”";

#[test]
fn every_part_of_a_query_is_met() {
    let folder = folder("query");
    let rows: &[(&str, &[&str], &[&str])] = &[
        ("everything", &[], &[ORTIZ, ROY, MINISTER, SPOKESMAN]),
        ("who", &["--who", "ortiz|minister"], &[ORTIZ, MINISTER]),
        ("who by the words of the article", &["--who", "the (minister|spokesman)"], &[MINISTER, SPOKESMAN]),
        ("what", &["--what", "ferr(y|ies)"], &[ORTIZ, ROY, MINISTER, SPOKESMAN]),
        ("what over lines", &["--what", r"ferries\s+will"], &[ROY]),
        ("what in a second quotation", &["--what", "not for sale"], &[ORTIZ]),
        ("what nobody said", &["--what", "night"], &[]),
        ("who and what", &["--who", "roy", "--what", "ferr"], &[ROY]),
        ("since, by the date of the statement", &["--since", "2025-03-11"], &[ORTIZ]),
        ("after the date of the statement", &["--since", "2025-03-12"], &[]),
        ("until, by the publication", &["--until", "2025-01"], &[ROY, MINISTER]),
        ("between", &["--since", "2025-01", "--until", "2025-03"], &[ORTIZ, ROY, MINISTER]),
        ("quoted", &["--kind", "quoted"], &[ORTIZ, ROY, SPOKESMAN]),
        ("reported", &["--kind", "reported"], &[MINISTER]),
        ("sure", &["--sure", "1.1"], &[]),
    ];
    for (name, query, expected) in rows {
        for file in ["answers.jsonl", "answers.jsonl.zst", "articles.jsonl"] {
            for threads in ["1", "3"] {
                let output = run(&folder, &[&["find", "--jsonl", "--threads", threads, file], *query].concat());
                assert_eq!(
                    (found(&output), text(&output.stderr)),
                    (expected.iter().map(ToString::to_string).collect(), String::new()),
                    "{name}, {file}"
                );
                assert_eq!(output.status.code(), Some(0), "{name}, {file}");
            }
        }
    }
    let output = run(&folder, &["find", "--jsonl", "reported.jsonl", "--what", "ferry"]);
    assert_eq!(found(&output), [MINISTER], "answers with some of the fields");
}

#[test]
fn an_archive_that_lacks_what_is_asked_for_says_so() {
    let folder = folder("lacking");
    let rows: &[(&[&str], i32, usize, &str)] = &[
        (&["--who", "ortiz"], 0, 1, ""),
        (
            &["--what", "ferry"],
            1,
            0,
            "verbatim: bare.jsonl: line 1: lacks the articles' text, so --what has no answer; annotate it with --meta text,published\n",
        ),
        (&["--what", "ferry", "--who", "nobody"], 0, 0, ""),
        (
            &["--since", "2025"],
            1,
            1,
            "verbatim: bare.jsonl: line 2: lacks the day of publication, so --since and --until have no answer; annotate it with --meta text,published\n",
        ),
    ];
    for (query, code, count, message) in rows {
        let output = run(&folder, &[&["find", "--jsonl", "bare.jsonl"], *query].concat());
        assert_eq!((text(&output.stderr).as_str(), output.status.code()), (*message, Some(*code)), "{query:?}");
        assert_eq!(found(&output).len(), *count, "{query:?}");
    }
}

#[test]
fn a_bad_line_is_named_and_the_others_are_searched() {
    let folder = folder("bad lines");
    let good = fs::read_to_string(folder.join("answers.jsonl")).expect("it is there");
    let rows: &[(&str, &str, &str)] = &[
        ("no JSON", "{\"id\":", "not a JSON object"),
        ("no object", "[]", "not a JSON object"),
        ("neither article nor answer", "{\"id\":1}", "neither an article nor an answer"),
        ("an article with an empty text", "{\"id\":1,\"text\":\" \"}", "`text` is empty"),
        ("an article without text", "{\"id\":1,\"text\":null}", "`text`"),
        ("quotations of another form", "{\"id\":1,\"quotes\":3}", "not an answer"),
        ("a quotation that is not there", "{\"id\":1,\"quotes\":[],\"statements\":[{\"quotes\":[0]}]}", "not there"),
        (
            "meta of another form",
            "{\"id\":1,\"meta\":3,\"quotes\":[{\"start\":0,\"end\":1,\"kind\":\"direct\",\"canonical\":\"Lena Ortiz\",\"confidence\":1}]}",
            "`meta`",
        ),
        ("an answer that failed", "{\"id\":1,\"line\":2,\"error\":\"`text` is empty\"}", ""),
        ("a blank line", " ", ""),
        ("an article with fields like an answer's", "{\"id\":\"e\",\"text\":\"Hello.\",\"quotes\":3,\"meta\":[]}", ""),
        (
            "offsets behind the end",
            "{\"id\":1,\"meta\":{\"text\":\"no\"},\"quotes\":[{\"start\":7,\"end\":9,\"kind\":\"direct\",\"confidence\":1}]}",
            "",
        ),
    ];
    for (name, line, message) in rows {
        fs::write(folder.join("bad.jsonl"), format!("{good}{line}\n{good}")).expect("it can be written");
        let output = run(&folder, &["find", "--jsonl", "bad.jsonl", "--what", "ferr", "--who", "ortiz|roy"]);
        let code = i32::from(!message.is_empty());
        assert_eq!(
            (found(&output), output.status.code()),
            ([ORTIZ, ROY, ORTIZ, ROY].map(str::to_owned).to_vec(), Some(code)),
            "{name}: {}",
            text(&output.stderr)
        );
        let start = if message.is_empty() { "" } else { "verbatim: bad.jsonl: line 5: " };
        let error = text(&output.stderr);
        assert!(
            error.starts_with(start) && error.contains(message) && error.is_empty() == message.is_empty(),
            "{name}: {error}"
        );
    }
}

#[test]
fn a_wrong_query_is_said_with_its_place() {
    let folder = folder("wrong");
    let long = format!("{}(b{}", "a|".repeat(100), "|c".repeat(100));
    let rows: &[(&[&str], String)] = &[
        (&["--who", "may(or"], "verbatim: --who: unclosed group, at character 4\n  may(or\n     ^\n".to_owned()),
        (&["--what", r"zoë [a-z]\p{Lu}+"], "verbatim: --what: classes by Unicode property are not supported, write [a-z] or \\w, at character 10\n  zoë [a-z]\\p{Lu}+\n           ^^^^^^\n".to_owned()),
        (&["--who", &long], format!("verbatim: --who: unclosed group, at character 201\n  {}(b{}\n  {}^\n", "a|".repeat(15), "|c".repeat(15).get(..29).unwrap_or_default(), " ".repeat(30))),
        (&["--since", "last week"], "verbatim: --since: \"last week\" is not a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY)\n".to_owned()),
    ];
    for (query, message) in rows {
        let output = run(&folder, &[&["find", "answers.jsonl"], *query].concat());
        assert_eq!(
            (text(&output.stderr), output.status.code(), output.stdout.len()),
            (message.clone(), Some(2), 0),
            "{query:?}"
        );
    }
}

#[test]
fn what_is_found_is_shown_in_three_ways() {
    let folder = folder("ways");
    let table = "2025-03-11 Lena Ortiz “The ferry stays,” “We are not for sale,” answers.jsonl:1 \"a\"\n\
                 2025-01-02 Zoë Roy “Ça va, Ferries will sail,” answers.jsonl:2 \"b\"\n";
    let csv = "file,line,id,who,kind,date,published,confidence,words\r\n\
               answers.jsonl,1,a,Lena Ortiz,quoted,2025-03-11,2025-03-14,C,\"“The ferry stays,” “We are not for sale,”\"\r\n\
               answers.jsonl,2,b,Zoë Roy,quoted,,2025-01-02,C,\"“Ça va, Ferries will sail,”\"\r\n";
    let jsonl = "{\"file\":\"answers.jsonl\",\"line\":1,\"id\":\"a\",\"who\":\"Lena Ortiz\",\"kind\":\"quoted\",\"date\":\"2025-03-11\",\"published\":\"2025-03-14\",\"confidence\":C,\"words\":[{\"start\":0,\"end\":18,\"text\":\"“The ferry stays,”\",\"matches\":[{\"start\":5,\"end\":10}]},{\"start\":53,\"end\":75,\"text\":\"“We are not for sale,”\",\"matches\":[]}]}\n\
                 {\"file\":\"answers.jsonl\",\"line\":2,\"id\":\"b\",\"who\":\"Zoë Roy\",\"kind\":\"quoted\",\"date\":null,\"published\":\"2025-01-02\",\"confidence\":C,\"words\":[{\"start\":6,\"end\":33,\"text\":\"“Ça va, Ferries\\nwill sail,”\",\"matches\":[{\"start\":14,\"end\":21}]}]}\n";
    for (arguments, expected) in [(&[][..], table), (&["--table"], table), (&["--csv"], csv), (&["--jsonl"], jsonl)] {
        let query = ["find", "answers.jsonl", "--who", "o(rtiz|y)", "--what", "ferr(y|ies)"];
        let output = run(&folder, &[&query, arguments].concat());
        assert_eq!(without_confidence(&text(&output.stdout)), expected, "{arguments:?}: {}", text(&output.stderr));
    }
    let both = run(&folder, &["find", "answers.jsonl", "--csv", "--jsonl"]);
    assert_eq!(both.status.code(), Some(2), "one way at a time");
}

/// The output with `C` for each number between 0 and 1.
fn without_confidence(output: &str) -> String {
    let mut parts = output.split("0.");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + "C" + part.trim_start_matches(|character: char| character.is_ascii_digit()))
}

#[test]
fn matches_are_marked_on_a_terminal_and_its_control_characters_are_not() {
    let folder = folder("colours");
    fs::write(folder.join("a.jsonl"), "{\"id\":1,\"text\":\"“The \\u001b[2J ferry stays,” Mayor Lena Ortiz said.\"}\n")
        .expect("it can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.args(["find", "a.jsonl", "--what", "ferry", "--who", "ortiz"]).env("CLICOLOR_FORCE", "1");
    let output = command.current_dir(&folder).stdin(Stdio::null()).output().expect("the command line runs");
    let shown = text(&output.stdout);
    assert!(shown.contains("“The ␛[2J \u{1b}[1m\u{1b}[31mferry\u{1b}[0m stays,”"), "{shown:?}");
    assert!(shown.contains("\u{1b}[1m\u{1b}[31mOrtiz\u{1b}[0m"), "{shown:?}");
}

#[test]
fn standard_input_is_searched_and_whoever_stops_reading_ends_it() {
    let folder = folder("stream");
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.args(["find", "--jsonl", "--who", "ortiz"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the command line starts");
    let mut input = child.stdin.take().expect("its standard input");
    let answers = fs::read(folder.join("answers.jsonl")).expect("it is there");
    input.write_all(&answers).expect("it reads");
    let mut output = child.stdout.take().expect("its standard output");
    let mut first = [0; 20];
    // Before the input ends.
    std::io::Read::read_exact(&mut output, &mut first).expect("it answers");
    assert_eq!(&first, b"{\"file\":\"standard in");
    drop(output);
    while input.write_all(&answers).is_ok() {}
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}
