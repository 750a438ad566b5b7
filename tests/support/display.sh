#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The display of a test is the same from its first client to its last: one that starts anew whenever nobody is
# connected turns away, now and then, whoever comes in that moment.
set -euo pipefail
xprop -root -f PALPATE_WAS_HERE 8s -set PALPATE_WAS_HERE yes
for _ in $(seq 20); do
  [ "$(xprop -root PALPATE_WAS_HERE)" = 'PALPATE_WAS_HERE(STRING) = "yes"' ] || { echo 'the display started anew' >&2; exit 1; }
done
