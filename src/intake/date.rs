//! Days as people write them: year first, or day first as in Denmark.

use jiff::civil::Date;

/// The day that text names, such as `2026-10-01`, `1.10.2026`, `01-10-2026` or `1/10/2026`; a time
/// behind it, as spreadsheets write one, does not count.
pub(super) fn day(text: &str) -> Option<Date> {
    let day = text.trim().split(['T', ' ']).next()?;
    let mark = ['-', '.', '/']
        .into_iter()
        .find(|&mark| day.contains(mark))?;
    let parts: Vec<&str> = day.split(mark).collect();
    let [first, month, last] = parts[..] else {
        return None;
    };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) if mark == '-' => (first, last),
        (1 | 2, 4) => (last, first),
        _ => return None,
    };
    Date::new(number(year)?, number(month)?, number(day)?).ok()
}

fn number<N: std::str::FromStr>(digits: &str) -> Option<N> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_may_be_written_year_first_or_as_in_denmark() {
        let first_of_october = Some(date(2026, 10, 1));
        for text in [
            "2026-10-01",
            "01-10-2026",
            "1.10.2026",
            "1/10/2026",
            "2026-10-01 08:30:00",
        ] {
            assert_eq!(day(text), first_of_october, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_or_could_be_two_is_none() {
        for text in [
            "",
            "10/2026",
            "2026-13-01",
            "31.02.2026",
            "1.10.26",
            "2026.10.01",
            "i går",
            "1-x-2026",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
