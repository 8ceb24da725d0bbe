#!/usr/bin/env bash
# Speed and correctness on a machine that has a GPU and its driver, and nothing else.
#
#   benchmarks/gpu.sh build            with the .NET SDK: artifacts/gpu.tar.gz, a program for linux-x64 and this script
#   ./gpu.sh run [OPTIONS]             on the other machine, in the unpacked folder
#
# run lists the accelerators with their self-test against reference, compares every rule on every kind of device with cpu
# bit for bit, and measures. It writes accelerators.txt, check.csv, bench.csv and bench.txt. Options:
#   --backend cuda|opencl   what to run on [cuda]
#   --replicas N            networks that train together, besides 1 [256]
#   --data DIR              folder that holds mnist/ [embedded digits]
#   --out DIR               where to write [gpu-results]
#   --quick                 a tenth of the images, each point once
# The exit code is that of the first step that failed; the later ones are run all the same.
set -u
here="$(cd "$(dirname "$0")" && pwd)"

usage() {
  sed -n '2,/^set -u/s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

build() {
  local root="$here/.." output="$here/../artifacts/gpu"
  rm -rf "$output"
  dotnet publish "$root/src/Simulator" -c Release -r linux-x64 --self-contained -o "$output" -v quiet -nologo \
    -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -p:EnableCompressionInSingleFile=true \
    -p:DebugType=none -p:PackAsTool=false || exit 1
  rm -f "$output"/*.xml "$output"/*.pdb
  cp "$here/gpu.sh" "$output/"
  tar -C "$output" -czf "$root/artifacts/gpu.tar.gz" . && ls -l "$root/artifacts/gpu.tar.gz"
}

run() {
  local backend=cuda replicas=256 out=gpu-results status=0
  local measured=() program="$here/crossbarsim"
  while [ $# -gt 0 ]; do
    case "$1" in
      --backend) backend="${2:?}"; shift 2 ;;
      --replicas) replicas="${2:?}"; shift 2 ;;
      --data) measured+=(--data "${2:?}"); shift 2 ;;
      --out) out="${2:?}"; shift 2 ;;
      --quick) measured+=(--quick); shift ;;
      *) usage ;;
    esac
  done
  mkdir -p "$out" || exit 1

  step accelerators.txt "$program" accelerators
  step check.txt "$program" bench --check --backend "$backend" --out "$out/check.csv"
  step bench.txt "$program" bench --backend "$backend" --replicas 1 --replicas "$replicas" --out "$out/bench.csv" \
    ${measured[@]+"${measured[@]}"}
  return "$status"
}

# Runs a command, shows what it prints and keeps it; remembers the first failure.
step() {
  local file="$out/$1" code
  shift
  "$@" | tee "$file"
  code=${PIPESTATUS[0]}
  [ "$status" -ne 0 ] || status=$code
  [ "$code" -eq 0 ] || echo "exit code $code: ${*:2}" >&2
}

case "${1:-}" in
  build) build ;;
  run) shift; run "$@" ;;
  *) usage ;;
esac
