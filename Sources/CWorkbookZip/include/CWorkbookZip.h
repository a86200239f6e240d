/* How hard the parts of a workbook are compressed, from 1 to 9.

   libxlsxwriter leaves it to zlib, which takes 6. At 3 the same sheets take half the time to compress and an eighth more
   room. */
#define WORKBOOK_COMPRESSION_LEVEL 3
