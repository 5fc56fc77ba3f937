# shellcheck shell=sh
# Where things lie. Everything is under $root, which is empty but for --root.
# shellcheck disable=SC2034 # the other parts use them
KEPT_RELEASES=3
# shellcheck disable=SC2034
REVOCATION_UNITS='throng-revocations.path throng-revocations.service'

# shellcheck disable=SC2034
lay_out() {
  opt=$root/opt/throng
  releases=$opt/releases
  current=$opt/current
  previous=$opt/previous
  etc=$root/etc/throng
  state=$root/var/lib/throng
  units=$root/etc/systemd/system
  bin=$root/usr/local/bin
}

# The version that a link of /opt/throng stands for; nothing where there is none.
version_at() {
  [ -L "$1" ] || return 0
  basename "$(readlink "$1")"
}

installed_roles() {
  for role in edge server; do
    [ ! -e "$units/throng-$role.service" ] || printf '%s ' "$role"
  done
}

# Settings of a role, as its unit names them.
settings_of() {
  case $1 in
    edge) echo "$etc/edge.yml" ;;
    server) echo "$etc/venue.yml" ;;
  esac
}

# A link that is exchanged at once: nobody ever finds it missing.
point() {
  run ln -sfn "$2" "$1.new"
  run mv -T "$1.new" "$1"
}
