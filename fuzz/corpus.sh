#!/usr/bin/env bash
# Fills corpus/ with what the tests and examples hold, so that fuzzing begins with sound files.
set -euo pipefail
cd "$(dirname "$0")"
for target in answers reads workbook opendocument assessment mapping model overlay logo plan sheet recovery
do mkdir -p "corpus/$target"; done

# copy TARGET FILE...: under a name made of the path, so that no two are one.
copy() {
  local target=$1 file
  shift
  for file in "$@"; do cp "$file" "corpus/$target/$(echo "${file#../}" | tr '/ ' '__')"; done
}

# found ENDING...: the files of the tests and examples that end so, none of them large.
found() {
  local names=() ending
  for ending in "$@"; do names+=(-o -name "*$ending"); done
  find ../tests ../examples -type f -size -64k \( "${names[@]:1}" \) -not -path '*/node_modules/*'
}

mapfile -t answers < <(found .csv .tsv .xlsx .ods)
copy answers "${answers[@]}"
mapfile -t texts < <(found .csv .tsv)
copy plan "${texts[@]}"
copy sheet "${texts[@]}"
for file in "${texts[@]}"; do
  # Some text at hand, nothing declared, no header but the file's own.
  { printf '\x40\x00\x00'; cat "$file"; } >"corpus/reads/$(echo "${file#../}" | tr '/ ' '__')"
done
mapfile -t assessments < <(found assessment.toml)
copy assessment "${assessments[@]}"
copy overlay "${assessments[@]}"
mapfile -t overlays < <(grep -lr --include='*.toml' -e '^\[levels\.' -e '^\[practices\.' ../tests ../examples || true)
copy overlay "${overlays[@]}"
mapfile -t mappings < <(grep -lr --include='*.toml' '^from = ' ../tests ../examples || true)
copy mapping "${mappings[@]}"
mapfile -t logos < <(found .svg .png)
copy logo "${logos[@]}"

number=0
for name in model processer kunder forbedringer planlaegning praestation text/en; do
  { printf "\\x$(printf %02x $number)"; cat "../model/driftsledelse-2024/$name.toml"; } \
    >"corpus/model/${name//\//_}"
  number=$((number + 1))
done

cat >corpus/workbook/wide <<'XML'
<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>PRO-1</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2" t="str"><v>ved ikke</v></c></row></sheetData></worksheet>
%%%%
<sst uniqueCount="1"><si><t>PLA-4</t></si></sst>
XML
cat >corpus/opendocument/wide <<'XML'
<table:table table:name="Svar"><table:table-row><table:table-cell office:value-type="string"><text:p>PRO-1</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>PLA-4</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="3"/><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>ved<text:s text:c="1"/>ikke</text:p></table:table-cell></table:table-row></table:table>
XML
cat >corpus/sheet/moderation <<'CSV'
praksis;niveau;enhed;måling;kommentar;evidens;dato;link;modereret;begrundelse;af
PRO-1;3;;;fint;målt;2026-01-01;https://a.example;;;
PLA-4;;all;;;;;;4;talt igennem;en vært
CSV
cat >corpus/logo/shapes.svg <<'XML'
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 20"><defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1"/></linearGradient><clipPath id="c"><circle r="9"/></clipPath><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><pattern id="p" width="4" height="4"><path d="M0 0h2v2z"/></pattern></defs><style>.a{fill:url(#g)}</style><g clip-path="url(#c)" transform="rotate(9)"><path class="a" filter="url(#f)" d="M0 0h9v9z"/><use xlink:href="#p"/><rect width="9" height="9" fill="url(#p)" opacity=".5"/></g></svg>
XML
for number in 1 2 3 4 5 6 7 8; do echo "organisation $number" >"corpus/recovery/$number"; done
