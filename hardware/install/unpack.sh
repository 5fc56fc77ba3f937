# shellcheck shell=sh
# A release, from a tarball or a folder, to /opt/throng/releases/VERSION.

# Sets $given to the folder of the wanted release, unpacked where it came as a tarball.
find_release() {
  given=${from:-$(dirname "$here")}
  if [ -f "$given" ]; then
    check_sum "$given"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    tar -xzf "$given" -C "$work" --no-same-owner ||
      fail "$given cannot be unpacked" "copy it anew; is the disk of $work full?"
    given=$(find "$work" -mindepth 1 -maxdepth 1 -type d)
  fi
  [ -f "$given/RELEASE" ] || fail "$given is no release of Throng" \
    "name one by --from; node hardware/pack-release.mjs makes it"
  given_version=$(sed -n 1p "$given/RELEASE")
  case $given_version in
    '' | *[!0-9A-Za-z.+-]* | .*) fail "\"$given_version\" is no version" "pack the release anew" ;;
  esac
  [ -z "$version" ] || [ "$version" = "$given_version" ] ||
    fail "this is release $given_version, not $version" "name the other one by --from"
  check_platform "$given"
}

# A tarball whose checksum lies beside it must be that very one.
check_sum() {
  if [ ! -f "$1.sha256" ]; then
    say "! $1.sha256 is not there: nothing says that this tarball is whole"
    return 0
  fi
  wanted=$(cut -d ' ' -f 1 "$1.sha256")
  [ "$(sha256sum "$1" | cut -d ' ' -f 1)" = "$wanted" ] ||
    fail "$1 is not what its checksum says" "copy it anew"
}

# Puts $given in its place. Complete or not at all: it is renamed only when all of it is there.
unpack() {
  target=$releases/$given_version
  if [ -d "$target" ]; then
    if [ "$(readlink -f "$given")" = "$(readlink -f "$target")" ] || diff -rq "$given" "$target" >/dev/null 2>&1; then
      step "release $given_version is here already"
      return 0
    fi
    [ "$(version_at "$current")" != "$given_version" ] ||
      fail "release $given_version runs here, and this one of the same name differs" \
        "pack it under a version of its own (--version)"
    run rm -rf "$target"
  fi
  step "release $given_version to $target"
  run mkdir -p "$releases"
  run rm -rf "$target.part"
  run cp -R "$given" "$target.part"
  [ -n "$root" ] || run chown -R root:root "$target.part"
  run chmod -R u=rwX,go=rX "$target.part"
  run mv "$target.part" "$target"
}

# The oldest releases go; those in use and the last few stay.
prune() {
  [ -d "$releases" ] || return 0
  kept=0
  find "$releases" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' -printf '%T@ %f\n' | sort -rn | cut -d ' ' -f 2 |
    while read -r name; do
      kept=$((kept + 1))
      [ "$kept" -gt "$KEPT_RELEASES" ] || continue
      case $name in
        "$(version_at "$current")" | "$(version_at "$previous")") continue ;;
      esac
      step "the old release $name goes"
      run rm -rf "${releases:?}/$name" "$(kept_store "$name")"
    done
}
