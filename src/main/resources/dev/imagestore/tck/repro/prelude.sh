set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
RUN=repro-$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')
deviations=0
curl=(curl -sS -g --http1.1 --path-as-is -H 'Expect:' -H 'Accept:')

fixed() { printf 'FIXED: %s\n' "$expected"; exit 0; }
broken() { same_way; printf 'STILL BROKEN: expected %s; observed %s\n' "$expected" "$1"; exit 1; }
undecided() { printf 'UNDECIDED: %s\n' "$1"; exit 2; }

# Random hexadecimal digits, as many as that.
hex() { od -An -N8 -tx1 /dev/urandom | tr -d ' \n' | cut -c "1-$1"; }

# secrets NAME...: headers with values that no report holds; they come from TCK_HEADER, as for the suite itself.
secrets=()
secrets() {
  [ -n "${TCK_HEADER:-}" ] || undecided "the target wants $*: set TCK_HEADER='$1: VALUE'"
  while IFS= read -r line; do secrets+=("$line"); curl+=(-H "$line"); done <<EOF
$(printf '%s\n' "$TCK_HEADER" | sed -E 's/,([A-Za-z0-9-]+:)/\
\1/g')
EOF
}

# send NUMBER METHOD PATH [curl's arguments]: the answer's status and body go to files of that number.
send() {
  local number=$1 method=$2 path=$3
  shift 3
  "${curl[@]}" --max-time "$patience" -X "$method" -o "$work/$number.body" -w '%{http_code}' "$@" \
    "$TARGET$path" >"$work/$number.status" 2>"$work/$number.err"
  case $? in 6 | 7) touch "$work/unreachable" ;; esac
}

# cut NUMBER METHOD PATH [curl's arguments]: the connection is lost while the server waits for the rest of the body.
cut_off() {
  local patience=1
  send "$@"
}

# raw NUMBER METHOD PATH FILE [header]...: octets that curl would frame anew, over a socket of the shell's own.
raw() {
  local number=$1 method=$2 path=$3 file=$4 rest authority header line
  shift 4
  case $TARGET in http://*) rest=${TARGET#http://} ;; *) undecided 'this request needs plain http' ;; esac
  authority=${rest%%/*}
  case $authority in *:*) ;; *) authority=$authority:80 ;; esac
  exec 3<>"/dev/tcp/${authority%:*}/${authority##*:}" || { touch "$work/unreachable"; return; }
  {
    printf '%s %s%s HTTP/1.1\r\nHost: %s\r\n' "$method" "${rest#"${rest%%/*}"}" "$path" "${rest%%/*}"
    for header in "$@" ${secrets[@]+"${secrets[@]}"}; do printf '%s\r\n' "$header"; done
    printf '\r\n'
    cat "$file"
  } >&3
  : >"$work/$number.body"
  line=
  IFS= read -r -t 1 line <&3
  printf '%s' "$line" | sed -nE 's,^HTTP/1\.[01] ([0-9]{3}).*,\1,p' >"$work/$number.status"
  exec 3>&-
}

status() { cat "$work/$1.status" 2>/dev/null; }
succeeded() { case $(status "$1") in 2??) return 0 ;; *) return 1 ;; esac; }

# was NUMBER RECORDED WHAT: tells what came of it; a change that succeeded before the check has to succeed again.
was() {
  [ -e "$work/unreachable" ] && undecided "nothing answers at $TARGET"
  local now
  now=$(status "$1")
  [ "${now:-000}" = 000 ] && now='no answer'
  printf '%6s  %-60s %s (was %s)\n' "$1" "$3" "$now" "$2"
  case $3 in GET*) return ;; esac
  case $2 in 2??) [ "$1" = "$checked" ] || succeeded "$1" || deviations=$((deviations + 1)) ;; esac
}

# insist NUMBER METHOD PATH [curl's arguments]: until it is accepted, for a while.
insist() {
  local try
  for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    send "$@"
    succeeded "$1" && return
    sleep 0.2
  done
}

# Sorted ranges "FIRST LAST" from stdin, overlapping and adjacent ones joined.
join_ranges() {
  local first last from= to=
  sort -n | while read -r first last; do
    if [ -z "$from" ]; then
      from=$first to=$last
    elif [ "$first" -le $((to + 1)) ]; then
      if [ "$last" -gt "$to" ]; then to=$last; fi
    else
      printf '%s-%s ' "$from" "$to"
      from=$first to=$last
    fi
    printf '%s %s\n' "$from" "$to" >"$work/open"
  done
  if [ -e "$work/open" ]; then tr ' ' '-' <"$work/open"; rm "$work/open"; fi
}

# query ID: what the target says of a session; sets described (yes, no, unreadable), ranges and, as text, session.
query() {
  send query GET "/ImageStore/\$/GetUploadSession?api-version=6.0&session-id=$1"
  [ -e "$work/unreachable" ] && undecided "nothing answers at $TARGET"
  session=$(tr -d '\r\n' <"$work/query.body" 2>/dev/null)
  ranges=
  case $(status query) in
    204 | 3?? | 4??) described=no ;;
    200)
      if printf '%s' "$session" | grep -q '"ExpectedRanges"'; then
        described=yes
        ranges=$(printf '%s' "$session" | tr -d ' \t"' | grep -oE '\{[^{}]*(Start|End)Position:[^{}]*\}' |
          sed -E 's/.*StartPosition:([0-9]+).*/\1 &/; s/^([0-9]+) .*EndPosition:([0-9]+).*/\1 \2/' | join_ranges)
      elif printf '%s' "$session" | tr -d ' \t' | grep -q '"UploadSessions":\[\]'; then
        described=no
      else
        described=unreadable
      fi ;;
    *) described=unreadable ;;
  esac
}

# within A B: whether each range of A lies in one of B.
within() {
  local inner outer found
  for inner in $1; do
    found=no
    for outer in $2; do
      [ "${inner%-*}" -ge "${outer%-*}" ] && [ "${inner#*-}" -le "${outer#*-}" ] && found=yes
    done
    [ $found = yes ] || return 1
  done
}

# fetch PATH: the stored bytes, through the content oracle; sets stored (yes, no) and leaves the bytes in a file.
fetch() {
  [ -n "$CONTENT" ] || undecided 'stored bytes cannot be seen: set CONTENT, such as http://host/raw/{path}'
  case $CONTENT in http://* | https://*) ;; *) undecided "this script reads stored bytes over http only, not $CONTENT" ;; esac
  local answer
  answer=$(curl -sS -g --path-as-is --max-time 60 -o "$work/stored" -w '%{http_code}' "${CONTENT%%\{path\}*}$1${CONTENT#*\{path\}}")
  case $answer in
    200) stored=yes ;;
    404) stored=no ;;
    *) undecided "the content oracle answered $answer" ;;
  esac
}

digest() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -c 1-64; }

check_answered() {
  local now
  now=$(status "$1")
  case $2:${now:-000} in
    accepted:2??) return ;;
    ok:200) return ;;
    refused:[345]??) return ;;
    not_accepted:2??) ;;
    not_accepted:*) return ;;
    any:[2345]??) return ;;
    fabric_error:[345]??)
      [ -s "$work/$1.body" ] || return
      tr -d ' \t\r\n' <"$work/$1.body" | grep -q '^{"Error":{' && return
      broken "$now with another body" ;;
  esac
  [ "${now:-000}" = 000 ] && now='no answer'
  broken "$now"
}

check_missing() {
  query "$1"
  [ $described = yes ] || broken "no description of the session ($(status query))"
  within "$2" "$ranges" && within "$ranges" "$3" || broken "expected ranges ${ranges:-none}"
}

# A server may notice a lost connection a little later than the client, so this looks several times.
check_unrecorded() {
  local look
  for look in 1 2 3 4 5; do
    query "$1"
    [ $described = unreadable ] && broken "no description of the session ($(status query))"
    [ $described = yes ] && { within "$2" "$ranges" || broken "expected ranges ${ranges:-none}"; }
    sleep 0.2
  done
}

check_described() {
  query "$1"
  [ $described = yes ] || broken "no description of the session ($(status query))"
  printf '%s' "$session" | tr -d ' \t"' | grep -qE "FileSize:$3([,}]|\$)" || broken "$session"
  printf '%s' "$session" | sed 's,\\\\,/,g; s,\\/,/,g' | grep -qF "$2" || broken "$session"
}

check_no_session() {
  query "$1"
  [ $described = no ] || broken "$session"
}

# check_listed PATH ID yes|no: whether the session is among those of its path.
check_listed() {
  local listed=no
  send query GET "/ImageStore/$1/\$/GetUploadSession?api-version=6.0"
  [ -e "$work/unreachable" ] && undecided "nothing answers at $TARGET"
  tr -d ' \t\r\n-' <"$work/query.body" 2>/dev/null | grep -qiF "\"SessionId\":\"$(printf '%s' "$2" | tr -d -)\"" && listed=yes
  [ $listed = "$3" ] || broken "listed: $listed ($(status query))"
}

check_stored() {
  fetch "$1"
  [ $stored = yes ] || broken 'no file'
  [ "$(digest "$work/stored")" = "$3" ] ||
    broken "a file of $(wc -c <"$work/stored" | tr -d ' ') bytes, SHA-256 $(digest "$work/stored"), instead of $2 bytes, SHA-256 $3"
}

check_nothing_stored() {
  fetch "$1"
  [ $stored = no ] || broken "a file of $(wc -c <"$work/stored" | tr -d ' ') bytes"
}

# snapshot NAME ID PATH: what can be seen of a session and its file.
snapshot() {
  query "$2"
  printf 'session: %s, expected ranges %s\n' "$described" "${ranges:-none}" >"$work/$1"
  if [ -n "$CONTENT" ]; then
    fetch "$3"
    if [ $stored = yes ]; then digest "$work/stored"; else printf 'no file\n'; fi >>"$work/$1"
  fi
}

check_unchanged() {
  check_answered "$1" refused
  cmp -s "$work/before" "$work/after" || broken "before: $(cat "$work/before"); after: $(cat "$work/after")"
}

# The same requests prove something only if what succeeded before the check still does.
same_way() {
  [ "$deviations" = 0 ] || undecided "a step before the check that succeeded when recorded did not succeed now; \
let the suite judge: verify --target $TARGET --run $case"
}

verdict() { same_way; fixed; }
