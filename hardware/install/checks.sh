# shellcheck shell=sh
# What must hold before anything is changed.

must_be_root() {
  [ "$(id -u)" = 0 ] || [ -n "$root" ] || [ "$dry_run" = yes ] ||
    fail "an installation changes /opt, /etc and systemd" "run it again with sudo"
}

# Two installers at once would take each other's links.
hold_lock() {
  [ "$dry_run" = no ] || return 0
  mkdir -p "$opt"
  exec 9>"$opt/.lock"
  flock -n 9 || fail "another install.sh is at work here" "wait for it to end"
}

check_system() {
  command -v apt-get >/dev/null || [ -n "$root" ] ||
    fail "this is neither Debian nor Ubuntu" "use the compose file, or the units of hardware/systemd by hand"
  command -v systemctl >/dev/null || [ -n "$root" ] ||
    fail "systemd is not here" "apt-get install systemd, or use the compose file"
}

# $1: folder of a release. Its own Node, or one of the system that is new enough.
check_node() {
  [ ! -x "$1/runtime/node" ] || return 0
  remedy="install Node 20.19 or newer (https://nodejs.org), or take a release packed with --with-node"
  found=$(command -v node >/dev/null && node --version) || fail "Node is not here" "$remedy"
  node -e 'const [a, b] = process.versions.node.split(".").map(Number);
    process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node $found is too old" "$remedy"
}

# $1: role
check_ffmpeg() {
  [ "$1" = edge ] || return 0
  command -v ffmpeg >/dev/null && return 0
  [ "$apt" = yes ] || fail "ffmpeg is not here; the agent reads its cameras with it" \
    "apt-get install ffmpeg, or run me again with --apt"
  step "installing ffmpeg"
  run apt-get install -y --no-install-recommends ffmpeg
}

# $1: folder of a release; its binaries must be for this machine.
check_platform() {
  packed=$(sed -n 2p "$1/RELEASE")
  case $(uname -m) in
    x86_64) own=linux-x64 ;;
    aarch64) own=linux-arm64 ;;
    *) own=$(uname -m) ;;
  esac
  [ "$packed" = "$own" ] || fail "the release is for $packed, this machine is $own" \
    "pack one on a machine of this kind"
}
