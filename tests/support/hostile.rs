//! What people could write to make something run, move or hide: one list for every field that
//! holds people's own words.

/// What a terminal, a spreadsheet, Markdown or a browser could take for more than words.
pub const HOSTILE: &[&str] = &[
    "=HYPERLINK(\"http://ond.example\";\"klik\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    " =1+1",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)> &lt;b&gt;",
    "**fed** _skrå_ `kode` ~~streg~~ [klik](http://ond.example) ![](x.png)",
    "# overskrift",
    "1. punkt",
    "- [x] opgave",
    "> citat",
    "www.ond.example https://ond.example a@ond.example @nogen #12",
    "| a | b |\n| --- | --- |",
    "linje\n\n---\n# ny",
    "\u{1b}[31mrød\u{1b}[0m \u{1b}]8;;http://ond.example\u{7}klik\u{1b}]8;;\u{7}",
    "\u{202e}tekst.exe\u{202c} \u{2066}x\u{2069} \u{200b}\u{feff}",
    "nul\0 \u{9b}31m \u{85}",
    "a;b,c\"d'e",
    "```\nkode\n```",
    "$x^2$ {{ skabelon }} {#id}",
    "\\",
];

/// What a browser could be made to do something by.
pub const TRAPS: &[&str] = &[
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)><a href=\"javascript:alert(1)\">x</a>",
    "javascript:alert(1)",
    "]]><!--<![CDATA[ -->",
    "</script><iframe srcdoc=\"<script>alert(1)</script>\">",
    "&lt;script&gt; &#60;script&#62; &amp;",
    "<base href=//ond.example><meta http-equiv=refresh content=0;//ond.example>",
    "\u{202e}bagvendt\u{202c} nul\0 \u{200b}",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
];

/// What the PDF's typesetter, its typeface or a reader of links could trip over.
pub const MARKUP: &[&str] = &[
    "#panic(\"x\") #import \"/data.json\": *",
    "*fed* _skrå_ $x^2$ `rå` @ref <mærke> = ikke en overskrift",
    "#read(\"/etc/passwd\") \\ // ikke en kommentar /* heller ikke */ ~ -- --- ...",
    "=cmd|' /C calc'!A0",
    "javascript:alert(1) data:text/html,<script>alert(1)</script>",
    "Tak 👍🏽 til 漢字, Ω og 👨\u{200d}👩\u{200d}👧",
    "\u{202e}bagvendt\u{202c} og \u{2066}indlejret\u{2069}",
    "_x0041_ &amp; &#65; %41",
    "%PDF-1.7 endstream endobj",
];

/// All of it.
pub fn all() -> impl Iterator<Item = &'static str> + Clone {
    HOSTILE.iter().chain(TRAPS).chain(MARKUP).copied()
}
