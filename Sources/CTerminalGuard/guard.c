#include "CTerminalGuard.h"

#include <termios.h>

static struct termios saved;

int terminal_guard_install(int fd) { return tcgetattr(fd, &saved); }
