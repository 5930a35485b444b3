#!/usr/bin/env bash
# Fills corpus/ with what the tests and examples hold, so that fuzzing begins with sound files.
set -euo pipefail
cd "$(dirname "$0")"
for target in answers workbook assessment mapping model plan; do mkdir -p "corpus/$target"; done

# copy TARGET FILE...: under a name made of the path, so that no two are one.
copy() {
  local target=$1 file
  shift
  for file in "$@"; do cp "$file" "corpus/$target/$(echo "${file#../}" | tr '/ ' '__')"; done
}

mapfile -t answers < <(find ../tests/answers ../tests/allotments ../tests/versions ../examples -type f \
  \( -name '*.csv' -o -name '*.tsv' -o -name '*.txt' -o -name '*.xlsx' -o -name '*.ods' \) -size -64k)
copy answers "${answers[@]}"
copy plan "${answers[@]}"
mapfile -t assessments < <(find ../tests ../examples -name assessment.toml)
copy assessment "${assessments[@]}"
mapfile -t mappings < <(find ../tests -name 'mapping*.toml')
copy mapping "${mappings[@]}"

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
