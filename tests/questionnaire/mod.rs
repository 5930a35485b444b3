//! `plateau form`: the questionnaire, in every format, and its way back as answers.

mod asked;
