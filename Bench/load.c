/* The floor of loading: libcsv over the file, every cell as text into one SQLite table: load FILE DATABASE. */
#include <csv.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static sqlite3 *database;
static sqlite3_stmt *insert;
static int column, line;

static void cell(void *text, size_t length, void *context) {
  (void)context;
  column++;
  if (line > 0) sqlite3_bind_text(insert, column, text ? text : "", (int)length, SQLITE_TRANSIENT);
}

static void row(int terminator, void *context) {
  (void)terminator;
  (void)context;
  if (line++ == 0) {
    char table[1024] = "CREATE TABLE t (", values[1024] = "INSERT INTO t VALUES (";
    for (int i = 0; i < column; i++) {
      snprintf(table + strlen(table), 32, "%sc%d", i ? "," : "", i);
      strcat(values, i ? ",?" : "?");
    }
    sqlite3_exec(database, strcat(table, ");"), 0, 0, 0);
    sqlite3_exec(database, "BEGIN", 0, 0, 0);
    sqlite3_prepare_v3(database, strcat(values, ")"), -1, SQLITE_PREPARE_PERSISTENT, &insert, 0);
  } else {
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  column = 0;
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  int file = open(arguments[1], O_RDONLY);
  if (file < 0 || sqlite3_open(arguments[2], &database) != SQLITE_OK) return 3;
  sqlite3_exec(database, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 16384", 0, 0, 0);
  struct csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_APPEND_NULL);
  static char block[1 << 18];
  ssize_t got;
  while ((got = read(file, block, sizeof block)) > 0)
    if (csv_parse(&parser, block, (size_t)got, cell, row, NULL) != (size_t)got) return 1;
  csv_fini(&parser, cell, row, NULL);
  int failed = sqlite3_exec(database, "COMMIT", 0, 0, 0) != SQLITE_OK;
  sqlite3_finalize(insert);
  sqlite3_close(database);
  printf("%d rows\n", line - 1);
  return failed;
}
