// What Swift cannot import from ncurses (macros, variadics, globals that Swift 6 takes for shared
// mutable state) as inline functions.
#ifndef ECHELON_NCURSES_SHIM_H
#define ECHELON_NCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

// wchar.h hides it without a feature macro, which curses.h would then see too.
extern int wcwidth(wchar_t character);

// Cells the C library, and so ncurses, takes a character to need: 0 to 2, or -1.
static inline int nc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// Takes the character set from the environment, and from nothing else of the locale. Returns
// whether it is UTF-8. With `force`, C.UTF-8 is tried where it is not.
static inline int nc_utf8_locale(int force) {
  if (setlocale(LC_CTYPE, "") == NULL) setlocale(LC_CTYPE, "C");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return 1;
  if (!force) return 0;
  if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) return 0;
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// Reads the terminal's description: 1 found, 0 not found, -1 no database. Unlike newterm it
// neither writes nor changes a mode.
static inline int nc_describe(void) {
  int result = 0;
  setupterm(NULL, STDOUT_FILENO, &result);
  return result;
}

// A capability's string, or NULL where the terminal has none.
static inline const char *nc_capability(const char *name) {
  char *text = tigetstr((char *)name);
  return text == (char *)-1 ? NULL : text;
}

static inline int nc_number(const char *name) { return tigetnum((char *)name); }

static inline SCREEN *nc_open(void) { return newterm(NULL, stdout, stdin); }

static inline WINDOW *nc_screen(void) { return stdscr; }

// The size the kernel says the terminal has; 0 where it does not know.
static inline void nc_window_size(int *row_count, int *column_count) {
  struct winsize size;
  memset(&size, 0, sizeof size);
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) size.ws_row = size.ws_col = 0;
  *row_count = size.ws_row;
  *column_count = size.ws_col;
}

static inline int nc_rows(void) { return getmaxy(stdscr); }
static inline int nc_columns(void) { return getmaxx(stdscr); }

enum {
  NC_BOLD = 1,
  NC_DIM = 2,
  NC_ITALIC = 4,
  NC_UNDERLINE = 8,
  NC_REVERSE = 16,
};

static inline attr_t nc_attributes(int set) {
  attr_t result = A_NORMAL;
  if (set & NC_BOLD) result |= A_BOLD;
  if (set & NC_DIM) result |= A_DIM;
  if (set & NC_ITALIC) result |= A_ITALIC;
  if (set & NC_UNDERLINE) result |= A_UNDERLINE;
  if (set & NC_REVERSE) result |= A_REVERSE;
  return result;
}

// Puts one character (with combining marks, ended by 0) in a cell. Unlike add_wch it does not
// move the cursor, so the last cell of the screen is like any other.
static inline void nc_put(
    int row, int column, const wchar_t *text, attr_t attributes, short color_pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, color_pair, NULL) == OK) {
    mvwadd_wchnstr(stdscr, row, column, &cell, 1);
  }
}

// Everything will be written anew at the next update, after a clear.
static inline void nc_redraw_all(void) { clearok(curscr, TRUE); }

static inline void nc_enter_alternate_screen(void) {
  const char *text = nc_capability("smcup");
  if (text != NULL) putp(text);
  fflush(stdout);
}

#endif
