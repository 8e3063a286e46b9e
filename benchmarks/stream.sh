#!/usr/bin/env bash
# Measures the sensor readings' job on a synthetic delivery, and in the same run a job that only
# generates as many rows and writes them. Both go to a fresh lakehouse through the real catalog
# server. Prints one JSON object.
# Usage: benchmarks/stream.sh [--readings N] [--heap -Xmx1536m] [--keep]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
readings=1000000
heap=-Xmx1536m
keep=
while [ $# -gt 0 ]; do
  case $1 in
    --readings) readings=$2; shift 2 ;;
    --heap) heap=$2; shift 2 ;;
    --keep) keep=yes; shift ;;
    *) printf 'Usage: %s [--readings N] [--heap -Xmx1536m] [--keep]\n' "$0" >&2; exit 1 ;;
  esac
done
work=$(mktemp -d)
catalog=
finish() {
  if [ -n "$catalog" ]; then
    kill "$catalog" 2>/dev/null || true
    wait "$catalog" 2>/dev/null || true
  fi
  if [ -n "$keep" ]; then printf 'Kept %s\n' "$work" >&2; else rm -rf "$work"; fi
}
trap finish EXIT

"$root/citylake" --help >/dev/null
home=$work/home
# An empty file is an empty SQLite database: a home without tables.
mkdir -p "$home/catalog"
: >"$home/catalog/catalog.db"
"$root/citylake" catalog --home "$home" >"$work/catalog.log" 2>&1 &
catalog=$!
services=$home/run/services.json
for _ in $(seq 300); do
  [ -s "$services" ] && break
  kill -0 "$catalog" 2>/dev/null || { cat "$work/catalog.log" >&2; exit 1; }
  sleep 0.2
done
uri=$(sed -n 's/.*"catalog" *: *"\([^"]*\)".*/\1/p' "$services")
CITYLAKE_CATALOG_TOKEN=$(cat "$home/secrets/catalog.token")
export CITYLAKE_CATALOG_TOKEN

jar=$(ls "$root"/streaming-jobs/target/citylake-streaming-jobs-*.jar | head -n 1)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
flags=$root/streaming-jobs/src/main/jvm/flags.txt
mkdir "$work/jobs"
"$java" -Xmx512m "@$flags" -Dfile.encoding=UTF-8 "-Dcitylake.log=$work/benchmark.log" \
  -cp "$jar:$(cat "$root/streaming-jobs/target/classpath.txt")" \
  org.citylake.streamingjobs.benchmark.StreamBenchmark \
  "$root" "$work/jobs" "$uri" "$readings" "$heap" 2>"$work/errors.log" ||
  { tail -n 30 "$work/errors.log" "$work"/jobs/*output.log >&2; exit 1; }
