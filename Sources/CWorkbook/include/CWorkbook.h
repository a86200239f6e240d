#include <stddef.h>

/* Bytes beyond which a part of a workbook is long, and does not lie in memory. */
#define WORKBOOK_PART_LIMIT (8 << 20)

/* How hard parts are compressed, from 1 to 9.

   What is not long is compressed as a whole by libdeflate: 400 contracts take 0.7 ms and 45.5 kB at level 1. libxlsxwriter
   leaves it to zlib, which takes level 6, 4.0 ms and 39.1 kB. A long part streams through zlib as it did, at a level that
   needs about the same room: at 2 the same sheet is 47.6 kB in 1.6 ms. Both libraries give the same bytes on every
   machine, which faster ones do not. */
#define WORKBOOK_WHOLE_LEVEL 1
#define WORKBOOK_STREAM_LEVEL 2

#define WORKBOOK_MARK_LIMIT 64

/* Puts bytes into a part (`xl/worksheets/sheet1.xml`) of the workbook that this thread closes next, before a mark that
   the part has only once, no longer than WORKBOOK_MARK_LIMIT. The bytes stay the caller's, and where they are until then.
   Returns 0 when there is no memory for it. */
int workbook_insert(const char *part, const char *mark, const void *bytes, size_t count);

/* Ends what this thread kept for a workbook. Returns how many insertions no part has taken. */
size_t workbook_end(void);

/* Why a temporary file of this thread could not be written or read, as errno says it, since this was asked last; or 0. */
int workbook_scratch_error(void);
