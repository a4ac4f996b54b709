#!/usr/bin/env bash
# Runs a Go wasm test binary under Node, for `go test -exec`: Go's own script, in a small environment,
# since the wasm start-up has room for only a few kilobytes of arguments and variables.
set -euo pipefail
exec env -i PATH="$PATH" HOME="${HOME:-/}" TMPDIR="${TMPDIR:-/tmp}" CIFAR10_DIR="${CIFAR10_DIR:-}" \
  "$(GOOS='' GOARCH='' go env GOROOT)/lib/wasm/go_js_wasm_exec" "$@"
