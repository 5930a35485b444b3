//! Exact numbers: nothing is rounded before it is printed, and printing rounds the exact value.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

/// An exact rational number.
///
/// Counts and their quotients fit machine integers, which are used as long as they do.
#[derive(Debug, Clone)]
pub struct Fraction(Repr);

/// Always reduced, so that every number has one representation.
#[derive(Debug, Clone)]
enum Repr {
    /// Numerator and denominator, which is above 0.
    Small(i64, i64),
    /// What machine integers do not hold.
    Big(Box<BigRational>),
}

impl Fraction {
    /// `numerator / denominator`.
    ///
    /// # Panics
    /// If `denominator` is 0: callers know their n.
    pub fn new(numerator: i128, denominator: i128) -> Self {
        match (i64::try_from(numerator), i64::try_from(denominator)) {
            (Ok(top), Ok(bottom @ 1..)) => Self::reduced(top, bottom),
            _ => Self::from_big(BigRational::new(numerator.into(), denominator.into())),
        }
    }

    /// The number `whole`.
    pub fn whole(whole: impl Into<i128>) -> Self {
        Self::new(whole.into(), 1)
    }

    /// The exact sum; 0 for no terms.
    pub fn sum<'a>(terms: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = RunningSum::default();
        for term in terms {
            sum.add(term);
        }
        sum.total()
    }

    /// The exact mean; `None` for no terms.
    pub fn mean<'a>(terms: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let mut count = 0_usize;
        let sum = Self::sum(terms.into_iter().inspect(|_| count += 1));
        (count > 0).then(|| sum.over(count))
    }

    /// `self / count`.
    ///
    /// # Panics
    /// If `count` is 0: callers know how many they share among.
    #[must_use]
    pub fn over(&self, count: usize) -> Self {
        self.times(&Self::new(1, count as i128))
    }

    /// `self + other`.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        self.with(other, |a, b, c, d| (a * d + c * b, b * d), |a, b| a + b)
    }

    /// `self − other`.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        self.with(other, |a, b, c, d| (a * d - c * b, b * d), |a, b| a - b)
    }

    /// Its distance from 0.
    #[must_use]
    pub fn magnitude(&self) -> Self {
        if self.is_negative() {
            Self::whole(0).minus(self)
        } else {
            self.clone()
        }
    }

    /// `self × other`.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.with(other, |a, b, c, d| (a * c, b * d), |a, b| a * b)
    }

    /// The nearest floating-point number.
    pub fn to_f64(&self) -> f64 {
        const EXACT: i64 = 1 << f64::MANTISSA_DIGITS;
        match self.0 {
            Repr::Small(top, bottom) if (-EXACT..EXACT).contains(&top) && bottom < EXACT => {
                #[allow(clippy::cast_precision_loss)] // both are below 2^53
                let quotient = top as f64 / bottom as f64;
                quotient
            }
            _ => self.big().to_f64().unwrap_or(f64::NAN),
        }
    }

    /// The number times 10^`decimals`, rounded half away from zero.
    pub fn rounded(&self, decimals: u32) -> i128 {
        let scaled = self.times(&Self::whole(10_i128.pow(decimals)));
        match &scaled.0 {
            Repr::Small(top, bottom) => {
                let (top, bottom) = (i128::from(*top), i128::from(*bottom));
                top.signum() * ((2 * top.abs() + bottom) / (2 * bottom))
            }
            Repr::Big(ratio) => ratio.round().to_integer().to_i128().unwrap_or(i128::MAX),
        }
    }

    /// Whether it is below 0.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(top, _) => *top < 0,
            Repr::Big(ratio) => ratio.is_negative(),
        }
    }

    /// `top / bottom`, `bottom` being above 0.
    fn reduced(top: i64, bottom: i64) -> Self {
        let common = common_divisor(bottom, top);
        Self(Repr::Small(top / common, bottom / common))
    }

    fn from_big(ratio: BigRational) -> Self {
        match (ratio.numer().to_i64(), ratio.denom().to_i64()) {
            (Some(top), Some(bottom)) => Self(Repr::Small(top, bottom)),
            _ => Self(Repr::Big(Box::new(ratio))),
        }
    }

    /// Applies an operation: on two small numbers in integers twice as wide, which hold any
    /// sum of products, else on large ones.
    fn with(
        &self,
        other: &Self,
        small: impl Fn(i128, i128, i128, i128) -> (i128, i128),
        big: impl Fn(BigRational, BigRational) -> BigRational,
    ) -> Self {
        match (&self.0, &other.0) {
            (&Repr::Small(a, b), &Repr::Small(c, d)) => {
                let (top, bottom) = small(a.into(), b.into(), c.into(), d.into());
                Self::new(top, bottom)
            }
            _ => Self::from_big(big(self.big(), other.big())),
        }
    }

    fn big(&self) -> BigRational {
        match &self.0 {
            Repr::Small(top, bottom) => BigRational::new_raw((*top).into(), (*bottom).into()),
            Repr::Big(ratio) => (**ratio).clone(),
        }
    }
}

/// A sum in the making, over the least common denominator of its terms, in machine integers as
/// long as they hold it; reduced at the end only.
#[derive(Debug)]
pub(super) enum RunningSum {
    /// Numerator and denominator.
    Small(i128, i64),
    Big(BigInt, BigInt),
}

impl Default for RunningSum {
    fn default() -> Self {
        Self::Small(0, 1)
    }
}

impl RunningSum {
    /// Adds a number.
    pub(super) fn add(&mut self, term: &Fraction) {
        match &term.0 {
            Repr::Small(top, bottom) => self.add_quotient(*top, *bottom),
            Repr::Big(term) => {
                let (top, bottom) = self.big();
                let sum = BigRational::new_raw(top, bottom) + &**term;
                *self = Self::Big(sum.numer().clone(), sum.denom().clone());
            }
        }
    }

    /// Adds `top / bottom`, `bottom` being above 0.
    pub(super) fn add_quotient(&mut self, top: i64, bottom: i64) {
        if let Self::Small(own_top, own_bottom) = *self
            && let Some((top, bottom)) = small_sum((own_top, own_bottom), (top, bottom))
        {
            *self = Self::Small(top, bottom);
            return;
        }
        let (mut own_top, mut own_bottom) = self.big();
        // Below `bottom`, and so small.
        let rest = (&own_bottom % bottom).to_i64().unwrap_or_default();
        let missing = bottom / common_divisor(bottom, rest);
        if missing != 1 {
            own_top *= missing;
            own_bottom *= missing;
        }
        own_top += &own_bottom / bottom * top;
        *self = Self::Big(own_top, own_bottom);
    }

    /// The sum of all that was added.
    pub(super) fn total(&self) -> Fraction {
        self.shared(1)
    }

    /// The sum of all that was added, divided by `count`, which must be above 0.
    pub(super) fn shared(&self, count: u64) -> Fraction {
        match self {
            Self::Small(top, bottom) => {
                Fraction::new(*top, i128::from(*bottom) * i128::from(count))
            }
            Self::Big(top, bottom) => {
                Fraction::from_big(BigRational::new(top.clone(), bottom * count))
            }
        }
    }

    /// Its numerator and denominator, taken out.
    fn big(&mut self) -> (BigInt, BigInt) {
        match std::mem::take(self) {
            Self::Small(top, bottom) => (top.into(), bottom.into()),
            Self::Big(top, bottom) => (top, bottom),
        }
    }
}

/// The sum of two quotients over their least common denominator, if machine integers hold it.
fn small_sum((one_top, one_bottom): (i128, i64), (top, bottom): (i64, i64)) -> Option<(i128, i64)> {
    let mut common = one_bottom;
    if one_bottom % bottom != 0 {
        common = common.checked_mul(bottom / common_divisor(bottom, one_bottom))?;
    }
    let more = i128::from(top) * i128::from(common / bottom);
    let sum = one_top.checked_mul((common / one_bottom).into())?;
    Some((sum.checked_add(more)?, common))
}

/// The greatest common divisor of a number above 0 and any other: above 0, and no larger than
/// the first.
fn common_divisor(positive: i64, other: i64) -> i64 {
    let (mut a, mut b) = (positive, other % positive);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (&Repr::Small(a, b), &Repr::Small(c, d)) => {
                (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)))
            }
            _ => self.big().cmp(&other.big()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_away_from_zero_on_the_exact_value() {
        assert_eq!(Fraction::new(23, 20).rounded(1), 12);
        assert_eq!(Fraction::new(-23, 20).rounded(1), -12);
        assert_eq!(Fraction::new(229, 200).rounded(1), 11);
    }

    #[test]
    fn a_sum_whose_denominator_outgrows_machine_integers_stays_exact() {
        let primes = [
            999_983, 999_979, 999_961, 999_959, 999_953, 999_931, 999_917, 999_907,
        ];
        let terms: Vec<Fraction> = primes.iter().map(|&p| Fraction::new(1, p)).collect();
        let mut rest = Fraction::sum(&terms);
        for term in &terms {
            rest = rest.minus(term);
        }
        assert_eq!(rest, Fraction::whole(0));
    }

    #[test]
    fn the_extremes_of_machine_integers_stay_exact() {
        let (least, most) = (i128::from(i64::MIN), i128::from(i64::MAX));
        let product = Fraction::new(least, most).times(&Fraction::new(most, 2));
        assert_eq!(product, Fraction::new(least / 2, 1));
        assert_eq!(
            Fraction::whole(least).minus(&Fraction::whole(1)),
            Fraction::whole(least - 1)
        );
        assert!(Fraction::new(most, 3).times(&Fraction::whole(9)) > Fraction::whole(most));
        assert_eq!(Fraction::new(3, -6), Fraction::new(-1, 2));
    }

    #[test]
    fn the_mean_of_nothing_is_nothing() {
        assert_eq!(Fraction::mean([]), None);
        let terms = [Fraction::whole(1), Fraction::whole(2)];
        assert_eq!(Fraction::mean(&terms), Some(Fraction::new(3, 2)));
    }
}
