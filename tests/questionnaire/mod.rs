//! `plateau form`: the questionnaire, in every format, and its way back as answers.

mod asked;
mod circle;
#[cfg(feature = "pdf")]
mod paper;
mod people;
mod sheets;
mod surveys;
mod workbook;
