//! A realistic report built by hand: two points in time, a unit with three parts, the names
//! that the shipped model has, a hidden practice, a moderated one, one tailored away, one
//! that nobody rated.

mod names;
mod record;

use plateau::view::{Align, Block, Column, Depth, Line, Section, Span, Table, Tone, View};

pub use names::practices;
pub use record::record;

fn said(text: &str) -> Line {
    vec![Span::plain(text)]
}

fn finding(practice: &str, rest: &str) -> Line {
    vec![Span::new(practice, Tone::Accent), Span::plain(rest)]
}

/// The report.
pub fn view() -> View<'static> {
    let section = |id, heading: &str, depth, blocks| Section {
        id,
        heading: heading.to_owned(),
        depth,
        blocks,
    };
    let summary = |id, heading, blocks| section(id, heading, Depth::Summary, blocks);
    let detail = |id, heading, blocks| section(id, heading, Depth::Detail, blocks);
    View {
        imprint: plateau::view::Imprint::default(),
        language: "da".to_owned(),
        title: "Låne Service".to_owned(),
        subtitle: vec![
            "Efterår 2026 · 1. oktober 2026".to_owned(),
            "Driftsledelse, version 1.0.0".to_owned(),
        ],
        sections: vec![
            summary(
                "result",
                "Resultat",
                vec![
                    Block::Paragraph(vec![
                        Span::plain("Enheden har endnu ikke nået "),
                        Span::new("plateau 1 (Grundlæggende drift)", Tone::Strong),
                        Span::plain(". 9 af 13 praksisser opfylder ikke kravet: niveau 3."),
                    ]),
                    Block::Paragraph(said(
                        "80,5 af 140 point på 28 af 31 praksisser (modellen har 155): 47 % af \
                         vejen fra laveste (28) til højeste. 41 af 50 inviterede har svaret (82 %).",
                    )),
                ],
            ),
            summary(
                "blockers",
                "Det mangler for at nå plateau 1",
                vec![Block::Note(
                    "»svar«: så mange flere af de samme personer skal svare mindst niveau 3."
                        .to_owned(),
                )],
            ),
            summary(
                "disagreement",
                "Uenighed og usikkerhed",
                vec![
                    Block::Paragraph(said(
                        "Svarene går i hver sin retning. Antal svar på niveau 1–5:",
                    )),
                    Block::List(vec![finding(
                        "PRO-5 Træningsmetoder",
                        ": 14 · 3 · 2 · 5 · 17 (n = 41, A −0,21)",
                    )]),
                ],
            ),
            summary(
                "next",
                "Næste skridt",
                vec![
                    Block::List(vec![
                        finding(
                            "PRO-3 Forretnings- og driftsstandarder",
                            ", niveau 3: »Standarderne er besluttet for hele enheden, de har en \
                             ejer, og de bruges i alle teams, også når der er travlt; afvigelser \
                             tages op på driftsmødet.«",
                        ),
                        finding("PLA-4 Kapacitetsstyring", ", niveau 3: »Én fælles måde.«"),
                    ]),
                    Block::Command("plateau report . -o rapport.pdf".to_owned()),
                ],
            ),
            detail(
                "findings",
                "Observationer",
                vec![Block::List(vec![
                    finding(
                        "PRO-3 Forretnings- og driftsstandarder",
                        " (n = 38) ligger på niveau 2, og kravet er 3. 4 flere skal vurdere den \
                         til mindst niveau 3.",
                    ),
                    finding(
                        "PLA-8 Driftstavlen og -mødet",
                        " (n = 41) ligger samlet set på niveau 3, men Realkredit og Erhvervsudlån \
                         og kautioner er ikke med endnu. Derfor er kravet ikke opfyldt.",
                    ),
                    said("Skjult, så ingen gruppe på under 5 personer kan kendes: svar i Arkiv."),
                ])],
            ),
            detail(
                "tailoring",
                "Praksisser, der ikke tæller med",
                vec![Block::Table(Table {
                    caption: "Praksisser uden for totalen, og hvorfor".to_owned(),
                    columns: ["Praksis", "Begrundelse"]
                        .map(|heading| Column {
                            heading: heading.to_owned(),
                            align: Align::Left,
                        })
                        .into(),
                    rows: vec![vec![
                        finding("KUN-4", " Scripts og standardfraser"),
                        said("Enheden har ingen udgående kontakt."),
                    ]],
                })],
            ),
            detail(
                "method",
                "Metode og datakvalitet",
                vec![Block::List(vec![
                    said(
                        "Niveau: det højeste niveau, som mere end halvdelen af vurderingerne \
                         ligger på eller over. Kravene måles på niveauet, ikke på gennemsnittet.",
                    ),
                    said(
                        "Anonymitet: svar vises kun for grupper på mindst 5 personer, og kun når \
                         de øvrige i enheden enten er ingen eller mindst lige så mange, så ingen \
                         kan findes ved at trække fra.",
                    ),
                ])],
            ),
        ],
        record: Some(record().into()),
        worksheet: None,
    }
}
