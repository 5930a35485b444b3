//! An organisation of any size as a folder of files: made up, and the same each time.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// An organisation in the making.
pub struct Organisation {
    /// How many areas the whole has.
    pub areas: usize,
    /// How many teams an area has; none for areas that are asked themselves.
    pub teams: usize,
    /// The fewest and the most people of a team or area.
    pub people: (usize, usize),
}

/// The areas' names: short, long, and with the letters that Danish has.
const AREAS: [&str; 4] = [
    "Ærø",
    "Erhvervskunder og særlige engagementer",
    "Drift",
    "Pension",
];

impl Organisation {
    /// Writes `assessment.toml` and the answers to every practice of the shipped model.
    pub fn write(&self, folder: &Path) {
        let mut chance = Chance(20_260_101);
        let model = plateau::model::shipped().unwrap().value;
        let mut units = String::from("schema = 1\ntitle = \"Koncernen\"\nlanguage = \"da\"\n\n");
        unit(&mut units, "koncernen", "Koncernen", None);
        let mut answers = String::from("respondent;enhed;rolle");
        for practice in &model.practices {
            write!(answers, ";{}", practice.id).unwrap();
        }
        answers.push('\n');
        let mut respondent = 0;
        for area in 0..self.areas {
            let area_id = format!("omraade-{area}");
            let name = format!("{} {}", AREAS[area % AREAS.len()], area + 1);
            unit(&mut units, &area_id, &name, Some("koncernen"));
            let mut asked = vec![area_id.clone()];
            if self.teams > 0 {
                asked = (0..self.teams)
                    .map(|team| format!("team-{area}-{team}"))
                    .collect();
                for (team, id) in asked.iter().enumerate() {
                    unit(
                        &mut units,
                        id,
                        &format!("Team {area}.{team}"),
                        Some(&area_id),
                    );
                }
            }
            for id in asked {
                let lean = chance.below(4);
                let people = self.people.0 + chance.below(self.people.1 - self.people.0 + 1);
                for person in 0..people {
                    respondent += 1;
                    let role = if person < 1 + people / 3 {
                        "leder"
                    } else {
                        "medarbejder"
                    };
                    write!(answers, "{respondent};{id};{role}").unwrap();
                    for practice in 0..model.practices.len() {
                        let level = 1 + (lean + practice % 2 + chance.below(3)) % 5;
                        write!(answers, ";{level}").unwrap();
                    }
                    answers.push('\n');
                }
            }
        }
        units.push_str("[[waves]]\nid = \"2026\"\nname = \"2026\"\nanswers = [\"svar.csv\"]\n\n");
        units.push_str("[roles]\nleder = \"Leder\"\nmedarbejder = \"Medarbejder\"\n");
        fs::create_dir_all(folder).unwrap();
        fs::write(folder.join("assessment.toml"), units).unwrap();
        fs::write(folder.join("svar.csv"), answers).unwrap();
    }
}

fn unit(into: &mut String, id: &str, name: &str, parent: Option<&str>) {
    writeln!(into, "[[units]]\nid = \"{id}\"\nname = \"{name}\"").unwrap();
    if let Some(parent) = parent {
        writeln!(into, "parent = \"{parent}\"").unwrap();
    }
    into.push('\n');
}

/// Numbers that look like chance and are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % bound
    }
}
