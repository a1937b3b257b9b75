#!/bin/sh
# What a replay needs in a heap of 256 MB for recordings of some sizes: what is alive after a collection, asked for twice a
# second while it runs, and the resident memory, each at its highest. It is flat if they do not grow with the recording.
# All files of a recording share their bodies, so that it takes 1 GiB of disk at most; the target is a sink that reads and forgets.
#
#   bench/replay-memory.sh [GIBIBYTES]...      e.g. 1 4 16      needs: gcc, curl, a JDK and src/target/imagestore-tck.jar
#
#   SHAPE=long (default): files of 1 GiB in chunks of 4 MiB; SHAPE=many: files of 1 MiB in chunks of 64 KiB, all committed
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-"$here/../src/target/imagestore-tck.jar"}
[ $# -eq 0 ] && set -- 1 4 16
shape=${SHAPE:-long}
port=${PORT:-18087}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
sink=
replay=
trap 'kill $replay $sink 2> /dev/null || :; wait; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
gcc -O2 -pthread "$here/sink.c" -o "$work/sink"
"$work/sink" "$port" 2> "$work/sink.log" & sink=$!
until curl -s -o "$work/ready" "http://127.0.0.1:$port/"; do
    kill -0 "$sink" 2> /dev/null || { cat "$work/sink.log" >&2; exit 1; }
    sleep 0.2
done

most() { # FILE of kilobytes: the most of them in megabytes
    sort -n "$1" | tail -n 1 | awk '{ most = $1 } END { printf "%d", most / 1024 }'
}

for gibibytes in "$@"; do
    case $shape in
        long) files="--files $gibibytes --size 1g --chunk 4m" ;;
        many) files="--files $((gibibytes * 1024)) --size 1m --chunk 64k" ;;
        *) echo "expected SHAPE=long or SHAPE=many, not $shape" >&2; exit 2 ;;
    esac
    # shellcheck disable=SC2086 # options are words
    java -jar "$jar" generate --out "$work/recording" $files --contents 1 --connections 8 > "$work/out"
    java -Xmx256m -jar "$jar" replay "$work/recording" --target "http://127.0.0.1:$port" --speed max --connections 8 \
        --reports "$work/reports" > "$work/out" 2>&1 & replay=$!
    : > "$work/alive"
    : > "$work/resident"
    while kill -0 "$replay" 2> /dev/null; do
        sleep 0.5
        awk '/VmHWM/ { print $2 }' "/proc/$replay/status" 2> /dev/null >> "$work/resident" || :
        if jcmd "$replay" GC.run > "$work/jcmd" 2>&1 && jcmd "$replay" GC.heap_info > "$work/jcmd" 2>&1; then
            # The new and the old generation, or the one heap of G1.
            grep -v -i metaspace "$work/jcmd" | grep -v 'class space' | grep -o 'used [0-9]*K' |
                awk '{ sum += $2 } END { print sum + 0 }' >> "$work/alive"
        fi
    done
    code=0
    wait "$replay" || code=$?
    replay=
    printf '%s GiB, %s: %s exchanges, recording %s on disk; alive %d MB at most (asked %d times), resident %d MB; exit %d\n' \
        "$gibibytes" "$shape" "$(grep -c number "$work/recording/traffic.jsonl")" "$(du -sh "$work/recording" | cut -f1)" \
        "$(most "$work/alive")" "$(grep -c . "$work/alive")" \
        "$(most "$work/resident")" "$code"
    [ "$code" = 0 ] || cat "$work/out"
    rm -rf "$work/recording" "$work/reports"
done
