/* The floor of reading: libcsv over the whole file, counting cells and rows, and nothing else. */
#include <csv.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static size_t cells, rows, bytes;

static void cell(void *text, size_t length, void *context) {
  (void)text;
  (void)context;
  cells++;
  bytes += length;
}

static void row(int terminator, void *context) {
  (void)terminator;
  (void)context;
  rows++;
}

int main(int count, char **arguments) {
  if (count != 2) return 64;
  int file = open(arguments[1], O_RDONLY);
  if (file < 0) return 3;
  struct csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_APPEND_NULL);
  static char block[1 << 18];
  ssize_t got;
  while ((got = read(file, block, sizeof block)) > 0)
    if (csv_parse(&parser, block, (size_t)got, cell, row, NULL) != (size_t)got) return 1;
  csv_fini(&parser, cell, row, NULL);
  csv_free(&parser);
  printf("%zu rows, %zu cells, %zu bytes\n", rows, cells, bytes);
  return 0;
}
