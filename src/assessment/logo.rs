//! A logo: a small drawing or picture, and nothing else that a file of its kind could bring along.
//!
//! What is kept is never the file's own bytes: a drawing is written anew from its shapes, a
//! picture from its points, so that no script, link, comment or hidden text survives.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use resvg::tiny_skia::Pixmap;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use resvg::usvg::{self, Group, ImageHrefResolver, Options, Tree, WriteOptions};

use crate::diagnostic::{Code, code, shortened};

/// The most bytes of a logo's file: it stands in every report.
const MOST_BYTES: usize = 1 << 20;
/// The most elements, text and attributes of a drawing.
const MOST_NODES: u32 = 20_000;
/// The least and most points across and down of a picture.
const POINTS: std::ops::RangeInclusive<u32> = 16..=4096;
/// What a PNG begins with (PNG, third edition, section 5.2).
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The namespace of a drawing's elements.
const SVG: &str = "http://www.w3.org/2000/svg";

/// A logo, as a file of its own that depends on nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Where it was read from.
    pub path: PathBuf,
    /// What it shows.
    pub image: Image,
}

/// A drawing or a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Image {
    /// A whole SVG document of shapes.
    Svg(String),
    /// The bytes of a PNG.
    Png(Vec<u8>),
}

/// Why a file is no logo: its code, what is wrong, and what to do about it.
pub(super) type Refusal = (&'static Code, String, &'static str);

/// Reads a logo; `name` is what to call the file.
pub(super) fn read(name: &str, path: &Path) -> Result<Logo, Refusal> {
    let name = shortened(name);
    let mut bytes = Vec::new();
    let read = fs::File::open(path)
        .and_then(|file| file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|reason| {
        let message = match reason.kind() {
            ErrorKind::NotFound => format!("there is no logo `{name}`"),
            _ => format!("the logo `{name}` cannot be read: {reason}"),
        };
        let help = "put it beside `assessment.toml`, or correct the name";
        (&code::S025, message, help)
    })?;
    if bytes.len() > MOST_BYTES {
        let message = format!("the logo `{name}` takes more than {} KB", MOST_BYTES / 1024);
        return Err((
            &code::S026,
            message,
            "it goes into every report: save it smaller, with 1024 KB at most",
        ));
    }
    let image = if bytes.starts_with(PNG) {
        picture(&name, &bytes).map(Image::Png)
    } else {
        match std::str::from_utf8(&bytes) {
            Ok(text) if text.contains("<svg") || text.contains(":svg") => {
                drawing(&name, text).map(Image::Svg)
            }
            _ => Err((
                &code::S026,
                format!("the logo `{name}` is neither SVG nor PNG"),
                "the file's content counts, not its name; save or export it as SVG or PNG",
            )),
        }
    }?;
    Ok(Logo {
        path: path.to_owned(),
        image,
    })
}

/// A PNG written anew from its points.
fn picture(name: &str, bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let damaged = |reason: String| {
        let message = format!("the logo `{name}` cannot be read as PNG: {reason}");
        (&code::S026, message, "save or export it again")
    };
    // The size stands first in every PNG (section 11.2.1) and is judged before room is made.
    let side = |at: usize| -> Option<u32> {
        Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
    };
    let (Some(across), Some(down)) = (side(16), side(20)) else {
        return Err(damaged("it ends too soon".to_owned()));
    };
    if !POINTS.contains(&across) || !POINTS.contains(&down) {
        let message = format!("the logo `{name}` is {across} × {down} points");
        let help = "save it with 16 to 4096 points across and down; 600 across print well";
        return Err((&code::S026, message, help));
    }
    let pixmap = Pixmap::decode_png(bytes).map_err(|reason| damaged(reason.to_string()))?;
    pixmap
        .encode_png()
        .map_err(|reason| damaged(reason.to_string()))
}

/// An SVG written anew from its shapes.
fn drawing(name: &str, text: &str) -> Result<String, Refusal> {
    let options = ParsingOptions {
        // Drawing programs write a document type; what it could fetch is not fetched.
        allow_dtd: true,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let damaged = |reason: String| {
        let message = format!("the logo `{name}` cannot be read as SVG: {reason}");
        (&code::S026, message, "save or export it again as plain SVG")
    };
    let document =
        Document::parse_with_options(text, options).map_err(|fault| damaged(fault.to_string()))?;
    for node in document.descendants() {
        if let Some((what, help)) = foreign(node) {
            let line = document.text_pos_at(node.range().start).row;
            let message = format!("line {line} of the logo `{name}` holds {what}");
            return Err((&code::S027, message, help));
        }
    }
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree =
        Tree::from_xmltree(&document, &options).map_err(|fault| damaged(fault.to_string()))?;
    if !draws(tree.root()) {
        return Err((
            &code::S026,
            format!("the logo `{name}` draws nothing"),
            "save or export it again, with its shapes visible",
        ));
    }
    Ok(tree.to_string(&WriteOptions::default()))
}

/// Whether anything of a group is to be seen. It is as deep as the drawing, which the reader
/// limits.
fn draws(group: &Group) -> bool {
    group.children().iter().any(|node| match node {
        usvg::Node::Group(group) => draws(group),
        usvg::Node::Path(path) => path.is_visible(),
        _ => false,
    })
}

/// What makes a node more than a shape, and what to do about it.
fn foreign(node: Node) -> Option<(String, &'static str)> {
    const PLAIN: &str = "export the drawing as plain SVG, without scripts, links and styles from \
                         elsewhere";
    if let Some(instruction) = node.pi() {
        let what = format!("an instruction, `{}`", shortened(instruction.target));
        return Some((what, PLAIN));
    }
    let tag = node.tag_name();
    let own = tag.namespace().is_none_or(|space| space == SVG);
    match tag.name() {
        "text" | "tspan" | "textPath" if own => {
            let help = "turn its text into paths (outlines): the typeface may be missing elsewhere";
            return Some(("text".to_owned(), help));
        }
        "image" | "feImage" if own => {
            let help = "export the drawing without pictures in it, or the whole logo as PNG";
            return Some(("a picture".to_owned(), help));
        }
        "animate" | "animateMotion" | "animateTransform" | "set" if own => {
            return Some(("an animation".to_owned(), PLAIN));
        }
        name @ ("script" | "foreignObject" | "handler" | "listener" | "iframe") => {
            return Some((format!("a `{name}`"), PLAIN));
        }
        "style" if node.text().is_some_and(reaches_out) => {
            return Some(("a style from elsewhere".to_owned(), PLAIN));
        }
        _ => {}
    }
    let reaching = node.attributes().find(|attribute| {
        let value = attribute.value().trim();
        match attribute.name() {
            "href" => !value.is_empty() && !value.starts_with('#'),
            name if name.starts_with("on") => attribute.namespace().is_none(),
            _ => reaches_out(value),
        }
    })?;
    let what = match reaching.name() {
        "href" => "a reference to something outside it".to_owned(),
        name if name.starts_with("on") => format!("a script, `{}`", shortened(name)),
        name => format!(
            "a reference to something outside it, in `{}`",
            shortened(name)
        ),
    };
    Some((what, PLAIN))
}

/// Whether a style names anything outside the drawing.
fn reaches_out(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let mut links = style.match_indices("url(");
    style.contains("@import")
        || links.any(|(at, start)| {
            let target = style[at + start.len()..].trim_start_matches([' ', '"', '\'']);
            !target.starts_with('#')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept of a drawing, or why it is refused.
    fn outcome(body: &str) -> String {
        let svg = format!("<svg xmlns='{SVG}' width='9' height='9'>\n{body}</svg>");
        drawing("l.svg", &svg).unwrap_or_else(|(code, said, _)| format!("{} {said}", code.id))
    }

    #[test]
    fn what_a_drawing_keeps_is_its_shapes() {
        let svg = outcome(
            "<!-- secret --><metadata>me@example.dk</metadata><title>hidden</title>\
             <style>.a{fill:#ff0000}</style><path id='x' class='a' d='M0 0h9v9z'/>\
             <use href='#x' data-note='secret'/>",
        );
        assert!(svg.starts_with("<svg") && svg.contains("#ff0000"), "{svg}");
        for word in ["secret", "example.dk", "hidden", "class", "style"] {
            assert!(!svg.contains(word), "{word} in {svg}");
        }
    }

    #[test]
    fn what_is_more_than_a_drawing_is_refused_with_its_line() {
        let shape = "<path d='M0 0h9v9z'/>\n";
        for more in [
            "<script>alert(1)</script>",
            "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
            "<foreignObject/>",
            "<image href='a.png'/>",
            "<image href='data:image/png;base64,AAAA'/>",
            "<use href='other.svg#x'/>",
            "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='file:///etc/passwd'/>",
            "<a href='javascript:alert(1)'/>",
            "<g onload='alert(1)'/>",
            "<g fill='url(https://example.dk/x)'/>",
            "<g style='filter: url( &quot;x.svg#f&quot;)'/>",
            "<style>@import 'x.css';</style>",
            "<animate attributeName='x'/>",
            "<text>Bank</text>",
            "<?xml-stylesheet href='x.css'?>",
        ] {
            let said = outcome(&format!("{shape}{more}"));
            assert!(
                said.starts_with("S027 line 3 of the logo `l.svg` holds"),
                "{said}"
            );
        }
    }

    #[test]
    fn what_draws_nothing_or_no_end_is_outcome() {
        for body in ["", "<g/>", "<path d=''/>", "<path", "<g>"] {
            assert!(outcome(body).starts_with("S026 the logo `l.svg`"), "{body}");
        }
        let many = "<g/>".repeat(MOST_NODES as usize);
        assert!(outcome(&many).starts_with("S026"));
    }
}
