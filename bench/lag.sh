#!/bin/sh
# How late a replay is: a trace of some seconds at 1x and 4x, with the lag behind the plan in milliseconds, what became of
# the plan (fidelity is the share of exchanges that were neither late nor out of order), and the exit code. The most after
# five seconds leaves the start of the Java machine out, which is slow before it has compiled. The trace is
# made up, one exchange following the other at an even rate, in chunks of 64 KiB, four overlapping; or RECORDING names one
# that was recorded, whose seconds are its own. An exchange cannot be sent before those it has to wait for are answered, so
# that a slow target makes a replay late too: TARGET=sink, the default, answers at once, and TARGET=server is the reference
# server, where what is stored is compared as well.
#
#   bench/lag.sh [SECONDS] [SPEED]...      e.g. 60 1x 4x      needs: gcc, curl, jq and src/target/imagestore-tck.jar
#
#   RATE, exchanges a second at 1x, 200 by default; ROUNDS, 1 by default; FOLDER says where the bytes go
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-"$here/../src/target/imagestore-tck.jar"}
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -eq 0 ] && set -- 1x 4x
rate=${RATE:-200}
what=${TARGET:-sink}
port=${PORT:-18086}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
target=
trap 'kill $target 2> /dev/null || :; wait; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

case $what in
    sink)
        gcc -O2 -pthread "$here/sink.c" -o "$work/sink"
        "$work/sink" "$port" 2> "$work/target.log" & target=$!
        url=http://127.0.0.1:$port ;;
    server)
        java -jar "$jar" serve --port 0 --oracle --data "$work/server" > "$work/target.log" 2>&1 & target=$!
        until url=$(grep -o 'http://[^ ]*' "$work/target.log") && [ -n "$url" ]; do sleep 0.2; done ;;
    *) echo "expected TARGET=sink or TARGET=server, not $what" >&2; exit 2 ;;
esac
until curl -s -o "$work/ready" "$url/"; do
    kill -0 "$target" 2> /dev/null || { cat "$work/target.log" >&2; exit 1; }
    sleep 0.2
done

recording=${RECORDING:-"$work/recording"}
if [ -z "${RECORDING:-}" ]; then # sixteen chunks and a commit a file
    java -jar "$jar" generate --out "$recording" --files $((seconds * rate / 17 + 1)) --size 1m --chunk 64k --contents 1 \
        --rate "$rate" > "$work/out"
fi
[ "$what" = sink ] || content="--content $url/_content/{path}"
for round in $(seq "${ROUNDS:-1}"); do
    echo "round $round, load $(cut -d' ' -f1 /proc/loadavg), target $what, $rate exchanges/s at 1x"
    for speed in "$@"; do
        code=0
        # shellcheck disable=SC2086 # options are words
        java -Xmx256m ${JAVA_OPTS:-} -jar "$jar" replay "$recording" --target "$url" ${content:-} --speed "$speed" \
            --reports "$work/reports" > "$work/out" 2>&1 || code=$?
        [ -f "$work/reports/replay-report.json" ] || { cat "$work/out" >&2; exit 1; }
        jq -r --arg speed "$speed" --arg code "$code" '.fidelity as $f | ($f.lag | map_values(numbers / 1000)) as $l |
            "\($speed)\t\(.counts.sent) in \(.throughput.seconds * 10 | round / 10) s" +
            "   lag p50 \($l.p50)  p90 \($l.p90)  p99 \($l.p99)  p999 \($l.p999)  max \($l.max)" +
            "  after 5 s \([$f.lagOverTime[] | select(.fromSeconds >= 5).max / 1000] | max // "none") ms" +
            "   fidelity \($f.score * 10000 | round / 10000)  late \($f.late)  inversions \($f.inversions)" +
            "   exit \($code) \(.verdict.status)"' "$work/reports/replay-report.json"
        rm -rf "$work/reports"
    done
done
