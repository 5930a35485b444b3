//! The words of the page itself.

/// What the page's own controls are called in one language.
pub(super) struct Words {
    /// The language's code, such as `da`.
    language: &'static str,
    /// The heading of the list of sections.
    pub contents: &'static str,
    /// The link to the report's beginning.
    pub skip: &'static str,
    /// The box that filters a table.
    pub search_table: &'static str,
    /// The box that filters cards.
    pub search_cards: &'static str,
    /// The button that unfolds all cards.
    pub open: &'static str,
    /// The button that folds all cards.
    pub close: &'static str,
    /// A table without a caption.
    pub table: &'static str,
    /// How many are shown, of `{some}` and `{all}`.
    pub shown: &'static str,
    /// That none is.
    pub none: &'static str,
    /// How a table is sorted, of `{column}` and `{order}`.
    pub sorted: &'static str,
    /// The least first.
    pub up: &'static str,
    /// The greatest first.
    pub down: &'static str,
    /// That a table is in the report's order again.
    pub unsorted: &'static str,
    /// That the file needs no network.
    pub offline: &'static str,
}

/// Every language, the one to fall back on first.
static LANGUAGES: [Words; 2] = [
    Words {
        language: "da",
        contents: "Indhold",
        skip: "Gå til rapporten",
        search_table: "Søg i tabellen",
        search_cards: "Søg i kortene",
        open: "Fold alle ud",
        close: "Fold alle sammen",
        table: "Tabel",
        shown: "{some} af {all} vises",
        none: "Intet passer på søgningen",
        sorted: "Sorteret efter {column}, {order}",
        up: "stigende",
        down: "faldende",
        unsorted: "Tilbage i rapportens rækkefølge",
        offline: "Filen virker uden net og henter intet udefra.",
    },
    Words {
        language: "en",
        contents: "Contents",
        skip: "Skip to the report",
        search_table: "Search the table",
        search_cards: "Search the cards",
        open: "Unfold all",
        close: "Fold all",
        table: "Table",
        shown: "{some} of {all} shown",
        none: "Nothing matches the search",
        sorted: "Sorted by {column}, {order}",
        up: "ascending",
        down: "descending",
        unsorted: "Back in the report's order",
        offline: "This file works offline and fetches nothing.",
    },
];

impl Words {
    /// The words of a language, or of the first language where there are none in that.
    pub fn of(language: &str) -> &'static Self {
        let known = LANGUAGES.iter().find(|words| words.language == language);
        known.unwrap_or(&LANGUAGES[0])
    }
}
