//! The command line, run as users run it.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "what a test needs and does not find is a failure")]

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs `verbatim annotate` with this on its standard input.
fn annotate(arguments: &[&str], input: &[u8]) -> Output {
    run("annotate", arguments, input)
}

/// Runs a command of `verbatim` with this on its standard input.
fn run(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.arg(name).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command line starts");
    // What refuses its arguments ends without reading: that the pipe is closed then is no failure.
    let _ = child.stdin.take().expect("its standard input").write_all(input);
    child.wait_with_output().expect("it ends")
}

/// The answers, a JSON object each.
fn answers(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8 comes out");
    text.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
}

#[test]
fn a_bad_line_is_named_and_the_others_are_answered() {
    let rows: &[(&str, &[u8], &str, Value)] = &[
        ("invalid UTF-8", b"{\"id\":1,\"text\":\"\xff\"}", "UTF-8", Value::Null),
        ("broken JSON", b"{\"id\":1,", "JSON", Value::Null),
        ("no object", b"[1,\"text\"]", "object", Value::Null),
        ("no text", b"{\"id\":7}", "`text` is missing", 7.into()),
        ("no id", b"{\"text\":\"Hello.\"}", "`id` is missing", Value::Null),
        ("text of another type", b"{\"id\":7,\"text\":3}", "`text` is not a string", 7.into()),
        ("empty text", b"{\"id\":7,\"text\":\" \"}", "`text` is empty", 7.into()),
        ("a day that is none", b"{\"id\":7,\"text\":\"Hi.\",\"published\":\"2024-02-30\"}", "2024-02-30", 7.into()),
        ("a date that is none", b"{\"id\":7,\"text\":\"Hi.\",\"published\":\"yesterday\"}", "yesterday", 7.into()),
        ("half a character in the text", b"{\"id\":7,\"text\":\"\\ud800\"}", "`text`", 7.into()),
        ("a number too large for the text", b"{\"id\":7,\"text\":1e400}", "`text`", 7.into()),
        ("headline that is neither", b"{\"id\":7,\"text\":\"Hi.\",\"headline\":\"no\"}", "`headline`", 7.into()),
    ];
    for (name, line, message, id) in rows {
        let good = b"{\"id\":\"good\",\"text\":\"Hello.\"}\n";
        let input = [good.as_slice(), line, b"\n", good].concat();
        let output = annotate(&["--jsonl"], &input);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let answers = answers(&output);
        let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
        assert_eq!(ids, [&"good".into(), id, &"good".into()], "{name}");
        let error = answers[1]["error"].as_str().unwrap_or_default();
        assert!(error.contains(message), "{name}: {error}");
        assert_eq!(answers[1]["line"], 2, "{name}");
        assert!(!String::from_utf8_lossy(&output.stderr).is_empty(), "{name}: a message for people");
    }
}

#[test]
fn an_id_comes_back_as_it_was() {
    let ids = [
        "7",
        "-0",
        "1.50",
        "18446744073709551616",
        "123456789012345678901234567890",
        "1e400",
        "0.10000000000000000001",
        r#""\ud800""#,
        r#""a\u0062""#,
        r#"{"b": [1e999, "\udfff"], "a": 1}"#,
        "[]",
        "false",
    ];
    for id in ids {
        for (text, code) in [(r#""Hello.""#, 0), ("3", 1), (r#""\ud800""#, 1)] {
            let output =
                annotate(&["--jsonl"], format!("{{\"unknown\":1e999,\"id\": {id} ,\"text\":{text}}}\n").as_bytes());
            assert_eq!(output.status.code(), Some(code), "{id}");
            let answer = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{id}: {answer}");
        }
    }
}

#[test]
fn offsets_count_code_points() {
    let input = "{\"id\":1,\"text\":\"👍 Été.\\n\\n“Ça va,” said Zoë Roy on Thursday.\",\"published\":\"2024-05-17T23:30:00-07:00\"}\n";
    let output = annotate(&["--jsonl"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let answer = &answers(&output)[0];
    let quote = &answer["quotes"][0];
    let fields = (
        &quote["start"],
        &quote["end"],
        &quote["kind"],
        &quote["canonical"],
        &quote["speaker"]["text"],
        &quote["cue"]["text"],
    );
    assert_eq!(fields, (&8.into(), &16.into(), &"direct".into(), &"Zoë Roy".into(), &"Zoë Roy".into(), &"said".into()));
    assert_eq!(answer["dates"][0]["value"], "2024-05-16");
    assert_eq!(answer["dates"][0]["start"], 33);
    assert_eq!(answer["statements"][0]["speaker"], "Zoë Roy");
    assert_eq!(answer["statements"][0]["date"], "2024-05-16");
}

#[test]
fn the_listing_says_who_said_what_and_when() {
    let output = annotate(&["--published", "2024-05-17"], "“It stays,” Mayor Lena Ortiz said on Tuesday.".as_bytes());
    let listing = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0));
    for words in ["Lena Ortiz 2024-05-14", "“It stays,”", "Tuesday DATE"] {
        assert!(listing.contains(words), "{words} in {listing}");
    }
}

#[test]
fn the_explanation_says_how_the_answer_was_found() {
    let text = "Lock to stay\n\n“It stays,” Mayor Lena Ortiz said on Tuesday.";
    let output = run("explain", &["--published", "2024-05-17", "--headline"], text.as_bytes());
    let explanation = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(0));
    for words in
        ["Block 1, headline", "“It stays,” is direct", "names Lena Ortiz", "tense: past by “said”, which decided"]
    {
        assert!(explanation.contains(words), "{words} in {explanation}");
    }
    assert!(!explanation.contains('\u{1b}'), "no colours where nobody looks");
    assert_eq!(run("explain", &[], b" ").status.code(), Some(1), "empty text");
}

#[test]
fn control_characters_of_an_article_do_not_reach_the_terminal() {
    let text =
        "“It \u{1b}]0;mine\u{7}stays\u{9b}2J,” Mayor \u{202e}Lena\u{202c} Ortiz\u{1b}[31m said on \u{1b}Tuesday.";
    for command in ["annotate", "explain"] {
        // As on a terminal: elsewhere all sequences are taken out.
        let mut process = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        process.arg(command).env("CLICOLOR_FORCE", "1").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = process.spawn().expect("the command line starts");
        child.stdin.take().expect("its standard input").write_all(text.as_bytes()).expect("it reads");
        let output = child.wait_with_output().expect("it ends");
        let listing = String::from_utf8(output.stdout).expect("UTF-8 comes out");
        assert!(listing.contains("␛]0;mine␇stays\\u{9b}2J"), "{command}: {listing:?}");
        // Our own colours, and nothing else.
        let colours = without_colours(&listing);
        assert!(!colours.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{202c}']), "{command}: {colours:?}");
    }
}

/// The text without sequences that set a colour in one or two digits.
fn without_colours(text: &str) -> String {
    let is_colour =
        |part: &&str| part.split_once('m').is_some_and(|(number, _)| number.bytes().all(|byte| byte.is_ascii_digit()));
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts
        .map(|part| if is_colour(&part) { part.to_owned() } else { format!("\u{1b}[{part}") })
        .fold(first, |all, part| all + &part)
}

#[test]
fn what_cannot_be_read_is_said() {
    let rows: &[(&str, &[&str], &[u8], i32)] = &[
        ("empty text", &[], b" \n", 1),
        ("not UTF-8", &[], b"\xff\xfe", 1),
        ("no such file", &["no/such/file.txt"], b"", 1),
        ("no date", &["--published", "2024-13-01"], b"Hello.", 2),
    ];
    for (name, arguments, input, code) in rows {
        let output = annotate(arguments, input);
        assert_eq!(output.status.code(), Some(*code), "{name}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{name}");
    }
}
