#!/bin/sh
# Finds what goes by several names: `find.sh chromium` prints the path of a Chrome or Chromium, `find.sh python` of a
# Python that has NumPy. $CHROMIUM and $PYTHON name one of your own. It fails, and prints nothing, if there is none.
#
# Under WSL the browser is Linux's: Windows' own can't be driven through a pipe from there.
set -eu

# Names are looked up in PATH, paths taken as they are.
find_chromium() {
  first_of "${CHROMIUM:-}" && return
  [ -z "${CHROMIUM:-}" ] || return 1
  mac_chrome="Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  mac_chromium=Applications/Chromium.app/Contents/MacOS/Chromium
  first_of chromium chromium-browser google-chrome google-chrome-stable /snap/bin/chromium \
    "/$mac_chrome" "/$mac_chromium" "${HOME:-}/$mac_chrome" "${HOME:-}/$mac_chromium"
}

find_python() {
  # A Python of one's own often lacks the NumPy that the system's has.
  for name in ${PYTHON:+"$PYTHON"} /usr/bin/python3 python3; do
    if python=$(first_of "$name") && "$python" -c 'import numpy' 2>/dev/null; then
      echo "$python"
      return
    fi
  done
  return 1
}

first_of() {
  for name in "$@"; do
    if [ -n "$name" ] && command -v "$name"; then return; fi
  done
  return 1
}

"find_$1"
