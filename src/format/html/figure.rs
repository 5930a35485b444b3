//! Drawings within the page: our own charts' SVG, made an image with a name and a
//! description, its names its own.

use maud::{Markup, PreEscaped, html};

use crate::view::Figure;

use crate::format::words::one_line;
use super::Page;

/// A drawing this narrow, in pixels, may shrink to the width of a phone and stand beside
/// another; a wider one keeps its size, so that its labels stay readable, and scrolls.
const NARROW: f64 = 480.0;

/// A figure with its caption.
pub(super) fn figure(figure: &Figure, page: &mut Page) -> Markup {
    let id = page.id("figure");
    let alt = one_line(&figure.alt);
    let caption = one_line(&figure.caption);
    let drawing = Drawing::read(&figure.svg, &id);
    let is_wide = figure.wide || drawing.as_ref().is_some_and(|d| !d.is_narrow());
    html! {
        figure.wide[is_wide] {
            @match drawing {
                Some(drawing) => {
                    div.scroll.plot tabindex="0" role="group" aria-labelledby={ (id) "-title" } {
                        (drawing.inlined(&id, &alt))
                    }
                }
                None => p { (alt) },
            }
            @if !caption.is_empty() { figcaption { (caption) } }
        }
    }
}

/// An SVG document taken apart.
struct Drawing {
    /// How wide it is, in pixels.
    width: f64,
    /// The root's attributes that do not depend on where it stands, as markup.
    attributes: String,
    /// Its name and description, as markup.
    title: Option<String>,
    desc: Option<String>,
    /// What it draws, as markup.
    body: String,
}

impl Drawing {
    /// Takes a document apart, each name in it made one of `scope`.
    fn read(svg: &str, scope: &str) -> Option<Self> {
        let from = svg.find("<svg")?;
        let until = svg.rfind("</svg>")?;
        let (root, body) = tag(svg.get(from..until)?)?;
        let mut size = [None, None];
        let mut view = None;
        let mut attributes = String::new();
        for (name, value) in Attributes(inside(root)) {
            match name {
                "width" => size[0] = value.trim_end_matches("px").parse().ok(),
                "height" => size[1] = value.trim_end_matches("px").parse().ok(),
                "viewBox" => view = Some(value),
                "xmlns" | "lang" | "font-family" | "font-size" | "fill" | "stroke" => {
                    attributes += &format!(" {name}=\"{value}\"");
                }
                // Its role and name are given anew.
                _ => {}
            }
        }
        let (width, view) = match (size, view) {
            ([Some(width), _], Some(view)) => (width, view.to_owned()),
            ([Some(width), Some(height)], None) => (width, format!("0 0 {width} {height}")),
            (_, Some(view)) => (viewed(view)?, view.to_owned()),
            _ => return None,
        };
        attributes += &format!(" viewBox=\"{view}\"");
        let (title, body) = first("title", body);
        let (desc, body) = first("desc", body);
        Some(Self {
            width,
            attributes,
            title: title.map(str::to_owned),
            desc: desc.map(str::to_owned),
            body: scoped(body, scope),
        })
    }

    fn is_narrow(&self) -> bool {
        self.width <= NARROW
    }

    fn inlined(&self, id: &str, alt: &str) -> Markup {
        let alt = html! { (alt) }.into_string();
        let title = self.title.as_ref().unwrap_or(&alt);
        let desc = self.desc.as_ref().or(self.title.as_ref().map(|_| &alt));
        let class = if self.is_narrow() {
            " class=\"narrow\""
        } else {
            ""
        };
        let named = if desc.is_some() {
            format!("{id}-title {id}-desc")
        } else {
            format!("{id}-title")
        };
        let desc = desc.map(|words| format!("<desc id=\"{id}-desc\">{words}</desc>"));
        PreEscaped(format!(
            "<svg{}{class} width=\"{}\" role=\"img\" aria-labelledby=\"{named}\">\
             <title id=\"{id}-title\">{title}</title>{}{}</svg>",
            self.attributes,
            self.width,
            desc.unwrap_or_default(),
            self.body
        ))
    }
}

/// The width of a view box.
fn viewed(view: &str) -> Option<f64> {
    view.split([' ', ',']).nth(2)?.parse().ok()
}

/// The tag at the beginning of a text, and what follows it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(text.split_at(at + 1)),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// What stands in a tag behind its name.
fn inside(tag: &str) -> &str {
    let tag = tag.trim_start_matches('<').trim_end_matches(['>', '/']);
    tag.find(char::is_whitespace).map_or("", |at| &tag[at..])
}

/// The content of the element if it stands first, and what follows it.
fn first<'a>(name: &str, text: &'a str) -> (Option<&'a str>, &'a str) {
    let found = || {
        let (opening, rest) = tag(text.trim_start())?;
        let begins = opening.strip_prefix('<')?.strip_prefix(name)?;
        if !begins.starts_with(['>', ' ', '\n']) {
            return None;
        }
        rest.split_once(&format!("</{name}>"))
    };
    match found() {
        Some((content, rest)) => (Some(content), rest),
        None => (None, text),
    }
}

/// Markup with each name, and each mention of one, made one of `scope`. Comments are dropped,
/// and style sheets, which the page's policy does not allow.
fn scoped(markup: &str, scope: &str) -> String {
    let mut set = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        set.push_str(&rest[..at]);
        rest = &rest[at..];
        let skipped = [("<!--", "-->"), ("<style", "</style>"), ("<?", "?>")]
            .iter()
            .find(|(begin, _)| rest.starts_with(begin));
        if let Some((_, end)) = skipped {
            rest = rest.split_once(end).map_or("", |(_, rest)| rest);
            continue;
        }
        let Some((tag, behind)) = tag(rest) else {
            break;
        };
        set.push_str(&renamed(tag, scope));
        rest = behind;
    }
    set.push_str(rest);
    set
}

/// A tag with its names made those of `scope`; as it was if it has none.
fn renamed(tag: &str, scope: &str) -> String {
    let mut set = tag.to_owned();
    for (name, value) in Attributes(inside(tag)) {
        let new = match name {
            "id" => format!("{scope}-{value}"),
            "href" | "xlink:href" => value.replacen('#', &format!("#{scope}-"), 1),
            "aria-labelledby" | "aria-describedby" => {
                let names: Vec<String> = value
                    .split_ascii_whitespace()
                    .map(|one| format!("{scope}-{one}"))
                    .collect();
                names.join(" ")
            }
            _ => value.replace("url(#", &format!("url(#{scope}-")),
        };
        if new != value {
            for quote in ['"', '\''] {
                let old = format!(" {name}={quote}{value}{quote}");
                set = set.replacen(&old, &format!(" {name}={quote}{new}{quote}"), 1);
            }
        }
    }
    set
}

/// The attributes of a tag, each as name and value without its quotes.
struct Attributes<'a>(&'a str);

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, rest) = self.0.split_once('=')?;
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, rest) = rest[1..].split_once(quote)?;
        self.0 = rest;
        Some((name.trim(), value))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn inlined(svg: &str) -> String {
        let drawing = Drawing::read(svg, "f").unwrap();
        drawing.inlined("f", "alt & mere").into_string()
    }

    #[test]
    fn a_drawing_s_names_become_the_figure_s() {
        let svg = "<?xml version=\"1.0\"?>\n<svg width='800' height=\"40\" id=\"x\">\
                   <clipPath id=\"a\"/><g clip-path=\"url(#a)\"><use href='#a'/></g>\
                   <text>id=\"a\"</text></svg>\n";
        assert_eq!(
            inlined(svg),
            "<svg viewBox=\"0 0 800 40\" width=\"800\" role=\"img\" aria-labelledby=\"f-title\">\
             <title id=\"f-title\">alt &amp; mere</title>\
             <clipPath id=\"f-a\"/><g clip-path=\"url(#f-a)\"><use href='#f-a'/></g>\
             <text>id=\"a\"</text></svg>"
        );
    }

    #[test]
    fn a_drawing_keeps_its_own_title_and_description() {
        let svg = "<svg viewBox=\"0 0 10 20\">\n<title id=\"t\">Trappe &lt;</title>\n\
                   <desc id=\"d\">Tre trin</desc><style>a{}</style><g><title>PLA-1</title></g></svg>";
        assert_eq!(
            inlined(svg),
            "<svg viewBox=\"0 0 10 20\" class=\"narrow\" width=\"10\" role=\"img\" \
             aria-labelledby=\"f-title f-desc\"><title id=\"f-title\">Trappe &lt;</title>\
             <desc id=\"f-desc\">Tre trin</desc><g><title>PLA-1</title></g></svg>"
        );
    }

    #[test]
    fn what_is_no_drawing_is_said_in_words() {
        assert!(Drawing::read("ingen tegning", "f").is_none());
        assert!(Drawing::read("<svg><g/></svg>", "f").is_none());
    }
}
