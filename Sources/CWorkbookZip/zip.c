#define _GNU_SOURCE
#include <dlfcn.h>

#include "CWorkbookZip.h"

/* As <minizip/zip.h> and <zlib.h> have them, which need not be installed to build. */
#define Z_DEFAULT_COMPRESSION (-1)
#define ZIP_INTERNALERROR (-104)

typedef int open_part(
    void *file, const char *name, const void *info, const void *local_extra, unsigned local_extra_size,
    const void *global_extra, unsigned global_extra_size, const char *comment, int method, int level, int is_raw,
    int window_bits, int memory_level, int strategy, const char *password, unsigned long crc,
    unsigned long version_made_by, unsigned long flags, int is_zip64);

open_part zipOpenNewFileInZip4_64;

/* Stands in front of the zip library's function of this name, which begins a part of a workbook: the program's own goes
   before that of a shared library. All that it changes is the level, and only where the caller chose none. Should it not
   be found first one day, workbooks are as good, and a sixth smaller. */
int zipOpenNewFileInZip4_64(
    void *file, const char *name, const void *info, const void *local_extra, unsigned local_extra_size,
    const void *global_extra, unsigned global_extra_size, const char *comment, int method, int level, int is_raw,
    int window_bits, int memory_level, int strategy, const char *password, unsigned long crc,
    unsigned long version_made_by, unsigned long flags, int is_zip64) {
  open_part *next;
  *(void **)&next = dlsym(RTLD_NEXT, "zipOpenNewFileInZip4_64");
  if (!next) return ZIP_INTERNALERROR;
  return next(
      file, name, info, local_extra, local_extra_size, global_extra, global_extra_size, comment, method,
      level == Z_DEFAULT_COMPRESSION ? WORKBOOK_COMPRESSION_LEVEL : level, is_raw, window_bits, memory_level, strategy,
      password, crc, version_made_by, flags, is_zip64);
}
