// ncurses as Swift can see it: what is variadic, a macro or a global variable becomes a prefixed function.
#ifndef CASELOAD_CNCURSES_SHIM_H
#define CASELOAD_CNCURSES_SHIM_H

// SwiftPM drops pkg-config's -D_XOPEN_SOURCE, without which the wide functions are not declared.
#define NCURSES_WIDECHAR 1
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>
#include <term.h>
#include <wchar.h>

static inline WINDOW *caseload_stdscr(void) { return stdscr; }
static inline int caseload_lines(void) { return LINES; }
static inline int caseload_columns(void) { return COLS; }
static inline int caseload_max_rows(WINDOW *window) { return getmaxy(window); }
static inline int caseload_max_columns(WINDOW *window) { return getmaxx(window); }

static inline unsigned int caseload_reverse(void) { return A_REVERSE; }
static inline unsigned int caseload_bold(void) { return A_BOLD; }
static inline unsigned int caseload_dim(void) { return A_DIM; }
static inline unsigned int caseload_underline(void) { return A_UNDERLINE; }

static inline int caseload_error(void) { return ERR; }
static inline int caseload_key_code(void) { return KEY_CODE_YES; }
static inline int caseload_key_function(int number) { return KEY_F(number); }

// The key codes that Swift's Key knows, in the order of caseload_key_number below.
static inline int caseload_key(int index) {
  static const int codes[] = {KEY_UP,    KEY_DOWN,  KEY_LEFT,  KEY_RIGHT,     KEY_HOME, KEY_END, KEY_PPAGE,
                              KEY_NPAGE, KEY_ENTER, KEY_BTAB,  KEY_BACKSPACE, KEY_DC,   KEY_IC,  KEY_RESIZE};
  return index >= 0 && index < (int)(sizeof codes / sizeof codes[0]) ? codes[index] : -1;
}

// Pairs above 255 do not fit into attributes: the pair is an argument of its own.
static inline int caseload_set_style(WINDOW *window, unsigned int attributes, short pair) {
  return wattr_set(window, (attr_t)attributes, pair, NULL);
}

// A string of the terminal's description, or NULL when it has none.
static inline const char *caseload_capability(const char *name) {
  char *text = tigetstr((char *)name);
  return text == (char *)-1 ? NULL : text;
}

// LC_CTYPE only: numbers and dates are written by our own code. When the locale of the environment is not
// installed but asks for UTF-8, C.UTF-8 serves (every Debian has it). Returns 1 when the codeset is UTF-8.
static inline int caseload_set_locale(void) {
  if (setlocale(LC_CTYPE, "") == NULL) {
    const char *wanted = getenv("LC_ALL");
    if (wanted == NULL || *wanted == 0) wanted = getenv("LC_CTYPE");
    if (wanted == NULL || *wanted == 0) wanted = getenv("LANG");
    const char *names[] = {"UTF-8", "utf-8", "UTF8", "utf8"};
    for (int i = 0; wanted != NULL && i < 4; i++) {
      const char *found = wanted;
      for (; *found; found++) {
        const char *a = found, *b = names[i];
        while (*b && *a == *b) a++, b++;
        if (*b == 0) {
          setlocale(LC_CTYPE, "C.UTF-8");
          break;
        }
      }
    }
  }
  const char *codeset = nl_langinfo(CODESET);
  return codeset[0] == 'U' && codeset[1] == 'T' && codeset[2] == 'F' && codeset[3] == '-' && codeset[4] == '8' &&
         codeset[5] == 0;
}

static inline int caseload_environment_has(const char *name) { return getenv(name) != NULL; }
static inline const char *caseload_environment(const char *name) { return getenv(name); }

// Appends one capability to the reset bytes, without its padding ($<2>), which is for a printer's patience.
static inline size_t caseload_append_capability(char *bytes, size_t used, size_t size, const char *text) {
  for (; text != NULL && *text != 0 && used < size; text++) {
    if (text[0] == '$' && text[1] == '<') {
      while (*text != 0 && *text != '>') text++;
      if (*text == 0) break;
    } else {
      bytes[used++] = *text;
    }
  }
  return used;
}

// Asks the terminal's description, silently and without touching the terminal: -1 when there is none, -2 when
// the terminal cannot place its cursor, else how many bytes take it back from full screen to how it was.
static inline int caseload_probe(const char *name, int fd, char *bytes, size_t size) {
  int error = 0;
  TERMINAL *before = cur_term;
  if (setupterm((char *)name, fd, &error) != OK) return -1;
  int result = -2;
  if (caseload_capability("cup") != NULL) {
    size_t used = caseload_append_capability(bytes, 0, size, "\033[?2004l");
    used = caseload_append_capability(bytes, used, size, caseload_capability("rmkx"));
    used = caseload_append_capability(bytes, used, size, caseload_capability("sgr0"));
    used = caseload_append_capability(bytes, used, size, caseload_capability("cnorm"));
    const char *leave = caseload_capability("rmcup");
    used = caseload_append_capability(bytes, used, size, leave != NULL ? leave : "\r\n");
    result = (int)used;
  }
  TERMINAL *probe = cur_term;
  if (probe != before) {
    set_curterm(before);
    del_curterm(probe);
  }
  return result;
}

// How many colours the terminal's description gives, without touching the terminal; 0 where it gives none.
static inline int caseload_colours(const char *name) {
  int error = 0;
  TERMINAL *before = cur_term;
  if (setupterm((char *)name, 1, &error) != OK) return 0;
  int count = tigetnum("colors");
  TERMINAL *probe = cur_term;
  if (probe != before) {
    set_curterm(before);
    del_curterm(probe);
  }
  return count > 0 ? count : 0;
}

static inline int caseload_write_text(WINDOW *window, int row, int column, const wchar_t *text, int count) {
  return mvwaddnwstr(window, row, column, text, count);
}

// Reads one key: returns 0 for none, 1 for a character, 2 for a key code.
static inline int caseload_read_key(WINDOW *window, unsigned int *value) {
  wint_t key = 0;
  int result = wget_wch(window, &key);
  *value = (unsigned int)key;
  return result == ERR ? 0 : result == KEY_CODE_YES ? 2 : 1;
}

// term.h's macros (lines, columns, tab, ...) would take ordinary words from whoever includes this.
#endif
