//! Makes the answers of the example *Låne Service*: a bank's loan back office that does not exist.
//! Every person, figure and comment is made up.
//!
//! ```text
//! cargo run --example laane-service [FOLDER]     # default: examples/laane-service
//! ```
//!
//! The story is the table [`PRACTICES`]: where each group of people stands on each practice in
//! autumn 2026, and how much of that is progress since autumn 2025. The answers of a group are
//! spread evenly around its centre, with a little chance from a seeded generator, and the lowest
//! tend to go to the strictest people. The same seed gives the same bytes: there is no clock, no
//! floating-point function beyond rounding, and nothing but the standard library.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use Wave::{Y2025, Y2026};

const SEED: u64 = 43;

// ---------------------------------------------------------------- who answers

const LEADER: &str = "leder";
const EMPLOYEE: &str = "medarbejder";

/// People of one unit and one role, by the number in their id, as they answered in each wave.
struct Group {
    unit: &'static str,
    role: &'static str,
    in_2025: &'static [u8],
    in_2026: &'static [u8],
}

/// Four people left after 2025 and four came (48 to 51); four did not answer in 2025, three in
/// 2026. All others are in both waves.
const GROUPS: [Group; 6] = [
    Group {
        unit: "laane-service",
        role: LEADER,
        in_2025: &[1, 2, 3, 4, 6, 7, 8],
        in_2026: &[1, 2, 3, 4, 5, 6, 7, 8],
    },
    Group {
        unit: "laane-service",
        role: EMPLOYEE,
        in_2025: &[9, 10, 11, 12],
        in_2026: &[9, 11, 12, 51],
    },
    Group {
        unit: "realkredit",
        role: EMPLOYEE,
        in_2025: &[13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24],
        in_2026: &[13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 48],
    },
    Group {
        unit: "privatlaan",
        role: EMPLOYEE,
        in_2025: &[25, 26, 27, 28, 29, 30, 31, 32, 34],
        in_2026: &[25, 26, 27, 28, 30, 31, 32, 33, 34, 49],
    },
    Group {
        unit: "erhvervslaan",
        role: EMPLOYEE,
        in_2025: &[35, 36, 37, 38, 39, 40, 42, 43],
        in_2026: &[35, 36, 37, 39, 40, 41, 43, 50],
    },
    Group {
        unit: "saerlige-engagementer",
        role: EMPLOYEE,
        in_2025: &[44, 45, 46, 47],
        in_2026: &[44, 45, 47],
    },
];

// Places in `GROUPS`.
const LEADERS: usize = 0;
const STAFF: usize = 1;
const REALKREDIT: usize = 2;
const PRIVATLAAN: usize = 3;
const ERHVERVSLAAN: usize = 4;

// ---------------------------------------------------------------- what they think

/// Where the groups stand on a practice.
struct Practice {
    id: &'static str,
    /// The middle of each group's answers in 2026, in the order of [`GROUPS`].
    centres: [f64; 6],
    /// How much higher 2026 is than 2025.
    progress: f64,
    /// Six in ten of each group stand this far below its centre, the rest this far above.
    camps: Option<f64>,
    /// The share of employees who do not know; leaders always do.
    unsure: f64,
    /// The share of people who call the practice not relevant.
    irrelevant: f64,
}

impl Practice {
    const fn new(id: &'static str, centres: [f64; 6], progress: f64) -> Self {
        Self {
            id,
            centres,
            progress,
            camps: None,
            unsure: 0.03,
            irrelevant: 0.01,
        }
    }

    const fn camps(mut self, distance: f64) -> Self {
        self.camps = Some(distance);
        self
    }

    const fn unsure(mut self, share: f64) -> Self {
        self.unsure = share;
        self
    }

    const fn irrelevant(mut self, share: f64) -> Self {
        self.irrelevant = share;
        self
    }
}

/// Columns: leaders, the department's staff, realkredit, privatlån, erhvervslån, særlige
/// engagementer; then progress since 2025.
const PRACTICES: [Practice; 31] = [
    Practice::new("PRO-1", [3.1, 2.8, 3.1, 2.9, 2.8, 2.7], 0.4),
    Practice::new("PRO-2", [2.6, 2.5, 2.6, 2.4, 2.2, 2.3], 0.3),
    // A near blocker: exactly half see level 3, and a tie does not pass.
    Practice::new("PRO-3", [2.6, 2.4, 2.6, 2.4, 2.2, 2.2], 0.5),
    // One team short by a single answer: perhaps not common.
    Practice::new("PRO-4", [3.5, 3.3, 3.4, 2.5, 3.3, 3.3], 0.5),
    // A strength.
    Practice::new("PRO-5", [4.1, 3.9, 4.1, 3.9, 4.0, 3.8], 0.8),
    Practice::new("PRO-6", [2.6, 2.2, 2.5, 2.2, 2.1, 2.1], 0.2),
    Practice::new("KUN-1", [2.6, 2.4, 2.5, 2.5, 2.3, 2.3], 0.2),
    Practice::new("KUN-2", [3.2, 3.0, 3.1, 3.2, 2.8, 2.9], 0.4),
    // A strength.
    Practice::new("KUN-3", [4.2, 4.0, 4.2, 4.0, 3.9, 3.9], 0.6),
    Practice::new("KUN-4", [3.2, 3.0, 3.3, 3.1, 2.9, 3.0], 0.5),
    Practice::new("KUN-5", [3.3, 3.2, 3.2, 3.3, 3.0, 3.1], 0.7).unsure(0.06),
    // Leaders see more than employees do.
    Practice::new("FOR-1", [3.7, 2.2, 2.3, 2.1, 2.0, 2.2], 0.2).unsure(0.08),
    // Asked in 2025 only; tailored away since.
    Practice::new("FOR-2", [2.2, 1.9, 2.0, 1.8, 1.9, 1.9], 0.0).irrelevant(0.6),
    Practice::new("FOR-3", [2.3, 2.1, 2.2, 2.3, 2.0, 2.1], 0.3).unsure(0.1),
    Practice::new("FOR-4", [2.3, 2.1, 2.3, 2.0, 1.9, 2.1], 0.2).unsure(0.1),
    Practice::new("FOR-5", [3.1, 2.9, 3.1, 2.9, 2.9, 2.8], 0.4),
    // Disputed: two camps in every group.
    Practice::new("FOR-6", [3.1, 3.0, 3.0, 3.0, 3.0, 3.0], 0.1).camps(1.1),
    Practice::new("FOR-7", [2.5, 2.3, 2.4, 2.3, 2.2, 2.2], 0.3).unsure(0.15),
    // The thing that went backwards.
    Practice::new("FOR-8", [2.4, 2.2, 2.4, 2.1, 2.0, 2.2], -0.9),
    Practice::new("PLA-1", [3.6, 3.5, 3.6, 3.4, 3.4, 3.3], 0.5),
    Practice::new("PLA-2", [2.6, 2.4, 2.6, 2.3, 2.3, 2.2], 0.3).unsure(0.08),
    // Thinly covered: most employees do not know.
    Practice::new("PLA-3", [3.3, 3.0, 3.1, 2.9, 2.9, 3.0], 0.3).unsure(0.72),
    // Passes by an answer or two, and here the leaders are the stricter ones.
    Practice::new("PLA-4", [2.0, 2.1, 2.9, 2.9, 2.9, 2.1], 0.5),
    // The blocker that is far away.
    Practice::new("PLA-5", [2.2, 2.0, 2.2, 2.0, 1.8, 1.9], 0.2),
    Practice::new("PLA-6", [3.4, 3.3, 3.4, 3.3, 3.2, 3.2], 0.3),
    Practice::new("PLA-7", [3.6, 3.4, 3.6, 3.5, 3.3, 3.4], 0.5),
    // High overall, but one team is not with it: not common.
    Practice::new("PLA-8", [3.9, 3.6, 4.0, 3.8, 1.9, 3.6], 0.9),
    Practice::new("PRS-1", [3.5, 3.2, 3.4, 3.2, 3.1, 3.1], 0.5),
    // Settled at level 2 by the facilitator.
    Practice::new("PRS-2", [3.4, 3.2, 3.4, 3.2, 3.2, 3.1], 0.9),
    Practice::new("PRS-3", [3.5, 3.4, 3.5, 3.4, 3.3, 3.3], 0.6),
    // Leaders see more than employees do.
    Practice::new("PRS-4", [3.7, 2.3, 2.3, 2.2, 2.1, 2.2], 0.4),
];

/// Not asked in 2026, because `assessment.toml` tailors it away.
const TAILORED_AWAY: &str = "FOR-2";

/// How far a group's answers lie from its centre at most, before rounding.
const SPREAD: f64 = 1.2;
/// The share of answers that are simply missing.
const BLANK: f64 = 0.015;

// ---------------------------------------------------------------- what they write

/// A comment, given to someone in the group who answered that level.
struct Comment {
    wave: Wave,
    practice: &'static str,
    group: usize,
    level: u8,
    text: &'static str,
}

const fn said(
    wave: Wave,
    practice: &'static str,
    group: usize,
    level: u8,
    text: &'static str,
) -> Comment {
    Comment {
        wave,
        practice,
        group,
        level,
        text,
    }
}

#[rustfmt::skip] // a table: one comment a line
const COMMENTS: [Comment; 36] = [
    said(Y2025, "PRO-3", REALKREDIT, 2, "Vi har gode vejledninger, men kun til vores egne sager."),
    said(Y2025, "PRO-3", LEADERS, 2, "Der ligger tre udgaver af den samme vejledning."),
    said(Y2025, "PRO-5", PRIVATLAAN, 3, "Makkerordningen er god, når der er tid til den."),
    said(Y2025, "PLA-5", STAFF, 2, "Vi opdager først, hvem der kan opgaven, når de er på ferie."),
    said(Y2025, "PLA-8", PRIVATLAAN, 3, "Tavlen er ny, og den hjælper allerede."),
    said(Y2025, "PLA-8", ERHVERVSLAAN, 1, "Vi har ingen tavle, kun en mail om morgenen."),
    said(Y2025, "FOR-8", REALKREDIT, 4, "Forbedringsmødet hver anden uge er det bedste møde, vi har."),
    said(Y2026, "PRO-3", REALKREDIT, 3, "Vejledningen til tinglysning er opdateret; resten er fra 2023."),
    said(Y2026, "PRO-3", PRIVATLAAN, 2, "Vi har vores egne noter om omlægninger. De siger noget andet end dem i Realkredit."),
    said(Y2026, "PRO-3", ERHVERVSLAAN, 2, "Standarden findes, men den passer ikke til vores sager."),
    said(Y2026, "PRO-3", LEADERS, 3, "Vi er næsten i mål. De sidste vejledninger mangler en ejer."),
    said(Y2026, "PRO-5", REALKREDIT, 4, "Alle nye følger det samme forløb, og vi kan se, hvornår de kan sagerne selv."),
    said(Y2026, "PRO-5", ERHVERVSLAAN, 4, "Den nye træningsplan har gjort en stor forskel."),
    said(Y2026, "PLA-4", LEADERS, 2, "Jeg låner stadig folk ved at ringe rundt til de andre ledere."),
    said(Y2026, "PLA-4", REALKREDIT, 3, "Siden foråret ved vi, hvem der hjælper hvem ved månedsskiftet."),
    said(Y2026, "PLA-4", PRIVATLAAN, 4, "Trappen for travle perioder virker, når vi husker at bruge den."),
    said(Y2026, "PLA-5", REALKREDIT, 2, "Listen over, hvem der kan hvad, er fra før sommerferien."),
    said(Y2026, "PLA-5", ERHVERVSLAAN, 1, "Kun få kan de store pantsager. Er de væk, venter sagen."),
    said(Y2026, "PLA-5", LEADERS, 2, "Vi mangler et fælles krav til, hvornår man er fuldt oplært."),
    said(Y2026, "PLA-5", PRIVATLAAN, 2, "Vi har en god liste i teamet, men den er ikke den samme som naboernes."),
    said(Y2026, "PLA-8", REALKREDIT, 4, "Ti minutter om morgenen, og så ved alle, hvad dagen byder på."),
    said(Y2026, "PLA-8", PRIVATLAAN, 4, "Tavlen er blevet det sted, vi kigger først."),
    said(Y2026, "PLA-8", ERHVERVSLAAN, 2, "Vi fik aldrig rigtig tavlen op at køre. Status kommer stadig på mail."),
    said(Y2026, "PLA-8", ERHVERVSLAAN, 1, "Mødet bliver aflyst, når lederen ikke er der."),
    said(Y2026, "FOR-6", REALKREDIT, 4, "Mit forslag blev prøvet af på to uger. Det har jeg ikke oplevet før."),
    said(Y2026, "FOR-6", PRIVATLAAN, 2, "Jeg har stillet tre forslag og har ikke hørt noget."),
    said(Y2026, "FOR-6", STAFF, 2, "Forslag inden for eget team går stærkt. Resten forsvinder."),
    said(Y2026, "FOR-6", LEADERS, 4, "Vi svarer på alle forslag nu, også når svaret er nej."),
    said(Y2026, "FOR-8", PRIVATLAAN, 2, "Tavlen hænger der endnu, men vi mødes ikke ved den længere."),
    said(Y2026, "FOR-8", LEADERS, 2, "Forbedringsmødet røg ud, da vi fik travlt i foråret."),
    said(Y2026, "FOR-8", REALKREDIT, 3, "Vi holder stadig fast i mødet, men med længere mellemrum."),
    said(Y2026, "PRS-2", STAFF, 3, "Oversigten er god. Jeg er bare ikke sikker på, at alle teams bruger den."),
    said(Y2026, "PRS-2", ERHVERVSLAAN, 3, "Der måles meget, men jeg ved ikke altid, hvad tallet »rettidig« dækker."),
    said(Y2026, "PRS-4", LEADERS, 4, "Målmødet hver måned giver os et fælles billede."),
    said(Y2026, "PRS-4", PRIVATLAAN, 2, "Jeg har hørt om målmødet, men aldrig været med."),
    said(Y2026, "PRS-4", ERHVERVSLAAN, 2, "Vi får tallene at se, men ikke hvad der bliver gjort ved dem."),
];

/// What the facilitator settled after going through the evidence.
const MODERATION: [&str; 8] = [
    "PRS-2",
    "laane-service",
    "2",
    "Oversigten findes, men ved gennemgangen kendte kun to af de fire teams den; den bruges derfor ikke ens i hele enheden.",
    "Måleoversigten gennemgået med lederne; to teams viste deres egne lister.",
    "2026-09-24",
    "Referat af gennemgangen, Låne Service",
    "Facilitator",
];

// ---------------------------------------------------------------- from centres to answers

#[derive(Clone, Copy, PartialEq)]
enum Wave {
    Y2025,
    Y2026,
}

impl Wave {
    fn people(self, group: &Group) -> &'static [u8] {
        match self {
            Y2025 => group.in_2025,
            Y2026 => group.in_2026,
        }
    }

    fn centre(self, practice: &Practice, group: usize) -> f64 {
        match self {
            Y2025 => practice.centres[group] - practice.progress,
            Y2026 => practice.centres[group],
        }
    }

    fn practices(self) -> Vec<&'static Practice> {
        PRACTICES
            .iter()
            .filter(|p| self == Y2025 || p.id != TAILORED_AWAY)
            .collect()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Answer {
    Rated(u8),
    DontKnow,
    NotRelevant,
    Blank,
}

struct Cell {
    answer: Answer,
    comment: &'static str,
}

/// One person's answers, in the order of the wave's practices.
struct Respondent {
    id: u8,
    group: usize,
    cells: Vec<Cell>,
}

/// Everyone's answers in a wave, in the order of the ids.
fn answers(wave: Wave) -> io::Result<Vec<Respondent>> {
    let mut rng = Rng::new(SEED + wave as u64);
    let mut respondents = Vec::new();
    for (group, people) in GROUPS.iter().enumerate() {
        for &id in wave.people(people) {
            respondents.push(Respondent {
                id,
                group,
                cells: Vec::new(),
            });
        }
    }
    respondents.sort_by_key(|r| r.id);

    for practice in wave.practices() {
        for group in 0..GROUPS.len() {
            rate(
                &mut rng,
                practice,
                wave.centre(practice, group),
                &mut respondents,
                group,
            );
        }
    }
    for comment in COMMENTS.iter().filter(|c| c.wave == wave) {
        attach(comment, &mut respondents)?;
    }
    Ok(respondents)
}

/// Lets one group answer one practice.
fn rate(
    rng: &mut Rng,
    practice: &Practice,
    centre: f64,
    respondents: &mut [Respondent],
    group: usize,
) {
    let unsure = if GROUPS[group].role == LEADER {
        0.0
    } else {
        practice.unsure
    };
    let mut raters = Vec::new();
    for respondent in respondents.iter_mut().filter(|r| r.group == group) {
        let chance = rng.share();
        let answer = if chance < unsure {
            Answer::DontKnow
        } else if chance < unsure + practice.irrelevant {
            Answer::NotRelevant
        } else if chance < unsure + practice.irrelevant + BLANK {
            Answer::Blank
        } else {
            Answer::Rated(0)
        };
        respondent.cells.push(Cell {
            answer,
            comment: "",
        });
        if let Answer::Rated(_) = answer {
            let mildness = Rng::new(u64::from(respondent.id)).share() + rng.share();
            raters.push((mildness, respondent));
        }
    }
    raters.sort_by(|a, b| a.0.total_cmp(&b.0));

    // One answer from each of n equal slices of the group's range, the strictest person first.
    let n = raters.len() as f64;
    for (place, (_, respondent)) in raters.into_iter().enumerate() {
        let lean = 2.0 * (place as f64 + rng.share()) / n - 1.0;
        let view = match practice.camps {
            None => centre + SPREAD * lean,
            Some(distance) => centre + distance * (lean - 0.2).signum() + 0.6 * lean,
        };
        let level = view.round().clamp(1.0, 5.0) as u8;
        if let Some(cell) = respondent.cells.last_mut() {
            cell.answer = Answer::Rated(level);
        }
    }
}

/// Gives a comment to the first in its group who answered its level and has not said anything yet.
fn attach(comment: &Comment, respondents: &mut [Respondent]) -> io::Result<()> {
    let column = comment
        .wave
        .practices()
        .iter()
        .position(|p| p.id == comment.practice);
    respondents
        .iter_mut()
        .filter(|r| r.group == comment.group)
        .filter_map(|r| r.cells.get_mut(column?))
        .find(|cell| cell.answer == Answer::Rated(comment.level) && cell.comment.is_empty())
        .map(|cell| cell.comment = comment.text)
        .ok_or_else(|| io::Error::other(format!("nobody could have said: {}", comment.text)))
}

/// SplitMix64 (Steele, Lea & Flood 2014).
struct Rng(u64);

impl Rng {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, but not including, 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

// ---------------------------------------------------------------- files

/// A row an answer, as a survey tool exports it: commas, LF, English words; a blank has no row.
fn long(respondents: &[Respondent], practices: &[&Practice]) -> String {
    let mut file = String::from("respondent,unit,role,wave,practice,level,comment\n");
    for r in respondents {
        let group = &GROUPS[r.group];
        for (practice, cell) in practices.iter().zip(&r.cells) {
            let level = match cell.answer {
                Answer::Rated(level) => level.to_string(),
                Answer::DontKnow => "don't know".into(),
                Answer::NotRelevant => "not relevant".into(),
                Answer::Blank => continue,
            };
            let id = format!("r{:02}", r.id);
            let row = [
                &id,
                group.unit,
                group.role,
                "2025",
                practice.id,
                &level,
                cell.comment,
            ];
            file += &line(&row, ',', "\n");
        }
    }
    file
}

const LEVELS: [&str; 5] = [
    "Individuel",
    "Lokalt standardiseret",
    "Fælles standardiseret",
    "Målt og datastyret",
    "Løbende optimeret",
];

/// A row a respondent, as a Danish Excel saves it: byte order mark, semicolons, CRLF.
/// Some people wrote the level's name, and a few wrote both.
fn wide(respondents: &[Respondent], practices: &[&Practice]) -> String {
    let commented = |column: usize| {
        respondents
            .iter()
            .any(|r| !r.cells[column].comment.is_empty())
    };
    let mut header = vec!["respondent".into(), "enhed".into(), "rolle".into()];
    for (column, practice) in practices.iter().enumerate() {
        header.push(practice.id.to_string());
        if commented(column) {
            header.push(format!("{} kommentar", practice.id));
        }
    }
    let mut file = String::from("\u{feff}") + &line(&header, ';', "\r\n");
    for r in respondents {
        let group = &GROUPS[r.group];
        let mut row = vec![
            format!("r{:02}", r.id),
            group.unit.into(),
            group.role.into(),
        ];
        for (column, cell) in r.cells.iter().enumerate() {
            row.push(match cell.answer {
                Answer::Rated(level) => {
                    let name = LEVELS[usize::from(level) - 1];
                    match r.id % 12 {
                        3 => name.into(),
                        8 => format!("{level} - {name}"),
                        _ => level.to_string(),
                    }
                }
                Answer::DontKnow => "ved ikke".into(),
                Answer::NotRelevant => "ikke relevant".into(),
                Answer::Blank => String::new(),
            });
            if commented(column) {
                row.push(cell.comment.into());
            }
        }
        file += &line(&row, ';', "\r\n");
    }
    file
}

fn moderation() -> String {
    let header = [
        "praksis",
        "enhed",
        "modereret",
        "begrundelse",
        "evidens",
        "evidensdato",
        "kilde",
        "af",
    ];
    String::from("\u{feff}") + &line(&header, ';', "\r\n") + &line(&MODERATION, ';', "\r\n")
}

/// One line of a CSV file; a cell is quoted where it has to be.
fn line(cells: &[impl AsRef<str>], delimiter: char, end: &str) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            let cell = cell.as_ref();
            if cell.contains([delimiter, '"', '\r', '\n']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.to_string()
            }
        })
        .collect();
    cells.join(&delimiter.to_string()) + end
}

#[expect(clippy::print_stdout, reason = "it tells what it wrote")]
fn main() -> io::Result<()> {
    let folder = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("examples/laane-service"), PathBuf::from);
    generate(&folder)?;
    println!("Låne Service: three files in {}", folder.display());
    Ok(())
}

/// Writes the answers of both years and the moderated levels into a folder.
pub fn generate(folder: &Path) -> io::Result<()> {
    let then = answers(Y2025)?;
    let now = answers(Y2026)?;
    save(folder, "svar-2025.csv", &long(&then, &Y2025.practices()))?;
    save(folder, "svar-2026.csv", &wide(&now, &Y2026.practices()))?;
    save(folder, "moderering-2026.csv", &moderation())
}

fn save(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let path = folder.join(name);
    fs::write(&path, text).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))
}
