#include <malloc.h>
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
