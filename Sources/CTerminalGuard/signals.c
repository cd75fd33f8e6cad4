// Signals that are events: each becomes one byte in a pipe that poll(2) watches.
#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

void caseload_guard_die(int signal);

static const int event_signals[] = {SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
#define EVENT_COUNT (sizeof event_signals / sizeof event_signals[0])

static struct sigaction before[EVENT_COUNT];
static volatile sig_atomic_t waiting[65];
static time_t since[65];
static volatile sig_atomic_t patience = 2;
static volatile sig_atomic_t pipe_end = -1;
static int installed;

static void note(int signal) {
  int saved = errno;
  if (signal == SIGHUP || signal == SIGTERM) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    // Asked again long after and nobody has listened: the program hangs. Let it end, the terminal put back. A
    // second one at once is normal: when a window closes, the kernel and the shell both send HUP.
    if (waiting[signal] && now.tv_sec - since[signal] >= patience) caseload_guard_die(signal);
    if (!waiting[signal]) since[signal] = now.tv_sec;
  }
  waiting[signal] = 1;
  unsigned char byte = (unsigned char)signal;
  ssize_t written = write(pipe_end, &byte, 1);
  (void)written;  // a full pipe holds enough events already
  errno = saved;
}

int caseload_signals_install(int write_fd) {
  pipe_end = write_fd;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < EVENT_COUNT; i++) {
    waiting[event_signals[i]] = 0;
    if (sigaction(event_signals[i], NULL, &before[i]) != 0) return -1;
    if (before[i].sa_handler == SIG_IGN && event_signals[i] == SIGHUP) continue;
    if (sigaction(event_signals[i], &action, NULL) != 0) return -1;
  }
  installed = 1;
  return 0;
}

void caseload_signals_patience(int seconds) { patience = seconds; }

void caseload_signals_taken(int signal) {
  if (signal > 0 && signal < 65) waiting[signal] = 0;
}

void caseload_signals_remove(void) {
  if (!installed) return;
  installed = 0;
  for (size_t i = 0; i < EVENT_COUNT; i++) sigaction(event_signals[i], &before[i], NULL);
  pipe_end = -1;
}

void caseload_signals_let_stop(int stop) {
  if (!installed) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = stop ? SIG_DFL : note;
  action.sa_flags = stop ? 0 : SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, NULL);
}

int caseload_in_foreground(int tty_fd) {
  pid_t group = tcgetpgrp(tty_fd);
  // 0: the terminal has just been hung up and belongs to nobody.
  return group <= 0 || group == getpgrp();
}

int caseload_stop_self(void) {
  caseload_signals_let_stop(1);
  waiting[SIGCONT] = 0;
  // The whole group, as the terminal's Ctrl-Z would: a make that started us stops too.
  kill(0, SIGTSTP);
  caseload_signals_let_stop(0);
  return waiting[SIGCONT];
}
