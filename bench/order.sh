#!/bin/sh
# Shows with strace in which order the reference server writes, flushes and renames, and fails if it is another one.
# A kill alone cannot show it: what is written but not flushed outlives the process, not the loss of power.
#
#   bench/order.sh      needs: strace, curl and reference-server/target/reference-server.jar
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${SERVER_JAR:-"$here/../reference-server/target/reference-server.jar"}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
pid=
trap '[ -z "$pid" ] || kill $pid 2> /dev/null || :; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
mkfifo "$work/stdin"
: > "$work/out"
strace -f -y -qq -o "$work/trace" -e trace=write,pwrite64,fsync,fdatasync,rename,sendto,sendmsg,writev \
    java -XX:TieredStopAtLevel=1 -jar "$jar" --port 0 --exit-with-stdin --data "$work/data" > "$work/out" 2> "$work/log" < "$work/stdin" &
pid=$!
exec 3> "$work/stdin"
until server=$(grep -o 'http://[^ ]*' "$work/out") && [ -n "$server" ]; do sleep 0.2; done

session=00000000-0000-4000-8000-000000000001
put() { curl -sf -X PUT -H 'Expect:' -H 'Content-Type: application/octet-stream' "$@"; }
put -H 'Content-Range: bytes 0-3/8' -d 'abcd' "$server/ImageStore/new/file/\$/UploadChunk?session-id=$session&api-version=6.0"
put -H 'Content-Range: bytes 4-7/8' -d 'efgh' "$server/ImageStore/new/file/\$/UploadChunk?session-id=$session&api-version=6.0"
curl -sf -X POST -H 'Content-Length: 0' "$server/ImageStore/\$/CommitUploadSession?session-id=$session&api-version=6.0"
put -d 'whole' "$server/ImageStore/whole?api-version=6.0"
exec 3>&-
wait $pid
pid=

# What each line of the trace is, by the path that strace writes beside a descriptor.
awk -v id="$session" '
    function kind(line) {
        if (line ~ / p?write/ && line ~ id "-[0-9]+\\.journal>") return line ~ /publish/ ? "journal: publish" : "journal: chunk"
        if (line ~ / p?write/ && line ~ id "-[0-9]+>") return "write chunk"
        if (line ~ / f(data)?sync/ && line ~ id "-[0-9]+>") return "fsync staged"
        if (line ~ / rename/ && line ~ id) return "rename staged"
        if (line ~ / p?write/ && line ~ /data\/transit\//) return "write whole"
        if (line ~ / f(data)?sync/ && line ~ /data\/transit\//) return "fsync whole"
        if (line ~ / rename/ && line ~ /data\/transit\//) return "rename whole"
        if (line ~ / f(data)?sync/ && line ~ /data\/published\/new>/) return "fsync folder of commit"
        if (line ~ / f(data)?sync/ && line ~ /data\/published>/) return "fsync root"
        return line ~ /HTTP\/1\.1 200/ ? "answer 200" : ""
    }
    /<unfinished/ { begun[$1] = kind($0); next }
    / resumed>/ { if (begun[$1] != "") n = n begun[$1] "\n"; begun[$1] = ""; next }
    kind($0) != "" { n = n kind($0) "\n" }
    END { printf "%s", n }' "$work/trace" > "$work/order"
cat > "$work/wanted" << 'END'
write chunk
journal: chunk
answer 200
write chunk
journal: chunk
answer 200
fsync staged
journal: publish
rename staged
fsync root
fsync folder of commit
answer 200
write whole
fsync whole
rename whole
fsync root
answer 200
END
if diff "$work/wanted" "$work/order"; then
    echo "the order of $(wc -l < "$work/order") system calls is: write, journal, answer; fsync, rename, fsync of the folder, answer"
else
    echo "the order of the system calls is not what it should be (< wanted, > seen)" >&2
    exit 1
fi
