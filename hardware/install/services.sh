# shellcheck shell=sh
# The user, the folders, the units, and whether what they start is well.

# systemd runs this machine, and not merely lies in a folder or an image.
systemd_runs() { [ -z "$root" ] && [ -d /run/systemd/system ]; }

make_user() {
  if [ -n "$root" ]; then
    step "with --root nobody is made a user"
  elif ! getent passwd throng >/dev/null; then
    step "the system user throng"
    run useradd --system --user-group --home-dir /var/lib/throng --no-create-home \
      --shell /usr/sbin/nologin throng
  fi
}

# $1: folder, $2: mode, $3: owner:group
folder() {
  run mkdir -p "$1"
  run chmod "$2" "$1"
  [ -n "$root" ] || run chown "$3" "$1"
}

# $1: an example, told where state lies here: commands typed by hand then find what the service writes.
as_placed() {
  sed -e 's#^state: throng-state#state: /var/lib/throng/edge#' \
    -e 's#^  \#   authority: authority #  \#   authority: /var/lib/throng/server/authority #' \
    -e 's#^    file: throng\.db#    file: /var/lib/throng/server/throng.db#' "$1"
}

# $1: role, $2: folder of the release. What is there is left alone; fresh=yes while it is the example.
place_settings() {
  folder "$etc" 0750 root:throng
  folder "$etc/secrets" 0700 root:root
  folder "$state" 0755 root:root
  folder "$state/$1" 0700 throng:throng
  case $1 in
    edge) examples="edge-agent/examples/edge.yml edge-agent/examples/venue.yml" ;;
    server) examples=control-server/examples/venue.yml ;;
  esac
  for example in $examples; do
    file=$etc/$(basename "$example")
    [ ! -e "$file" ] || continue
    step "$file, an example to be made yours"
    [ "$dry_run" = yes ] || as_placed "$2/$example" >"$file"
    run chmod 0640 "$file"
    [ -n "$root" ] || run chown root:throng "$file"
  done
  for example in edge-agent/examples control-server/examples; do
    same=$2/$example/$(basename "$(settings_of "$1")")
    if [ -f "$same" ] && as_placed "$same" | cmp -s - "$(settings_of "$1")"; then fresh=yes; fi
  done
}

# $1: role, $2: folder of the release
place_unit() {
  folder "$units" 0755 root:root
  folder "$bin" 0755 root:root
  run cp "$2/hardware/systemd/throng-$1.service" "$units/throng-$1.service"
  run chmod 0644 "$units/throng-$1.service"
  run ln -sfn "/opt/throng/current/bin/throng-$1" "$bin/throng-$1"
  if [ "$1" = server ]; then place_revocations "$2"; fi
  if systemd_runs; then run systemctl daemon-reload; fi
}

# $1: folder of the release. Where a Mosquitto with our rules is on the server's machine, it is told who is revoked.
place_revocations() {
  { [ -d "$root/etc/mosquitto/throng" ] && [ -e "$1/hardware/systemd/throng-revocations.path" ]; } || return 0
  step "what the server revokes reaches the Mosquitto of this machine (throng-revocations.path)"
  for unit in $REVOCATION_UNITS; do
    run cp "$1/hardware/systemd/$unit" "$units/$unit"
    run chmod 0644 "$units/$unit"
  done
  if systemd_runs; then
    run systemctl daemon-reload
    run systemctl enable --now throng-revocations.path
    run systemctl enable throng-revocations.service
  fi
}

remove_revocations() {
  [ -e "$units/throng-revocations.path" ] || return 0
  # shellcheck disable=SC2086 # a list of words
  if systemd_runs; then run systemctl disable --now $REVOCATION_UNITS; fi
  for unit in $REVOCATION_UNITS; do
    run rm -f "$units/$unit"
  done
}

# $1: systemctl's verb, $2: role. Without a systemd that runs, only what works on files.
service() {
  if systemd_runs; then
    # What died too often is not started again before that is forgotten.
    if [ "$1" = restart ]; then run systemctl reset-failed "throng-$2.service" 2>/dev/null || true; fi
    run systemctl "$1" "throng-$2.service"
  elif [ -z "$root" ] && { [ "$1" = enable ] || [ "$1" = disable ]; }; then
    run systemctl "$1" "throng-$2.service"
  fi
}

is_active() { systemd_runs && systemctl is-active --quiet "throng-$1.service"; }

# Notes which roles run before anything is changed: one that a new release has let die, or that was stopped for its
# store, is not active any more and shall be.
note_running() {
  ran=
  for role in $(installed_roles); do
    if is_active "$role"; then ran="$ran $role"; fi
  done
}

is_meant_to_run() {
  case " $ran " in
    *" $1 "*) return 0 ;;
  esac
  return 1
}

# As the user that it will run as: what only root may read is no use to it.
as_throng() {
  if [ -z "$root" ] && getent passwd throng >/dev/null; then
    setpriv --reuid throng --regid throng --init-groups "$@"
  else
    "$@"
  fi
}

# $1: role, $2: folder of a release
takes_settings() {
  as_throng "$2/bin/throng-$1" validate --config "$(settings_of "$1")" >/dev/null 2>&1
}

# $1: role, $2: folder of the release. Says what is wrong; 0 where nothing is. Settings that the release
# before took are taken; others may want secrets that only systemd can show, and tell when they start.
is_well() {
  [ "$dry_run" = no ] || return 0
  "$2/bin/throng-$1" version >/dev/null || {
    say "✗ throng-$1 of $(basename "$2") does not start"
    return 1
  }
  if [ "${fresh:-no}" = yes ] || takes_settings "$1" "$2"; then return 0; fi
  if [ -n "$before" ] && takes_settings "$1" "$releases/$before"; then
    say "✗ throng-$1 of $(basename "$2") does not take $(settings_of "$1"), which $before takes"
    return 1
  fi
  say "! throng-$1 finds faults in $(settings_of "$1"): throng-$1 validate --config $(settings_of "$1")"
}

# $1: role. Whether the service that was started answers within a while.
comes_up() {
  if [ "$dry_run" = yes ] || ! systemd_runs; then return 0; fi
  tries=${THRONG_HEALTH_TRIES:-30}
  while [ "$tries" -gt 0 ]; do
    if is_active "$1" && THRONG_EDGE_STATE=/var/lib/throng/edge \
      "$bin/throng-$1" healthcheck --config "$(settings_of "$1")" >/dev/null 2>&1; then
      return 0
    fi
    tries=$((tries - 1))
    sleep 2
  done
  say "✗ throng-$1 does not come up: journalctl -u throng-$1"
  return 1
}
