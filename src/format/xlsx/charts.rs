//! Native charts, which follow the cells they are drawn from.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartSolidFill, ChartType,
};

use crate::chart::color::{self, Color};
use crate::text::Words;

use super::practices::{BEFORE_COUNTS, NAME};
use super::subject::Subject;

/// Cells of a sheet: its name, the column, the first row and the last.
#[derive(Clone, Copy)]
pub struct Cells<'a> {
    pub sheet: &'a str,
    pub column: u16,
    pub first: u32,
    pub last: u32,
}

impl<'a> Cells<'a> {
    /// The same rows of another column.
    pub fn column(self, column: u16) -> Self {
        Self { column, ..self }
    }

    fn range(self) -> (&'a str, u32, u16, u32, u16) {
        (self.sheet, self.first, self.column, self.last, self.column)
    }
}

/// Bars of means, from the lowest level to the highest.
pub fn means(title: &str, names: Cells, means: Cells, levels: usize) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    let mut label = ChartDataLabel::new();
    label
        .show_value()
        .set_num_format("0.0")
        .set_position(ChartDataLabelPosition::OutsideEnd)
        .set_font(font(10).set_bold());
    chart
        .add_series()
        .set_categories(names.range())
        .set_values(means.range())
        .set_format(&mut filled(color::BAR))
        .set_data_label(&label)
        .set_gap(60);
    chart.title().set_name(title).set_font(font(12).set_bold());
    chart.legend().set_hidden();
    frame(&mut chart);
    value_axis(&mut chart);
    let highest = u32::try_from(levels).unwrap_or(u32::MAX);
    chart
        .x_axis()
        .set_min(1)
        .set_max(highest)
        .set_major_unit(1)
        .set_num_format("0");
    chart.set_alt_text(title);
    chart
}

/// A bar a practice: its answers at each level as shares of all.
pub fn distribution(words: &Words, subject: &Subject) -> Chart {
    let practices = u32::try_from(subject.unit.practices.len()).unwrap_or(u32::MAX);
    let names = Cells {
        sheet: words.get("xlsx.sheet.practices"),
        column: NAME,
        first: 1,
        last: practices,
    };
    let levels = subject.record.model.levels;
    let mut chart = Chart::new(ChartType::BarPercentStacked);
    for level in 1..=levels {
        let colour = Color::of_level(level, levels);
        let column = u16::try_from(BEFORE_COUNTS + level - 1).unwrap_or(u16::MAX);
        let mut label = ChartDataLabel::new();
        label
            .show_value()
            // Nothing stands where there is no answer.
            .set_num_format("0;;;")
            .set_font(font(9).set_color(colour.ink()));
        chart
            .add_series()
            .set_name((words.get("xlsx.sheet.practices"), 0, column))
            .set_categories(names.range())
            .set_values(names.column(column).range())
            .set_format(&mut outlined(colour))
            .set_data_label(&label)
            .set_gap(25)
            .set_overlap(100);
    }
    chart.title().set_hidden();
    chart
        .legend()
        .set_position(ChartLegendPosition::Top)
        .set_font(&font(10));
    frame(&mut chart);
    value_axis(&mut chart);
    chart.x_axis().set_num_format(words.get("xlsx.percent"));
    chart.set_width(800).set_height(120 + 24 * practices);
    chart.set_alt_text(words.get("xlsx.heading.shares"));
    chart
}

fn frame(chart: &mut Chart) {
    chart
        .chart_area()
        .set_format(ChartFormat::new().set_no_border());
    // What is first in the model is at the top. Bars lie: their names stand on the y axis.
    chart
        .y_axis()
        .set_reverse()
        .set_font(&font(10))
        .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(color::LINE)));
}

fn value_axis(chart: &mut Chart) {
    chart
        .x_axis()
        .set_font(font(9).set_color(color::MUTED))
        .set_format(ChartFormat::new().set_no_line())
        .set_major_gridlines(true)
        .set_major_gridlines_line(ChartLine::new().set_color(color::FAINT).set_width(0.75));
}

fn font(size: u32) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size).set_color(color::INK);
    font
}

fn filled(colour: Color) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour));
    format
}

fn outlined(colour: Color) -> ChartFormat {
    let mut format = filled(colour);
    format.set_border(ChartLine::new().set_color(color::LINE).set_width(0.5));
    format
}
