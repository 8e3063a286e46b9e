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
python3 - "$result" "$started" "$ended" "$again_started" "$again_ended" <<'PY'
import json, sys
result = json.loads(sys.argv[1])
s, e, s2, e2 = map(float, sys.argv[2:6])
print(json.dumps({"benchmark": "main-job", "seconds": round(e - s, 1), "seconds_unchanged": round(e2 - s2, 1),
                  "steps": result["seconds"], "peak_memory_mib": result.get("peak_memory_mib")}))
PY
