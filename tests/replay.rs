//! The kept inputs of the fuzz targets, without a fuzzer: what `fuzz/corpus` and `fuzz/regressions` hold must be answered well.

#![cfg(feature = "cli")]
#![allow(clippy::expect_used, reason = "what a test needs and does not find is a failure")]

#[allow(dead_code, reason = "only a fuzzer makes inputs of words")]
#[path = "../fuzz/src/targets/mod.rs"]
mod targets;

use std::path::Path;

#[test]
fn kept_inputs_are_answered_well() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut failures = Vec::new();
    for (name, check) in targets::ALL {
        let mut inputs = 0;
        for folder in ["corpus", "regressions"] {
            let Ok(entries) = fuzz.join(folder).join(name).read_dir() else { continue };
            for entry in entries {
                let path = entry.expect("an entry").path();
                let input = std::fs::read(&path).expect("the input can be read");
                inputs += 1;
                if let Err(error) = check(&input, true) {
                    failures.push(format!("{}: {error}", path.display()));
                }
            }
        }
        assert!(inputs > 0, "the target {name} has no kept inputs");
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
