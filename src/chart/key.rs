//! The key to the levels' colours, and labels that make room for each other.

use super::Levels;
use super::canvas::{Lettering, Paint, Pen};
use super::color::{Color, FAINT, LINE, PAPER};
use super::sheet::{MARGIN, NOTE, Sheet, count};

/// Sets the key from `top` down and returns where it ends. `hidden` and `absent` explain
/// hatching and dashes, where the figure has any.
pub(super) fn draw_key(sheet: &Sheet, levels: &Levels, others: [&str; 2], top: f64) -> f64 {
    let note = Lettering::note();
    let right = sheet.width - MARGIN;
    let (mut x, mut y) = (MARGIN, top + 8.0);
    sheet.label(x, y, &levels.heading, note);
    x += note.width(&levels.heading) + 10.0;
    let names = levels.names.iter().map(|name| (name.as_str(), None));
    let others = ["hidden", "absent"].into_iter().zip(others);
    let others = others
        .filter(|(_, words)| !words.is_empty())
        .map(|(kind, words)| (words, Some(kind)));
    for (index, (words, other)) in names.chain(others).enumerate() {
        let width = 18.0 + note.width(words) + 14.0;
        if x + width - 14.0 > right && x > MARGIN {
            (x, y) = (MARGIN, y + 18.0);
        }
        let (a, b) = ((x, y - 7.0), (x + 14.0, y + 7.0));
        match other {
            None => {
                draw_swatch(sheet, a, b, Color::of_level(index + 1, levels.names.len()));
                let color = Color::of_level(index + 1, levels.names.len()).ink();
                let number = Lettering::new(NOTE).strong().color(color).centred();
                sheet.label(x + 7.0, y, &(index + 1).to_string(), number);
            }
            Some(kind) => draw_nothing(sheet, a, b, kind == "hidden"),
        }
        let lines = note.wrap(words, right - x - 18.0);
        let extra = note.leading() * (count(lines.len().max(1)) - 1.0);
        sheet.lines(x + 18.0, y + extra / 2.0, &lines, note);
        y += extra;
        x += width;
    }
    y + 10.0
}

/// An area in a level's colour, outlined where it is too light to be seen on paper.
pub(super) fn draw_swatch(sheet: &Sheet, a: (f64, f64), b: (f64, f64), color: Color) {
    let border = if color.contrast(PAPER) < 1.6 {
        LINE
    } else {
        color
    };
    sheet
        .area
        .rect(a, b, 2.0, Paint::fill(color).with(Pen::new(border, 0.75)));
}

/// An area that shows nothing: hatched if something is hidden, dashed if there is nothing.
pub(super) fn draw_nothing(sheet: &Sheet, a: (f64, f64), b: (f64, f64), hidden: bool) {
    if hidden {
        sheet
            .area
            .rect(a, b, 2.0, Paint::fill(PAPER).with(Pen::new(FAINT, 0.75)));
        sheet.area.hatch(a, b, Pen::new(LINE, 0.75));
    } else {
        sheet
            .area
            .rect(a, b, 2.0, Paint::outline(Pen::dashed(LINE, 0.75)));
    }
}

/// Moves heights apart until each has its room, as little as need be and in their order;
/// `rooms` are the labels' heights. The result lies within `top..bottom` if there is room.
///
/// Labels that touch form a block that stands where its members want it on average
/// (isotonic regression by pooling adjacent violators).
pub(super) fn spread(wanted: &[f64], rooms: &[f64], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]).then(a.cmp(&b)));
    // A block: its members in order, where its upper end wants to be, and its height.
    let mut blocks: Vec<(Vec<usize>, f64, f64)> = Vec::new();
    for index in order {
        let mut block = (
            vec![index],
            wanted[index] - rooms[index] / 2.0,
            rooms[index],
        );
        while let Some((mut members, upper, height)) =
            blocks.pop_if(|(_, upper, height)| *upper + *height > block.1)
        {
            let (before, after) = (count(members.len()), count(block.0.len()));
            let start = (upper * before + (block.1 - height) * after) / (before + after);
            members.append(&mut block.0);
            block = (members, start, height + block.2);
        }
        blocks.push(block);
    }
    let mut placed = wanted.to_vec();
    let mut free = top;
    let mut rest: f64 = rooms.iter().sum();
    let bottom = bottom.max(top + rest);
    for (members, start, height) in blocks {
        let mut y = start.max(free).min(bottom - rest);
        rest -= height;
        for index in members {
            placed[index] = y + rooms[index] / 2.0;
            y += rooms[index];
        }
        free = y;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_stand_apart_stay_where_they_are() {
        let places = spread(&[10.0, 50.0, 30.0], &[10.0; 3], 0.0, 100.0);
        assert_eq!(places, [10.0, 50.0, 30.0]);
    }

    #[test]
    fn labels_that_collide_make_room_within_the_bounds() {
        let mut places = spread(&[95.0, 96.0, 97.0, 2.0], &[12.0; 4], 0.0, 100.0);
        assert!(
            places.iter().all(|&place| (6.0..=94.0).contains(&place)),
            "{places:?}"
        );
        places.sort_by(f64::total_cmp);
        assert!(
            places
                .windows(2)
                .all(|pair| pair[1] - pair[0] >= 12.0 - 1e-9),
            "{places:?}"
        );
    }
}
