/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The keys of the window's and the application's actions.
 */
#include "palpate-window.h"

static const PalpateShortcut shortcuts[] = {
  { "win.find", { "<Primary>f", "slash" } },
  { "win.show-panel", { "F9" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "win.areas", { "Home" } },
  { "win.keep", { "<Primary>d" } },
  { "win.step-out", { "Escape" } },
  { "win.next-part(1)", { "F6" } },
  { "win.next-part(-1)", { "<Shift>F6" } },
  { "win.mark-several", { "<Primary>m" } },
  { "win.paint", { "<Primary>b" } },
  { "win.erase", { "<Primary>e" } },
  { "win.undo", { "<Primary>z" } },
  { "win.redo", { "<Shift><Primary>z" } },
  { "win.clear", { "Delete" } },
  { "win.zoom-in", { "<Primary>plus", "<Primary>equal", "<Primary>KP_Add" } },
  { "win.zoom-out", { "<Primary>minus", "<Primary>KP_Subtract" } },
  { "win.zoom-fit", { "<Primary>0", "<Primary>KP_0" } },
  { "win.pan('up')", { "<Shift>Up" } },
  { "win.pan('down')", { "<Shift>Down" } },
  { "win.pan('left')", { "<Shift>Left" } },
  { "win.pan('right')", { "<Shift>Right" } },
  { "win.deeper(1)", { "<Primary>l" } },
  { "win.deeper(-1)", { "<Shift><Primary>l" } },
  { "win.view('front-and-back')", { "<Alt>1" } },
  { "win.view('front')", { "<Alt>2" } },
  { "win.view('back')", { "<Alt>3" } },
  { "win.view('left')", { "<Alt>4" } },
  { "win.view('right')", { "<Alt>5" } },
  { "win.close-ups", { "<Alt>6" } },
  { "win.sheet", { "<Primary>p" } },
  { "win.sheet-preview", { "<Shift><Primary>p" } },
  { "win.sheet-save-pdf", { "<Primary>s" } },
  { "win.open('guide')", { "F1" } },
  { "win.show-help-overlay", { "<Primary>question" } },
  { "win.menu", { "F10" } },
  { "window.close", { "<Primary>w" } },
  { "win.place('chart')", { "<Primary>1" } },
  { "win.place('routine')", { "<Primary>2" } },
  { "win.place('learn')", { "<Primary>3" } },
  { "win.place('journal')", { "<Primary>4" } },
  { "win.add-to-routine", { "<Primary>r" } },
  { "win.start-hold", { "<Primary>t" } },
  { "win.session-wide", { "F11" } },
  { "app.session-key", { "space" } },
  { "app.session-next", { "Right" } },
  { "app.session-previous", { "Left" } },
  { "app.session-extend", { "plus", "KP_Add" } },
  { "app.session-stop", { "Escape" } },
  { "app.preferences", { "<Primary>comma" } },
  { "app.quit", { "<Primary>q" } },
};

const PalpateShortcut *
palpate_window_get_shortcuts (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}
