// Gives the terminal back, whatever happens to the program: on a crash, on a signal that ends it
// and at exit. Also owns the pipe that wakes the thread waiting for input. There is one terminal
// a process, so the state is the process's; signal handlers could not reach any other.
#ifndef ECHELON_TERMINAL_GUARD_H
#define ECHELON_TERMINAL_GUARD_H

#include <stddef.h>

// What happened since the last call of terminal_guard_take.
enum terminal_guard_news {
  TERMINAL_GUARD_RESIZED = 1,
  TERMINAL_GUARD_STOP_ASKED = 2,
  TERMINAL_GUARD_CONTINUED = 4,
};

// Saves the modes of the terminal `tty`, makes the wake pipe and takes over the signals; the
// calling thread gets an alternate signal stack. Returns 0, or -1 with errno.
int terminal_guard_open(int tty);

// The readable end of the wake pipe, to be polled. It lives as long as the process, so that a
// late wake can never write into a file that has got the same number.
int terminal_guard_wake_descriptor(void);

// From now on the terminal is ours: on an end of any kind `reset` (at most 512 bytes) is written
// and the saved modes are set.
void terminal_guard_arm(const char *reset, size_t length);

// The terminal is already as it was.
void terminal_guard_disarm(void);

// Gives the signals back to who had them before.
void terminal_guard_close(void);

// Wakes the waiting thread. May be called from any thread and from signal handlers.
void terminal_guard_wake(void);

// Empties the wake pipe and returns the news as a set of terminal_guard_news.
int terminal_guard_take(void);

// Stops the process as Ctrl-Z does by default; returns when it is continued.
void terminal_guard_stop(void);

// Gives the terminal back and ends the process as an uncaught `signal_number` would.
void terminal_guard_end(int signal_number);

#endif
