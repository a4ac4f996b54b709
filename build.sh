#!/usr/bin/env bash
# Builds, serves, tests, lints and measures One Layer. `./build.sh help` lists the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export GOTOOLCHAIN=go1.27.4 # an older Go (1.21 or newer) fetches it by itself
export GOEXPERIMENT=simd    # package simd/archsimd: the wasm kernels of engine/softmax

readonly STATICCHECK=honnef.co/go/tools/cmd/staticcheck@v0.8.2
readonly CACHE=$PWD/.cache
readonly WASM_BINARIES=(trainer canvas checker packer loader)

usage() {
  cat <<'TEXT'
usage: ./build.sh COMMAND

  build                     build the static site into dist/, compressed for any file server
  serve [PORT] [-isolate]   build, then serve dist/ on localhost (port 8080, or a free one if it is taken);
                            -isolate adds the headers that make the page cross-origin isolated
  data PATH...              add CIFAR-10, in any form, to the built site: it then opens with it (after build)
  test                      lint, Go tests (native; as wasm under Node), JavaScript tests, end-to-end tests in Chromium
  lint                      gofmt, go vet, staticcheck, the architecture's rules, TypeScript's check of the JavaScript
  bench [--quick] [--only WORD] [--readme]
                            time an epoch side by side with other ways to compute it, in browsers and natively, and what the page
                            takes to open, in memory and while it draws, against the targets; --quick takes few rounds, --only
                            those whose name has the word, --readme puts the ratios into README.md

Real CIFAR-10 for tests and bench is taken from $CIFAR10_DIR, else from ../shared/cifar10; what needs it is skipped without it.
TEXT
}

heading() { printf '\n── %s\n' "$*"; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

# ── What the machine must have ──────────────────────────────────────────────

# need COMMAND PACKAGE... installs Debian packages when COMMAND is missing and we may install.
need() {
  local command=$1
  shift
  command -v "$command" >/dev/null && return
  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    fail "'$command' is missing. Install it (on Debian, as root: apt-get install $*) and try again."
  fi
  heading "installing $*"
  update_package_lists
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >/dev/null
}

package_lists_updated=false
update_package_lists() {
  $package_lists_updated || apt-get update -q >/dev/null
  package_lists_updated=true
}

need_go() {
  command -v go >/dev/null || fail "'go' is missing. Install Go 1.21 or newer; it fetches $GOTOOLCHAIN by itself."
}

need_node() { need node nodejs; }

# need_display: Ebitengine's drawing is tested natively on a virtual screen with software GL.
need_display() { need xvfb-run xvfb xauth libgl1 libgl1-mesa-dri libegl1 libxcursor1 libxi6 libxinerama1 libxrandr2 libxxf86vm1; }

need_chromium() {
  [[ -n ${CHROMIUM:-} ]] || need chromium chromium
  export CHROMIUM=${CHROMIUM:-$(command -v chromium)}
}

# need_packages installs the packages of web/package.json when the lock file has changed.
need_packages() {
  need_node
  need npm npm
  cmp -s web/package-lock.json web/node_modules/.installed-lock.json && return
  heading "npm ci"
  (cd web && npm ci --silent && cp package-lock.json node_modules/.installed-lock.json)
}

# need_peers installs what the bench measures us against, beside npm's packages.
need_peers() {
  need clang clang lld
  /usr/bin/python3 -c 'import numpy' 2>/dev/null || need numpy python3-numpy libopenblas0-pthread
  install_peers
}

# install_peers puts the peers of web/bench/peers where the page and dist/ can't have them.
install_peers() {
  local folder=$CACHE/bench/peers
  cmp -s web/bench/peers/package-lock.json "$folder/node_modules/.installed-lock.json" && return
  heading "npm ci, for the bench"
  mkdir -p "$folder"
  cp web/bench/peers/package.json web/bench/peers/package-lock.json "$folder"
  (cd "$folder" && npm ci --silent --ignore-scripts && cp package-lock.json node_modules/.installed-lock.json)
}

need_staticcheck() {
  staticcheck=$CACHE/bin/${STATICCHECK##*@}-$GOTOOLCHAIN/staticcheck
  [[ -x $staticcheck ]] || GOBIN=$(dirname "$staticcheck") go install "$STATICCHECK"
}

find_real_data() {
  if [[ -z ${CIFAR10_DIR:-} && -d ../shared/cifar10 ]]; then
    CIFAR10_DIR=$(cd ../shared/cifar10 && pwd)
  fi
  export CIFAR10_DIR=${CIFAR10_DIR:-}
}

# ── build and serve ─────────────────────────────────────────────────────────

for_browser() { env GOOS=js GOARCH=wasm "$@"; }

build_wasm() {
  local name module
  go run ./web/tools/slim .cache/slim # the view is built with Ebitengine less what a page has no use for
  for name in "${WASM_BINARIES[@]}"; do
    [[ $name == canvas ]] && module=(-modfile=.cache/slim/go.mod) || module=()
    for_browser go build "${module[@]}" -trimpath -ldflags='-s -w' -o "$CACHE/wasm/$name.wasm" "./wasm/$name"
  done
  install -m 644 "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$CACHE/wasm/"
}

# build [--raw]: raw leaves out the compressed files, which a local server doesn't need.
build() {
  need_go
  need_packages # one of them is shipped
  build_wasm
  node web/tools/dist.js "$@"
}

build_server() { go build -o "$CACHE/bin/serve" ./web/tools/serve; }

serve() {
  local port=8080 flags=()
  while (($#)); do
    case $1 in
      -isolate) flags+=(-isolate) ;;
      [0-9]*) port=$1 ;;
      *) fail "serve takes a port and -isolate, not '$1'" ;;
    esac
    shift
  done
  build --raw
  build_server
  exec "$CACHE/bin/serve" -port "$port" "${flags[@]}" dist
}

# data PATH... adds real data to dist/; a build leaves them there, and removing dist/data takes them away.
data() {
  (($#)) || fail "data takes the files or folders of CIFAR-10"
  [[ -f dist/index.html ]] || build
  go run ./web/tools/data -out dist/data "$@"
  node web/tools/dist.js
}

# ── lint ────────────────────────────────────────────────────────────────────

lint() {
  need_go
  need_packages
  lint_go
  lint_javascript
  lint_shell
}

lint_go() {
  local unformatted
  heading "lint: gofmt"
  unformatted=$(gofmt -l engine wasm web/tools web/bench)
  [[ -z $unformatted ]] || fail "not formatted, run gofmt -w on: $unformatted"

  heading "lint: go vet, host and wasm"
  go vet ./...
  for_browser go vet ./engine/... ./wasm/... ./web/bench/ours

  heading "lint: staticcheck, host and wasm"
  need_staticcheck
  # All but ST1005: the errors that refuse a command are sentences for the visitor.
  "$staticcheck" -checks inherit,-ST1005 ./...
  for_browser "$staticcheck" -checks inherit,-ST1005 ./engine/... ./wasm/... ./web/bench/ours

  heading "lint: architecture"
  go run ./web/tools/lint
}

lint_javascript() {
  local project
  heading "lint: tsc over the JavaScript"
  for project in web/tsconfig.json web/tsconfig.node.json web/tsconfig.worker.json; do
    web/node_modules/.bin/tsc --project "$project"
  done
}

lint_shell() {
  command -v shellcheck >/dev/null || return 0
  heading "lint: shellcheck"
  shellcheck build.sh .ci/run web/tools/*.sh
}

# ── test ────────────────────────────────────────────────────────────────────

# The end-to-end tests come last, so that a run closes on their summary.
run_tests() {
  find_real_data
  lint
  test_go_native
  test_go_wasm
  test_javascript
  test_end_to_end
}

test_go_native() {
  need_display
  heading "test: Go, native"
  xvfb-run -a go test ./...
  heading "test: Go, native, without the SIMD experiment"
  GOEXPERIMENT='' go test -short ./engine/...
}

test_go_wasm() {
  heading "test: engine as wasm under Node, with SIMD"
  for_browser go test -exec "$PWD/web/tools/node_wasm.sh" ./engine/...
}

test_javascript() {
  heading "test: JavaScript"
  node_test "$(find web/js web/tools web/bench -name '*.test.js' | sort)"
}

test_end_to_end() {
  need_chromium
  heading "build: dist/"
  build --raw # what is compressed has tests of its own
  build_server
  heading "test: end to end in Chromium"
  node_test "$(find web/e2e -name '*.test.js' | sort)"
}

# node_test FILES runs the tests of a list of files, one path a line, one file after the other.
node_test() {
  local files
  mapfile -t files <<<"$1"
  node --test --test-concurrency=1 --test-reporter=spec "${files[@]}"
}

# ── bench ───────────────────────────────────────────────────────────────────

bench() {
  find_real_data
  need_packages
  need_chromium
  need_peers
  build # with the compressed files, since they are counted
  build_server
  node web/bench/bench.js "$@"
  node web/bench/loading.js
}

main() {
  local command=${1:-help}
  shift || true
  case $command in
    build) build ;;
    serve) serve "$@" ;;
    data) data "$@" ;;
    test) run_tests ;;
    lint) lint ;;
    bench) bench "$@" ;;
    help | -h | --help) usage ;;
    *)
      usage >&2
      fail "there is no command '$command'"
      ;;
  esac
}

main "$@"
