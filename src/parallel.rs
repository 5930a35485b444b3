//! Work on many things by as many threads as there are processors. What comes out, and in which
//! order, does not depend on how many there are.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    #[should_panic(expected = "at 40")]
    fn a_panic_is_passed_on() {
        each(50, 1, |n| assert!(n != 40, "at {n}"));
    }
}
