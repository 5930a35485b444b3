//! What a cell of an OpenDocument spreadsheet says, as the text that a person sees or would type.

use crate::intake::value::{Value, number};

/// A cell while it is read.
#[derive(Default)]
pub(super) struct Cell {
    kind: String,
    /// The value that stands in an attribute.
    value: Option<String>,
    is_formula: bool,
    is_error: bool,
    /// Its paragraphs.
    pub text: String,
    paragraphs: usize,
}

impl Cell {
    /// Takes in one of its attributes.
    pub(super) fn says(&mut self, key: &str, value: &str) {
        match key {
            "office:value-type" => self.kind = value.to_owned(),
            "office:value"
            | "office:date-value"
            | "office:time-value"
            | "office:boolean-value"
            | "office:string-value" => self.value = Some(value.to_owned()),
            "table:formula" => self.is_formula = true,
            "calcext:value-type" => self.is_error = value == "error",
            _ => {}
        }
    }

    /// Begins its next paragraph.
    pub(super) fn begin_paragraph(&mut self) {
        if self.paragraphs > 0 {
            self.text.push('\n');
        }
        self.paragraphs += 1;
    }

    /// Goes on with its paragraph.
    pub(super) fn write(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// What it holds, if anything.
    pub(super) fn value(self) -> Option<Value> {
        if self.is_error {
            let what = format!("the spreadsheet error `{}`", self.text);
            return Some(Value::Flaw(what));
        }
        let text = match (self.kind.as_str(), self.value) {
            ("float" | "percentage" | "currency", Some(value)) => match value.parse() {
                Ok(value) => number(value),
                Err(_) => value,
            },
            ("date", Some(value)) => moment(&value),
            ("boolean", Some(value)) => value.to_uppercase(),
            (_, Some(value)) if !value.is_empty() => value,
            ("", _) if self.is_formula && self.text.is_empty() => {
                let what = "a formula that was saved without its value".to_owned();
                return Some(Value::Flaw(what));
            }
            _ => self.text,
        };
        (!text.is_empty()).then_some(Value::Text(text))
    }
}

/// A day as `2026-10-01`, with its time where it has one.
fn moment(iso: &str) -> String {
    let Some((day, time)) = iso.split_once('T') else {
        return iso.to_owned();
    };
    let time = time.split(['.', ',']).next().unwrap_or_default();
    match time {
        "" | "00:00:00" => day.to_owned(),
        _ => format!("{day} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_a_time_only_where_there_is_one() {
        assert_eq!(moment("2026-10-01"), "2026-10-01");
        assert_eq!(moment("2026-10-01T00:00:00"), "2026-10-01");
        assert_eq!(
            moment("2026-10-01T08:30:00.000000000"),
            "2026-10-01 08:30:00"
        );
    }
}
