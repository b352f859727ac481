// What Swift cannot import from ncurses (macros, variadics, globals) as inline functions.
#ifndef ECHELON_NCURSES_SHIM_H
#define ECHELON_NCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#endif
