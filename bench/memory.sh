#!/bin/sh
# What the reference server needs, in a heap of 128 MB, for many sessions and connections, and for one long file.
#
#   bench/memory.sh [SESSIONS] [CONNECTIONS] [GIGABYTES]      needs: reference-server/target/reference-server.jar
#   FOLDER says where the bytes go, and has to have room for them
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${SERVER_JAR:-"$here/../reference-server/target/reference-server.jar"}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
pid=
trap '[ -z "$pid" ] || kill $pid 2> /dev/null || :; wait; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
java -Xmx128m -XX:+UseSerialGC -jar "$jar" --port 0 --data "$work/data" > "$work/out" 2> "$work/log" &
pid=$!
until server=$(grep -o '[0-9]*$' "$work/out") && [ -n "$server" ]; do sleep 0.2; done
java "$here/Memory.java" "$server" "${1:-10000}" "${2:-1000}" 0
grep -h VmHWM "/proc/$pid/status"
jcmd $pid GC.run > "$work/gc"
jcmd $pid GC.heap_info | grep used
java "$here/Memory.java" "$server" 0 1 "${3:-16}"
grep -h VmHWM "/proc/$pid/status"
jcmd $pid GC.heap_info | grep used
grep -c . "$work/log" || :
