// A disk for tests: SQLite's files go through it, are written down, and fail when they are told to.
//
// It becomes SQLite's default in this process and touches only the files of the one store that is watched; all others
// are the system's own. One store at a time.
#ifndef CFAULTDISK_H
#define CFAULTDISK_H

#include <stdint.h>

// Makes it the default; done once however often it is asked. 0 where that went well.
int fault_disk_install(void);

// Watches a database and its -wal, opened from now on, and writes down what is written into `log` (NULL: nowhere), in
// records of: a letter (W write, T truncate, S sync, D delete, M mark), the file (0 the database, 1 its -wal), a
// 64-bit offset, size or mark, a 32-bit length, and the bytes. 0 where that went well.
int fault_disk_watch(const char *database, const char *log);

// Ends watching; what is written down is complete then.
void fault_disk_end(void);

// Puts a mark between what is written down.
void fault_disk_mark(int64_t number);

// From now on the `nth` call that writes, cuts or syncs fails with SQLite's `code` (1: the next one), and all after it
// where `forever`; 0 for none. Calls are counted from here.
void fault_disk_fail(int64_t nth, int forever, int code);

// How many calls wrote, cut or synced since `fault_disk_fail`, and whether any of them failed.
int64_t fault_disk_calls(void);
int fault_disk_has_failed(void);

#endif
