//! `verbatim annotate --jsonl` over archives: several files, compressed or not, cut off and resumed.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "what a test needs and does not find is a failure")]

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It is there if the test ran before.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

fn verbatim(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.args(["annotate", "--jsonl"]).args(arguments).current_dir(folder).stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    verbatim(folder, arguments).output().expect("the command line runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8 comes out")
}

/// A record with as many sentences as given.
fn record(id: usize, sentences: usize) -> String {
    let sentence =
        format!("“Ferry {id} stays,” Mayor Lena Ortiz said on Tuesday. Nobody at the harbour believed her. ");
    format!(
        "{{\"id\":{id},\"source\":\"Gazette\",\"text\":\"{}\",\"published\":\"2025-03-14\"}}\n",
        sentence.repeat(sentences)
    )
}

fn records(ids: std::ops::Range<usize>) -> String {
    ids.map(|id| record(id, 1 + id % 4)).collect()
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).expect("it is compressed");
    encoder.finish().expect("it is compressed")
}

fn zstandard(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 3).expect("it is compressed")
}

/// Every file below a folder with its contents.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("it is below").to_owned();
                files.insert(name, fs::read(path).expect("it can be read"));
            }
        }
    }
    files
}

#[test]
fn answers_are_the_same_on_any_number_of_threads() {
    let folder = folder("threads");
    let mut lines = records(0..40);
    lines += "{\"id\":3}\n\n[]\n";
    lines += &record(99, 300);
    lines += &records(40..60);
    fs::write(folder.join("a.jsonl"), lines).expect("it can be written");
    let one = run(&folder, &["a.jsonl", "--threads", "1"]);
    assert_eq!(one.status.code(), Some(1));
    assert_eq!(text(&one.stdout).lines().count(), 63);
    let message = "verbatim: line 41: the field `text` is missing\nverbatim: line 43: not a JSON object\n";
    assert_eq!(text(&one.stderr), message);
    for threads in ["2", "5"] {
        let several = run(&folder, &["a.jsonl", "--threads", threads]);
        assert_eq!(several.stdout, one.stdout, "{threads} threads");
        assert_eq!(several.stderr, one.stderr, "{threads} threads");
    }
}

/// A name, the arguments, the ids that are answered, the exit code, and what is said.
type Inputs = (&'static str, &'static [&'static str], &'static [u64], i32, &'static str);

#[test]
fn inputs_are_named_by_files_patterns_and_a_dash() {
    let folder = folder("inputs");
    fs::create_dir(folder.join("b")).expect("a folder can be made");
    fs::write(folder.join("a.jsonl"), records(1..3)).expect("it can be written");
    fs::write(folder.join("b/c.jsonl.gz"), gzip(&records(3..5))).expect("it can be written");
    fs::write(folder.join("b/d.jsonl.zst"), zstandard(&records(5..7))).expect("it can be written");
    // Compressed, whatever its name says.
    fs::write(folder.join("b/e[1].jsonl"), gzip(&[records(7..8), "[]\n".to_owned()].concat()))
        .expect("it can be written");
    let rows: &[Inputs] = &[
        ("a file", &["a.jsonl"], &[1, 2], 0, ""),
        ("gzip", &["b/c.jsonl.gz"], &[3, 4], 0, ""),
        ("Zstandard", &["b/d.jsonl.zst"], &[5, 6], 0, ""),
        ("several, in the order of the arguments", &["b/d.jsonl.zst", "a.jsonl"], &[5, 6, 1, 2], 0, ""),
        ("a pattern", &["b/*.jsonl.*"], &[3, 4, 5, 6], 0, ""),
        ("a pattern over folders", &["**/[cd].jsonl.*"], &[3, 4, 5, 6], 0, ""),
        ("a file twice", &["a.jsonl", "a.json?"], &[1, 2], 0, ""),
        ("a file that is named like a pattern", &["b/e[1].jsonl"], &[7], 1, "verbatim: line 2: not a JSON object"),
        (
            "a line of one file among several",
            &["a.jsonl", "b/e[1].jsonl"],
            &[1, 2, 7],
            1,
            "b/e[1].jsonl: line 2: not a",
        ),
        ("one that is missing", &["no.jsonl", "a.jsonl"], &[1, 2], 1, "verbatim: no.jsonl: "),
        ("a pattern that matches nothing", &["a.jsonl", "*.xml"], &[], 1, "verbatim: *.xml: no file matches"),
        ("no pattern", &["a.jsonl", "[.xml"], &[], 1, "verbatim: [.xml: "),
    ];
    for (name, arguments, ids, code, message) in rows {
        let output = run(&folder, arguments);
        let answers = text(&output.stdout);
        let answers = answers.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON comes out"));
        let found: Vec<u64> = answers.filter_map(|answer| answer["id"].as_u64()).collect();
        assert_eq!((found.as_slice(), output.status.code()), (*ids, Some(*code)), "{name}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains(message), "{name}: {}", text(&output.stderr));
    }
}

#[test]
fn a_damaged_file_is_an_error_and_the_next_one_is_answered() {
    let folder = folder("damaged");
    let mut damaged = gzip(&records(0..50));
    damaged.truncate(damaged.len() - 20);
    fs::write(folder.join("a.jsonl.gz"), damaged).expect("it can be written");
    fs::write(folder.join("b.jsonl"), records(50..52)).expect("it can be written");
    let output = run(&folder, &["a.jsonl.gz", "b.jsonl", "--out", "answers"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with("verbatim: a.jsonl.gz: "), "{}", text(&output.stderr));
    let names: Vec<PathBuf> = contents(&folder.join("answers")).into_keys().collect();
    assert_eq!(names, [Path::new("b.jsonl"), Path::new("manifest.jsonl")]);
}

#[test]
fn fields_and_meta_choose_what_is_written() {
    let folder = folder("fields");
    let lines =
        [record(1, 1).as_str(), "{\"id\":2,\"text\":\"Hello.\",\"so\\u0075rce\":{\"b\":1e999,\"a\":\"\\ud800\"}}\n"]
            .concat();
    fs::write(folder.join("a.jsonl"), lines).expect("it can be written");
    let rows: &[(&str, &[&str], [&str; 2])] = &[
        (
            "one part",
            &["--fields", "statements"],
            [
                "\"statements\":[{\"quotes\":[0],\"reported\":[],\"speaker\":\"Lena Ortiz\",\"date\":\"2025-03-11\"}]",
                "\"statements\":[]",
            ],
        ),
        (
            "two parts, in the answer's order",
            &["--fields", "statements,reported"],
            [
                "\"reported\":[],\"statements\":[{\"quotes\":[0],\"reported\":[],\"speaker\":\"Lena Ortiz\",\"date\":\"2025-03-11\"}]",
                "\"reported\":[],\"statements\":[]",
            ],
        ),
        (
            "fields carried through as they were written",
            &["--fields", "reported", "--meta", "source,published"],
            [
                "\"meta\":{\"source\":\"Gazette\",\"published\":\"2025-03-14\"},\"reported\":[]",
                "\"meta\":{\"source\":{\"b\":1e999,\"a\":\"\\ud800\"},\"published\":null},\"reported\":[]",
            ],
        ),
    ];
    for (name, arguments, [first, second]) in rows {
        let output = run(&folder, &[&["a.jsonl"], *arguments].concat());
        assert_eq!(text(&output.stdout), format!("{{\"id\":1,{first}}}\n{{\"id\":2,{second}}}\n"), "{name}");
    }
}

#[test]
fn answers_in_a_folder_are_those_of_the_stream() {
    let folder = folder("out");
    for (name, bytes) in [
        ("2024/01.jsonl", records(0..5).into_bytes()),
        ("2024/02.jsonl.gz", gzip(&records(5..9))),
        ("2025/01.jsonl.zst", zstandard(&records(9..12))),
    ] {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
        fs::write(path, bytes).expect("it can be written");
    }
    let stream = run(&folder, &["20*/*"]).stdout;
    let rows: &[(&str, &[&str], [&str; 3])] = &[
        ("as the inputs are", &[], ["2024/01.jsonl", "2024/02.jsonl.gz", "2025/01.jsonl.zst"]),
        ("as asked for", &["--compress", "zst"], ["2024/01.jsonl.zst", "2024/02.jsonl.zst", "2025/01.jsonl.zst"]),
        ("not at all", &["--compress", "none"], ["2024/01.jsonl", "2024/02.jsonl", "2025/01.jsonl"]),
    ];
    for (name, arguments, outputs) in rows {
        let out = format!("answers {name}");
        let output = run(&folder, &[&["20*/*", "--out", &out], *arguments].concat());
        assert_eq!(
            (output.status.code(), text(&output.stderr).as_str(), output.stdout.len()),
            (Some(0), "", 0),
            "{name}"
        );
        let mut files = contents(&folder.join(&out));
        let manifest = text(&files.remove(Path::new("manifest.jsonl")).expect("there is a manifest"));
        assert_eq!(manifest.lines().count(), 3, "{name}");
        assert_eq!(files.keys().collect::<Vec<_>>(), outputs.map(Path::new), "{name}");
        let answers: Vec<u8> = files.into_iter().flat_map(|(name, bytes)| decoded(&name, bytes)).collect();
        assert_eq!(answers, stream, "{name}");
    }
    let compressed = run(&folder, &["20*/*", "--compress", "gz"]).stdout;
    assert_eq!(decoded(Path::new("stream.gz"), compressed), stream);
}

fn decoded(name: &Path, bytes: Vec<u8>) -> Vec<u8> {
    match name.extension().and_then(|ending| ending.to_str()) {
        Some("gz") => {
            let mut text = Vec::new();
            flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut text).expect("it is gzip");
            text
        }
        Some("zst") => zstd::decode_all(bytes.as_slice()).expect("it is Zstandard"),
        _ => bytes,
    }
}

#[test]
fn nothing_is_overwritten_by_mistake() {
    let folder = folder("mistakes");
    for (id, name) in ["a/x.jsonl", "b/x.jsonl", "x.jsonl", "x.jsonl.gz", "manifest.jsonl"].into_iter().enumerate() {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
        fs::write(path, record(id, 1)).expect("it can be written");
    }
    assert!(run(&folder, &["a/x.jsonl", "--out", "answers"]).status.success());
    let before = contents(&folder);
    let rows: &[(&str, &[&str], i32, &str)] = &[
        ("an input", &["x.jsonl", "--out", "."], 1, "would overwrite an input"),
        (
            "two answers of one name",
            &["x.jsonl", "x.jsonl.gz", "--out", "o", "--compress", "none"],
            1,
            "x.jsonl and x.jsonl.gz would both be x.jsonl",
        ),
        ("the manifest", &["manifest.jsonl", "--out", "o"], 1, "the manifest and manifest.jsonl would both be"),
        ("the answers to another input", &["b/x.jsonl", "--out", "answers"], 1, "holds the answers to a/x.jsonl"),
        ("standard input has no name", &["-", "--out", "o"], 1, "standard input"),
        ("resuming without a folder", &["x.jsonl", "--resume"], 2, "--out"),
        ("several texts", &["x.jsonl", "a/x.jsonl"], 0, ""),
    ];
    for (name, arguments, code, message) in rows {
        let output = run(&folder, arguments);
        assert_eq!(output.status.code(), Some(*code), "{name}: {}", text(&output.stderr));
        assert!(text(&output.stderr).contains(message), "{name}: {}", text(&output.stderr));
    }
    assert_eq!(contents(&folder), before);
}

#[test]
fn options_of_archives_need_jsonl() {
    for arguments in
        [["--threads", "2"], ["--out", "answers"], ["--compress", "gz"], ["--fields", "quotes"], ["a", "b"]]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
        let output =
            command.arg("annotate").args(arguments).stdin(Stdio::null()).output().expect("the command line runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains("--jsonl"), "{}", text(&output.stderr));
    }
}

#[test]
fn a_run_that_is_killed_ten_times_ends_like_one_run() {
    let folder = folder("killed");
    for number in 0..12 {
        let mut lines = records(100 * number..100 * number + 8);
        if number == 5 {
            lines += "{\"id\":5}\n";
        }
        let bytes = if number % 2 == 0 { lines.into_bytes() } else { gzip(&lines) };
        let ending = if number % 2 == 0 { "" } else { ".gz" };
        fs::write(folder.join(format!("{number:02}.jsonl{ending}")), bytes).expect("it can be written");
    }
    let arguments = ["*.jsonl*", "--fields", "quotes,people", "--out"];
    assert_eq!(run(&folder, &[&arguments[..], &["whole"]].concat()).status.code(), Some(1));
    let resume = [&arguments[..], &["cut", "--resume"]].concat();
    for round in 0..10 {
        let mut child = verbatim(&folder, &resume).stderr(Stdio::null()).spawn().expect("the command line starts");
        // Longer each time, so that some rounds end between files and some within one.
        std::thread::sleep(std::time::Duration::from_millis(40 + 35 * round));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }
    assert_eq!(run(&folder, &resume).status.code(), Some(1), "the line that has no answer counts on");
    assert_eq!(contents(&folder.join("cut")), contents(&folder.join("whole")));
}

#[test]
fn resuming_answers_what_is_not_whole_or_not_the_same() {
    let folder = folder("resume");
    for name in ["a.jsonl", "b.jsonl", "c.jsonl"] {
        fs::write(folder.join(name), records(1..4)).expect("it can be written");
    }
    let arguments = ["?.jsonl", "--out", "answers", "--resume"];
    assert!(run(&folder, &arguments).status.success());
    let whole = contents(&folder.join("answers"));
    let answers = folder.join("answers");
    let half = |name: &str| fs::write(answers.join(name), &whole[Path::new(name)][..50]).expect("it can be written");
    type Damage<'a> = (&'a str, &'a dyn Fn(), usize);
    let rows: &[Damage] = &[
        ("nothing", &|| (), 0),
        ("a file is missing", &|| fs::remove_file(answers.join("b.jsonl")).expect("it is there"), 1),
        ("a file is too short", &|| half("a.jsonl"), 1),
        (
            "a file has other contents",
            &|| {
                let other = text(&whole[Path::new("c.jsonl")]).replace("Lena", "Nela");
                fs::write(answers.join("c.jsonl"), other).expect("it can be written");
            },
            1,
        ),
        (
            "half a line of the manifest",
            &|| {
                let manifest = text(&whole[Path::new("manifest.jsonl")]);
                fs::write(answers.join("manifest.jsonl"), &manifest[..manifest.len() - 20]).expect("it can be written");
            },
            1,
        ),
        ("no manifest", &|| fs::remove_file(answers.join("manifest.jsonl")).expect("it is there"), 3),
    ];
    for (name, damage, expected) in rows {
        let lines =
            || fs::read_to_string(answers.join("manifest.jsonl")).map_or(0, |manifest| manifest.lines().count());
        damage();
        let before = lines().min(3 - usize::from(*name == "half a line of the manifest"));
        let output = run(&folder, &arguments);
        assert!(output.status.success(), "{name}: {}", text(&output.stderr));
        let after = contents(&answers);
        assert!(
            after
                .iter()
                .filter(|(path, _)| *path != Path::new("manifest.jsonl"))
                .eq(whole.iter().filter(|(path, _)| *path != Path::new("manifest.jsonl"))),
            "{name}"
        );
        assert_eq!(lines() - before, *expected, "{name}");
        // Each row begins with a manifest that has no line twice.
        fs::write(answers.join("manifest.jsonl"), &whole[Path::new("manifest.jsonl")]).expect("it can be written");
    }
    fs::write(folder.join("b.jsonl"), records(7..9)).expect("it can be written");
    assert!(run(&folder, &arguments).status.success());
    assert_eq!(text(&contents(&answers)[Path::new("b.jsonl")]).lines().count(), 2, "a changed input is answered again");
    assert!(run(&folder, &[&arguments[..], &["--fields", "dates"]].concat()).status.success());
    assert!(
        text(&contents(&answers)[Path::new("a.jsonl")]).starts_with("{\"id\":1,\"dates\""),
        "and so is another question"
    );
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_whole_files_only() {
    let folder = folder("interrupted");
    fs::write(folder.join("a.jsonl"), records(0..3)).expect("it can be written");
    fs::write(folder.join("b.jsonl"), records(0..3000)).expect("it can be written");
    let mut child = verbatim(&folder, &["a.jsonl", "b.jsonl", "--out", "answers"]).spawn().expect("it starts");
    while !folder.join("answers/.b.jsonl.part").exists() {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("it can be interrupted");
    assert!(status.success());
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    let names: Vec<PathBuf> = contents(&folder.join("answers")).into_keys().collect();
    assert_eq!(names, [Path::new("a.jsonl"), Path::new("manifest.jsonl")]);
}

#[test]
fn each_line_of_a_pipe_is_answered_as_it_comes() {
    let folder = folder("pipe");
    let mut child = verbatim(&folder, &[]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("its standard input");
    let mut output = BufReader::new(child.stdout.take().expect("its standard output"));
    for id in 0..5 {
        input.write_all(record(id, 1).as_bytes()).expect("it reads");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("it answers");
        assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{answer}");
    }
    // Whoever reads the answers goes away.
    drop(output);
    while input.write_all(record(6, 1).as_bytes()).is_ok() {}
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}
