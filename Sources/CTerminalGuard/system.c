// System calls that Swift does not see (variadic ones and macros), each in its shortest form.
#define _GNU_SOURCE
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

void caseload_process_harden(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  umask(077);
  // Read at the start of a process, so this is for children; for ourselves our handlers replace Swift's.
  setenv("SWIFT_BACKTRACE", "enable=no", 1);
  caseload_guard_install();
}

int caseload_open_tty(const char *path) { return open(path, O_RDWR | O_NOCTTY | O_CLOEXEC); }

int caseload_event_fd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void caseload_event_fd_signal(int fd) {
  int saved = errno;
  uint64_t one = 1;
  ssize_t written = write(fd, &one, sizeof one);
  (void)written;  // a full counter is readable already
  errno = saved;
}

void caseload_event_fd_drain(int fd) {
  uint64_t count;
  ssize_t taken = read(fd, &count, sizeof count);
  (void)taken;  // nothing there is fine
}

int caseload_pipe(int ends[2]) { return pipe2(ends, O_NONBLOCK | O_CLOEXEC); }

int caseload_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int caseload_redirect(int from, int to) {
  int result;
  do result = dup3(to, from, O_CLOEXEC);
  while (result < 0 && (errno == EINTR || errno == EBUSY));
  return result < 0 ? -1 : 0;
}

int caseload_bytes_waiting(int fd) {
  int count = 0;
  return ioctl(fd, FIONREAD, &count) == 0 ? count : -1;
}

int caseload_window_size(int fd, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

int caseload_column_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

int caseload_watch_folder(const char *path) {
  int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (fd < 0) return -1;
  if (inotify_add_watch(fd, path, IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE) < 0) {
    int saved = errno;
    close(fd);
    errno = saved;
    return -1;
  }
  return fd;
}

int caseload_pseudo_terminal(char *path, size_t size) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  if (grantpt(master) == 0 && unlockpt(master) == 0 && ptsname_r(master, path, size) == 0) return master;
  int saved = errno;
  close(master);
  errno = saved;
  return -1;
}
