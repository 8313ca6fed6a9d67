//! Works on a stream of jobs on several threads and hands the results on in the order of the jobs.
//!
//! One thread reads, the others work, and the calling thread writes. What is read and not yet written is limited in bytes, so memory
//! does not grow with the input, whatever the sizes of its records.

use std::io;
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// The bytes of input that are in flight at most, one larger job apart. Work needs up to twenty times as much.
const BUDGET: usize = 6 << 20;

/// What a job costs besides its bytes.
const OVERHEAD: usize = 512;

/// Where the results go.
pub trait Sink<Mark, Done> {
    /// A mark that the reader set between two jobs.
    ///
    /// # Errors
    /// Whatever ends the run.
    fn mark(&mut self, mark: Mark) -> io::Result<()>;

    /// The result of a job.
    ///
    /// # Errors
    /// Whatever ends the run.
    fn done(&mut self, done: Done) -> io::Result<()>;

    /// The next result is not there yet: what was written should now reach its reader.
    ///
    /// # Errors
    /// Whatever ends the run.
    fn idle(&mut self) -> io::Result<()>;
}

/// Runs `read` to its end, with `work` on as many threads as given.
///
/// If this returns early, the threads are left to themselves: the reader may wait for input that never comes.
///
/// # Errors
/// What the sink returns, or that a thread ended before its job was done.
pub fn run<Job: Send + 'static, Mark: Send + 'static, Done: Send + 'static>(
    threads: NonZero<usize>,
    read: impl FnOnce(&Feed<Job, Mark, Done>) + Send + 'static,
    work: impl Fn(Job) -> Done + Send + Sync + 'static,
    sink: &mut impl Sink<Mark, Done>,
) -> io::Result<()> {
    let (steps, in_order) = channel();
    let (jobs, waiting) = channel::<(Job, SyncSender<Done>)>();
    let (work, waiting) = (Arc::new(work), Arc::new(Mutex::new(waiting)));
    for _ in 0..threads.get() {
        let (work, waiting) = (Arc::clone(&work), Arc::clone(&waiting));
        thread::Builder::new().spawn(move || {
            loop {
                let next = locked(&waiting).recv();
                let Ok((job, answer)) = next else { return };
                // Nobody waits for it any more if the run has ended.
                let _ = answer.send(work(job));
            }
        })?;
    }
    thread::Builder::new().spawn(move || read(&Feed { steps, jobs, budget: Arc::default() }))?;
    write(&in_order, sink)
}

fn write<Mark, Done>(in_order: &Receiver<Step<Mark, Done>>, sink: &mut impl Sink<Mark, Done>) -> io::Result<()> {
    loop {
        let step = match in_order.try_recv() {
            Ok(step) => step,
            Err(TryRecvError::Disconnected) => return sink.idle(),
            Err(TryRecvError::Empty) => {
                sink.idle()?;
                let Ok(step) = in_order.recv() else { return Ok(()) };
                step
            }
        };
        match step {
            Step::Mark(mark) => sink.mark(mark)?,
            Step::Job(result, permit) => {
                let done = match result.try_recv() {
                    Ok(done) => done,
                    Err(_) => {
                        sink.idle()?;
                        result.recv().map_err(|_| io::Error::other("a thread ended before its work was done"))?
                    }
                };
                sink.done(done)?;
                drop(permit);
            }
        }
    }
}

/// Where the reader puts jobs and marks.
pub struct Feed<Job, Mark, Done> {
    steps: Sender<Step<Mark, Done>>,
    jobs: Sender<(Job, SyncSender<Done>)>,
    budget: Arc<Budget>,
}

/// The run has ended, so there is no use in reading on.
pub struct Ended;

impl<Job, Mark, Done> Feed<Job, Mark, Done> {
    /// Adds a job of so many bytes, as soon as there is room for it.
    ///
    /// # Errors
    /// If the run has ended.
    pub fn job(&self, job: Job, bytes: usize) -> Result<(), Ended> {
        let permit = Budget::take(&self.budget, bytes + OVERHEAD);
        let (answer, result) = sync_channel(1);
        self.steps.send(Step::Job(result, permit)).map_err(|_| Ended)?;
        self.jobs.send((job, answer)).map_err(|_| Ended)
    }

    /// Adds a mark, which the sink gets between the results of the jobs around it.
    ///
    /// # Errors
    /// If the run has ended.
    pub fn mark(&self, mark: Mark) -> Result<(), Ended> {
        self.steps.send(Step::Mark(mark)).map_err(|_| Ended)
    }
}

enum Step<Mark, Done> {
    Mark(Mark),
    Job(Receiver<Done>, Permit),
}

/// The bytes in flight. A job larger than the budget runs beside smaller ones, but never beside another such job.
#[derive(Default)]
struct Budget {
    in_flight: Mutex<InFlight>,
    changed: Condvar,
}

#[derive(Default)]
struct InFlight {
    bytes: usize,
    is_large_one: bool,
}

impl Budget {
    fn take(budget: &Arc<Budget>, bytes: usize) -> Permit {
        let is_large = bytes > BUDGET;
        let mut in_flight = locked(&budget.in_flight);
        while if is_large { in_flight.is_large_one } else { in_flight.bytes + bytes > BUDGET } {
            in_flight = budget.changed.wait(in_flight).unwrap_or_else(PoisonError::into_inner);
        }
        if is_large {
            in_flight.is_large_one = true;
        } else {
            in_flight.bytes += bytes;
        }
        Permit { budget: Arc::clone(budget), bytes }
    }
}

/// A share of the budget, given back when it is dropped.
struct Permit {
    budget: Arc<Budget>,
    bytes: usize,
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut in_flight = locked(&self.budget.in_flight);
        if self.bytes > BUDGET {
            in_flight.is_large_one = false;
        } else {
            in_flight.bytes -= self.bytes;
        }
        drop(in_flight);
        self.budget.changed.notify_all();
    }
}

/// Locks it, also if a thread panicked meanwhile: no value here is ever half changed.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, Budget, Feed, Sink, run};
    use std::io;
    use std::num::NonZero;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[derive(Default)]
    struct Numbers(Vec<usize>, usize);

    impl Sink<&'static str, usize> for Numbers {
        fn mark(&mut self, mark: &'static str) -> io::Result<()> {
            self.0.push(mark.len());
            Ok(())
        }

        fn done(&mut self, done: usize) -> io::Result<()> {
            self.0.push(done);
            if done == self.1 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
        }

        fn idle(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn threads(number: usize) -> NonZero<usize> {
        NonZero::new(number).unwrap()
    }

    #[test]
    fn results_keep_the_order_of_the_jobs() {
        let read = |feed: &Feed<usize, &'static str, usize>| {
            for number in 100..200 {
                let added = feed.job(number, 1 << (number % 25)).and_then(|()| feed.mark("mark"));
                assert!(added.is_ok());
            }
        };
        let work = |number: usize| {
            std::thread::sleep(Duration::from_micros((7 * number as u64) % 500));
            number
        };
        for count in [1, 2, 7] {
            let mut sink = Numbers::default();
            run(threads(count), read, work, &mut sink).unwrap();
            assert_eq!(sink.0, (100..200).flat_map(|number| [number, 4]).collect::<Vec<_>>(), "{count} threads");
        }
    }

    #[test]
    fn an_error_of_the_sink_ends_the_run() {
        let read = |feed: &Feed<usize, &'static str, usize>| while feed.job(5, 1 << 20).is_ok() {};
        assert!(run(threads(2), read, |number| number, &mut Numbers(Vec::new(), 5)).is_err());
    }

    #[test]
    fn a_thread_that_panics_ends_the_run() {
        let read = |feed: &Feed<usize, &'static str, usize>| drop(feed.job(5, 1));
        let work = |_| -> usize { panic!("as it should") };
        assert!(run(threads(1), read, work, &mut Numbers::default()).is_err());
    }

    #[test]
    fn what_is_in_flight_is_limited_and_a_large_job_is_alone_of_its_size() {
        let (small, large) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let budget = Arc::new(Budget::default());
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let (budget, small, large) = (&budget, &small, &large);
                scope.spawn(move || {
                    for _ in 0..50 {
                        let (count, most) = if thread == 0 || thread == 1 { (large, 1) } else { (small, 3) };
                        let bytes = if most == 1 { BUDGET + 1 } else { BUDGET / 3 };
                        let permit = Budget::take(budget, bytes);
                        assert!(count.fetch_add(1, Ordering::SeqCst) < most);
                        std::thread::sleep(Duration::from_micros(50));
                        count.fetch_sub(1, Ordering::SeqCst);
                        drop(permit);
                    }
                });
            }
        });
    }
}
