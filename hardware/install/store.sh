# shellcheck shell=sh
# The server's store over an upgrade: kept before, and put back where an older release cannot read what a newer made of it.

# Where the store lies as release $1 left it.
kept_store() { echo "$state/backups/store-of-$1"; }

# $1: folder of a release, then a command of its server program, done as the user that the server runs as.
server_does() {
  program=$1/bin/throng-server
  shift
  as_throng "$program" "$@" --config "$(settings_of server)" 2>&1
}

# Keeps the store of release $before, whose server goes on meanwhile. An upgrade is not begun without.
keep_store() {
  [ -e "$units/throng-server.service" ] || return 0
  if [ "$backup" = no ]; then
    say "! --no-backup: where a release brings the store to a new form, none before it can be gone back to"
    return 0
  fi
  kept=$(kept_store "$before")
  step "the store as it is now, to $kept"
  folder "$state" 0755 root:root
  folder "$state/backups" 0700 throng:throng
  [ "$dry_run" = no ] || return 0
  rm -rf "$kept.new"
  if told=$(server_does "$releases/$before" backup --to "$kept.new" --json); then
    rm -rf "$kept"
    mv "$kept.new" "$kept"
    return 0
  fi
  case $told in
    *'"code": "store"'*) say "  there is no store yet" ;;
    *)
      say "$told" >&2
      fail "the store could not be kept" "mend that, or go on with --no-backup"
      ;;
  esac
}

# How many times releases have brought the store to a new form, up to the one in folder $1; nothing where it does not say.
store_form() { sed -n 3p "$1/RELEASE"; }

# Whether the release $1 cannot read what the release $2 makes of a store.
is_too_old_for() {
  [ -e "$units/throng-server.service" ] && [ -d "$releases/$2" ] || return 1
  own=$(store_form "$releases/$1") other=$(store_form "$releases/$2")
  [ -n "$own" ] && [ -n "$other" ] && [ "$own" -lt "$other" ]
}

# Puts the store back that release $1 left; what is there is put aside. The server is stopped for it.
restore_store() {
  kept=$(kept_store "$1")
  if [ "$dry_run" = no ] && [ ! -d "$kept" ]; then
    say "✗ $kept is not there: no store of release $1 was kept"
    return 1
  fi
  step "the store that $1 left behind, from $kept"
  service stop server
  [ "$dry_run" = no ] || return 0
  server_does "$releases/$1" restore "$kept" --force || return 1
  say_lost "$kept"
}

# $1: a kept store
say_lost() {
  made=$(sed -n 's/.*"madeAt": "\([^"]*\)".*/\1/p' "$1/manifest.json" 2>/dev/null) || made=
  say "! Out of the record goes what was measured, alerted and done after ${made:-that}; the newer store lies beside it.
  Boxes go on measuring: what no server has heard waits in their spools (spool.maxHours, 48 hours by default)."
}
