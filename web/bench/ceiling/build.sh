#!/bin/sh
# Builds ceiling.wasm into the folder given: ./build.sh <folder>
set -eu
cd "$(dirname "$0")"
clang --target=wasm32 -O3 -msimd128 -mbulk-memory -nostdlib -Wall -Wl,--no-entry \
	-o "${1:?usage: build.sh <folder>}/ceiling.wasm" ceiling.c
