#!/bin/sh
# What recording costs: PUTs of one size over eight connections, straight at a target, through record, and through mitmdump,
# which keeps bodies too. Interleaved rounds; no two bodies are equal, and what a side kept is removed and synced before the
# next one. Straight, the target reads each body and answers. record passes octets on as they come, and meanwhile digests
# them and writes each body to a file of its own; mitmdump takes a request whole before it passes it on, keeps each in
# memory until it is answered, and appends it to one file. Neither flushes. Each proxy is started anew for each round, and
# warmed up for a second that does not count.
#
#   bench/record.sh [ROUNDS] [64k|4m]...      needs: gcc, mitmdump, curl and src/target/imagestore-tck.jar
#
#   TARGET=sink (default) or server, which is the reference server; SECONDS_A_RUN, 4 by default; REQUESTS, the most that a
#   run sends, 1000 by default (60000 of 64k), for it takes that many times the size of disk; FOLDER says where;
#   JAVA_OPTS for record
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-"$here/../src/target/imagestore-tck.jar"}
rounds=${1:-3}
[ $# -gt 0 ] && shift
[ $# -eq 0 ] && set -- 4m
seconds=${SECONDS_A_RUN:-4}
what=${TARGET:-sink}
port=${PORT:-18084}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
target=
proxy=
trap 'kill $proxy $target 2> /dev/null || :; wait; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

gcc -O2 -pthread "$here/load.c" -o "$work/load"
case $what in
    sink)
        gcc -O2 -pthread "$here/sink.c" -o "$work/sink"
        "$work/sink" "$port" 2> "$work/target.log" & target=$!
        at=$port ;;
    server)
        java -jar "$jar" serve --port 0 --data "$work/server" --max-sessions 100000000 > "$work/target.log" 2>&1 & target=$!
        until at=$(grep -o '127.0.0.1:[0-9]*' "$work/target.log") && [ -n "$at" ]; do sleep 0.2; done
        at=${at#*:} ;;
    *) echo "expected TARGET=sink or TARGET=server, not $what" >&2; exit 2 ;;
esac
until curl -s -o "$work/ready" "http://127.0.0.1:$at/"; do
    kill -0 "$target" 2> /dev/null || { cat "$work/target.log" >&2; exit 1; }
    sleep 0.2
done

ticks() { # PID: hundredths of a second of processor time, children included
    cat "/proc/$1/stat" $(for child in $(pgrep -P "$1"); do echo "/proc/$child/stat"; done) |
        awk '{ sub(/.*\) /, ""); sum += $12 + $13 } END { print sum }'
}

run=0
load() { # PORT SECONDS: leaves in out what was answered, the seconds, and what was refused
    run=$((run + 1))
    "$work/load" "$1" 8 "$2" "$work/body" chunks "$run" 16 "$requests" > "$work/out"
}

straight() {
    load "$at" 1
    load "$at" "$seconds"
    echo "$size straight $(cat "$work/out") $bytes 0 0 0" >> "$work/all"
}

record() {
    # shellcheck disable=SC2086 # options of the virtual machine are words
    java ${JAVA_OPTS:-} -jar "$jar" record --listen 127.0.0.1:0 --target "http://127.0.0.1:$at" --out "$work/kept" \
        > "$work/proxy.log" 2>&1 & proxy=$!
    until through=$(grep -o '127.0.0.1:[0-9]*' "$work/proxy.log") && [ -n "$through" ]; do
        kill -0 "$proxy" 2> /dev/null || { cat "$work/proxy.log" >&2; exit 1; }
        sleep 0.2
    done
    through record "${through#*:}"
}

mitmdump_() {
    mkdir "$work/kept"
    mitmdump -q --set confdir="$work/mitm" --mode "reverse:http://127.0.0.1:$at" --listen-host 127.0.0.1 \
        --listen-port $((port + 1)) -w "$work/kept/flows" > "$work/proxy.log" 2>&1 & proxy=$!
    until curl -s -o "$work/ready" "http://127.0.0.1:$((port + 1))/"; do
        kill -0 "$proxy" 2> /dev/null || { cat "$work/proxy.log" >&2; exit 1; }
        sleep 0.2
    done
    through mitmdump $((port + 1))
}

through() { # NAME PORT: measures the proxy, ends it, and counts what it kept
    load "$2" 1
    warm=$(cut -d' ' -f1 "$work/out")
    before=$(ticks "$proxy")
    load "$2" "$seconds"
    used=$(($(ticks "$proxy") - before))
    memory=$(awk '/VmHWM/ { print $2 }' "/proc/$proxy/status")
    kill "$proxy"
    wait "$proxy" || :
    proxy=
    kept=$(du -s --apparent-size -B 1 "$work/kept" | cut -f1)
    wanted=$((($(cut -d' ' -f1 "$work/out") + warm) * bytes))
    [ "$kept" -ge "$wanted" ] || { echo "$1 kept $kept octets of $wanted" >&2; cat "$work/proxy.log" >&2; }
    echo "$size $1 $(cat "$work/out") $bytes $used $memory" >> "$work/all"
}

empty() {
    rm -rf "$work/kept"
    [ ! -d "$work/server" ] || find "$work/server" -type f -size "+$((bytes / 1024 - 1))k" -exec truncate -s 0 {} +
    sync -f "$work"
}

report() { # the last three lines are a round
    tail -n 3 "$work/all" | sort -r | awk '
        { rate[$2] = $3 / $4; bad += $5; mb = $3 * $6 / $4 / 1e6; gib = $3 * $6 / 2^30 }
        { printf "%s%-8s %7.1f/s %6.0f MB/s", NR == 1 ? $1 "  " : "   ", $2, rate[$2], mb }
        $2 != "straight" { printf " %5.3fx %5.2f CPU s/GiB %4.0f MB", rate[$2] / rate["straight"], gib ? $7 / 100 / gib : 0, $8 / 1024 }
        END { if (rate["mitmdump"]) printf "   record/mitmdump %.2fx", rate["record"] / rate["mitmdump"]
              if (bad) printf "   %d refused", bad; print "" }'
}

order="straight record mitmdump_"
: > "$work/all"
for round in $(seq "$rounds"); do
    echo "round $round, load $(cut -d' ' -f1 /proc/loadavg), target $what"
    for size in "$@"; do
        case $size in 64k) bytes=65536; most=60000 ;; 4m) bytes=4194304; most=1000 ;;
            *) echo "expected 64k or 4m, not $size" >&2; exit 2 ;; esac
        requests=${REQUESTS:-$most}
        head -c "$bytes" /dev/urandom > "$work/body"
        for side in $order; do "$side"; empty; done
        report
    done
    order="${order#* } ${order%% *}"
done
