#!/bin/sh
# shellcheck shell=dash
# Builds, serves, tests, lints and measures One Layer. `./build.sh help` lists the commands.
# Plain sh, so that it runs in any shell: see web/tools/machine.sh.
set -eu
cd "$(dirname "$0")"
. web/tools/machine.sh

export GOEXPERIMENT=simd # package simd/archsimd: the wasm kernels of engine/softmax

readonly STATICCHECK=honnef.co/go/tools/cmd/staticcheck
readonly STATICCHECK_VERSION=v0.8.2
readonly CACHE=$PWD/.cache
readonly WASM_BINARIES="trainer canvas canvas2d checker packer loader"
# Only the kernels and the drawing of the sample are inlined: elsewhere it would make the first download 5 % larger.
readonly SMALL="-gcflags=all=-l -gcflags=onelayer/engine/softmax/...= -gcflags=onelayer/engine/train/...= -gcflags=onelayer/engine/sample/...= -gcflags=onelayer/engine/simd/...= -gcflags=math/...= -gcflags=simd/...="

usage() {
  cat <<'TEXT'
usage: ./build.sh COMMAND

  build                     build the static site into dist/, compressed for any file server
  serve [PORT] [-isolate]   build, then serve dist/ on localhost (port 8080, or a free one if it is taken);
                            -isolate adds the headers that make the page cross-origin isolated
  data PATH...              build the site with CIFAR-10, from files of any form; the page then opens with it
  test                      lint, Go tests (native; as wasm under Node), JavaScript tests, end-to-end tests in Chromium
  lint                      gofmt, go vet, staticcheck, the architecture's rules, TypeScript's check of the JavaScript
                            and html-validate's check of the HTML
  bench [--quick] [--only WORD] [--options] [--readme]
                            time an epoch against other implementations, in browsers and natively, and measure the
                            page's opening, memory and drawing against the targets; --quick takes few rounds, --only
                            those whose name has the word, --options only the settings beyond the report's, --readme
                            writes the ratios into web/bench/README.md

Tests and bench read the real CIFAR-10 from $CIFAR10_DIR, else from ../shared/cifar10; without it the tests that need it
are skipped, or fail if REQUIRE_DATA is set.
TEXT
}

# ── build and serve ─────────────────────────────────────────────────────────

for_browser() { env GOOS=js GOARCH=wasm "$@"; }

# build_wasm compiles the programs of wasm/, after removing those of an earlier build.
build_wasm() {
  local name modules flags
  go run ./web/tools/slim .cache/slim # Ebitengine for the view, without what a page has no use for
  rm -rf "$CACHE/wasm"
  mkdir -p "$CACHE/wasm"
  for name in $WASM_BINARIES; do
    note "compiling $name.wasm"
    case $name in canvas) modules=.cache/slim/go.mod ;; *) modules=go.mod ;; esac
    case $name in trainer) flags=$SMALL ;; *) flags='' ;; esac # the view needs its functions inlined to draw fast
    # shellcheck disable=SC2086 # a list of flags
    for_browser go build -modfile="$modules" -trimpath -ldflags='-s -w' $flags \
      -o "$CACHE/wasm/$name.wasm" "./wasm/$name"
  done
  go run ./web/tools/fold "$CACHE/wasm/trainer.wasm" # the only program with kernels
  install -m 644 "$(go env GOROOT)/lib/wasm/wasm_exec.js" "$CACHE/wasm/"
}

# build [--raw]: raw leaves out the compressed files, which a local server doesn't need.
build() {
  need go node
  use_go
  use_packages build
  heading "build: dist/"
  build_wasm
  node web/tools/dist.js "$@"
}

build_server() { go build -o "$CACHE/bin/serve" ./web/tools/serve; }

serve() {
  local port=8080 isolate='' argument
  for argument in "$@"; do
    case $argument in
      -isolate) isolate=yes ;;
      [0-9]*) port=$argument ;;
      *) fail "serve takes a port and -isolate, not '$argument'" ;;
    esac
  done
  build --raw
  build_server
  exec "$CACHE/bin/serve" -port "$port" ${isolate:+-isolate} dist
}

# data PATH... adds real data to dist/. Later builds keep them; delete dist/data to remove them.
data() {
  [ $# -gt 0 ] || fail "data takes the files or folders of CIFAR-10"
  need go node
  use_go
  go run ./web/tools/data -out dist/data "$@"
  build
}

# ── lint ────────────────────────────────────────────────────────────────────

lint() {
  need go node shellcheck
  use_go
  use_packages all
  lint_go
  lint_javascript
  lint_shell
  lint_known_faults
}

lint_go() {
  local unformatted name
  heading "lint: gofmt"
  unformatted=$("$(go env GOROOT)/bin/gofmt" -l engine wasm web/tools web/bench)
  [ -z "$unformatted" ] || fail "not formatted, run gofmt -w on: $unformatted"

  heading "lint: go vet, host and wasm"
  go vet ./...
  for_browser go vet ./engine/... ./wasm/... ./web/bench/ours

  heading "lint: staticcheck, host and wasm"
  use_staticcheck
  # Without ST1005: the errors that refuse a command are sentences for the visitor.
  "$staticcheck" -checks inherit,-ST1005 ./...
  for_browser "$staticcheck" -checks inherit,-ST1005 ./engine/... ./wasm/... ./web/bench/ours

  heading "lint: architecture"
  go run ./web/tools/lint

  heading "lint: generated files"
  for name in phrases protocol constants; do go run "./web/tools/$name" -check; done
}

use_staticcheck() {
  staticcheck=$CACHE/bin/$STATICCHECK_VERSION-$TOOLCHAIN/staticcheck
  [ -x "$staticcheck" ] || GOBIN=$(dirname "$staticcheck") go install "$STATICCHECK@$STATICCHECK_VERSION"
}

lint_javascript() {
  local project
  heading "lint: prettier"
  (cd web && node_modules/.bin/prettier --check js e2e bench tools --log-level warn)
  heading "lint: tsc over the JavaScript"
  for project in web/tsconfig.json web/tsconfig.node.json web/tsconfig.worker.json; do
    web/node_modules/.bin/tsc --project "$project"
  done
  heading "lint: the HTML, of the page and of an exported summary"
  node web/tools/validate.js
}

# Known vulnerabilities in our dependencies. Not every machine can reach these databases.
lint_known_faults() {
  local said
  heading "lint: known vulnerabilities, govulncheck and npm audit"
  if said=$(go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 ./... 2>&1); then note "Go: none"
  else
    case $said in
      *Vulnerability\ \#*)
        printf '%s\n' "$said"
        fail "govulncheck reports vulnerabilities in called code"
        ;;
      *) note "Go: not checked, since govulncheck's database can't be reached" ;;
    esac
  fi
  if said=$(npm audit --prefix web --audit-level=high 2>&1); then note "npm: none"
  else
    case $said in
      *vulnerabilit*severity* | *severity\ vulnerabilit*)
        printf '%s\n' "$said"
        fail "npm audit reports vulnerabilities"
        ;;
      *) note "npm: not checked, since npm's audit database can't be reached" ;;
    esac
  fi
}

# Each script is checked for the shell that its first line names. "local" is not in POSIX, but every sh has it.
lint_shell() {
  heading "lint: shellcheck"
  shellcheck --external-sources --exclude=SC3043 build.sh .ci/run web/tools/*.sh web/bench/ceiling/build.sh
}

# ── test ────────────────────────────────────────────────────────────────────

# The end-to-end tests come last, so that a run ends with their summary.
run_tests() {
  need go node shellcheck chromium display
  want numpy
  find_real_data
  lint
  test_go_native
  test_go_wasm
  test_javascript
  test_end_to_end
}

test_go_native() {
  heading "test: Go, native"
  on_display go test ./...
  heading "test: Go, native, without the SIMD experiment"
  GOEXPERIMENT='' go test -short ./engine/...
}

on_display() {
  if virtual_display; then xvfb-run -a "$@"; else "$@"; fi
}

test_go_wasm() {
  heading "test: engine as wasm under Node, with SIMD"
  for_browser go test -exec "$PWD/web/tools/node_wasm.sh" ./engine/...
}

test_javascript() {
  heading "test: JavaScript"
  node_test 1 web/js web/tools web/bench
}

test_end_to_end() {
  build --raw # compression has its own tests
  build_server
  heading "test: end to end in Chromium"
  node_test 2 web/e2e && return # two at a time: a page waits more than it works
  test_alone_once_more
}

# A page that shares two cores with another is sometimes late. If few tests failed, they run once more, alone. They are
# listed, since those that then pass deserve a look.
test_alone_once_more() {
  local failed count
  failed=$(cat "$CACHE/failed_files")
  [ -n "$failed" ] || fail "the tests did not end"
  count=$(printf '%s\n' "$failed" | wc -l)
  [ "$count" -le 5 ] || fail "tests failed in $count files"
  heading "test: the failed files once more, alone"
  printf '%s\n' "$failed"
  # shellcheck disable=SC2086 # names without spaces
  node_test 1 $failed
}

# node_test FILES FOLDER... runs the tests below folders, FILES files at a time.
node_test() {
  local files=$1
  shift
  : >"$CACHE/failed_files"
  # shellcheck disable=SC2046 # names without spaces
  FAILED_FILES=$CACHE/failed_files node --import "$PWD/web/tools/failed_files.js" \
    --test --test-concurrency="$files" --test-reporter=spec $(find "$@" -name '*.test.js' | sort)
}

# ── bench ───────────────────────────────────────────────────────────────────

bench() {
  case " $* " in
    *" --options "*) need go node chromium ;;
    *) need go node chromium clang numpy ;;
  esac
  find_real_data
  use_packages all
  install_peers
  build # with the compressed files, whose size is measured
  build_server
  node web/bench/bench.js "$@"
}

# install_peers installs the libraries that the bench compares with, outside the page's packages and dist/.
install_peers() {
  local folder=$CACHE/bench/peers
  cmp -s web/bench/peers/package-lock.json "$folder/node_modules/.installed-lock.json" && return
  heading "npm's packages (bench)"
  mkdir -p "$folder"
  cp web/bench/peers/package.json web/bench/peers/package-lock.json "$folder"
  (cd "$folder" && npm ci --silent --ignore-scripts && cp package-lock.json node_modules/.installed-lock.json)
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
