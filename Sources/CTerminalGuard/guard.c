// Puts the terminal back when the program dies of a signal. Only async-signal-safe calls below.
#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal_signals[] = {SIGHUP, SIGQUIT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
#define FATAL_COUNT (sizeof fatal_signals / sizeof fatal_signals[0])

static char reset_bytes[512];
static size_t reset_length;
static struct termios found_modes;
static int terminal = -1;
static int captured = -1;
static int stderr_before = -1;
static volatile sig_atomic_t armed;

static void write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

// What stderr said while the screen was up may quote data: printable ASCII and newlines pass, nothing else.
static void replay_captured(void) {
  if (captured < 0 || stderr_before < 0) return;
  char chunk[512];
  off_t offset = 0;
  for (;;) {
    ssize_t count = pread(captured, chunk, sizeof chunk, offset);
    if (count <= 0) return;
    for (ssize_t i = 0; i < count; i++) {
      if (chunk[i] != '\n' && (chunk[i] < 0x20 || chunk[i] > 0x7E)) chunk[i] = '?';
    }
    write_all(stderr_before, chunk, (size_t)count);
    offset += count;
  }
}

void caseload_guard_die(int signal) {
  if (armed) {
    armed = 0;
    // A process in the background that touches the modes would be stopped by TTOU and never end.
    struct sigaction ignore;
    memset(&ignore, 0, sizeof ignore);
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGTTOU, &ignore, NULL);
    write_all(terminal, reset_bytes, reset_length);
    tcsetattr(terminal, TCSANOW, &found_modes);
    replay_captured();
  }
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(signal, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  raise(signal);
}

void caseload_guard_install(void) {
  // A stack of its own, so that a stack overflow can be handled too.
  static char stack[64 * 1024];
  stack_t alternate;
  memset(&alternate, 0, sizeof alternate);
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = caseload_guard_die;
  action.sa_flags = SA_ONSTACK;
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < FATAL_COUNT; i++) {
    struct sigaction current;
    // nohup asked for HUP to be ignored: that stays.
    if (sigaction(fatal_signals[i], NULL, &current) == 0 && current.sa_handler == SIG_IGN) continue;
    sigaction(fatal_signals[i], &action, NULL);
  }
}

int caseload_guard_prepare(int tty_fd, const char *reset, size_t length) {
  if (length > sizeof reset_bytes) {
    errno = E2BIG;
    return -1;
  }
  if (tcgetattr(tty_fd, &found_modes) != 0) return -1;
  memcpy(reset_bytes, reset, length);
  reset_length = length;
  terminal = tty_fd;
  return 0;
}

void caseload_guard_arm(int captured_fd, int stderr_fd) {
  captured = captured_fd;
  stderr_before = stderr_fd;
  armed = terminal >= 0;
}

void caseload_guard_disarm(void) { armed = 0; }

int caseload_guard_restore_modes(void) {
  if (terminal < 0) {
    errno = EBADF;
    return -1;
  }
  return tcsetattr(terminal, TCSADRAIN, &found_modes);
}
