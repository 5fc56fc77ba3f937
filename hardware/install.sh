#!/bin/sh
# Installs Throng on Debian and Ubuntu; `install.sh --help` tells how.
set -eu

here=$(dirname "$(readlink -f "$0")")
# shellcheck source=install/say.sh
. "$here/install/say.sh"
# shellcheck source=install/layout.sh
. "$here/install/layout.sh"
# shellcheck source=install/checks.sh
. "$here/install/checks.sh"
# shellcheck source=install/unpack.sh
. "$here/install/unpack.sh"
# shellcheck source=install/services.sh
. "$here/install/services.sh"
# shellcheck source=install/store.sh
. "$here/install/store.sh"
# shellcheck source=install/verbs.sh
. "$here/install/verbs.sh"

usage() {
  cat <<'END'
Usage: install.sh edge|server [--from TARBALL|FOLDER] [--version V]   install, or repair, one role or both in turn
       install.sh upgrade     [--from TARBALL|FOLDER] [--version V]   the roles that are here; back by itself when ill
       install.sh rollback    [--version V] [--with-store]            to the release before, or to one that is kept
       install.sh uninstall   [--purge]                               --purge takes settings and state too
       install.sh status

  --with-store  of rollback: also the store as that release left it; what came since goes out of the record
  --no-backup   of upgrade: do not keep the store before the new release begins to use it
  --from        a release (pack-release.mjs makes one); by default the one that this installer lies in
  --version     refuse any other release than this
  --apt         let me install ffmpeg by apt-get where it is missing
  --dry-run     say what would be done, do nothing
  --root DIR    a system in a folder: nobody is made a user, nothing is started

Releases lie in /opt/throng, settings in /etc/throng, state in /var/lib/throng. Settings are never overwritten.
An upgrade keeps the server's store in /var/lib/throng/backups first.
END
}

# shellcheck disable=SC2034 # the parts use them
verb='' from='' version='' purge=no root='' apt=no dry_run=no backup=yes with_store=no
while [ $# -gt 0 ]; do
  case $1 in
    edge | server | upgrade | rollback | uninstall | status)
      [ -z "$verb" ] || refuse "one verb at a time: $verb, or $1"
      verb=$1
      ;;
    --from | --version | --root)
      [ $# -ge 2 ] || refuse "$1 wants a value"
      case $1 in
        --from) from=$2 ;;
        --version) version=$2 ;;
        --root) root=$(readlink -f "$2") || refuse "--root $2 is no folder" ;;
      esac
      shift
      ;;
    --purge) purge=yes ;;
    --no-backup) backup=no ;;
    --with-store) with_store=yes ;;
    --apt) apt=yes ;;
    --dry-run) dry_run=yes ;;
    -h | --help)
      usage
      exit 0
      ;;
    *) refuse "I do not know $1; see install.sh --help" ;;
  esac
  shift
done
[ -n "$verb" ] || {
  usage >&2
  exit 2
}

lay_out
[ "$verb" = status ] || {
  must_be_root
  hold_lock
}
[ "$dry_run" = no ] || say "Dry run: nothing of this is done."
case $verb in
  edge | server) install_role "$verb" ;;
  *) "$verb" ;;
esac
