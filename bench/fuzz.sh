#!/bin/sh
# Looks for requests that the reference server neither understands nor refuses, guided by coverage (Jazzer). An input that
# fails is left in the current folder as crash-*: once its cause is gone it goes to the corpus, where each build tries it.
#
#   bench/fuzz.sh [SECONDS] [requestTarget|contentRange|query|copyDescription|connection]...      needs: Maven
set -eu
here=$(cd "$(dirname "$0")" && pwd)
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -eq 0 ] && set -- requestTarget contentRange query copyDescription connection
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
mvn -B -q -f "$here/.." -pl reference-server -Pfuzz test-compile dependency:build-classpath \
    -DincludeScope=test -Dmdep.outputFile="$work/classpath"
server="$here/../reference-server/target"
found=0
for what in "$@"; do
    mkdir "$work/$what"
    java -Dfuzz="$what" -Djava.io.tmpdir="${FOLDER:-/tmp}" -Dlogback.configurationFile="$server/test-classes/logback-test.xml" \
        -cp "$server/test-classes:$server/classes:$(cat "$work/classpath")" com.code_intelligence.jazzer.Jazzer \
        --target_class=dev.imagestore.reference.http.RequestFuzz --instrumentation_includes='dev.imagestore.**:io.netty.handler.codec.**' \
        -max_total_time="$seconds" -max_len=4096 -print_final_stats=1 \
        "$work/$what" "$server/../src/test/resources/fuzz/$what" > "$work/$what.log" 2>&1 || found=$((found + 1))
    echo "$what: $(grep -o 'number_of_executed_units: [0-9]*' "$work/$what.log" || tail -3 "$work/$what.log")," \
        "$(grep -c '^== Java Exception' "$work/$what.log" || :) findings"
    grep -A 12 '^== Java Exception' "$work/$what.log" || :
done
[ "$found" = 0 ]
