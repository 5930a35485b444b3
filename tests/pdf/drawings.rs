//! Drawings made by hand, as charts may come.

use plateau::view::Figure;

/// A drawing of steps, with labels.
pub fn staircase(width: u32, height: u32) -> Figure {
    let colours = ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"];
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"Plateau Sans\"><title>Trappe</title>"
    );
    for step in 0..3_u32 {
        let left = 10 + step * (width - 20) / 3;
        let top = height - 70 - step * (height - 120) / 3;
        let wide = (width - 40) / 3;
        svg += &format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{}\" fill=\"#eef0f2\"/>\
             <text x=\"{}\" y=\"{}\" font-size=\"14\" font-weight=\"600\">Plateau {} · Fælles \
             retning</text><text x=\"{}\" y=\"{}\" font-size=\"12\" fill=\"#5a626b\">9 af 13 \
             praksisser · snit 2,9</text>",
            height - top - 10,
            left + 6,
            top - 22,
            step + 1,
            left + 6,
            top - 6,
        );
        for tile in 0..(4 + step) {
            let x = left + 6 + (tile % 4) * 44;
            let y = top + 8 + (tile / 4) * 34;
            let colour = colours[((tile + step) % 5) as usize];
            let ink = if (tile + step) % 5 > 2 {
                "#fff"
            } else {
                "#1f2429"
            };
            svg += &format!(
                "<rect x=\"{x}\" y=\"{y}\" width=\"40\" height=\"28\" rx=\"3\" fill=\"{colour}\"/>\
                 <text x=\"{}\" y=\"{}\" font-size=\"12\" text-anchor=\"middle\" fill=\"{ink}\">\
                 PLA-{}</text>",
                x + 20,
                y + 18,
                tile + 1
            );
        }
    }
    svg += "</svg>";
    Figure {
        svg,
        alt: "Trappe med tre plateauer; første plateau er ikke nået.".into(),
        caption: "Låne Service, efterår 2026, 41 svar. Ét hold er skjult, fordi under fem svarede."
            .into(),
        wide: true,
    }
}

/// A square drawing.
pub fn radar() -> Figure {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"360\" height=\"320\" \
         font-family=\"Plateau Sans\"><polygon points=\"180,40 300,130 255,270 105,270 60,130\" \
         fill=\"none\" stroke=\"#d3d8dd\"/><polygon points=\"180,90 250,140 235,230 140,220 \
         100,140\" fill=\"#41b6c4\" fill-opacity=\"0.25\" stroke=\"#2c7fb8\" stroke-width=\"2\"/>\
         <text x=\"180\" y=\"28\" font-size=\"13\" text-anchor=\"middle\">Planlægning</text>\
         <text x=\"304\" y=\"132\" font-size=\"13\">Kunder</text></svg>";
    Figure {
        svg: svg.into(),
        alt: "Radar over disciplinerne.".into(),
        caption: "Disciplinernes snit, 1–5.".into(),
        wide: false,
    }
}
