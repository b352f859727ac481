#ifndef ECHELON_TERMINAL_GUARD_H
#define ECHELON_TERMINAL_GUARD_H

// Saves the terminal's modes now, and restores them on a crash or hang-up.
// Returns 0, or -1 where `fd` is not a terminal.
int terminal_guard_install(int fd);

#endif
