#!/bin/sh
# Has Mosquitto take up the server's list of revoked certificates, where the list is new.
#   --list FILE      as the server writes it (/var/lib/throng/server/authority/crl.pem)
#   --into FILE      as mosquitto.conf names it (/etc/mosquitto/throng/crl.pem); ca.pem lies beside it
#   --conf FILE      /etc/mosquitto/mosquitto.conf
#   --reload COMMAND, --restart COMMAND
# Reloaded, Mosquitto lets no revoked box in; an open session goes on, and the server ends it by taking its client
# id. That is sure only where client ids come from certificates (use_username_as_clientid); elsewhere a list with
# somebody new on it restarts Mosquitto: boxes come back within half a minute, with what they kept meanwhile.
set -eu

list=/var/lib/throng/server/authority/crl.pem into=/etc/mosquitto/throng/crl.pem conf=/etc/mosquitto/mosquitto.conf
reload='systemctl try-reload-or-restart mosquitto.service' restart='systemctl try-restart mosquitto.service'

# $1: what went wrong, $2: what mends it
fail() {
  printf '✗ %s\n  → %s\n' "$1" "$2" >&2
  exit 1
}

while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || fail "$1 wants a value" "see the head of $0"
  case $1 in
    --list) list=$2 ;;
    --into) into=$2 ;;
    --conf) conf=$2 ;;
    --reload) reload=$2 ;;
    --restart) restart=$2 ;;
    *) fail "I do not know $1" "see the head of $0" ;;
  esac
  shift 2
done

has_openssl() { command -v openssl >/dev/null; }

# A list that is cut off, or of another authority, would keep everybody out.
check() {
  grep -q '^-----END X509 CRL-----' "$list" 2>/dev/null ||
    fail "$list is no list of revoked certificates" "does the server run, and is that its authority's folder?"
  ca=$(dirname "$into")/ca.pem
  { has_openssl && [ -f "$ca" ]; } || return 0
  openssl crl -in "$list" -CAfile "$ca" -noout 2>&1 | grep -q 'verify OK' ||
    fail "$list is not signed by $ca" "copy the server's ca.pem there, or name the right list"
}

# Whole or not at all, save where a container has the file alone mounted.
install_list() {
  { cp "$list" "$into.new" && chmod 0644 "$into.new" && mv -f "$into.new" "$into"; } 2>/dev/null ||
    cat "$list" >"$into"
}

serials() { openssl crl -in "$1" -noout -text 2>/dev/null | sed -n 's/^ *Serial Number: *//p'; }

# Whether the list has somebody on it whom the one in force has not; yes where nobody can tell.
names_somebody_new() {
  has_openssl || return 0
  known=" $(serials "$into" | tr '\n' ' ') "
  for serial in $(serials "$list"); do
    case $known in
      *" $serial "*) ;;
      *) return 0 ;;
    esac
  done
  return 1
}

client_ids_are_names() { grep -Eq '^[[:space:]]*use_username_as_clientid[[:space:]]+true' "$conf"; }

check
! cmp -s "$list" "$into" || exit 0
act=$reload
if names_somebody_new && ! client_ids_are_names; then act=$restart; fi
install_list
sh -c "$act" || fail "Mosquitto did not take $into up ($act)" "systemctl status mosquitto"
printf '%s is in force: %s\n' "$into" "$act"
