#!/usr/bin/env bash
# How long `plateau score` takes for answers, beside `wc -l` of the same file: whole processes, in turn.
#
#   benches/ratios.sh [FILE...]
#
# Without files, 3.1 million answers of 100,000 people are made up (RESPONDENTS=n for another number): a
# row an answer, in people's order and in any order, in Windows-1252, in UTF-16 and through a pipe, and a
# row a person; and 31,000 answers of 1,000 people, for what a small file takes. Units have Danish letters,
# and one row in 25 has a comment, half of them in quotation marks.
# PLATEAU names the program (target/release/plateau), RUNS how often each command runs (5), PEERS a
# Python with polars, duckdb or pyarrow, which then count the same answers and check nothing else.
# Wall and CPU seconds are medians, their ratios those of the medians of `wc -l` of the same file, run in
# turn; peak memory needs GNU time and is left out without it.
set -euo pipefail
cd "$(dirname "$0")/.."
plateau=${PLATEAU:-target/release/plateau}
runs=${RUNS:-5}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
TIMEFORMAT='%R %U %S'

make_up() { # long|wide PEOPLE: every person of 200 units answers every practice
  "$plateau" form -o "$folder/form.csv" >/dev/null
  sed '1s/^\xef\xbb\xbf//; q' "$folder/form.csv" | awk -F'[,;]' -v shape="$1" -v people="$2" '
    { for (i = 2; i <= NF; i++) if ($i !~ / /) id[++n] = $i }
    END {
      split("1 2 3 4 5 3 2 4 3;ved ikke;ikke relevant", parts, ";")
      levels = split(parts[1], level, " ")
      level[++levels] = parts[2]; level[++levels] = parts[3]; level[++levels] = ""
      remark[0] = "Det fungerer godt i hverdagen"
      remark[1] = "\"Godt, men kun på \"\"papiret\"\"\nog ikke altid\""
      header = "respondent,unit,role"
      if (shape == "long") header = header ",practice,level,comment"
      else for (p = 1; p <= n; p++) header = header "," id[p]
      print header
      for (r = 1; r <= people; r++) {
        who = sprintf("r%07d,Afdelingen på Åen %03d,%s", r, (r * 7919) % 200, r % 9 ? "medarbejder" : "leder")
        row = who
        for (p = 1; p <= n; p++) {
          answer = level[(r * 31 + p * p * 7 + int(r / 13)) % levels + 1]
          said = (r * 17 + p * 5) % 25
          if (shape == "long") print who "," id[p] "," answer "," (said ? "" : remark[(r + p) % 2])
          else row = row "," answer
        }
        if (shape == "wide") print row
      }
    }'
}

# The rows below the header in another order, always the same; a row may have several lines.
mix() {
  awk 'function gcd(a, b) { return b ? gcd(b, a % b) : a }
    NR == 1 { print; next }
    { row = row $0; if (gsub(/"/, "\"", row) % 2) { row = row "\n"; next } rows[++n] = row; row = "" }
    END { step = int(n * 0.382) + 1; while (gcd(step, n) > 1) step++
      for (i = 0; i < n; i++) print rows[(i * step) % n + 1] }' "$1"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

measure() { # NAME FILE COMMAND...: one row of the table
  local name=$1 file=$2 i peak='–'
  shift 2
  : >"$folder/own"; : >"$folder/wc"
  "$@" >/dev/null
  for ((i = 0; i < runs; i++)); do
    { time "$@" >/dev/null; } 2>>"$folder/own"
    { time wc -l "$file" >/dev/null; } 2>>"$folder/wc"
  done
  if [ "$1" != through_a_pipe ] && command -v /usr/bin/time >/dev/null; then
    peak=$(/usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -1 | awk '{ printf "%.0f", $1 / 1024 }')
  fi
  local wall cpu wc_wall wc_cpu
  wall=$(awk '{ print $1 }' "$folder/own" | median)
  cpu=$(awk '{ print $2 + $3 }' "$folder/own" | median)
  wc_wall=$(awk '{ print $1 }' "$folder/wc" | median)
  wc_cpu=$(awk '{ print $2 + $3 }' "$folder/wc" | median)
  awk -v n="$name" -v f="$(basename "$file")" -v w="$wall" -v c="$cpu" -v p="$peak" -v a="$wc_wall" -v b="$wc_cpu" \
    'BEGIN { printf "| %s | %s | %.3f | %.3f | %s | %.1f | %.1f |\n", f, n, w, c, p, w / (a ? a : 0.001), c / (b ? b : 0.001) }'
}

peer() { # MODULE FILE
  case $1 in
    polars) echo "import polars; polars.scan_csv('$2').group_by('unit','role','practice','level').len().collect(engine='streaming')" ;;
    duckdb) echo "import duckdb; duckdb.sql(\"select unit, role, practice, level, count(*) from read_csv('$2') group by all\").fetchall()" ;;
    pyarrow) echo "import pyarrow.csv as c; c.read_csv('$2', parse_options=c.ParseOptions(newlines_in_values=True)).group_by(['unit','role','practice','level']).aggregate([([], 'count_all')])" ;;
  esac
}

through_a_pipe() { cat "$1" | "$plateau" score - --format json -o /dev/null; }

if [ $# -eq 0 ]; then
  for shape in long wide; do
    make_up "$shape" "${RESPONDENTS:-100000}" >"$folder/$shape.csv"
  done
  mix "$folder/long.csv" >"$folder/random.csv"
  iconv -f utf-8 -t windows-1252 "$folder/long.csv" >"$folder/windows-1252.csv"
  iconv -f utf-8 -t utf-16 "$folder/long.csv" >"$folder/utf-16.csv"
  make_up long 1000 >"$folder/small.csv"
  set -- "$folder"/{long,random,wide,windows-1252,utf-16,small}.csv
fi
echo '| file | command | wall s | CPU s | peak MB | wall ÷ `wc -l` | CPU ÷ `wc -l` |'
echo '| --- | --- | --- | --- | --- | --- | --- |'
for file in "$@"; do
  cat "$file" >/dev/null # into the page cache
  measure 'plateau score, JSON' "$file" "$plateau" score "$file" --format json -o /dev/null
  case $(basename "$file") in
    long*) ;;
    small*) measure 'plateau score, terminal' "$file" "$plateau" score "$file" && continue ;;
    *) continue ;;
  esac
  measure 'the same through a pipe' "$file" through_a_pipe "$file"
  for module in polars duckdb pyarrow; do
    if [ -n "${PEERS:-}" ] && "$PEERS" -c "import $module" 2>/dev/null; then
      measure "$module" "$file" "$PEERS" -c "$(peer "$module" "$file")"
    else
      echo "| $(basename "$file") | $module | not measured: PEERS names no Python that has it | | | | |"
    fi
  done
done
