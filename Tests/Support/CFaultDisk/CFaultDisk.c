#include "CFaultDisk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  sqlite3_file base;
  int kind;
  sqlite3_file *real;
} File;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sqlite3_vfs shim;
static sqlite3_vfs *system_vfs;
static char watched[4096];
static FILE *out;
static int64_t calls, fail_at;
static int fail_forever, fail_code, has_failed;

static void note(char letter, int kind, int64_t number, const void *bytes, int32_t length) {
  pthread_mutex_lock(&lock);
  if (out) {
    unsigned char file = (unsigned char)kind;
    fwrite(&letter, 1, 1, out);
    fwrite(&file, 1, 1, out);
    fwrite(&number, 8, 1, out);
    fwrite(&length, 4, 1, out);
    if (length > 0) fwrite(bytes, (size_t)length, 1, out);
  }
  pthread_mutex_unlock(&lock);
}

// Counts a call; SQLite's code where it is to fail.
static int count(void) {
  pthread_mutex_lock(&lock);
  calls += 1;
  int fails = fail_at > 0 && (calls == fail_at || (fail_forever && calls > fail_at));
  if (fails) has_failed = 1;
  int code = fails ? fail_code : SQLITE_OK;
  pthread_mutex_unlock(&lock);
  return code;
}

#define REAL(file) (((File *)(file))->real)
#define KIND(file) (((File *)(file))->kind)
#define CALL(file, method, ...) REAL(file)->pMethods->method(REAL(file), ##__VA_ARGS__)

static int f_close(sqlite3_file *f) { return CALL(f, xClose); }
static int f_read(sqlite3_file *f, void *b, int n, sqlite3_int64 o) { return CALL(f, xRead, b, n, o); }
static int f_write(sqlite3_file *f, const void *b, int n, sqlite3_int64 o) {
  int code = count();
  if (code == SQLITE_OK) code = CALL(f, xWrite, b, n, o);
  if (code == SQLITE_OK) note('W', KIND(f), o, b, n);
  return code;
}
static int f_truncate(sqlite3_file *f, sqlite3_int64 n) {
  int code = count();
  if (code == SQLITE_OK) code = CALL(f, xTruncate, n);
  if (code == SQLITE_OK) note('T', KIND(f), n, NULL, 0);
  return code;
}
static int f_sync(sqlite3_file *f, int flags) {
  int code = count();
  // A sync that fails may have kept what it was to keep: it is the caller who must not believe it.
  int real = CALL(f, xSync, flags);
  if (code == SQLITE_OK) code = real;
  if (code == SQLITE_OK) note('S', KIND(f), 0, NULL, 0);
  return code;
}
static int f_size(sqlite3_file *f, sqlite3_int64 *n) { return CALL(f, xFileSize, n); }
static int f_lock(sqlite3_file *f, int l) { return CALL(f, xLock, l); }
static int f_unlock(sqlite3_file *f, int l) { return CALL(f, xUnlock, l); }
static int f_reserved(sqlite3_file *f, int *r) { return CALL(f, xCheckReservedLock, r); }
static int f_control(sqlite3_file *f, int op, void *a) { return CALL(f, xFileControl, op, a); }
static int f_sector(sqlite3_file *f) { return CALL(f, xSectorSize); }
// No promises: what SQLite believes of a disk that is safe to overwrite would hide what a cut does.
static int f_character(sqlite3_file *f) { (void)f; return 0; }
static int f_map(sqlite3_file *f, int p, int n, int x, void volatile **v) { return CALL(f, xShmMap, p, n, x, v); }
static int f_shmlock(sqlite3_file *f, int o, int n, int l) { return CALL(f, xShmLock, o, n, l); }
static void f_barrier(sqlite3_file *f) { CALL(f, xShmBarrier); }
static int f_unmap(sqlite3_file *f, int d) { return CALL(f, xShmUnmap, d); }
// Never mapped, so that all that is written comes by here.
static int f_fetch(sqlite3_file *f, sqlite3_int64 o, int n, void **p) { (void)f; (void)o; (void)n; *p = NULL; return SQLITE_OK; }
static int f_unfetch(sqlite3_file *f, sqlite3_int64 o, void *p) { (void)f; (void)o; (void)p; return SQLITE_OK; }

static const sqlite3_io_methods methods = {
    3,         f_close,    f_read,      f_write,   f_truncate, f_sync,    f_size,    f_lock, f_unlock, f_reserved,
    f_control, f_sector,   f_character, f_map,     f_shmlock,  f_barrier, f_unmap,   f_fetch, f_unfetch};

// Which of the watched files a name is; -1 for none.
static int kind_of(const char *name) {
  int kind = -1;
  pthread_mutex_lock(&lock);
  size_t length = strlen(watched);
  if (name && length > 0 && strncmp(name, watched, length) == 0) {
    if (name[length] == 0) kind = 0;
    if (strcmp(name + length, "-wal") == 0) kind = 1;
  }
  pthread_mutex_unlock(&lock);
  return kind;
}

static int v_open(sqlite3_vfs *v, const char *name, sqlite3_file *file, int flags, int *given) {
  (void)v;
  int kind = kind_of(name);
  if (kind < 0) return system_vfs->xOpen(system_vfs, name, file, flags, given);
  // A disk that fails for ever cannot be opened either.
  pthread_mutex_lock(&lock);
  int is_gone = has_failed && fail_at > 0 && fail_forever;
  pthread_mutex_unlock(&lock);
  file->pMethods = NULL;
  if (is_gone) return SQLITE_CANTOPEN;
  File *f = (File *)file;
  f->kind = kind;
  f->real = (sqlite3_file *)(f + 1);
  int code = system_vfs->xOpen(system_vfs, name, f->real, flags, given);
  f->base.pMethods = f->real->pMethods ? &methods : NULL;
  return code;
}

static int v_delete(sqlite3_vfs *v, const char *name, int sync) {
  (void)v;
  int kind = kind_of(name);
  int code = system_vfs->xDelete(system_vfs, name, sync);
  if (code == SQLITE_OK && kind >= 0) note('D', kind, sync, NULL, 0);
  return code;
}

int fault_disk_install(void) {
  pthread_mutex_lock(&lock);
  int code = SQLITE_OK;
  if (!system_vfs) {
    system_vfs = sqlite3_vfs_find(NULL);
    shim = *system_vfs;
    shim.zName = "caseload-fault-disk";
    shim.szOsFile = (int)sizeof(File) + system_vfs->szOsFile;
    shim.pNext = NULL;
    shim.xOpen = v_open;
    shim.xDelete = v_delete;
    code = sqlite3_vfs_register(&shim, 1);
  }
  pthread_mutex_unlock(&lock);
  return code;
}

int fault_disk_watch(const char *database, const char *log) {
  fault_disk_end();
  pthread_mutex_lock(&lock);
  if (log) out = fopen(log, "wb");
  int code = (log && !out) || strlen(database) >= sizeof watched;
  if (!code) strcpy(watched, database);
  pthread_mutex_unlock(&lock);
  return code;
}

void fault_disk_end(void) {
  pthread_mutex_lock(&lock);
  if (out) fclose(out);
  out = NULL;
  watched[0] = 0;
  fail_at = 0;
  pthread_mutex_unlock(&lock);
}

void fault_disk_mark(int64_t number) { note('M', 0, number, NULL, 0); }

void fault_disk_fail(int64_t nth, int forever, int code) {
  pthread_mutex_lock(&lock);
  calls = 0;
  has_failed = 0;
  fail_at = nth;
  fail_forever = forever;
  fail_code = code;
  pthread_mutex_unlock(&lock);
}

int64_t fault_disk_calls(void) {
  pthread_mutex_lock(&lock);
  int64_t now = calls;
  pthread_mutex_unlock(&lock);
  return now;
}

int fault_disk_has_failed(void) {
  pthread_mutex_lock(&lock);
  int now = has_failed;
  pthread_mutex_unlock(&lock);
  return now;
}
