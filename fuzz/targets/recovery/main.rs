//! The attack on anonymity over random organisations: their shape, answers, roles and waves
//! grow from the input, and everything that is shown of them is attacked as the tests do it.
#![no_main]

#[allow(unused)] // shared with the tests, which use all of it
mod scoring;
#[allow(unused)]
mod support;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use scoring::attack::{rules, waves, worlds};
use scoring::random::{Sample, samples};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // Bytes taken for chance as they are can make a choice that never ends; as a seed they cannot.
    let mut seed = [0; 32];
    for (at, byte) in bytes.iter().enumerate() {
        seed[at % seed.len()] ^= byte.rotate_left(u32::try_from(at / seed.len()).unwrap_or(0));
    }
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let attack = (
        samples(&[3, 5]),
        0..6_u64,
        0..40_usize,
        any::<bool>(),
        waves::comings_and_goings(),
        worlds::picks(),
    );
    let Ok(tree) = attack.new_tree(&mut runner) else {
        return;
    };
    let (sample, more, by, is_later, [gone, new], picks) = tree.current();
    let held = every_rule_holds(&sample, more)
        .and_then(|()| waves::a_change_tells_no_more_than_its_waves(&sample, by, &gone, &new))
        .and_then(|()| worlds::both_worlds_look_alike(&sample, more, by, is_later, &picks));
    if let Err(TestCaseError::Fail(reason)) = held {
        panic!("{reason}\n{sample:?}");
    }
});

fn every_rule_holds(sample: &Sample, more: u64) -> Result<(), TestCaseError> {
    rules::no_small_sum_follows(sample)?;
    rules::no_small_group_is_told(sample)?;
    rules::no_small_rest_is_left(sample)?;
    rules::a_comment_is_of_many(sample, more)?;
    rules::comments_are_all_there_and_sorted(sample)?;
    rules::what_is_hidden_holds_no_number(sample)
}
