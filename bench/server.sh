#!/bin/sh
# The reference server against nginx with DAV: the same bytes to the same disk, eight connections, interleaved rounds.
# The server takes chunks and keeps a journal of them; nginx writes each body to a temporary file and renames it.
#
#   bench/server.sh [ROUNDS] [SIZExCHUNKS-A-SESSION]...     e.g. 3 64kx64 64kx1 4mx16
#   needs: nginx, wrk, curl and src/target/imagestore-tck.jar; FOLDER says where the bytes go
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-"$here/../src/target/imagestore-tck.jar"}
rounds=${1:-3}
[ $# -gt 0 ] && shift
[ $# -eq 0 ] && set -- 64kx64 64kx1 4mx16 4mx1
seconds=${SECONDS_A_RUN:-4}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
chmod 755 "$work"
port=${PORT:-18083}
pids=
trap 'kill $pids 2> /dev/null || :; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

mkdir "$work/nginx"
cat > "$work/nginx.conf" << END
daemon off; worker_processes 2; pid $work/nginx.pid; error_log $work/nginx.log;
user $(id -un) $(id -gn);
events { worker_connections 256; }
http {
    access_log off; keepalive_requests 100000000; client_max_body_size 0;
    client_body_temp_path $work/nginx/temporary;
    server { listen 127.0.0.1:$port; root $work/nginx; location / { dav_methods PUT; create_full_put_path on; } }
}
END
nginx -c "$work/nginx.conf" &
pids="$pids $!"
java -jar "$jar" serve --port 0 --data "$work/server" > "$work/server.log" 2>&1 &
pids="$pids $!"
until server=$(grep -o 'http://[^ ]*' "$work/server.log" | head -1) && [ -n "$server" ]; do sleep 0.2; done
until curl -s -o "$work/ready" "http://127.0.0.1:$port/"; do sleep 0.2; done

run=0
measured() { # NAME URL SIZE COUNT
    TO=$1 COUNT=$4 RUN=$run BODY=$work/body wrk -t1 -c8 -d"${seconds}s" -s "$here/chunks.lua" "$2" > "$work/out"
    awk -v name="$1" -v what="$3x$4" -v load="$(cut -d' ' -f1 /proc/loadavg)" '
        /requests in/ { n = $1 } /Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $NF }
        END { printf "%-7s %-6s %8.0f requests/s  refused %d of %d  load %s\n", what, name, rate, bad, n, load }' "$work/out"
    sleep 1 # nginx may still write what wrk has given up
    find "$work/nginx" -mindepth 1 -maxdepth 1 -name 'r*' -exec rm -rf {} +
}

head -c 65536 /dev/urandom > "$work/body"
measured warm-up "$server" 64k 64 > "$work/unmeasured" # a virtual machine is slow before it has compiled

for round in $(seq "$rounds"); do
    for what in "$@"; do
        size=${what%x*}; count=${what#*x}
        case $size in 64k) bytes=65536 ;; 4m) bytes=4194304 ;; *) echo "expected 64k or 4m, not $size" >&2; exit 2 ;; esac
        head -c "$bytes" /dev/urandom > "$work/body"
        run=$((run + 1))
        measured nginx "http://127.0.0.1:$port" "$size" "$count"
        measured server "$server" "$size" "$count"
        # Drop what is staged, or the next round meets a fuller disk.
        i=0
        while [ "$(curl -s -o "$work/dropped" -w '%{http_code}' -X DELETE \
            "$server/ImageStore/\$/DeleteUploadSession?session-id=$(printf '%08x-0000-4000-8000-%012x' $run $i)&api-version=6.0")" = 200 ]
        do i=$((i + 1)); [ $i -lt 40 ] || [ "$count" -gt 1 ] || break; done
    done
done
