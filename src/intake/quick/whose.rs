//! Whose rows are, by the cells that say so.

use std::collections::HashMap;

use foldhash::fast::RandomState;

use crate::intake::encoding::Soundness;
use crate::intake::guard::is_summary;
use crate::intake::people::{NO_ROLE, People, Reach};
use crate::intake::reading::Reading;

use super::cell::{Known, Raw};
use super::columns::Kind;
use super::short::Short;

/// The cells of a row that say whose it is, and whether it remarks anything.
#[derive(Clone, Copy, Default)]
pub(super) struct Who<'t> {
    pub respondent: Option<Raw<'t>>,
    pub wave: Option<Raw<'t>>,
    pub unit: Option<Raw<'t>>,
    pub role: Option<Raw<'t>>,
    pub is_remarked: bool,
    /// How much text there is from the first of wave, unit and role on, and behind the last.
    from: usize,
    to: usize,
}

impl<'t> Who<'t> {
    /// Notes the cell of a column.
    #[inline]
    pub(super) fn note(&mut self, kind: Kind, cell: Raw<'t>) {
        if kind != Kind::Respondent {
            self.to = cell.rest.len();
            self.from = self.from.max(self.to + 1 + cell.whole.len());
        }
        match kind {
            Kind::Respondent => self.respondent = Some(cell),
            Kind::Wave => self.wave = Some(cell),
            Kind::Unit => self.unit = Some(cell),
            Kind::Role => self.role = Some(cell),
            _ => {}
        }
    }

    /// Whether nobody may be called so: with such a word a row begins that is a summary.
    pub(super) fn may_be_nobody(&self) -> bool {
        let cells = [self.respondent, self.wave, self.unit, self.role];
        let mut cells = cells.into_iter().flatten();
        cells.any(|cell| is_summary(cell.inside(), true))
    }

    /// The text, which ends where the one that the cells were taken from does, from the first of
    /// the cells that say where the row belongs on, and how much of it there is up to behind the
    /// last.
    #[inline]
    pub(super) fn text(&self, text: &'t [u8]) -> Option<(&'t [u8], usize)> {
        let length = self.from.checked_sub(self.to)?;
        Some((text.get(text.len().checked_sub(self.from)?..)?, length))
    }
}

/// Whether the columns that say where a row belongs and in which role stand side by side.
pub(super) fn are_side_by_side(kinds: &[Kind]) -> bool {
    let says = |kind: &Kind| kind.is_of_person() && *kind != Kind::Respondent;
    let behind = kinds.iter().skip_while(|kind| !says(kind));
    !behind.skip_while(|kind| says(kind)).any(says)
}

/// Everything that rows were found to say of where they belong, numbered.
#[derive(Default)]
pub(super) struct Whose {
    /// Cells by what is written in them; 0 stands for a blank.
    cells: Known<u32>,
    list: Vec<(Said, Standing)>,
    numbers: HashMap<[u32; 3], u32, RandomState>,
    /// Numbers by the text of all these cells, where they stand side by side.
    by_text: Known<u32>,
    /// The same once more for short ones seen lately, each at the place that it leads to.
    lately: Vec<(Short, u32)>,
    /// How many of them have been looked up.
    looked_up: usize,
}

/// What cells say of wave, unit and role; nothing where they are blank.
type Said = [Option<Box<[u8]>>; 3];

/// What is known of where rows belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It has not been looked up yet.
    New,
    /// The group of people with an id and of those without, and the role.
    Known {
        named: u32,
        anonymous: u32,
        role: Option<u32>,
    },
    /// Such rows have to be looked at one by one.
    Odd,
}

impl Whose {
    /// The number of where a row belongs; `None` if such rows have to be looked at. `text` begins
    /// with that of all its cells, where they stand side by side, which is so long.
    #[inline]
    pub(super) fn number(
        &mut self,
        text: Option<(&[u8], usize)>,
        who: &Who<'_>,
        sound: &mut Soundness,
    ) -> Option<u32> {
        let number = match text {
            None => self.number_of(who, sound)?,
            Some((text, length)) => {
                let short = Short::of(text, length);
                let lately = short.and_then(|short| self.lately.get(short.place()));
                match lately {
                    Some((lately, number)) if short == Some(*lately) => *number,
                    _ => self.number_by(&text[..length], short, who, sound)?,
                }
            }
        };
        (self.list[number as usize].1 != Standing::Odd).then_some(number)
    }

    fn number_by(
        &mut self,
        text: &[u8],
        short: Option<Short>,
        who: &Who<'_>,
        sound: &mut Soundness,
    ) -> Option<u32> {
        let number = match self.by_text.get(text) {
            Some(&number) => number,
            None => {
                let number = self.number_of(who, sound)?;
                self.by_text.insert(text.into(), number);
                number
            }
        };
        if let Some(short) = short {
            self.lately.resize(Short::PLACES, (Short::NONE, 0));
            self.lately[short.place()] = (short, number);
        }
        Some(number)
    }

    fn number_of(&mut self, who: &Who<'_>, sound: &mut Soundness) -> Option<u32> {
        let cells = [who.wave, who.unit, who.role];
        let mut key = [0; 3];
        for (key, cell) in key.iter_mut().zip(cells) {
            let Some(cell) = cell else { continue };
            *key = match self.cells.get(cell.whole) {
                Some(&number) => number,
                None if !sound.look(cell.whole) || is_summary(cell.inside(), true) => return None,
                None => self.learn(cell),
            };
        }
        Some(match self.numbers.get(&key) {
            Some(&number) => number,
            None => {
                let said = cells.map(|cell| {
                    let filled = cell.filter(|cell| !cell.is_blank());
                    filled.map(|cell| cell.inside().into())
                });
                let number = self.list.len() as u32;
                self.list.push((said, Standing::New));
                self.numbers.insert(key, number);
                number
            }
        })
    }

    fn learn(&mut self, cell: Raw<'_>) -> u32 {
        let number = match cell.is_blank() {
            true => 0,
            false => self.cells.len() as u32 + 1,
        };
        self.cells.insert(cell.whole.into(), number);
        number
    }

    /// Looks up what is new; whether rows were found that have to be looked at.
    pub(super) fn look_up(&mut self, reading: &mut Reading<'_, '_>) -> bool {
        let mut is_any_odd = false;
        for ([wave, unit, role], standing) in &mut self.list[self.looked_up..] {
            if *standing != Standing::New {
                continue;
            }
            let found = reading.learnt(wave.as_deref(), unit.as_deref(), role.as_deref());
            *standing = match found {
                None => Standing::Odd,
                Some((place, role)) => {
                    let own = reading.columns.own_numbers.then_some(reading.index);
                    let reach = own.map_or(Reach::Files, Reach::File);
                    let People { groups, .. } = &mut reading.gathered.people;
                    Standing::Known {
                        named: groups.number((place, reach)),
                        anonymous: groups.number((place, Reach::None)),
                        role: role.map(|role| (role as u32).min(NO_ROLE - 1)),
                    }
                }
            };
            is_any_odd |= *standing == Standing::Odd;
        }
        self.looked_up = self.list.len();
        is_any_odd
    }

    /// Lets rows that had to be looked at be looked up once more: what they say may be known by
    /// now.
    pub(super) fn forget_odd(&mut self) {
        let odd = self.list.iter_mut().enumerate();
        for (number, (_, standing)) in odd.filter(|(_, (_, s))| *s == Standing::Odd) {
            *standing = Standing::New;
            self.looked_up = self.looked_up.min(number);
        }
    }

    /// What is known of a number.
    pub(super) fn standing(&self, number: u32) -> Standing {
        self.list[number as usize].1
    }
}
