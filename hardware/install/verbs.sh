# shellcheck shell=sh
# What install.sh does, verb by verb.

# Puts the release at $1 in force for the roles $2…; 1 where one of them is not well under it.
put_in_force() {
  release=$1
  shift
  for role in "$@"; do
    is_well "$role" "$release" || return 1
  done
  point "$current" "releases/$(basename "$release")"
  for role in "$@"; do
    place_unit "$role" "$release"
  done
  for role in "$@"; do
    is_meant_to_run "$role" || continue
    service restart "$role" && comes_up "$role" || return 1
  done
}

install_role() {
  check_system
  find_release
  check_node "$given"
  check_ffmpeg "$1"
  before=$(version_at "$current")
  note_running
  others=$(installed_roles)
  [ -z "$before" ] || [ "$before" = "$given_version" ] ||
    fail "release $before runs here" "install.sh upgrade --from … brings all roles to $given_version first"
  make_user
  unpack
  fresh=no
  place_settings "$1" "$releases/$given_version"
  put_in_force "$releases/$given_version" "$1" || fail "nothing was started" "mend it and run me again"
  settings=$(settings_of "$1")
  if [ "$fresh" = yes ]; then
    say "Installed: throng-$1 $given_version. Next:
  1. make $settings yours, then: throng-$1 doctor --config $settings
  2. systemctl enable --now throng-$1"
  else
    service enable "$1"
    if ! is_active "$1"; then service start "$1"; fi
    comes_up "$1" || fail "throng-$1 is installed and does not come up" "throng-$1 doctor --config $settings"
    say "throng-$1 $given_version is here${others:+, beside what was: $others}"
  fi
}

upgrade() {
  roles=$(installed_roles)
  [ -n "$roles" ] || fail "no role of Throng is here" "install.sh edge, or install.sh server"
  before=$(version_at "$current")
  note_running
  find_release
  check_node "$given"
  [ "$before" != "$given_version" ] || {
    say "release $before runs here already"
    return 0
  }
  unpack
  keep_store
  step "from $before to $given_version"
  # shellcheck disable=SC2086 # a list of words
  if put_in_force "$releases/$given_version" $roles; then
    point "$previous" "releases/$before"
    prune
    say "throng $given_version is in force; install.sh rollback goes back to $before"
  else
    step "back to $before"
    # It may have begun to bring the store to its own form.
    if [ "$(version_at "$current")" = "$given_version" ] && is_too_old_for "$before" "$given_version"; then
      restore_store "$before" || say "! $before may not read the store any more"
    fi
    # shellcheck disable=SC2086
    put_in_force "$releases/$before" $roles || fail "$before is not well either" "journalctl -u 'throng-*'"
    fail "release $given_version is not well; $before runs on" "see above; its files are in $releases/$given_version"
  fi
}

rollback() {
  roles=$(installed_roles)
  before=$(version_at "$current")
  note_running
  wanted=${version:-$(version_at "$previous")}
  [ -n "$wanted" ] || fail "there is no release to go back to" "install.sh status names those that are kept"
  [ -d "$releases/$wanted" ] || fail "release $wanted is not kept here" "install.sh status names those that are"
  [ "$wanted" != "$before" ] || fail "release $wanted runs here already"
  if [ "$with_store" = yes ]; then
    [ -d "$(kept_store "$wanted")" ] || fail "no store of release $wanted was kept" "throng-server restore, by hand"
    keep_store
    restore_store "$wanted" || fail "the store could not be put back" "see above; $before is in force"
  elif is_too_old_for "$wanted" "$before"; then
    fail "release $wanted does not read the store as $before keeps it" \
      "install.sh rollback --with-store takes the one it left in $(kept_store "$wanted"); what came since is lost to the record"
  fi
  # shellcheck disable=SC2086
  put_in_force "$releases/$wanted" $roles || {
    if [ "$with_store" = yes ]; then restore_store "$before" || true; fi
    # shellcheck disable=SC2086
    put_in_force "$releases/$before" $roles || true
    fail "release $wanted is not well; $before runs on"
  }
  point "$previous" "releases/$before"
  say "throng $wanted is in force again; install.sh rollback goes back to $before"
}

uninstall() {
  for role in $(installed_roles); do
    step "throng-$role goes"
    service stop "$role"
    service disable "$role"
    if [ "$role" = server ]; then remove_revocations; fi
    run rm -f "$units/throng-$role.service" "$bin/throng-$role"
  done
  if systemd_runs; then run systemctl daemon-reload; fi
  run rm -rf "$opt"
  if [ "$purge" = no ]; then
    say "Throng is gone. Settings and state stay in $etc and $state; --purge takes them too."
    return 0
  fi
  run rm -rf "$etc" "$state"
  if [ -z "$root" ] && getent passwd throng >/dev/null; then run userdel throng; fi
  say "Throng is gone, with settings and state."
}

status() {
  roles=$(installed_roles)
  [ -n "$roles" ] || {
    say "Throng is not installed here"
    exit 1
  }
  say "release    $(version_at "$current")"
  say "before     $(version_at "$previous")"
  say "kept       $(find "$releases" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' -printf '%f ')"
  for role in $roles; do
    if is_active "$role"; then says=runs; elif systemd_runs; then says='does not run'; else says='systemd does not run here'; fi
    say "$role  $says, settings $(settings_of "$role")"
  done
}
