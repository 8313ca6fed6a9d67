//! What the fuzz targets share.
//!
//! Inputs are plain texts, so that a kept one can be read and stays valid when the words change. The grammar is in the
//! [mutations](mutate::mutate): they insert whole words, enclose words in quotation marks, and repeat, move and remove them.

pub mod mutate;
pub mod pace;
pub mod targets;

/// A fuzz target for a module of [`targets`].
#[macro_export]
macro_rules! target {
    ($target:ident) => {
        use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
        use std::sync::LazyLock;
        use verbatim_fuzz::mutate::{Words, mutate};
        use verbatim_fuzz::{pace, targets};

        static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read(targets::$target::WORDS));

        fuzz_target!(|data: &[u8]| {
            // What costs more is checked on some inputs, always the same ones.
            let thoroughly = data.iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte)) % 16 == 0;
            pace::measure(data.len(), || {
                let outcome = targets::$target::check(data, thoroughly);
                assert_eq!(outcome, Ok(()), "what holds of any answer");
            });
        });

        fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            mutate(&WORDS, data, size, max_size, seed, fuzzer_mutate)
        });
    };
}
