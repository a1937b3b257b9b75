#!/bin/sh
# How long a cold run of the suite takes against the bundled server, from the start of the Java machine to its end, in each
# profile. With another jar the two take turns.
#
#   bench/verify.sh [ROUNDS [OTHER.jar]]      needs: GNU time and src/target/imagestore-tck.jar
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${JAR:-"$here/../src/target/imagestore-tck.jar"}
rounds=${1:-5}
other=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

for round in $(seq "$rounds"); do
    for profile in documented service-fabric strict-http; do
        for one in "$jar" $other; do
            /usr/bin/time -o "$work/time" -f '%e s, CPU %U s user, %S s system' \
                java -jar "$one" verify --profile "$profile" --reports "$work/$(date +%s)" > "$work/out" 2> "$work/err"
            echo "$(basename "$one"), $profile, round $round: $(cat "$work/time")"
        done
    done
done
