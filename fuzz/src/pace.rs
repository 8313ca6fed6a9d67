//! No text is slow: an input costs no more per byte than a few times the mean of all.

use cpu_time::ThreadTime;
use std::cell::Cell;
use std::time::Duration;

/// Shorter inputs are not measured: what an article costs at least outweighs what its bytes cost.
const LONG: usize = 10_000;

/// How many times the mean a byte may cost.
const LIMIT: f64 = 5.0;

/// How many inputs are measured before the mean is one.
const ENOUGH: u32 = 200;

thread_local! {
    /// How many long inputs there were, and the nanoseconds that a byte cost them, added up.
    static SUM: Cell<(u32, f64)> = const { Cell::new((0, 0.0)) };
}

/// Runs what answers an input of so many bytes.
///
/// # Panics
/// If the input is long and costs too much.
pub fn measure(bytes: usize, mut answer: impl FnMut()) {
    if bytes < LONG {
        return answer();
    }
    let mut cost = || {
        let start = ThreadTime::now();
        answer();
        nanoseconds(start.elapsed()) / bytes as f64
    };
    let mut taken = cost();
    let (inputs, sum) = SUM.get();
    let mean = sum / f64::from(inputs.max(1));
    if inputs >= ENOUGH && taken > mean * LIMIT {
        // Other programs on the machine only make it seem more.
        taken = (0..4).map(|_| cost()).fold(taken, f64::min);
        assert!(
            taken <= mean * LIMIT,
            "{bytes} bytes cost {taken:.0} ns each, the mean of {inputs} inputs is {mean:.0}"
        );
    }
    SUM.set((inputs + 1, sum + taken));
}

fn nanoseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e9
}
