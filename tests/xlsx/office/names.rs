//! What the model of the report by hand has: levels, plateaus, disciplines and practices.

pub const LEVELS: usize = 5;
pub const GATE: usize = 3;
pub const PLATEAUS: [&str; 3] = [
    "Grundlæggende drift",
    "Forbedrende drift",
    "Forretningsstøttende drift",
];
pub const DISCIPLINES: [(&str, &str, &[&str]); 5] = [
    (
        "PRO",
        "Processer",
        &[
            "Proceslandskab og -hierarki",
            "Procesdokumentation og -notation",
            "Forretnings- og driftsstandarder",
            "Roller og ansvar",
            "Træningsmetoder",
            "Proceskonfirmering",
        ],
    ),
    (
        "PLA",
        "Planlægning",
        &[
            "Opgave- og processtamdata",
            "Forecasting",
            "Planlægningsfaktorer",
            "Kapacitetsstyring",
            "Kompetent kapacitetsoverblik",
            "Opgavestyring og hjemmearbejde",
            "Prioritering",
            "Driftstavlen og -mødet",
        ],
    ),
    (
        "KUN",
        "Kunder",
        &[
            "Kunderejse- og kontaktpunktoverblik",
            "Servicekoncept",
            "Kundekontakt og -klager",
            "Scripts og standardfraser",
            "Feedback og målinger",
        ],
    ),
    (
        "FOR",
        "Forbedringer",
        &[
            "Strateginedbrydning",
            "Service- og adfærdsdesign",
            "Kunderejseanalyse og service blueprint",
            "Værdistrømsanalyse og -design",
            "Problemløsning",
            "Løbende forbedringer",
            "IT-specifikation og user stories",
            "Forbedringstavlen og -mødet",
        ],
    ),
    (
        "PRS",
        "Præstation",
        &[
            "KPI-styring",
            "Målingslandskab",
            "Rapportering og transparens",
            "Målstyringstavlen og -mødet",
        ],
    ),
];

/// Ids, disciplines and names, in model order.
pub fn practices() -> Vec<(String, &'static str, &'static str)> {
    let of = |&(id, _, names): &(&'static str, &str, &'static [&'static str])| {
        (1..)
            .zip(names)
            .map(move |(number, name)| (format!("{id}-{number}"), id, *name))
            .collect::<Vec<_>>()
    };
    DISCIPLINES.iter().flat_map(of).collect()
}
