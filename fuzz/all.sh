#!/usr/bin/env bash
# Fuzzes every target for so many seconds of wall time, one after the other, at the lowest priority:
#     fuzz/all.sh SECONDS [TARGET...]
# Prints for each how many inputs were run in how much CPU time. Begin with fuzz/corpus.sh.
set -euo pipefail
cd "$(dirname "$0")"
seconds=$1
shift
targets=("$@")
if [ "${#targets[@]}" = 0 ]; then
  mapfile -t targets < <(grep -A1 '^\[\[bin\]\]' Cargo.toml | sed -n 's/^name = "\(.*\)"/\1/p')
fi
RUSTC_BOOTSTRAP=1 nice -n 19 cargo fuzz build
for target in "${targets[@]}"; do
  log=$(mktemp)
  TIMEFORMAT='%U'
  { time RUSTC_BOOTSTRAP=1 nice -n 19 cargo fuzz run "$target" -- -max_total_time="$seconds" \
      -rss_limit_mb=1024 -timeout=90 -max_len=16384 -dict=dictionary -print_final_stats=1; } \
    >"$log" 2>&1 || { tail -n 30 "$log"; exit 1; }
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  echo "$target: $runs inputs in $(tail -n 1 "$log") s of CPU"
done
