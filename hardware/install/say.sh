# shellcheck shell=sh
# What the installer says, and how it does things so that --dry-run only says them.

say() { printf '%s\n' "$*"; }

step() { printf '• %s\n' "$*"; }

# Something went wrong that the user can mend: what, and how.
fail() {
  printf '✗ %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '  → %s\n' "$2" >&2
  exit 1
}

# The command line itself was not understood.
refuse() {
  printf '✗ %s\n' "$*" >&2
  exit 2
}

# Does it, or says with --dry-run that it would.
run() {
  if [ "${dry_run:-no}" = yes ]; then
    printf '  would run: %s\n' "$*"
  else
    "$@"
  fi
}
