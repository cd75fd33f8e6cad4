// What must happen in C: putting the terminal back when the program dies, and the few system calls that
// Swift cannot see. Every function that returns int returns -1 with errno on failure unless it says otherwise.
#ifndef CASELOAD_TERMINAL_GUARD_H
#define CASELOAD_TERMINAL_GUARD_H

#include <stddef.h>
#include <stdint.h>

// ---- the process ----

// No core file, no other process may read our memory, files are private to the user, no debugger prompt after
// a crash (for children too). Installs the fatal handlers. Call it first in main.
void caseload_process_harden(void);

// ---- a fatal end ----

// Installs handlers for QUIT SEGV BUS ILL TRAP ABRT FPE and HUP. Each, while armed, writes the reset bytes to
// the terminal and restores its modes, then lets the signal do its work.
void caseload_guard_install(void);

// Remembers how tty_fd is set now (its modes) and the bytes that take it back. At most 512 bytes.
int caseload_guard_prepare(int tty_fd, const char *reset, size_t length);

// From now on a fatal signal puts the terminal back; captured_fd (or -1) is what stderr wrote meanwhile and is
// copied, cleaned, to stderr_fd.
void caseload_guard_arm(int captured_fd, int stderr_fd);
void caseload_guard_disarm(void);

// Puts the modes of caseload_guard_prepare back now (not the bytes).
int caseload_guard_restore_modes(void);

// ---- signals as events ----

// HUP TERM INT WINCH TSTP CONT write their number as one byte to write_fd (non-blocking). A HUP or TERM that
// comes when the one before was not taken for two seconds ends the program at once, as a fatal signal does.
int caseload_signals_install(int write_fd);
// Another number of seconds, for tests.
void caseload_signals_patience(int seconds);
// The signal was read from the pipe.
void caseload_signals_taken(int signal);
// Gives the signals back to what they were.
void caseload_signals_remove(void);
// While another program has the terminal: 1 lets Ctrl-Z stop us together with it, 0 makes it an event again.
void caseload_signals_let_stop(int stop);
// Whether this process may touch the terminal now; a terminal that is not ours to lose counts as yes.
int caseload_in_foreground(int tty_fd);
// Stops this process as Ctrl-Z does and returns 1 when it is continued; 0 when the system did not stop it,
// because nobody is there who could continue it.
int caseload_stop_self(void);

// ---- descriptors ----

int caseload_open_tty(const char *path);       // read and write, close on exec
int caseload_event_fd(void);                   // non-blocking, close on exec
void caseload_event_fd_signal(int fd);         // async-signal-safe, any thread
void caseload_event_fd_drain(int fd);
int caseload_pipe(int ends[2]);                // non-blocking, close on exec
int caseload_memory_file(const char *name);    // an unnamed file in memory, close on exec
int caseload_redirect(int from, int to);        // what is written to from goes to to; close on exec
int caseload_bytes_waiting(int fd);            // bytes that can be read now
int caseload_window_size(int fd, int *rows, int *columns);
// Watches a folder for files written, moved in or made; non-blocking, close on exec.
int caseload_watch_folder(const char *path);

// Columns that the C library, and with it ncurses, gives a scalar; -1 when it does not know it.
int caseload_column_width(uint32_t scalar);

// A terminal without a window, for tests: the descriptor of the side that a window would have, and the path of
// the side that a program opens.
int caseload_pseudo_terminal(char *path, size_t size);

#endif
