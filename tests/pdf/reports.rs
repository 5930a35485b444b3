//! Reports made by hand, with what real ones are hard on: Danish, long names, long tables.

mod drawings;

use plateau::view::{
    Align, Block, Card, Column, Depth, Figure, Imprint, Line, Section, Span, Table, Tone, View,
};

pub use drawings::{radar, staircase};

/// Practice names as a model may hold them, the longest among them.
pub const PRACTICES: [&str; 13] = [
    "Fælles procesbeskrivelser",
    "Procesejerskab og ansvarsfordeling",
    "Afvigelseshåndtering",
    "Løbende forbedring i hverdagen",
    "Kapacitetsstyring",
    "Prognose for indgående opgaver på tværs af kanaler",
    "Bemandingsplanlægning",
    "Kompetencestyring og oplæring af nye medarbejdere",
    "Ærlig opfølgning på servicemål",
    "Tavlemøder",
    "Kundens oplevelse af ventetid og færdigbehandling",
    "Datakvalitet",
    "Risikostyring og beredskab ved systemnedbrud",
];

/// The whole report of a unit, all kinds of blocks and one section a topic.
pub fn whole() -> View<'static> {
    View {
        record: None,
        worksheet: None,
        language: "da".into(),
        title: "Driftsledelse i Låne Service".into(),
        subtitle: vec![
            "Låne Service · Efterår 2026".into(),
            "Driftsledelse 2024, version 1.0.0".into(),
            "1. oktober 2026".into(),
        ],
        imprint: Imprint {
            organisation: Some("Sparekassen Østerå A/S".into()),
            author: Some("Kvalitet & Udvikling".into()),
            date: Some(jiff::civil::date(2026, 10, 1)),
            ..Imprint::default()
        },
        sections: vec![
            summary(),
            plateaus(),
            disciplines(),
            disagreement(),
            units(),
            plan(),
            cards(),
            method(),
        ],
    }
}

/// A report of nothing but these blocks.
pub fn only(blocks: Vec<Block>) -> View<'static> {
    View {
        record: None,
        worksheet: None,
        language: "da".into(),
        title: "Prøve".into(),
        subtitle: vec![],
        imprint: Imprint::default(),
        sections: vec![section("only", "Alt i ét", blocks)],
    }
}

pub fn section(id: &'static str, heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        id,
        heading: heading.into(),
        depth: Depth::Summary,
        blocks,
    }
}

pub fn say(text: &str) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

/// A table whose first column is words and whose others are numbers.
pub fn table(caption: &str, heads: &[&str], rows: Vec<Vec<Line>>) -> Block {
    let columns = heads
        .iter()
        .enumerate()
        .map(|(i, heading)| Column {
            heading: (*heading).into(),
            align: if i == 0 { Align::Left } else { Align::Right },
        })
        .collect();
    Block::Table(Table {
        caption: caption.into(),
        columns,
        rows,
    })
}

pub fn cells(texts: &[&str]) -> Vec<Line> {
    texts.iter().map(|text| vec![Span::plain(*text)]).collect()
}

pub fn practice(i: usize) -> String {
    format!("PLA-{} {}", i + 1, PRACTICES[i % PRACTICES.len()])
}

fn summary() -> Section {
    section(
        "summary",
        "Kort fortalt",
        vec![
            Block::Paragraph(vec![
                Span::new("Plateau 1 er ikke nået endnu. ", Tone::Strong),
                Span::plain(
                    "9 af 13 praksisser er fælles standard; fire mangler. Enheden har 92,4 af \
                     155 point (29 af 31 praksisser, 64 % af skalaen).",
                ),
            ]),
            Block::Figure(staircase(760, 420)),
            Block::Card(Card {
                heading: "Det viser svarene".into(),
                blocks: vec![Block::List(vec![
                    vec![
                        Span::new("PLA-6 Kapacitetsstyring", Tone::Accent),
                        Span::plain(" står på niveau 2; fire svar til, og den er fælles."),
                    ],
                    vec![Span::plain(
                        "Ledere og medarbejdere ser 1,3 niveau forskelligt på PRO-3 \
                         Afvigelseshåndtering.",
                    )],
                    vec![Span::plain(
                        "Plateau 2 har højere snit end plateau 1: fundamentet halter efter.",
                    )],
                ])],
            }),
            Block::Card(Card {
                heading: "De næste tre skridt".into(),
                blocks: vec![Block::List(vec![
                    vec![Span::plain(
                        "Aftal én måde at styre kapacitet på i hele enheden.",
                    )],
                    vec![Span::plain(
                        "Tal om PRO-3 på tværs af roller, før I beslutter noget.",
                    )],
                    vec![Span::plain("Gør tavlemøderne ens i Realkredit og Erhverv.")],
                ])],
            }),
            Block::Note(
                "Niveauet er det, flere end halvdelen ser mindst. Snit er afrundet til én decimal."
                    .into(),
            ),
        ],
    )
}

fn plateaus() -> Section {
    let row = |i: usize| -> Vec<Line> {
        let blocks = i % 4 == 2;
        let tone = if blocks { Tone::Accent } else { Tone::Plain };
        vec![
            vec![Span::new(practice(i), tone)],
            vec![Span::plain(if blocks { "2" } else { "3" })],
            vec![Span::plain(format!("{},{}", 2 + i % 2, i % 10))],
            vec![Span::plain(format!("{}", 38 - i % 5))],
            vec![if blocks {
                Span::new("mangler 4", Tone::Accent)
            } else {
                Span::new(format!("{} over", 1 + i % 6), Tone::Muted)
            }],
        ]
    };
    let mut blocks = vec![say(
        "Et plateau er nået, når hver af dets praksisser er på portens niveau eller højere. \
         Bedømmelsen sker praksis for praksis og aldrig på et gennemsnit, for et højt snit kan \
         dække over huller i fundamentet.",
    )];
    for plateau in 1..=3 {
        blocks.push(Block::Card(Card {
            heading: format!("Plateau {plateau} · Fælles retning"),
            blocks: vec![
                Block::Paragraph(vec![
                    Span::new("Ikke nået. ", Tone::Accent),
                    Span::plain("Snit 2,9; 9 af 13 praksisser er med, fire spærrer."),
                ]),
                table(
                    "Praksisser på plateauet",
                    &["Praksis", "Niveau", "Snit", "Svar", "Afstand"],
                    (0..13).map(row).collect(),
                ),
                Block::Note("Afstand: så mange skal flytte sig til portens niveau.".into()),
            ],
        }));
    }
    section("plateaus", "Plateauer", blocks)
}

fn disciplines() -> Section {
    let rows = (0..31)
        .map(|i| {
            let name = practice(i);
            cells(&[name.as_str(), "3", "2,8", "38", "0,95", "66 %", "0,51", "3"])
        })
        .collect();
    section(
        "disciplines",
        "Discipliner",
        vec![
            Block::Figure(radar()),
            Block::Figure(radar()),
            table(
                "Alle praksisser",
                &[
                    "Praksis",
                    "Niveau",
                    "Snit",
                    "Svar",
                    "Spredning",
                    "Ved porten",
                    "Enighed",
                    "Mål",
                ],
                rows,
            ),
            Block::Note(
                "Spredning er stikprøvens standardafvigelse. Enighed er van der Eijks A.".into(),
            ),
        ],
    )
}

fn disagreement() -> Section {
    section(
        "disagreement",
        "Her er I uenige",
        vec![
            say("Tal om disse praksisser på en workshop, før I sætter noget i gang."),
            Block::Figure(Figure {
                caption: "Fordelingen af svar.".into(),
                ..staircase(900, 300)
            }),
            Block::Command(
                "plateau chart distribution examples/laane-service -o fordeling.svg".into(),
            ),
        ],
    )
}

fn units() -> Section {
    let heads: Vec<String> = [
        "Praksis",
        "Realkredit",
        "Erhverv",
        "Privat",
        "Bilfinansiering",
        "Andelsbolig",
        "Depot",
        "Inkasso",
        "Rådgivning",
        "Kundecenter",
        "Ejendomsvurdering",
        "Forsikring",
        "Betalinger",
        "Alle",
    ]
    .map(String::from)
    .to_vec();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let rows = (0..31)
        .map(|i| {
            let mut row = cells(&[practice(i).as_str()]);
            row.extend((0..13).map(|unit| {
                vec![if (i + unit) % 7 == 0 {
                    Span::new("–", Tone::Muted)
                } else {
                    Span::plain(format!("{},{}", 1 + (i + unit) % 4, (i * unit) % 10))
                }]
            }));
            row
        })
        .collect();
    section(
        "units",
        "Enhederne side om side",
        vec![
            say("En streg står, hvor under fem har svaret eller tallet kunne regnes ud."),
            table("Snit for hver enhed", &heads, rows),
        ],
    )
}

fn plan() -> Section {
    let column = |heading: &str| Column {
        heading: heading.into(),
        align: Align::Left,
    };
    let rows = (0..5)
        .map(|i| {
            cells(&[
                practice(i).as_str(),
                "Hver gruppe har sin egen måde at gøre det på, og den kendes kun af få.",
                "Alle i enheden gør det på samme måde, og nye kan læse hvordan. Afvigelser \
                 opdages og drøftes på tavlemødet samme uge.",
            ])
        })
        .collect();
    section(
        "plan",
        "Hvad nu?",
        vec![Block::Table(Table {
            caption: "I plateauernes rækkefølge".into(),
            columns: vec![
                column("Praksis"),
                column("Her er I"),
                column("Næste niveau"),
            ],
            rows,
        })],
    )
}

fn cards() -> Section {
    let card = |i: usize| {
        Block::Card(Card {
            heading: practice(i),
            blocks: vec![
                Block::Paragraph(vec![Span::new(
                    "Hvordan sikrer I, at opgaver og hænder passer sammen i løbet af ugen?",
                    Tone::Muted,
                )]),
                Block::Figure(Figure {
                    caption: String::new(),
                    ..staircase(620, 150)
                }),
                Block::Paragraph(vec![
                    Span::new("Niveau 2. ", Tone::Strong),
                    Span::plain("Nogle grupper planlægger, andre tager opgaverne, som de kommer."),
                ]),
                Block::Paragraph(vec![
                    Span::new("Næste niveau: ", Tone::Strong),
                    Span::plain("Alle grupper planlægger på samme måde og ser hinandens plan."),
                ]),
                Block::List(vec![
                    vec![Span::plain(
                        "»Vi hjælper hinanden, men kun hvis vi tilfældigvis hører om det.«",
                    )],
                    vec![Span::plain("»Mandag er altid for meget, fredag for lidt.«")],
                ]),
            ],
        })
    };
    section("cards", "Praksiskort", (0..7).map(card).collect())
}

fn method() -> Section {
    section(
        "method",
        "Metode og datakvalitet",
        vec![
            say(
                "Der er inviteret 50, og 41 har svaret (82 %). To svar kunne ikke læses og tæller \
                 som blanke. Enhedernes niveau er den lave median; gennemsnittet står ved siden \
                 af, fordi pointene bygger på det.",
            ),
            Block::List(vec![
                vec![Span::plain("Model: driftsledelse-2024, version 1.0.0")],
                vec![Span::plain(
                    "svar-2026.csv, sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                )],
            ]),
            Block::Note(
                "Niveauernes navne er gengivet efter hukommelsen og ikke efter kilden.".into(),
            ),
        ],
    )
}
