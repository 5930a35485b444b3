//! How numbers and dates are written. Everything is rounded here and nowhere else: half away
//! from zero on the exact value.

use jiff::civil::Date;

use super::Words;
use crate::scoring::Fraction;

/// Stands where there is no number.
pub const ABSENT: &str = "–";

/// From this count on, thousands are set apart.
const LONG: u64 = 10_000;

impl Words {
    /// A mean or a sum of points, to one decimal.
    pub fn mean(&self, value: &Fraction) -> String {
        self.decimal(value, 1)
    }

    /// A mean that may be absent.
    pub fn mean_or_absent(&self, value: Option<&Fraction>) -> String {
        value.map_or_else(|| ABSENT.to_owned(), |value| self.mean(value))
    }

    /// A difference of means, with its sign: `+0,3`, `−1,2`, `0,0`.
    pub fn difference(&self, value: &Fraction) -> String {
        let sign = if value.rounded(1) > 0 { "+" } else { "" };
        format!("{sign}{}", self.mean(value))
    }

    /// A standard deviation, to one decimal.
    pub fn deviation(&self, value: Option<f64>) -> String {
        value.map_or_else(|| ABSENT.to_owned(), |value| self.decimal(&near(value), 1))
    }

    /// A measure of agreement, to two decimals.
    pub fn agreement(&self, value: &Fraction) -> String {
        self.decimal(value, 2)
    }

    /// A measure of agreement that is no fraction, to two decimals.
    pub fn agreement_f64(&self, value: f64) -> String {
        self.decimal(&near(value), 2)
    }

    /// A share, in whole per cent.
    pub fn share(&self, value: &Fraction) -> String {
        let percent = value.rounded(2);
        self.fill(
            "number.percent",
            &[("n", &signed(percent, &percent.unsigned_abs().to_string()))],
        )
    }

    /// A share that may be absent.
    pub fn share_or_absent(&self, value: Option<&Fraction>) -> String {
        value.map_or_else(|| ABSENT.to_owned(), |value| self.share(value))
    }

    /// A count; thousands are set apart where it has five digits or more.
    pub fn whole(&self, count: u64) -> String {
        let digits = count.to_string();
        if count < LONG {
            return digits;
        }
        let mut parts: Vec<&str> = Vec::new();
        let mut rest = digits.as_str();
        while rest.len() > 3 {
            let (head, tail) = rest.split_at(rest.len() - 3);
            parts.push(tail);
            rest = head;
        }
        parts.push(rest);
        parts.reverse();
        parts.join(self.get("number.thousands"))
    }

    /// A day, such as `1. oktober 2026`.
    pub fn date(&self, date: Date) -> String {
        let month = format!("month.{}", date.month());
        self.fill(
            "date.day",
            &[
                ("day", &date.day()),
                ("month", &self.get(&month)),
                ("year", &date.year()),
            ],
        )
    }

    fn decimal(&self, value: &Fraction, decimals: u32) -> String {
        let scaled = value.rounded(decimals);
        let unit = 10_u128.pow(decimals);
        let magnitude = scaled.unsigned_abs();
        let whole = u64::try_from(magnitude / unit).unwrap_or(u64::MAX);
        let rest = magnitude % unit;
        let width = decimals as usize;
        let mark = self.get("number.decimal");
        signed(
            scaled,
            &format!("{}{mark}{rest:0width$}", self.whole(whole)),
        )
    }
}

/// With a minus sign where the value, as rounded, is below zero.
fn signed(value: i128, magnitude: &str) -> String {
    let sign = if value < 0 { "−" } else { "" };
    format!("{sign}{magnitude}")
}

/// The value as a fraction, far more closely than it is printed. Noise in a float's last
/// digits does not decide which way a half is rounded.
fn near(value: f64) -> Fraction {
    const PARTS: i128 = 1_000_000_000; // a power of ten, so that decimal halves stay halves
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
    // the parts are exact, and statistics of a scale are small
    let scaled = (value * PARTS as f64).round() as i128;
    Fraction::new(scaled, PARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn da() -> &'static Words {
        Words::of("da")
    }

    fn en() -> &'static Words {
        Words::of("en")
    }

    #[test]
    fn a_mean_has_one_decimal_rounded_half_away_from_zero() {
        assert_eq!(da().mean(&Fraction::new(23, 20)), "1,2");
        assert_eq!(en().mean(&Fraction::new(-23, 20)), "−1.2");
        assert_eq!(en().mean(&Fraction::new(-1, 100)), "0.0");
        assert_eq!(da().mean_or_absent(None), "–");
    }

    #[test]
    fn a_difference_shows_its_direction_unless_it_rounds_to_nothing() {
        assert_eq!(da().difference(&Fraction::new(1, 4)), "+0,3");
        assert_eq!(da().difference(&Fraction::new(-6, 5)), "−1,2");
        assert_eq!(da().difference(&Fraction::new(1, 100)), "0,0");
    }

    #[test]
    fn agreement_has_two_decimals_and_floating_noise_does_not_decide_a_half() {
        assert_eq!(da().agreement(&Fraction::new(1, 8)), "0,13");
        assert_eq!(en().agreement_f64(-0.125), "−0.13");
        assert_eq!(en().deviation(Some(0.1 + 0.05)), "0.2");
    }

    #[test]
    fn a_share_is_in_whole_per_cent() {
        assert_eq!(da().share(&Fraction::new(2, 3)), "67\u{a0}%");
        assert_eq!(en().share(&Fraction::new(133, 200)), "67%");
        assert_eq!(en().share_or_absent(None), "–");
    }

    #[test]
    fn thousands_are_set_apart_from_five_digits_on() {
        assert_eq!(da().whole(9_999), "9999");
        assert_eq!(da().whole(10_000), "10.000");
        assert_eq!(en().whole(1_234_567), "1,234,567");
    }

    #[test]
    fn a_date_is_written_as_people_write_it() {
        let date = jiff::civil::date(2026, 10, 1);
        assert_eq!(da().date(date), "1. oktober 2026");
        assert_eq!(en().date(date), "1 October 2026");
    }
}
