#!/usr/bin/env python3
"""Makes the embedded family "Plateau Sans" from Source Sans 3.

    npm pack source-sans@3.52.0 && tar xzf source-sans-3.52.0.tgz
    pip install fonttools==4.68.0 brotli==1.2.1
    python3 make.py package/TTF

The Open Font License reserves the name "Source", so that a subset must be called something
else. The digits of Source Sans 3 are tabular by default, which columns of numbers rely on.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FAMILY = "Plateau Sans"
FACES = [("Regular", "SourceSans3-Regular.ttf"), ("Semibold", "SourceSans3-Semibold.ttf")]
CHARACTERS = (
    list(range(0x20, 0x7F))  # ASCII
    + list(range(0xA0, 0x180))  # Latin-1, Latin Extended-A
    + [0x18F, 0x192, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1CD, 0x1CE, 0x1E6, 0x1E7]
    + list(range(0x1FA, 0x220))  # Danish Ǻ Ǽ Ǿ, Romanian Ș Ț
    + [0x2BC, 0x2C6, 0x2C7, 0x2D8, 0x2D9, 0x2DA, 0x2DB, 0x2DC, 0x2DD]
    + list(range(0x300, 0x32A))  # combining marks, for decomposed å and é
    + [0x394, 0x3A3, 0x3A9, 0x3B1, 0x3B2, 0x3BC, 0x3C0, 0x3C3]  # Greek that statistics uses
    + [0x1E9E, 0x1E80, 0x1E81, 0x1E82, 0x1E83, 0x1E84, 0x1E85, 0x1EF2, 0x1EF3]
    + [0x2009, 0x200A, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2018, 0x2019, 0x201A]
    + [0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033]
    + [0x2039, 0x203A, 0x2044, 0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2194]
    + [0x2195, 0x2202, 0x2206, 0x220F, 0x2211, 0x2212, 0x2215, 0x221A, 0x221E, 0x222B, 0x2248]
    + [0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B2, 0x25B3, 0x25B6, 0x25B7]
    + [0x25BC, 0x25BD, 0x25C0, 0x25C1, 0x25C6, 0x25C7, 0x25CA, 0x25CB, 0x25CF, 0x25E6, 0x2610]
    + [0x2611, 0x2612, 0x2713, 0x2714, 0x2717, 0x2718]
    + list(range(0xB2, 0xBA)) + [0x2070] + list(range(0x2074, 0x208F))  # super- and subscripts
)


def rename(font: TTFont, face: str) -> None:
    names = font["name"]
    copyright_ = names.getDebugName(0)
    licence = names.getDebugName(13)
    names.names = []
    strings = {
        0: copyright_,
        1: FAMILY if face == "Regular" else f"{FAMILY} {face}",
        2: "Regular",
        3: f"{FAMILY} {face}",
        4: f"{FAMILY} {face}",
        5: "Version 1.0",
        6: f"PlateauSans-{face}",
        13: licence,
        14: "https://openfontlicense.org",
        16: FAMILY,
        17: face,
    }
    for identity, words in strings.items():
        names.setName(words, identity, 3, 1, 0x409)


def make(source: pathlib.Path, face: str, name: str) -> None:
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "liga", "ccmp", "mark", "mkmk"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["DSIG"]
    font = TTFont(source / name, recalcTimestamp=False)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=CHARACTERS)
    cut.subset(font)
    rename(font, face)
    here = pathlib.Path(__file__).parent
    font.flavor = None
    font.save(here / f"PlateauSans-{face}.ttf")
    font.flavor = "woff2"
    font.save(here / f"PlateauSans-{face}.woff2")


for face, name in FACES:
    make(pathlib.Path(sys.argv[1]), face, name)
