//! Work on many things by as many threads as there are processors. What comes out, and in which
//! order, does not depend on how many there are.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};
use std::thread;

/// The results of `work` on `0..count`, in order.
///
/// A thread takes the next `at_once` when it is done with those before: enough that a thread is
/// worth starting, and few enough that none waits long for the last. Fewer than two such shares
/// are done right here.
///
/// # Panics
/// Where `work` does.
pub fn each<T: Send>(count: usize, at_once: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let at_once = at_once.max(1);
    let threads = processors().min(count.div_ceil(at_once));
    if threads < 2 {
        return (0..count).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done: Vec<(usize, Vec<T>)> = Vec::new();
        loop {
            let first = next.fetch_add(at_once, Ordering::Relaxed);
            if first >= count {
                return done;
            }
            let last = count.min(first + at_once);
            done.push((first, (first..last).map(&work).collect()));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(share)).collect();
        let mut done = share();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|&(first, _)| first);
    done.into_iter().flat_map(|(_, results)| results).collect()
}

/// The results of two pieces of work, done at the same time where there are processors for it.
///
/// # Panics
/// Where one of them does.
pub fn both<A, B: Send>(one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    if processors() < 2 {
        return (one(), other());
    }
    thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        match other.join() {
            Ok(other) => (one, other),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// Has `work` fill a buffer for each of `0..count`, as many at the same time as there are
/// processors, and `take` take them in order. Few buffers are filled ahead, and each is used
/// again.
///
/// # Errors
/// The first of `take`; then nothing more is taken.
///
/// # Panics
/// Where `work` does.
pub fn in_order<E>(
    count: usize,
    work: impl Fn(usize, &mut Vec<u8>) + Sync,
    mut take: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let threads = processors().min(count);
    if threads < 2 {
        let mut buffer = Vec::new();
        return (0..count).try_for_each(|at| {
            work(at, &mut buffer);
            take(&buffer)
        });
    }
    let (put_back, free) = mpsc::channel();
    for _ in 0..AHEAD * threads {
        // The other end is right here.
        let _ = put_back.send(Vec::new());
    }
    let free = Mutex::new(free.into_iter().zip(0..count));
    let next = || free.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        let (filled, all_filled) = mpsc::channel();
        for _ in 0..threads {
            let filled = Filled(filled.clone());
            scope.spawn(|| {
                let filled = filled;
                while let Some((mut buffer, at)) = next() {
                    work(at, &mut buffer);
                    // Nobody takes it any more after an error.
                    let _ = filled.0.send(Some((at, buffer)));
                }
            });
        }
        // What came before its turn.
        let mut early = BTreeMap::new();
        // It goes when this is done, and with it those who wait for a buffer.
        let put_back = put_back;
        for at in 0..count {
            let buffer = loop {
                if let Some(buffer) = early.remove(&at) {
                    break buffer;
                }
                match all_filled.recv() {
                    Ok(Some((at, buffer))) => early.insert(at, buffer),
                    // A thread failed, which is passed on when all have ended.
                    Ok(None) | Err(_) => return Ok(()),
                };
            };
            take(&buffer)?;
            let _ = put_back.send(buffer);
        }
        Ok(())
    })
}

/// So many buffers a thread are filled ahead.
const AHEAD: usize = 2;

/// Where a thread puts what it has filled; it says so if it fails.
struct Filled(mpsc::Sender<Option<(usize, Vec<u8>)>>);

impl Drop for Filled {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(None);
        }
    }
}

/// How many threads can run at the same time; asking takes a while, so it is asked once.
pub fn processors() -> usize {
    static PROCESSORS: OnceLock<usize> = OnceLock::new();
    *PROCESSORS.get_or_init(|| thread::available_parallelism().map_or(1, usize::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_however_the_work_is_shared() {
        for count in [0, 1, 2, 7, 100] {
            for at_once in [0, 1, 3, 1000] {
                let squares: Vec<usize> = (0..count).map(|n| n * n).collect();
                assert_eq!(each(count, at_once, |n| n * n), squares);
            }
        }
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }

    #[test]
    fn buffers_are_taken_in_order_until_an_error() {
        let number = |at: usize, buffer: &mut Vec<u8>| {
            buffer.clear();
            buffer.extend(at.to_string().bytes());
        };
        for count in [0, 1, 2, 500] {
            let mut taken = Vec::new();
            let take = |buffer: &[u8]| {
                taken.push(String::from_utf8_lossy(buffer).into_owned());
                if taken.len() == 200 { Err(()) } else { Ok(()) }
            };
            let outcome = in_order(count, number, take);
            assert_eq!(outcome, if count < 200 { Ok(()) } else { Err(()) });
            let expected = 0..count.min(200);
            assert_eq!(taken, expected.map(|at| at.to_string()).collect::<Vec<_>>());
        }
    }

    #[test]
    #[should_panic]
    fn nobody_waits_for_a_buffer_that_is_never_filled() {
        let _ = in_order(50, |at, _| assert!(at != 40), |_| Ok::<(), ()>(()));
    }

    #[test]
    #[should_panic(expected = "at 40")]
    fn a_panic_is_passed_on() {
        each(50, 1, |n| assert!(n != 40, "at {n}"));
    }
}
