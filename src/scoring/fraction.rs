//! Exact numbers: nothing is rounded before it is printed, and printing rounds the exact value.

use std::cmp::Ordering;

use num_rational::{BigRational, Ratio};
use num_traits::{CheckedAdd, CheckedSub, Signed, ToPrimitive};

/// An exact rational number.
///
/// Counts and their quotients fit machine integers, which are used as long as they do.
#[derive(Debug, Clone)]
pub struct Fraction(Repr);

#[derive(Debug, Clone)]
enum Repr {
    Small(Ratio<i128>),
    Big(Box<BigRational>),
}

impl Fraction {
    /// `numerator / denominator`.
    ///
    /// # Panics
    /// If `denominator` is 0: callers know their n.
    pub fn new(numerator: i128, denominator: i128) -> Self {
        let (Ok(top), Ok(bottom)) = (i64::try_from(numerator), u64::try_from(denominator)) else {
            return Self(Repr::Small(Ratio::new(numerator, denominator)));
        };
        assert!(bottom > 0, "denominator is 0");
        let common = i128::from(common_divisor(top.unsigned_abs(), bottom));
        let reduced = Ratio::new_raw(numerator / common, denominator / common);
        Self(Repr::Small(reduced))
    }

    /// The number `whole`.
    pub fn whole(whole: impl Into<i128>) -> Self {
        Self(Repr::Small(Ratio::from_integer(whole.into())))
    }

    /// The exact sum; 0 for no terms.
    pub fn sum<'a>(terms: impl IntoIterator<Item = &'a Self>) -> Self {
        // Terms share few denominators, so a running common one is reduced at the end only.
        let (mut top, mut bottom) = (0_i128, 1_u64);
        let mut others = Self::whole(0);
        for term in terms {
            match term.added_to(top, bottom) {
                Some(sum) => (top, bottom) = sum,
                None => others = others.plus(term),
            }
        }
        others.plus(&Self::new(top, bottom.into()))
    }

    /// `top / bottom + self` over a common denominator, if machine integers hold it.
    fn added_to(&self, top: i128, bottom: u64) -> Option<(i128, u64)> {
        let Repr::Small(ratio) = &self.0 else {
            return None;
        };
        let denominator = u64::try_from(*ratio.denom()).ok()?;
        let mut common = bottom;
        if !bottom.is_multiple_of(denominator) {
            common = bottom.checked_mul(denominator / common_divisor(bottom, denominator))?;
        }
        let here = ratio.numer().checked_mul((common / denominator).into())?;
        let there = top.checked_mul((common / bottom).into())?;
        Some((there.checked_add(here)?, common))
    }

    /// The exact mean; `None` for no terms.
    pub fn mean<'a>(terms: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let mut count = 0_i128;
        let sum = Self::sum(terms.into_iter().inspect(|_| count += 1));
        (count > 0).then(|| sum.times(&Self::new(1, count)))
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
        if let (Some((a, b)), Some((c, d))) = (self.parts(), other.parts()) {
            // Each product is below 2^62.
            return Self::new(i128::from(a * d + c * b), i128::from(b * d));
        }
        self.with(other, |a, b| a.checked_add(b), |a, b| a + b)
    }

    /// `self − other`.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        if let (Some((a, b)), Some((c, d))) = (self.parts(), other.parts()) {
            return Self::new(i128::from(a * d - c * b), i128::from(b * d));
        }
        self.with(other, |a, b| a.checked_sub(b), |a, b| a - b)
    }

    /// `self × other`.
    #[must_use]
    pub fn times(&self, other: &Self) -> Self {
        self.with(other, num_traits::CheckedMul::checked_mul, |a, b| a * b)
    }

    /// The nearest floating-point number.
    pub fn to_f64(&self) -> f64 {
        const EXACT: i128 = 1 << f64::MANTISSA_DIGITS;
        match &self.0 {
            Repr::Small(ratio) if ratio.numer().abs() < EXACT && *ratio.denom() < EXACT => {
                #[allow(clippy::cast_precision_loss)] // both are below 2^53
                let quotient = *ratio.numer() as f64 / *ratio.denom() as f64;
                quotient
            }
            _ => self.big().to_f64().unwrap_or(f64::NAN),
        }
    }

    /// The number times 10^`decimals`, rounded half away from zero.
    pub fn rounded(&self, decimals: u32) -> i128 {
        let scaled = self.times(&Self::whole(10_i128.pow(decimals)));
        match &scaled.0 {
            Repr::Small(ratio) => ratio.round().to_integer(),
            Repr::Big(ratio) => ratio.round().to_integer().to_i128().unwrap_or(i128::MAX),
        }
    }

    /// Whether it is below 0.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(ratio) => ratio.is_negative(),
            Repr::Big(ratio) => ratio.is_negative(),
        }
    }

    fn with(
        &self,
        other: &Self,
        small: impl Fn(&Ratio<i128>, &Ratio<i128>) -> Option<Ratio<i128>>,
        big: impl Fn(BigRational, BigRational) -> BigRational,
    ) -> Self {
        if let (Repr::Small(a), Repr::Small(b)) = (&self.0, &other.0)
            && let Some(exact) = small(a, b)
        {
            return Self(Repr::Small(exact));
        }
        Self(Repr::Big(Box::new(big(self.big(), other.big()))))
    }

    fn big(&self) -> BigRational {
        match &self.0 {
            Repr::Small(ratio) => {
                BigRational::new_raw((*ratio.numer()).into(), (*ratio.denom()).into())
            }
            Repr::Big(ratio) => (**ratio).clone(),
        }
    }

    /// Both parts, if they are so small that products of two such numbers need no check.
    fn parts(&self) -> Option<(i64, i64)> {
        let Repr::Small(ratio) = &self.0 else {
            return None;
        };
        let top = i32::try_from(*ratio.numer()).ok()?;
        let bottom = i32::try_from(*ratio.denom()).ok()?;
        Some((top.into(), bottom.into()))
    }
}

/// The greatest common divisor of two numbers of which the second is not 0.
fn common_divisor(a: u64, b: u64) -> u64 {
    let (mut a, mut b) = (a, b);
    while a != 0 {
        (a, b) = (b % a, a);
    }
    b
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
        if let (Some((a, b)), Some((c, d))) = (self.parts(), other.parts()) {
            return (a * d).cmp(&(c * b));
        }
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) => a.cmp(b),
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
    fn the_mean_of_nothing_is_nothing() {
        assert_eq!(Fraction::mean([]), None);
        let terms = [Fraction::whole(1), Fraction::whole(2)];
        assert_eq!(Fraction::mean(&terms), Some(Fraction::new(3, 2)));
    }
}
