//! Files → [`Responses`]: encoding and dialect, layout, cell meaning.

mod responses;

pub use responses::{
    Answer, Input, Layout, Moderated, Respondents, Responses, Settled, Tallies, Tally,
    WaveResponses,
};
