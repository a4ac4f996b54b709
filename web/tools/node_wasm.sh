#!/bin/sh
# Runs a Go wasm test binary under Node, for `go test -exec`: Go's own script, in a small environment, since the wasm
# start-up has room for only a few kilobytes of arguments and variables. As in a build, the kernels are folded.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
(cd "$root" && GOOS='' GOARCH='' go run ./web/tools/fold "$1")
exec env -i PATH="$PATH" HOME="${HOME:-/}" TMPDIR="${TMPDIR:-/tmp}" \
  CIFAR10_DIR="${CIFAR10_DIR:-}" REQUIRE_DATA="${REQUIRE_DATA:-}" \
  "$(GOOS='' GOARCH='' go env GOROOT)/lib/wasm/go_js_wasm_exec" "$@"
