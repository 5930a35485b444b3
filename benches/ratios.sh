#!/usr/bin/env bash
# How long `plateau score` takes for answers, beside `wc -l` of the same file: whole processes, in turn.
#
#   benches/ratios.sh [FILE...]
#
# Without files, 3.1 million answers of 100,000 people are made up (RESPONDENTS=n for another number), as
# a long and a wide file. PLATEAU names the program (target/release/plateau), RUNS how often each
# command runs (5), PEERS a Python with duckdb or polars, which then count the same long files.
# Wall and CPU seconds are medians; peak memory needs GNU time and is left out without it.
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
      level[++levels] = parts[2]; level[++levels] = parts[3]
      header = "respondent,unit,role"
      if (shape == "long") header = header ",practice,level,comment"
      else for (p = 1; p <= n; p++) header = header "," id[p]
      print header
      for (r = 1; r <= people; r++) {
        who = sprintf("r%07d,Enhed %03d,%s", r, (r * 7919) % 200, r % 9 ? "medarbejder" : "leder")
        row = who
        for (p = 1; p <= n; p++) {
          answer = level[(r * 31 + p * p * 7 + int(r / 13)) % levels + 1]
          if (shape == "long") print who "," id[p] "," answer ","
          else row = row "," answer
        }
        if (shape == "wide") print row
      }
    }'
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
  if command -v /usr/bin/time >/dev/null; then
    peak=$(/usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -1 | awk '{ printf "%.0f", $1 / 1024 }')
  fi
  local wall cpu wc_wall wc_cpu
  wall=$(awk '{ print $1 }' "$folder/own" | median)
  cpu=$(awk '{ print $2 + $3 }' "$folder/own" | median)
  wc_wall=$(awk '{ print $1 }' "$folder/wc" | median)
  wc_cpu=$(awk '{ print $2 + $3 }' "$folder/wc" | median)
  awk -v n="$name" -v w="$wall" -v c="$cpu" -v p="$peak" -v a="$wc_wall" -v b="$wc_cpu" \
    'BEGIN { printf "| %s | %.3f | %.3f | %s | %.1f | %.1f |\n", n, w, c, p, w / (a ? a : 0.001), c / (b ? b : 0.001) }'
}

peer() { # MODULE FILE
  case $1 in
    polars) echo "import polars; polars.scan_csv('$2').group_by('unit','role','practice','level').len().collect(engine='streaming')" ;;
    duckdb) echo "import duckdb; duckdb.sql(\"select unit, role, practice, level, count(*) from read_csv('$2') group by all\").fetchall()" ;;
  esac
}

if [ $# -eq 0 ]; then
  for shape in long wide; do
    make_up "$shape" "${RESPONDENTS:-100000}" >"$folder/$shape.csv"
    set -- "$@" "$folder/$shape.csv"
  done
fi
for file in "$@"; do
  cat "$file" >/dev/null # into the page cache
  printf '\n%s, %s MB\n\n' "$(basename "$file")" "$(($(wc -c <"$file") / 1000000))"
  echo '| command | wall s | CPU s | peak MB | wall ÷ `wc -l` | CPU ÷ `wc -l` |'
  echo '| --- | --- | --- | --- | --- | --- |'
  measure 'plateau score, terminal' "$file" "$plateau" score "$file"
  measure 'plateau score, JSON' "$file" "$plateau" score "$file" --format json -o /dev/null
  case $(head -1 "$file") in *practice*) ;; *) continue ;; esac
  for module in polars duckdb; do
    if [ -n "${PEERS:-}" ] && "$PEERS" -c "import $module" 2>/dev/null; then
      measure "$module" "$file" "$PEERS" -c "$(peer "$module" "$file")"
    else
      echo "| $module | not measured: PEERS names no Python that has it | | | | |"
    fi
  done
done
