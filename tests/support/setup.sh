# SPDX-License-Identifier: GPL-3.0-or-later
# For ./run and ./check: installing what is missing, and saying what goes on. Sourced by bash.

say() { printf '\033[1m== %s\033[0m\n' "$*"; }

fail() {
  printf 'palpate: failed: %s\n' "$*" >&2
  exit 1
}

# step NAME COMMAND…: quiet while it goes well; what it said is shown when it fails.
step() {
  local name=$1 log
  shift
  log=$(mktemp)
  say "$name"
  if ! "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "$name"
  fi
  grep -E 'warning:' "$log" || true
  rm -f "$log"
}

# What is needed, as Debian and Ubuntu name it; the same for Fedora and Arch where known.
debian_build='gcc cmake ninja-build pkgconf gettext libgtk-4-dev libadwaita-1-dev librsvg2-dev libjson-glib-dev json-glib-tools libsqlite3-dev adwaita-icon-theme'
debian_test='desktop-file-utils appstream xvfb xauth xdotool imagemagick dbus at-spi2-core python3-pyatspi python3-gi python3-numpy python3-scipy python3-cairo python3-jsonschema poppler-utils libxml2-utils fonts-dejavu-core fonts-dejavu-extra locales libasan8 libubsan1 x11-utils'
fedora_build='gcc cmake ninja-build pkgconf gettext gtk4-devel libadwaita-devel librsvg2-devel json-glib-devel sqlite-devel adwaita-icon-theme'
fedora_test='desktop-file-utils libappstream-glib appstream xorg-x11-server-Xvfb xauth xdotool ImageMagick dbus-daemon at-spi2-core python3-pyatspi python3-gobject python3-numpy python3-scipy python3-cairo python3-jsonschema poppler-utils libxml2 dejavu-sans-fonts libasan libubsan xprop xwininfo'
arch_build='gcc cmake ninja pkgconf gettext gtk4 libadwaita librsvg json-glib sqlite adwaita-icon-theme'
arch_test='desktop-file-utils appstream xorg-server-xvfb xorg-xauth xdotool imagemagick dbus at-spi2-core python-atspi python-gobject python-numpy python-scipy python-cairo python-jsonschema poppler libxml2 ttf-dejavu xorg-xprop xorg-xwininfo'

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "these must be installed by an administrator: $*"
  fi
}

install_debian() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "installing what is missing: ${missing[*]}"
  [ "$(id -u)" = 0 ] || printf 'Your password is asked for by sudo, to install these packages.\n'
  as_root apt-get update -q >/dev/null || fail "apt-get update"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null \
    || fail "installing ${missing[*]}"
}

install_fedora() {
  local missing=() package
  for package in "$@"; do
    rpm -q "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "installing what is missing: ${missing[*]}"
  as_root dnf install -y "${missing[@]}" || fail "installing ${missing[*]}"
}

install_arch() {
  local missing
  missing=$(pacman -T "$@") || true
  [ -z "$missing" ] && return
  say "installing what is missing: $missing"
  # shellcheck disable=SC2086 # a list of names
  as_root pacman -S --noconfirm --needed $missing || fail "installing $missing"
}

# install_packages SET…: the sets are build and test.
install_packages() {
  local family set names
  if command -v apt-get >/dev/null; then
    family=debian
  elif command -v dnf >/dev/null; then
    family=fedora
  elif command -v pacman >/dev/null; then
    family=arch
  else
    say "unknown distribution: the packages named in tests/support/setup.sh are needed"
    return
  fi
  for set in "$@"; do
    names="${family}_$set"
    # shellcheck disable=SC2086 # a list of names
    "install_$family" ${!names}
  done
}
