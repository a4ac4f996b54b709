# shellcheck shell=dash
# What the machine must have. build.sh sources this in the repository's root: `need THING...` looks for all of them,
# installs the missing ones if we are root and have apt, and otherwise lists them with the commands that install them.
# Plain sh with `local`: dash, busybox and the bash 3.2 of macOS run it.

readonly TOOLCHAIN=go1.27.4 # Go 1.21 or newer downloads it by itself
readonly TOOLCHAIN_SIZE="72 MB"
readonly OLDEST_GO=1.21
readonly OLDEST_NODE=20.10

heading() { printf '\n── %s\n' "$*"; }
note() { printf 'build.sh: %s\n' "$*"; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

# need THING... ends the script if a thing is missing and can't be installed.
need() {
  have "$@" || fail "missing here: $missing. Install it and try again:
  Debian, Ubuntu:  sudo apt-get install $debian
  Fedora:          sudo dnf install $fedora
  macOS:           brew install $brew
If a package is too old, get a newer one from the site of Go or Node."
}

# want THING... goes on without a thing that only some tests need.
want() { have "$@" || note "without $missing some tests are skipped"; }

# have THING... installs what is missing if it can, and reports whether all is there.
have() {
  look_for "$@"
  if [ -n "$missing" ] && can_install; then
    install_packages
    look_for "$@"
  fi
  [ -z "$missing" ]
}

look_for() {
  local thing
  missing='' debian='' fedora='' brew=''
  for thing in "$@"; do "look_for_$thing"; done
}

# lacks NAME DEBIAN FEDORA BREW records what is missing, and the packages that contain it.
lacks() {
  missing="$missing${missing:+, }$1"
  debian="$debian${debian:+ }$2"
  fedora="$fedora${fedora:+ }$3"
  brew="$brew${brew:+ }$4"
}

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_packages() {
  heading "installing $debian"
  apt-get update -q >/dev/null || note "apt-get could not update its lists"
  # shellcheck disable=SC2086 # a list of packages
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $debian >/dev/null ||
    note "apt-get could not install them"
}

look_for_go() {
  local version
  if ! command -v go >/dev/null; then
    lacks "Go $OLDEST_GO" golang-go golang go
    return
  fi
  version=$(GOTOOLCHAIN=local go version | sed 's/^go version \(devel \)\{0,1\}go\([0-9.]*\).*/\2/')
  newer "$version" "$OLDEST_GO" || lacks "Go $OLDEST_GO or newer (here is $version)" golang-go golang go
}

look_for_node() {
  local version
  if ! command -v node >/dev/null; then
    lacks "Node $OLDEST_NODE" nodejs nodejs node
  else
    version=$(node --version)
    newer "${version#v}" "$OLDEST_NODE" || lacks "Node $OLDEST_NODE or newer (here is ${version#v})" nodejs nodejs node
  fi
  command -v npm >/dev/null || lacks npm npm npm node
}

# newer VERSION OTHER reports whether VERSION is at least OTHER, by the first two numbers.
newer() {
  printf '%s\n%s\n' "$2" "$1" | sed 's/[^0-9.].*//' | sort -c -t . -k 1,1n -k 2,2n 2>/dev/null
}

look_for_shellcheck() { command -v shellcheck >/dev/null || lacks shellcheck shellcheck ShellCheck shellcheck; }

look_for_chromium() {
  if CHROMIUM=$(web/tools/find.sh chromium); then
    export CHROMIUM
  else
    lacks "Chrome or Chromium (CHROMIUM= names one)" chromium chromium google-chrome
  fi
}

# A window for native drawing: Linux without a display gets a virtual one, drawn in software.
look_for_display() {
  local packages="xvfb xauth libgl1 libgl1-mesa-dri libegl1 libxcursor1 libxi6 libxinerama1 libxrandr2 libxxf86vm1"
  virtual_display || return 0
  # shellcheck disable=SC2086 # a list of packages
  if ! command -v xvfb-run >/dev/null || { command -v dpkg >/dev/null && ! dpkg -s $packages >/dev/null 2>&1; }; then
    lacks "a display, or Xvfb with Mesa's libraries" "$packages" "xorg-x11-server-Xvfb mesa-dri-drivers mesa-libGL mesa-libEGL" ""
  fi
}

virtual_display() { [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

look_for_clang() {
  { command -v clang && command -v wasm-ld; } >/dev/null || lacks "clang with lld" "clang lld" "clang lld" "llvm lld"
}

look_for_numpy() {
  if PYTHON=$(web/tools/find.sh python); then
    export PYTHON
  else
    lacks "a Python with NumPy (PYTHON= names one)" "python3-numpy libopenblas0-pthread" python3-numpy numpy
  fi
}

# The servers that hosting is tested on; without them those tests are skipped.
look_for_servers() {
  PATH=$PATH:/usr/sbin command -v nginx >/dev/null || lacks nginx "nginx libnginx-mod-http-brotli-static" nginx nginx
  command -v caddy >/dev/null || lacks Caddy caddy caddy caddy
}

# The engines other than Chromium's; without them their tests are skipped. Not every system has packages of them.
look_for_firefox() { command -v firefox-esr >/dev/null || lacks "Firefox ESR" firefox-esr firefox ""; }
look_for_webkit() { command -v WebKitWebDriver >/dev/null || lacks WebKitGTK webkit2gtk-driver webkitgtk6.0 ""; }

# use_go makes Go use the toolchain that go.mod names and this module alone, whatever the user's settings are.
use_go() {
  local asked flags kept
  asked=$(go env GOTOOLCHAIN)
  flags=$(go env GOFLAGS)
  kept=$(printf %s "$flags" | sed 's/\(^\| \)--\{0,1\}mod\(file\)\{0,1\}=[^ ]*//g')
  [ "$kept" = "$flags" ] || note "GOFLAGS is '$flags'; this build sets its modules itself and ignores that part"
  export GOFLAGS="-buildvcs=false $kept" GO111MODULE=on GOWORK=off
  export GOTOOLCHAIN=$TOOLCHAIN
  GOPROXY=off go version >/dev/null 2>&1 && return # already here
  [ "$asked" != local ] || note "Go is set to GOTOOLCHAIN=local; this build needs $TOOLCHAIN, downloads it next to yours and keeps the setting"
  heading "Go's toolchain $TOOLCHAIN ($TOOLCHAIN_SIZE, once)"
  go version || fail "Go could not download $TOOLCHAIN, for the reason above. Some proxies block toolchains: \
set GOPROXY to one that has them, or install $TOOLCHAIN as your Go."
}

# use_packages build|all installs the packages of web/package.json that a build needs, or all of them, when the lock
# file has changed. Once all were installed, all are updated.
use_packages() {
  local set=$1 installed=web/node_modules/.installed
  cmp -s web/package-lock.json "$installed-all.json" && return
  [ ! -e web/node_modules/playwright-core ] || set=all
  [ "$set" = all ] || ! cmp -s web/package-lock.json "$installed-build.json" || return 0
  heading "npm's packages ($set)"
  case $set in
    build) set -- --omit=dev ;;
    all) set -- ;;
  esac
  (cd web && npm ci --silent "$@") || fail "npm could not install web/package-lock.json; 'npm ci' in web/ says more"
  cp web/package-lock.json "$installed-$set.json"
}

# find_real_data exports where the real CIFAR-10 is, if it is there.
find_real_data() {
  if [ -z "${CIFAR10_DIR:-}" ] && [ -d ../shared/cifar10 ]; then
    CIFAR10_DIR=$(cd ../shared/cifar10 && pwd)
  fi
  export CIFAR10_DIR="${CIFAR10_DIR:-}"
}
