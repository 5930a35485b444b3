//! What follows from linear equations, by Gaussian elimination modulo a large prime.

/// 2⁶¹ − 1: coefficients are small, so that what holds modulo this prime holds.
const PRIME: u128 = (1 << 61) - 1;

/// Everything that is a sum of multiples of known equations.
#[derive(Debug, Default)]
pub struct Known {
    /// Rows in echelon form, each with the column of its leading 1.
    rows: Vec<(usize, Vec<u64>)>,
}

impl Known {
    /// Learns the value of one more sum of unknowns.
    pub fn learn(&mut self, coefficients: &[u64]) {
        let mut row = coefficients.to_vec();
        self.reduce(&mut row);
        if let Some(lead) = row.iter().position(|&coefficient| coefficient != 0) {
            let inverse = power(row[lead], PRIME - 2);
            for coefficient in &mut row {
                *coefficient = times(*coefficient, inverse);
            }
            self.rows.push((lead, row));
        }
    }

    /// Whether the value of this sum of unknowns follows.
    pub fn tells(&self, coefficients: &[u64]) -> bool {
        let mut row = coefficients.to_vec();
        self.reduce(&mut row);
        row.iter().all(|&coefficient| coefficient == 0)
    }

    /// Subtracts known rows, oldest first; a later row is 0 in all earlier rows' columns.
    fn reduce(&self, row: &mut [u64]) {
        for (lead, known) in &self.rows {
            let factor = row[*lead];
            if factor == 0 {
                continue;
            }
            for (coefficient, &taken) in row.iter_mut().zip(known) {
                let minus = PRIME - u128::from(times(taken, factor));
                *coefficient = ((u128::from(*coefficient) + minus) % PRIME) as u64;
            }
        }
    }
}

fn times(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % PRIME) as u64
}

fn power(mut base: u64, mut exponent: u128) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    result
}

#[test]
fn a_difference_of_two_known_sums_is_known_and_a_part_of_it_is_not() {
    let mut known = Known::default();
    known.learn(&[1, 1, 1, 1]);
    known.learn(&[1, 1, 0, 0]);
    assert!(known.tells(&[0, 0, 1, 1]));
    assert!(known.tells(&[2, 2, 5, 5]));
    assert!(!known.tells(&[0, 0, 1, 0]));
}
