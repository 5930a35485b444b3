//! A report made by hand, with what real ones are hard on: Danish, long names, long tables.

use plateau::view::{
    Align, Block, Card, Column, Depth, Figure, Imprint, Line, Section, Span, Table, Tone, View,
};

/// Practice names as a model may hold them, the longest among them.
const PRACTICES: [&str; 8] = [
    "Kapacitetsstyring",
    "Ærlig opfølgning på servicemål",
    "Prognose for indgående opgaver på tværs af kanaler",
    "Bemandingsplanlægning",
    "Kompetencestyring og oplæring af nye medarbejdere",
    "Afvigelseshåndtering",
    "Driftsledelsesopfølgningsmøder",
    "Kundens oplevelse af ventetid og færdigbehandling",
];

/// Rows of the longest table.
pub const ROWS: usize = 31;

fn say(text: &str) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

fn cell(text: impl Into<String>) -> Line {
    vec![Span::plain(text)]
}

fn practice(i: usize) -> String {
    let group = ["PLA", "PRO", "KUN", "FOL", "OPF"][i / 7 % 5];
    format!("{group}-{} {}", i % 7 + 1, PRACTICES[i % PRACTICES.len()])
}

/// The mean of a row, in tenths: all different in the long table's first rows.
fn tenths(i: usize) -> usize {
    10 + (i * 7 + 3) % 40
}

fn decimal(tenths: usize, mark: char) -> String {
    format!("{}{mark}{}", tenths / 10, tenths % 10)
}

fn columns(headings: &[&str]) -> Vec<Column> {
    let column = |(i, heading): (usize, &&str)| Column {
        heading: (*heading).to_owned(),
        align: if i == 0 { Align::Left } else { Align::Right },
    };
    headings.iter().enumerate().map(column).collect()
}

fn table(caption: &str, headings: &[&str], rows: Vec<Vec<Line>>) -> Block {
    Block::Table(Table {
        caption: caption.to_owned(),
        columns: columns(headings),
        rows,
    })
}

/// A drawing of steps with labels, as a chart's.
fn staircase(width: usize, height: usize) -> String {
    let ramp = ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"];
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"c-title c-desc\" \
         font-family=\"'Plateau Sans', sans-serif\">\n<title id=\"c-title\">Plateau 1 mangler \
         fire praksisser</title>\n<desc id=\"c-desc\">Trappe med tre plateauer.</desc>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>"
    );
    for step in 0..3 {
        let wide = (width - 20) / 3;
        let (left, top) = (10 + step * wide, height - 150 - step * (height - 230) / 3);
        let floor = height - top - 10;
        svg += &format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{floor}\" \
             fill=\"#f3f5f7\"/><text x=\"{left}\" y=\"{}\" font-size=\"15\" font-weight=\"600\" \
             fill=\"#1a222c\">Plateau {} · 9 af 13</text>",
            top - 10,
            step + 1
        );
        for tile in 0..10 {
            let (x, y) = (left + 8 + tile % 5 * 56, top + 10 + tile / 5 * 40);
            let fill = ramp[(tile + step * 2) % 5];
            let ink = if (tile + step * 2) % 5 > 2 {
                "#ffffff"
            } else {
                "#0b1016"
            };
            svg += &format!(
                "<g><title>PLA-{tile}</title><rect x=\"{x}\" y=\"{y}\" width=\"52\" \
                 height=\"34\" rx=\"3\" fill=\"{fill}\"/><text x=\"{x}\" y=\"{}\" \
                 font-size=\"12\" fill=\"{ink}\"> PLA-{tile}</text></g>",
                y + 21
            );
        }
    }
    svg + "</svg>\n"
}

fn figure(width: usize, height: usize, wide: bool) -> Block {
    Block::Figure(Figure {
        svg: staircase(width, height),
        alt: "Trappe: 9 af 13 praksisser på plateau 1 er på niveau 3 eller højere.".into(),
        caption: "Låne Service, efterår 2026, 41 svar. Ét hold er skjult, fordi under fem svarede."
            .into(),
        wide,
    })
}

fn section(id: &'static str, heading: &str, depth: Depth, blocks: Vec<Block>) -> Section {
    Section {
        id,
        heading: heading.to_owned(),
        depth,
        blocks,
    }
}

fn card(heading: impl Into<String>, blocks: Vec<Block>) -> Block {
    Block::Card(Card {
        heading: heading.into(),
        blocks,
    })
}

fn summary() -> Section {
    let blocks = vec![
        Block::Paragraph(vec![
            Span::new("Plateau 1 er ikke nået endnu. ", Tone::Strong),
            Span::plain(
                "9 af 13 praksisser er fælles standard; fire mangler. Enheden har 92,4 af 155 \
                 point (29 af 31 praksisser, 64 % af skalaen).",
            ),
        ]),
        figure(860, 460, true),
        card(
            "Det viser svarene",
            vec![Block::List(vec![
                vec![
                    Span::new("PLA-6 Kapacitetsstyring", Tone::Accent),
                    Span::plain(" står på niveau 2; fire svar til, og den er fælles."),
                ],
                cell("Ledere og medarbejdere ser 1,3 niveau forskelligt på Afvigelseshåndtering."),
                cell("Plateau 2 har højere snit end plateau 1: fundamentet halter efter."),
            ])],
        ),
        card(
            "De næste tre skridt",
            vec![Block::List(vec![
                cell("Aftal én måde at styre kapacitet på i hele enheden."),
                cell("Tal om Afvigelseshåndtering på tværs af roller, før I beslutter noget."),
                cell("Gør tavlemøderne ens i Realkredit og Erhverv."),
            ])],
        ),
        Block::Note("Niveauet er det, flere end halvdelen ser mindst.".into()),
    ];
    section("summary", "Kort fortalt", Depth::Summary, blocks)
}

fn plateaus(mark: char) -> Section {
    let row = |i: usize| {
        let blocks = i % 4 == 2;
        let tone = if blocks { Tone::Accent } else { Tone::Plain };
        vec![
            vec![Span::new(practice(i), tone)],
            cell(if blocks { "2" } else { "3" }),
            cell(decimal(tenths(i), mark)),
            cell(format!("{}", 38 - i % 5)),
            vec![if blocks {
                Span::new("mangler 4", Tone::Accent)
            } else {
                Span::new(format!("{} over", 1 + i % 6), Tone::Muted)
            }],
        ]
    };
    let mut blocks = vec![say(
        "Et plateau er nået, når hver af dets praksisser er på portens niveau eller højere. Det \
         bedømmes praksis for praksis og aldrig på et gennemsnit.",
    )];
    for plateau in 1..=3 {
        blocks.push(card(
            format!("Plateau {plateau} · Fælles retning"),
            vec![
                Block::Paragraph(vec![
                    Span::new("Ikke nået. ", Tone::Accent),
                    Span::plain("Snit 2,9; 9 af 13 praksisser er med, fire spærrer."),
                ]),
                table(
                    &format!("Praksisser på plateau {plateau}"),
                    &["Praksis", "Niveau", "Snit", "Svar", "Afstand"],
                    (0..4 + plateau * 3).map(row).collect(),
                ),
                Block::Note("Afstand: så mange skal flytte sig til portens niveau.".into()),
            ],
        ));
    }
    section("plateaus", "Plateauer", Depth::Summary, blocks)
}

fn disciplines(mark: char) -> Section {
    let row = |i: usize| {
        let hidden = i % 11 == 9;
        let shown = |text: String| if hidden { cell("skjult") } else { cell(text) };
        vec![
            cell(practice(i)),
            shown(format!("{}", 1 + i % 5)),
            shown(decimal(tenths(i), mark)),
            shown(format!("{}", 28 + i % 14)),
            if i % 7 == 3 {
                cell("–")
            } else {
                cell(decimal(7 + i % 5, mark))
            },
            shown(format!("{}\u{a0}%", 31 + i * 17 % 60)),
            shown(format!(
                "{}{}",
                if i % 6 == 5 { "−" } else { "" },
                decimal(i % 9, mark)
            )),
            cell("3"),
        ]
    };
    let headings = [
        "Praksis",
        "Niveau",
        "Snit",
        "Svar",
        "Spredning",
        "Ved porten",
        "Enighed",
        "Mål",
    ];
    let blocks = vec![
        figure(420, 360, false),
        figure(420, 360, false),
        table("Alle praksisser", &headings, (0..ROWS).map(row).collect()),
        Block::Note(
            "Spredning er stikprøvens standardafvigelse. Enighed er van der Eijks A.".into(),
        ),
    ];
    section("disciplines", "Discipliner", Depth::Summary, blocks)
}

fn units(mark: char) -> Section {
    let names: Vec<String> = (1..=12).map(|i| format!("Hold {i}")).collect();
    let mut headings = vec!["Praksis"];
    headings.extend(names.iter().map(String::as_str));
    let row = |i: usize| {
        let mut cells = vec![cell(practice(i * 3))];
        cells.extend((0..12).map(|unit| match (i + unit) % 9 {
            4 => vec![Span::new("–", Tone::Muted)],
            _ => cell(decimal(tenths(i + unit * 3), mark)),
        }));
        cells
    };
    let blocks = vec![
        say("Tolv hold ved siden af hinanden. Et hold med under fem svar er skjult."),
        table(
            "Snit i hver underenhed",
            &headings,
            (0..7).map(row).collect(),
        ),
    ];
    section("units", "Enheder side om side", Depth::Detail, blocks)
}

fn cards(said: &str) -> Section {
    let blocks = (0..ROWS)
        .map(|i| {
            card(
                practice(i),
                vec![
                    say("Hvordan sikrer I, at der er mennesker nok til de opgaver, der kommer?"),
                    Block::List(vec![
                        vec![
                            Span::new("Her står I, niveau 2: ", Tone::Strong),
                            Span::plain("Enkelte hold planlægger uge for uge."),
                        ],
                        vec![
                            Span::new("Næste, niveau 3: ", Tone::Strong),
                            Span::plain("Alle hold planlægger på samme måde og følger op."),
                        ],
                    ]),
                    Block::Note(format!("Kommentar: »{said}«")),
                ],
            )
        })
        .collect();
    section("cards", "Praksiskort", Depth::Detail, blocks)
}

fn method() -> Section {
    let blocks = vec![
        say("41 af 52 har svaret (79 %). Tre celler kunne ikke læses og tæller ikke med."),
        table(
            "Svar i hver rolle",
            &["Rolle", "Svar"],
            vec![
                vec![cell("Leder"), cell("9")],
                vec![cell("Medarbejder"), cell("32")],
            ],
        ),
        Block::Command("plateau report eksempel --date 2026-10-01 -o rapport.html".into()),
    ];
    section("method", "Metode og datakvalitet", Depth::Detail, blocks)
}

/// The whole report of a unit in a language; `said` is a person's comment.
pub fn whole(language: &str, said: &str) -> View<'static> {
    let mark = if language == "en" { '.' } else { ',' };
    View {
        language: language.to_owned(),
        title: "Driftsledelse i Låne Service".into(),
        subtitle: vec![
            "Låne Service · Efterår 2026".into(),
            "Driftsledelse 2024, version 1.0.0".into(),
        ],
        imprint: Imprint {
            organisation: Some("Sparekassen Østerå A/S".into()),
            author: Some("Kvalitet & Udvikling".into()),
            date: Some(jiff::civil::date(2026, 10, 1)),
            ..Imprint::default()
        },
        sections: vec![
            summary(),
            plateaus(mark),
            disciplines(mark),
            units(mark),
            cards(said),
            method(),
        ],
        record: None,
        worksheet: None,
    }
}
