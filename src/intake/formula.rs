//! Text that a spreadsheet would take for a formula: written with an apostrophe in front, and
//! read without it.

use std::borrow::Cow;

/// `text` with an apostrophe in front where a spreadsheet would run it. What has been guarded
/// before is guarded once more, so that reading always gives back what was written.
pub fn guarded(text: &str) -> Cow<'_, str> {
    match is_run(text) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// `text` without the apostrophe that [`guarded`] puts in front.
pub(super) fn unguarded(text: &str) -> &str {
    let bare = text.strip_prefix('\'').filter(|bare| is_run(bare));
    bare.unwrap_or(text)
}

fn is_run(text: &str) -> bool {
    let runs =
        |c: char| c.is_control() || matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let text = text.trim_start_matches('\'');
    text.starts_with(runs) || text.trim_start().starts_with(runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_guarded_reads_as_it_was_written() {
        for text in [
            "=1+1", " @x", "'=1", "''-2", "'", "'hello", "-", "", "\t=1", "＝1", "it's",
        ] {
            assert_eq!(unguarded(&guarded(text)), text);
        }
        assert_eq!(guarded("=1+1"), "'=1+1");
        assert_eq!(guarded("it's -1"), "it's -1");
        assert_eq!(unguarded("'hello"), "'hello");
    }
}
