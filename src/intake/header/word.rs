//! The words that head a column which is no practice's.

use std::fmt;

/// What a header word says that a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// The unit that a row is about.
    Unit,
    /// The respondent's group.
    Role,
    /// Who answered.
    Respondent,
    /// The point in time.
    Wave,
    /// The practice that a row is about.
    Practice,
    /// The answer.
    Level,
    /// The answer of the one respondent whose file it is.
    Own,
    /// A remark.
    Comment,
    /// What a facilitator or assessor settled on.
    Moderated,
    /// Why it was moderated.
    Reason,
    /// What a reading rests on.
    Evidence,
    /// The day that the evidence is from.
    EvidenceDate,
    /// Where the evidence can be found.
    Source,
    /// Who settled or moderated.
    By,
    /// A practice's name, to help who fills in a sheet.
    Name,
    /// A practice's question, to help who fills in a sheet.
    Question,
    /// What one sees at each level of a practice, to help who answers.
    Anchors,
    /// What people answered, to help who moderates; never an answer itself.
    Answers,
}

/// Every word with its spellings, English first; one entry a word.
pub(super) static WORDS: &[(Word, &[&str])] = &[
    (Word::Unit, &["unit", "enhed"]),
    (Word::Role, &["role", "rolle"]),
    (Word::Respondent, &["respondent", "id"]),
    (Word::Wave, &["wave", "måling"]),
    (Word::Practice, &["practice", "praksis"]),
    (Word::Level, &["level", "niveau"]),
    (Word::Own, &["your answer", "dit svar"]),
    (Word::Comment, &["comment", "kommentar"]),
    (Word::Moderated, &["moderated", "modereret"]),
    (Word::Reason, &["reason", "begrundelse"]),
    (Word::Evidence, &["evidence", "evidens"]),
    (
        Word::EvidenceDate,
        &["evidence_date", "evidence date", "evidensdato"],
    ),
    (Word::Source, &["source", "kilde"]),
    (Word::By, &["by", "af"]),
    (Word::Name, &["name", "navn"]),
    (Word::Question, &["question", "spørgsmål"]),
    (Word::Anchors, &["what one sees", "kendetegn"]),
    (
        Word::Answers,
        &[
            "answers by level",
            "answers (n)",
            "level of the answers",
            "disputed",
            "svar pr. niveau",
            "svar (n)",
            "svarenes niveau",
            "delte meninger",
        ],
    ),
];

impl Word {
    /// The word that folded text is, if it is one.
    pub(in crate::intake) fn of(folded: &str) -> Option<Self> {
        let mut words = WORDS.iter();
        let known = words.find(|(_, spelled)| spelled.contains(&folded));
        known.map(|(word, _)| *word)
    }

    /// Whether the column is only there to be read by people.
    pub(in crate::intake) fn is_aid(self) -> bool {
        matches!(
            self,
            Self::Name | Self::Question | Self::Anchors | Self::Answers
        )
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spelling = WORDS.iter().find(|(word, _)| word == self);
        f.write_str(spelling.map_or("", |(_, spellings)| spellings[0]))
    }
}
