/* How hard the parts of a workbook are compressed, from 1 to 9.

   libxlsxwriter leaves it to zlib, which takes 6. At 2 the same sheets take two fifths of the time to compress and a fifth
   more room: 400 contracts take 1.6 ms and 47.5 kB instead of 4.1 ms and 39.1 kB. 3 takes 2.3 ms and 45.7 kB, and 1
   hardly less than 2. */
#define WORKBOOK_COMPRESSION_LEVEL 2
