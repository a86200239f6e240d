#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

/* Adds a point to the values that a chart keeps beside its reference to cells, for readers that show a chart without
   calculating. The library fills them in itself, but not from formulas and not from streamed sheets.
   `text` is NULL for a number, and a point that is neither is empty. Returns 0 when there is no memory for it. */
static inline int gongshi_chart_add_point(lxw_series_range *range, const char *text, double number, int is_empty) {
  lxw_series_data_point *point;
  if (!range || !range->data_cache) return 0;
  point = (lxw_series_data_point *)calloc(1, sizeof(lxw_series_data_point));
  if (!point) return 0;
  if (text) {
    point->string = strdup(text);
    if (!point->string) {
      free(point);
      return 0;
    }
    point->is_string = 1;
    range->has_string_cache = 1;
  }
  point->number = number;
  point->no_data = is_empty ? 1 : 0;
  STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  range->num_data_points++;
  return 1;
}

/* Keeps freed memory for the next workbook instead of giving it back to the system and asking for it again. */
static inline void gongshi_keep_freed_memory(int bytes) {
  mallopt(M_TRIM_THRESHOLD, bytes);
  mallopt(M_TOP_PAD, bytes / 16);
  mallopt(M_MMAP_THRESHOLD, bytes / 16);
}

/* Puts a row's XML behind the rows that a streamed sheet has so far; those that the library holds must be written.
   Returns 0 when that is not possible. */
static inline int gongshi_put_row(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t last, const void *xml, size_t length) {
  if (row < sheet->dim_rowmin) sheet->dim_rowmin = row;
  if (row > sheet->dim_rowmax) sheet->dim_rowmax = row;
  sheet->dim_colmin = 0;
  if (last > sheet->dim_colmax) sheet->dim_colmax = last;
  sheet->optimize_row->row_num = row;
  return fwrite(xml, 1, length, sheet->file) == length;
}

/* Adds the link of a cell in that row. The library makes the cell along with it, which is taken back. */
static inline lxw_error gongshi_put_link(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *target, const char *text) {
  lxw_error error = worksheet_write_url_opt(sheet, row, column, target, NULL, text, NULL);
  lxw_cell *cell = sheet->array[column];
  if (error != LXW_NO_ERROR || !cell) return error;
  sheet->array[column] = NULL;
  sheet->optimize_row->data_changed = LXW_FALSE;
  if (cell->type == INLINE_STRING_CELL) free(cell->u.string);
  free(cell);
  return error;
}

/* Prints a number as the library does. Returns the text's length. */
static inline int gongshi_print_number(char *text, size_t size, double number) {
  return snprintf(text, size, "%.16G", number);
}
