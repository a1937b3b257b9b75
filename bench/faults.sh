#!/bin/sh
# The reference server on a disk that is full, in folders that it may not write to, and with no more file handles: each
# fails the request that it hits with an error of the API, and is over when its cause is. To be run by root, for mount;
# the server runs as nobody.
#
#   bench/faults.sh      needs: curl, mount, prlimit, setpriv and reference-server/target/reference-server.jar
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${SERVER_JAR:-"$here/../reference-server/target/reference-server.jar"}
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill $pid 2> /dev/null || :; wait; umount "$work/disk" 2> /dev/null || :; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
mkdir "$work/disk"
chmod 755 "$work"
cp "$jar" "$work/server.jar"
mount -t tmpfs -o size=4m tmpfs "$work/disk"
chown nobody "$work/disk"
setpriv --reuid=nobody --clear-groups java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$work/server.jar" --port 0 --oracle --data "$work/disk/data" > "$work/out" 2> "$work/log" &
pid=$!
until server=$(grep -o 'http://[^ ]*' "$work/out") && [ -n "$server" ]; do sleep 0.2; done
head -c 1000000 /dev/urandom > "$work/megabyte"
head -c 3500000 /dev/urandom > "$work/large"
printf 12345 > "$work/five"

failures=0
is() { # WHAT WANTED SEEN
    if [ "$2" = "$3" ]; then echo "ok    $1: $3"; else echo "WRONG $1: $3, expected $2"; failures=$((failures + 1)); fi
}
answered() { curl -s -m 20 -o "$work/body" -w '%{http_code}' -H 'Expect:' -H 'Content-Type: application/octet-stream' "$@" || :; }
error() { grep -o '"Code":"[A-Z_]*"' "$work/body" || :; }
id() { printf '00000000-0000-4000-8000-%012d' "$1"; }
chunk() { # SESSION PATH FIRST LAST LENGTH FILE
    answered -X PUT --data-binary "@$6" -H "Content-Range: bytes $3-$4/$5" \
        "$server/ImageStore/$2/\$/UploadChunk?session-id=$(id "$1")&api-version=6.0"
}
commit() {
    answered -X POST -H 'Content-Length: 0' "$server/ImageStore/\$/CommitUploadSession?session-id=$(id "$1")&api-version=6.0"
}
stored() { answered "$server/_content/$1" > "$work/status"; sha256sum < "$work/body"; }
handles() { setpriv --reuid=nobody --clear-groups prlimit --pid $pid --nofile="$1":; }
free() { # COUNT: the limit under which so many numbers are left for new handles
    ls "/proc/$pid/fd" | awk -v free="$1" '{ taken[$1] } END { n = 0; while (free > 0 || n in taken) free -= !(n++ in taken); print n }'
}
lines() { wc -l < "$work/log"; }

is 'a chunk while there is room' 200 "$(chunk 1 file 0 999999 2000000 "$work/megabyte")"
is 'a file while there is room' 200 "$(answered -X PUT --data-binary 'small' "$server/ImageStore/small?api-version=6.0")"

before=$(lines)
is 'a chunk that the disk has no room for' 500 "$(chunk 2 large 0 3499999 3500000 "$work/large")"
is 'its error' '"Code":"E_FAIL"' "$(error)"
is 'lines in the log for it' 1 $(($(lines) - before))
is 'a file that the disk has no room for' 500 "$(answered -X PUT --data-binary "@$work/large" "$server/ImageStore/large?api-version=6.0")"
is 'that file afterwards' 404 "$(answered "$server/_content/large")"
is 'the session of that chunk' 404 "$(answered "$server/ImageStore/\$/GetUploadSession?session-id=$(id 2)&api-version=6.0")"
is 'what was left of both' '' "$(ls "$work/disk/data/transit"; ls "$work/disk/data/staging" | grep -v "$(id 1)" || :)"
is 'the next chunk of the other session' 200 "$(chunk 1 file 1000000 1999999 2000000 "$work/megabyte")"
is 'its commit' 200 "$(commit 1)"
is 'what is published' "$(cat "$work/megabyte" "$work/megabyte" | sha256sum)" "$(stored file)"

is 'a chunk while the folders can be written to' 200 "$(chunk 4 next 0 4 5 "$work/five")"
chmod 555 "$work/disk/data/staging" "$work/disk/data/transit" "$work/disk/data/published"
before=$(lines)
is 'a chunk when they cannot' 500 "$(chunk 5 new 0 4 5 "$work/five")"
is 'its error' '"Code":"E_FAIL"' "$(error)"
is 'a commit' 500 "$(commit 4)"
is 'a deletion' 500 "$(answered -X DELETE "$server/ImageStore/small?api-version=6.0")"
is 'lines in the log for the three' 3 $(($(lines) - before))
is 'a listing' 200 "$(answered "$server/ImageStore?api-version=6.0")"
is 'a file' "$(printf small | sha256sum)" "$(stored small)"
chmod 755 "$work/disk/data/staging" "$work/disk/data/transit" "$work/disk/data/published"
is 'the same commit when they can again' 200 "$(commit 4)"

is 'a chunk of an upload whose files then stay open' 200 "$(chunk 7 idle 0 4 10 "$work/five")"
handles "$(free 1)"
is 'a chunk for which only those have handles' 200 "$(chunk 8 other 0 4 5 "$work/five")"
handles 1024
is 'the next chunk of the first' 200 "$(chunk 7 idle 5 9 10 "$work/five")"
is 'its commit' 200 "$(commit 7)"
is 'the commit of the other' 200 "$(commit 8)"

handles "$(free 1)"
before=$(lines)
is 'a chunk with one file handle too few' 500 "$(chunk 6 handles 0 4 5 "$work/five")"
is 'its error' '"Code":"E_FAIL"' "$(error)"
handles "$(free 0)"
answered "$server/ImageStore?api-version=6.0" > "$work/unanswered" &
sleep 3
is 'lines in the log that are no message' 0 "$(grep -vc '^[0-9:.]* [A-Z]* ' "$work/log" || :)"
handles 1024
wait $!
is 'a request that waited for a handle' 200 "$(cat "$work/unanswered")"
is 'the same chunk with handles enough' 200 "$(chunk 6 handles 0 4 5 "$work/five")"
is 'its commit' 200 "$(commit 6)"

kill $pid
wait $pid || :
pid=
mount -o remount,ro "$work/disk"
code=0
java -jar "$jar" --port 0 --data "$work/disk/data" > "$work/out" 2> "$work/error" || code=$?
is 'a start on a disk that is read-only' 2 $code
is 'lines that it says' 1 "$(wc -l < "$work/error")"
cat "$work/error"
echo "$failures wrong"
tail -n +1 "$work/log" | cut -c 1-160 | tail -${LOG:-0}
[ "$failures" = 0 ]
