#!/bin/sh
# How long a commit takes of a file of 1 MiB and of one of 1 GiB whose pages are on the disk already: interleaved.
#
#   bench/commit.sh [ROUNDS]      needs: curl and src/target/imagestore-tck.jar; FOLDER says where the bytes go
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-"$here/../src/target/imagestore-tck.jar"}
rounds=${1:-5}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
pid=
trap 'kill $pid 2> /dev/null || :; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
java -jar "$jar" serve --port 0 --data "$work/server" > "$work/server.log" 2>&1 &
pid=$!
until server=$(grep -o 'http://[^ ]*' "$work/server.log" | head -1) && [ -n "$server" ]; do sleep 0.2; done
chunk=1048576
head -c "$chunk" /dev/zero > "$work/1"
head -c $((64 * chunk)) /dev/zero > "$work/64"

number=0
committed() { # NAME CHUNK-MIB COUNT
    number=$((number + 1))
    session=$(printf '%08x-0000-4000-8000-000000000001' $number)
    length=$(($2 * chunk))
    for i in $(seq 0 $(($3 - 1))); do
        curl -sf -X PUT --data-binary "@$work/$2" -H 'Content-Type: application/octet-stream' -H 'Expect:' \
            -H "Content-Range: bytes $((i * length))-$((i * length + length - 1))/$(($3 * length))" \
            "$server/ImageStore/file-$number/\$/UploadChunk?session-id=$session&api-version=6.0"
    done
    find "$work/server" -type f -exec sync {} +
    took=$(curl -sf -o "$work/answer" -w '%{time_total}' -X POST -H 'Content-Length: 0' \
        "$server/ImageStore/\$/CommitUploadSession?session-id=$session&api-version=6.0")
    echo "$1: $took s  load $(cut -d' ' -f1 /proc/loadavg)"
}

for round in $(seq "$rounds"); do
    committed '1 MiB' 1 1
    committed '1 GiB' 64 16
done
