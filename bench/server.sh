#!/bin/sh
# The reference server against nginx with DAV: the same bytes to the same disk from the same loader, interleaved rounds.
# The server takes chunks, keeps each as a piece of its file and a record of it in a journal; nginx writes each body to a
# temporary file and renames it. Neither flushes. What a run has left is emptied before the next one, not removed: ext4 passes
# over inodes that were freed in the last minutes, one by one, when it looks for a free one.
#
#   bench/server.sh [ROUNDS] [SIZExCHUNKS-A-SESSION@CONNECTIONS]...     e.g. 5 64kx64@8 64kx1@64 4mx16@8
#   needs: gcc, nginx, curl and src/target/imagestore-tck.jar; FOLDER says where the bytes go
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-"$here/../src/target/imagestore-tck.jar"}
rounds=${1:-3}
[ $# -gt 0 ] && shift
[ $# -eq 0 ] && set -- 64kx64@8 64kx64@64 64kx1@8 64kx1@64 4mx16@8 4mx16@64
seconds=${SECONDS_A_RUN:-4}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
chmod 755 "$work"
port=${PORT:-18083}
pids=
trap 'kill $pids 2> /dev/null || :; wait; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

gcc -O2 -pthread "$here/load.c" -o "$work/load"
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
nginx=$!
# shellcheck disable=SC2086 # options of the virtual machine are words
java ${JAVA_OPTS:-} -jar "$jar" serve --port 0 --data "$work/server" --max-sessions 100000000 > "$work/server.log" 2>&1 &
server=$!
pids="$nginx $server"
until own=$(grep -o '127.0.0.1:[0-9]*' "$work/server.log" | head -1) && [ -n "$own" ]; do sleep 0.2; done
until curl -s -o "$work/ready" "http://127.0.0.1:$port/"; do sleep 0.2; done
kill -0 "$nginx" 2> /dev/null || { cat "$work/nginx.log"; echo "nginx has ended; is port $port free? PORT=N takes another" >&2; exit 1; }

ticks() { # PID: hundredths of a second of processor time, children included
    cat "/proc/$1/stat" $(for child in $(pgrep -P "$1"); do echo "/proc/$child/stat"; done) |
        awk '{ sub(/.*\) /, ""); sum += $12 + $13 } END { print sum }'
}

run=0
measured() { # NAME PID PORT HOW WHAT BYTES CHUNKS CONNECTIONS
    run=$((run + 1))
    [ "$6" = "$(stat -c %s "$work/body" 2> /dev/null)" ] || head -c "$6" /dev/urandom > "$work/body"
    before=$(ticks "$2")
    "$work/load" "$3" "$8" "$seconds" "$work/body" "$4" "$run" "$7" > "$work/out"
    echo "$5 $1 $(cat "$work/out") $6 $(($(ticks "$2") - before))" >> "$work/all"
    find "$work/nginx" "$work/server" -type f -size "+$((bytes / 1024 - 1))k" -exec truncate -s 0 {} +
}

each() { # SIZExCHUNKS@CONNECTIONS
    size=${1%%x*}; chunks=${1#*x}; chunks=${chunks%@*}; connections=${1#*@}
    case $size in 64k) bytes=65536 ;; 4m) bytes=4194304 ;; *) echo "expected 64k or 4m, not $size" >&2; exit 2 ;; esac
    for side in $order; do
        if [ "$side" = nginx ]; then
            measured nginx "$nginx" "$port" files "$1" "$bytes" "$chunks" "$connections"
        else
            measured server "$server" "${own#*:}" chunks "$1" "$bytes" "$chunks" "$connections"
        fi
    done
    tail -n 2 "$work/all" | awk '{ rate[$2] = $3 / $4; bad += $5; cpu[$2] = $7 / 100 / ($3 * $6 / 2^30) }
        END { printf "%-9s nginx %8.0f/s %5.1f CPU s/GiB   server %8.0f/s %5.1f CPU s/GiB   %4.2fx", $1, rate["nginx"],
              cpu["nginx"], rate["server"], cpu["server"], rate["server"] / rate["nginx"]
              if (bad) printf "   %d refused", bad; print "" }'
}

order="nginx server"

: > "$work/all"
# A virtual machine is slow before it has compiled.
for what in "$@"; do each "$what" > "$work/warm"; done
for round in $(seq "$rounds"); do
    echo "round $round, load $(cut -d' ' -f1 /proc/loadavg)"
    for what in "$@"; do each "$what"; done
    [ "$order" = "nginx server" ] && order="server nginx" || order="nginx server" # the second gets the freed pages
done
