#!/bin/sh
# Replay against wrk and hey: PUTs of one size at a sink, eight connections, interleaved rounds.
# The sink reads every body before it answers, and its own counters count.
#
#   bench/replay.sh [ROUNDS] [64k|64kx16|4m]...      needs: gcc, wrk, hey, GNU time, and src/target/imagestore-tck.jar
#
# 64k: 60,000 sessions of one chunk, never committed. 64kx16: 16,384 files of sixteen chunks, committed. 4m: 3,000 chunks.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-"$here/../src/target/imagestore-tck.jar"}
rounds=${1:-5}
[ $# -gt 0 ] && shift
[ $# -eq 0 ] && set -- 64k 64kx16 4m
work=$(mktemp -d)
port=${PORT:-18081}
gcc -O2 -pthread "$here/sink.c" -o "$work/sink"
"$work/sink" "$port" 2>> "$work/sink.log" &
sink=$!
trap 'kill $sink; rm -rf "$work"' EXIT
sleep 1

counted() { # NAME SIZE COMMAND...: runs it and prints what the sink counted, with the command's CPU time and memory
    name=$1; size=$2; shift 2
    kill -USR1 $sink; sleep 0.2; : > "$work/sink.log"
    /usr/bin/time -f '%U %S %M' -o "$work/time" "$@" > "$work/out" 2>&1 || { cat "$work/out"; exit 1; }
    kill -USR1 $sink; sleep 0.2
    awk -v name="$name" -v size="$size" -v used="$(tail -1 "$work/time")" '
        { for (i = 1; i <= NF; i++) { split($i, p, "="); v[p[1]] = p[2] }
          split(used, u, " "); gb = v["bytes"] / 1e9
          printf "%-6s %-7s %8.0f requests/s %8.1f MB/s  cut %d  CPU %.2f s/GB  RSS %.0f MB\n", size, name,
                 v["requests"] / v["seconds"], v["bytes"] / v["seconds"] / 1e6, v["cut"], (u[1] + u[2]) / gb, u[3] / 1024 }
    ' "$work/sink.log"
}

for size in "$@"; do
    case $size in
        64k) bytes=65536; shape="--files 60000 --size 64k --chunk 64k --no-commit" ;;
        64kx16) bytes=65536; shape="--files 16384 --size 1m --chunk 64k" ;;
        4m) bytes=4194304; shape="--files 3000 --size 4m --chunk 4m --no-commit" ;;
        *) echo "expected 64k, 64kx16 or 4m, not $size" >&2; exit 2 ;;
    esac
    head -c "$bytes" /dev/urandom > "$work/body"
    # shellcheck disable=SC2086 # the shape is words
    java -jar "$jar" generate --out "$work/recording" $shape --contents 1 --connections 8 > /dev/null
    for round in $(seq "$rounds"); do
        counted replay "$size" java -Xmx256m -jar "$jar" replay "$work/recording" --target "http://127.0.0.1:$port" \
            --speed max --connections 8 --reports "$work/reports"
        BODY="$work/body" counted wrk "$size" wrk -t1 -c8 -d5s -s "$here/put.lua" "http://127.0.0.1:$port"
        counted hey "$size" hey -z 5s -c 8 -m PUT -D "$work/body" "http://127.0.0.1:$port/ImageStore/x"
    done
done
