#!/usr/bin/env bash
# Times the main job: cold (fresh clone, empty Maven repository unless --warm-repository) and warm (fresh home, built).
# Prints one JSON object with seconds per step and the peak memory of every child process.
# Usage: benchmarks/main-job.sh [--cold]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ "${1:-}" = "--cold" ]; then
  git clone -q "$root" "$work/clone"
  export MAVEN_OPTS="${MAVEN_OPTS:-} -Dmaven.repo.local=$work/repository"
  command="$work/clone/citylake"
else
  command="$root/citylake"
  "$command" --help >/dev/null
fi
started=$(date +%s.%N)
result=$("$command" demo --once --home "$work/home" --json 2>"$work/log" | tail -n 1) || { tail -n 20 "$work/log" >&2; exit 1; }
ended=$(date +%s.%N)
again_started=$(date +%s.%N)
"$command" demo --once --home "$work/home" --json >/dev/null 2>&1
again_ended=$(date +%s.%N)
python3 - "$result" "$started" "$ended" "$again_started" "$again_ended" "$work/log" <<'PY'
import json, re, sys
result = json.loads(sys.argv[1])
s, e, s2, e2 = map(float, sys.argv[2:6])
memory = [line for line in open(sys.argv[6]) if line.startswith("Memory ")]
peaks = {name: int(mib) for name, mib in re.findall(r"(\S+) (\d+) MiB", memory[-1])}
print(json.dumps({"benchmark": "main-job", "seconds": round(e - s, 1), "seconds_unchanged": round(e2 - s2, 1),
                  "steps": result["seconds"], "peak_memory_mib": peaks}))
PY
