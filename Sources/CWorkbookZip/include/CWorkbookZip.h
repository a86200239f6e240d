#include <stddef.h>

/* How hard the parts of a workbook are compressed, from 1 to 9.

   A part that is not long lies in memory and is compressed as a whole by libdeflate: 400 contracts take 0.7 ms and
   45.5 kB at level 1. libxlsxwriter leaves it to zlib, which takes level 6, 4.0 ms and 39.1 kB. A long part streams
   through zlib as it did, at a level that needs about the same room: at 2 the same sheet is 47.6 kB in 1.6 ms. Both
   libraries give the same bytes on every machine, which faster ones do not. */
#define WORKBOOK_WHOLE_LEVEL 1
#define WORKBOOK_STREAM_LEVEL 2

/* Bytes beyond which a part is long. */
#define WORKBOOK_WHOLE_LIMIT (8 << 20)

#define WORKBOOK_MARK_LIMIT 64

/* Puts bytes into a part (`xl/worksheets/sheet1.xml`) of the workbook that this thread closes next, before a mark that
   the part has only once, no longer than WORKBOOK_MARK_LIMIT. The bytes stay the caller's, and where they are until then.
   Returns 0 when there is no memory for it. */
int workbook_insert(const char *part, const char *mark, const void *bytes, size_t count);

/* Forgets this thread's insertions. Returns how many of them no part has taken. */
size_t workbook_end_insertions(void);
