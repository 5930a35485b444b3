//! What a new assessment begins with.

use std::fs;

use plateau::assessment::{self, Color};

use super::{BRANDED_LOGO, LANGUAGES, load, tiny_model};

#[test]
fn a_template_loads_as_it_stands_in_either_language() {
    let model = tiny_model();
    for (language, sheet) in [
        ("da", "svar.csv"),
        ("en", "answers.csv"),
        ("fo", "answers.csv"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let files = assessment::template(&model, &model.id, language);
        let names: Vec<_> = files.iter().map(|(name, _)| &**name).collect();
        assert_eq!(
            names,
            [
                "assessment.toml",
                sheet,
                ".plateau/assessment.schema.json",
                ".plateau/mapping.schema.json"
            ]
        );
        fs::write(folder.path().join("assessment.toml"), &files[0].1).unwrap();
        let sound = load(folder.path()).unwrap();
        assert!(sound.warnings.is_empty());
        assert_eq!(sound.value.waves[0].answers[0].name, sheet);
        assert_eq!(sound.value.units.len(), 1);
    }
}

#[test]
fn everything_optional_in_a_template_works_when_put_to_use() {
    let model = tiny_model();
    for language in LANGUAGES {
        let folder = tempfile::tempdir().unwrap();
        let template = &assessment::template(&model, &model.id, language)[0].1;
        let used: Vec<&str> = template
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest) if rest.contains(" = ") || rest.starts_with('[') => rest,
                _ => line,
            })
            .collect();
        fs::write(folder.path().join("assessment.toml"), used.join("\n")).unwrap();
        fs::copy(BRANDED_LOGO, folder.path().join("logo.svg")).unwrap();
        let sound = load(folder.path())
            .unwrap_or_else(|p| panic!("{}", p.render(false)))
            .value;
        assert_eq!(
            (sound.units.len(), sound.roles.len(), sound.columns.len()),
            (2, 2, 1)
        );
        assert_eq!(sound.targets[0], Some(model.scale.highest()));
        assert!(sound.privacy.allow_small_groups);
        assert_eq!(sound.report.accent, Color::ACCENT);
        assert!(sound.report.logo.is_some() && sound.report.author.is_some());
    }
}

#[test]
fn an_answer_sheet_opens_in_a_spreadsheet_as_it_is_meant() {
    let sheet = &assessment::template(&tiny_model(), "tiny", "da")[1].1;
    assert_eq!(
        sheet,
        "\u{feff}praksis;navn;spørgsmål;niveau;kommentar;evidens\r\n\
         PLAN-1;Planlægning;\"Hvor \"\"godt\"\" går Planlægning; ærligt?\";;;\r\n\
         PLAN-2;'=Opfølgning;\"Hvor \"\"godt\"\" går =Opfølgning; ærligt?\";;;\r\n\
         FOLK-1;Oplæring;\"Hvor \"\"godt\"\" går Oplæring; ærligt?\";;;\r\n"
    );
}
