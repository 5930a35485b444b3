//! Every kind of problem, with the paragraph that `plateau explain CODE` prints.
//!
//! A code is permanent: its meaning never changes, and a retired one is never reused.

mod answers;
mod assessment;
mod command;
mod model;
mod plan;

pub use answers::*;
pub use assessment::*;
pub use command::*;
pub use model::*;
pub use plan::*;

/// A kind of problem.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// A letter for the area (`M` model, `S` assessment set-up, `A` answers, `C` command, `P` plan) and three digits.
    pub id: &'static str,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// Why it is refused or said, and what to do about it.
    pub explanation: &'static str,
}

/// Declares the codes of one area and the list of them.
macro_rules! codes {
    ($list:ident: $($id:ident $title:literal $explanation:literal;)*) => {
        $(
            #[doc = $title]
            pub static $id: super::Code = super::Code {
                id: stringify!($id),
                title: $title,
                explanation: $explanation,
            };
        )*
        /// All codes of this area, in order.
        pub static $list: &[&super::Code] = &[$(&$id),*];
    };
}
use codes;

/// All codes, by area and in order.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [MODEL, ASSESSMENT, ANSWERS, COMMAND, PLAN]
        .into_iter()
        .flatten()
        .copied()
}

/// The code with this id, in any case.
pub fn find(id: &str) -> Option<&'static Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(id))
}
