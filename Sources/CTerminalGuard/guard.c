#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Everything here that a handler calls is on POSIX's list of async-signal-safe functions:
// write, read, tcsetattr, sigaction, sigemptyset, sigaddset, sigprocmask, pthread_kill, getpid.

enum { RESET_LIMIT = 512, STACK_BYTES = 64 * 1024 };

// Signals that mean a defect; the previous handler (a backtrace, a core dump) follows.
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
// The other signals that end a program that does nothing about them.
static const int endings[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGTERM, SIGPIPE, SIGALRM,
                              SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ, SIGSYS};
// Signals that the event loop wants to hear of.
static const int notices[] = {SIGWINCH, SIGTSTP, SIGCONT};

#define COUNT_OF(array) ((int)(sizeof array / sizeof array[0]))
enum {
  CRASHES = COUNT_OF(crashes),
  ENDINGS = COUNT_OF(endings),
  NOTICES = COUNT_OF(notices),
  TAKEN = CRASHES + ENDINGS + NOTICES
};

static struct {
  int number;
  struct sigaction previous;
} taken[TAKEN];

static struct termios saved;
static int terminal = -1;
static int wake_pipe[2] = {-1, -1};
static char reset_text[RESET_LIMIT];
static size_t reset_length;
static atomic_int armed;
static atomic_int news;
static int installed;
static char alternate_stack[STACK_BYTES];

static void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void restore(void) {
  if (!atomic_exchange(&armed, 0)) return;
  write_all(STDOUT_FILENO, reset_text, reset_length);
  // Blocked, SIGTTOU lets a background process set the modes instead of stopping it.
  sigset_t background, before;
  sigemptyset(&background);
  sigaddset(&background, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &background, &before);
  tcsetattr(terminal, TCSANOW, &saved);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static const struct sigaction *previous_of(int number) {
  for (int i = 0; i < TAKEN; i++) {
    if (taken[i].number == number) return &taken[i].previous;
  }
  return NULL;
}

static void end_by(int number, const struct sigaction *action) {
  sigaction(number, action, NULL);
  pthread_kill(pthread_self(), number);
}

static void on_crash(int number, siginfo_t *info, void *context) {
  (void)context;
  int number_of_error = errno;
  restore();
  struct sigaction standard = {.sa_handler = SIG_DFL};
  const struct sigaction *previous = previous_of(number);
  int sent = info->si_code <= 0;
  if (previous == NULL || (sent && info->si_pid != getpid())) {
    // Sent by another process: it says nothing about our code, so no backtrace.
    end_by(number, &standard);
  } else if (sent || number == SIGTRAP) {
    // abort() and raise(); and a trap, which would not happen again.
    end_by(number, previous);
  } else {
    // The faulting instruction runs again, so that the previous handler sees the true fault.
    sigaction(number, previous, NULL);
  }
  errno = number_of_error;
}

static void on_ending(int number) {
  restore();
  // Whoever waits for us shall see that the signal ended us: a shell reports 128 + n.
  struct sigaction standard = {.sa_handler = SIG_DFL};
  end_by(number, &standard);
}

static void on_notice(int number) {
  int number_of_error = errno;
  int what = number == SIGWINCH  ? TERMINAL_GUARD_RESIZED
             : number == SIGTSTP ? TERMINAL_GUARD_STOP_ASKED
                                 : TERMINAL_GUARD_CONTINUED;
  atomic_fetch_or(&news, what);
  terminal_guard_wake();
  errno = number_of_error;
}

static void take_over(int slot, int number, struct sigaction *action) {
  taken[slot].number = number;
  sigaction(number, NULL, &taken[slot].previous);
  // What the parent asked to be ignored (nohup) stays ignored.
  if (taken[slot].previous.sa_handler == SIG_IGN) return;
  sigaction(number, action, NULL);
}

static int make_wake_pipe(void) {
  if (wake_pipe[0] >= 0) return 0;
  if (pipe(wake_pipe) != 0) return -1;
  for (int i = 0; i < 2; i++) {
    fcntl(wake_pipe[i], F_SETFD, FD_CLOEXEC);
    fcntl(wake_pipe[i], F_SETFL, O_NONBLOCK);
  }
  return 0;
}

int terminal_guard_open(int tty) {
  static int registered;
  if (tcgetattr(tty, &saved) != 0 || make_wake_pipe() != 0) return -1;
  terminal = tty;
  if (!registered) registered = atexit(restore) == 0;

  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);

  struct sigaction crash = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  struct sigaction ending = {.sa_handler = on_ending, .sa_flags = SA_ONSTACK};
  struct sigaction notice = {.sa_handler = on_notice, .sa_flags = SA_ONSTACK | SA_RESTART};
  int slot = 0;
  for (int i = 0; i < CRASHES; i++) take_over(slot++, crashes[i], &crash);
  for (int i = 0; i < ENDINGS; i++) take_over(slot++, endings[i], &ending);
  for (int i = 0; i < NOTICES; i++) take_over(slot++, notices[i], &notice);
  installed = 1;
  return 0;
}

int terminal_guard_wake_descriptor(void) { return wake_pipe[0]; }

void terminal_guard_arm(const char *reset, size_t length) {
  atomic_store(&armed, 0);
  reset_length = length < RESET_LIMIT ? length : RESET_LIMIT;
  memcpy(reset_text, reset, reset_length);
  atomic_store(&armed, 1);
}

void terminal_guard_disarm(void) { atomic_store(&armed, 0); }

void terminal_guard_close(void) {
  terminal_guard_disarm();
  if (!installed) return;
  for (int i = 0; i < TAKEN; i++) sigaction(taken[i].number, &taken[i].previous, NULL);
  installed = 0;
}

void terminal_guard_wake(void) {
  if (wake_pipe[1] < 0) return;
  // A full pipe already wakes the reader.
  ssize_t ignored = write(wake_pipe[1], "", 1);
  (void)ignored;
}

int terminal_guard_take(void) {
  char bytes[64];
  while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
  }
  return atomic_exchange(&news, 0);
}

void terminal_guard_stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  struct sigaction ours;
  sigaction(SIGTSTP, &standard, &ours);
  pthread_kill(pthread_self(), SIGTSTP);
  // Continued here.
  sigaction(SIGTSTP, &ours, NULL);
  atomic_fetch_and(&news, ~(TERMINAL_GUARD_STOP_ASKED | TERMINAL_GUARD_CONTINUED));
}

void terminal_guard_end(int signal_number) {
  restore();
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  end_by(signal_number, &standard);
  _exit(128 + signal_number);
}
