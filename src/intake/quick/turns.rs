//! What several threads take to, each when it is their turn.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Something that pieces of a text are taken to in their order, whichever is read first.
pub(super) struct InTurn<T> {
    state: Mutex<State<T>>,
    moved: Condvar,
}

struct State<T> {
    next: u64,
    /// Whether a thread that had to come first has failed.
    is_left: bool,
    value: T,
}

/// The thing, while it is a piece's turn.
pub(super) struct Turn<'t, T> {
    state: MutexGuard<'t, State<T>>,
    moved: &'t Condvar,
}

impl<T> InTurn<T> {
    pub(super) fn new(value: T) -> Self {
        Self {
            state: Mutex::new(State {
                next: 0,
                is_left: false,
                value,
            }),
            moved: Condvar::new(),
        }
    }

    /// The thing when it is the turn of the piece with this number, from 0.
    ///
    /// # Panics
    /// If another thread did.
    pub(super) fn at(&self, number: u64) -> Turn<'_, T> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let is_early = |state: &mut State<T>| state.next != number && !state.is_left;
        let waited = self.moved.wait_while(state, is_early);
        let state = waited.unwrap_or_else(PoisonError::into_inner);
        assert!(!state.is_left, "another thread failed");
        Turn {
            state,
            moved: &self.moved,
        }
    }

    /// Lets nobody wait for a turn that does not come.
    fn leave(&self) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.is_left = true;
        self.moved.notify_all();
    }

    pub(super) fn into_inner(self) -> T {
        let state = self.state.into_inner();
        state.unwrap_or_else(PoisonError::into_inner).value
    }
}

impl<T> Turn<'_, T> {
    pub(super) fn thing(&mut self) -> &mut T {
        &mut self.state.value
    }

    /// Ends the turn.
    pub(super) fn end(mut self) {
        self.state.next += 1;
        self.moved.notify_all();
    }
}

/// Something that may be left while others wait for it.
pub(super) trait Leave {
    fn leave(&self);
}

impl<T> Leave for InTurn<T> {
    fn leave(&self) {
        InTurn::leave(self);
    }
}

/// Leaves all things if its thread fails.
pub(super) struct LeaveOnFailure<'l>(pub Vec<&'l dyn Leave>);

impl Drop for LeaveOnFailure<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.iter().for_each(|thing| thing.leave());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn things_are_taken_to_in_order_from_several_threads() {
        let list = InTurn::new(Vec::new());
        thread::scope(|scope| {
            for first in [1, 0] {
                let list = &list;
                scope.spawn(move || {
                    for number in (first..100).step_by(2) {
                        let mut turn = list.at(number);
                        turn.thing().push(number);
                        turn.end();
                    }
                });
            }
        });
        assert_eq!(list.into_inner(), (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn nobody_waits_for_a_thread_that_failed() {
        let list = InTurn::new(());
        let waited = thread::scope(|scope| {
            let waiting = scope.spawn(|| list.at(1).end());
            let failing = scope.spawn(|| {
                let _leave = LeaveOnFailure(vec![&list]);
                panic!("as a test");
            });
            assert!(failing.join().is_err());
            waiting.join()
        });
        assert!(waited.is_err());
    }
}
