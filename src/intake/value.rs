//! What a workbook's cell says, as the text that a person sees or would type.

use calamine::{DataRef, ExcelDateTime};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Text, or what is as good as text.
    Text(String),
    /// Something without a value, in words.
    Flaw(String),
}

/// What a cell holds, if anything; a formula is read by the value that was saved with it.
pub(super) fn value(cell: &DataRef<'_>, is_formula: bool) -> Option<Value> {
    let text = match cell {
        DataRef::Empty if is_formula => {
            return Some(Value::Flaw(
                "a formula that was saved without its value".into(),
            ));
        }
        DataRef::Empty => return None,
        DataRef::Error(error) => {
            return Some(Value::Flaw(format!("the spreadsheet error `{error}`")));
        }
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(is) => if *is { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(time) => moment(time),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
    };
    (!text.is_empty()).then_some(Value::Text(text))
}

/// A number as a person writes it: `4`, not `4.0`.
pub(super) fn number(value: f64) -> String {
    value.to_string()
}

/// A day as `2026-10-01`, with its time where it has one; a length of time as its number of days.
fn moment(time: &ExcelDateTime) -> String {
    if !time.is_datetime() {
        return time.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = time.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}

#[cfg(test)]
mod tests {
    use calamine::CellErrorType;

    use super::*;

    #[test]
    fn a_whole_number_is_written_without_a_fraction() {
        let text = |cell| value(&cell, false);
        assert_eq!(text(DataRef::Float(4.0)), Some(Value::Text("4".into())));
        assert_eq!(text(DataRef::Float(4.5)), Some(Value::Text("4.5".into())));
        assert_eq!(text(DataRef::SharedString("")), None);
    }

    #[test]
    fn an_error_and_a_formula_without_a_value_are_flaws() {
        let error = DataRef::Error(CellErrorType::NA);
        let expected = Value::Flaw("the spreadsheet error `#N/A`".into());
        assert_eq!(value(&error, true), Some(expected));
        assert!(matches!(value(&DataRef::Empty, true), Some(Value::Flaw(_))));
        assert_eq!(value(&DataRef::Empty, false), None);
    }
}
