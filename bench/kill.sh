#!/bin/sh
# Kills the reference server with SIGKILL at random moments of mixed uploads, restarts it on the same folder each time,
# and checks that nothing acknowledged is lost and nothing published is damaged. Then the order of its system calls. A mutant shows that the check can fail: bench/kill.sh 3 1 --mutant=updates-lost
#
#   bench/kill.sh [KILLS] [SEED] [OPTION-OF-SERVE]...      needs: strace and reference-server/target/reference-server.jar
set -eu
here=$(cd "$(dirname "$0")" && pwd)
jar=${SERVER_JAR:-"$here/../reference-server/target/reference-server.jar"}
work=$(mktemp -d -p "${FOLDER:-/tmp}")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

kills=${1:-300}
seed=${2:-1}
[ $# -lt 2 ] || shift
[ $# -lt 1 ] || shift
sh "$here/order.sh"
java "$here/Kill.java" "$jar" "$work" "$kills" "$seed" "$@"
echo "torn journals that a start repaired: $(grep -c 'not written whole' "$work/server.log" || :) starts"
