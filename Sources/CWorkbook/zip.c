#define _GNU_SOURCE
#include <dlfcn.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "CWorkbook.h"
#include "buffer.h"

/* These functions stand in front of those of the zip library by which libxlsxwriter writes a part of a workbook: the
   program's own go before those of a shared library. A part is collected in memory, insertions are put into it, and it is
   compressed when its length is known. */

/* As <minizip/zip.h> and <zlib.h> have them, which need not be installed to build. */
#define Z_DEFLATED 8
#define Z_DEFAULT_COMPRESSION (-1)
#define ZIP_OK 0
#define ZIP_INTERNALERROR (-104)

typedef int open_part(
    void *file, const char *name, const void *info, const void *local_extra, unsigned local_extra_size,
    const void *global_extra, unsigned global_extra_size, const char *comment, int method, int level, int is_raw,
    int window_bits, int memory_level, int strategy, const char *password, unsigned long crc,
    unsigned long version_made_by, unsigned long flags, int is_zip64);
typedef int write_part(void *file, const void *bytes, unsigned count);
typedef int close_part(void *file);
typedef int close_raw_part(void *file, uint64_t count, unsigned long crc);

open_part zipOpenNewFileInZip4_64;
write_part zipWriteInFileInZip;
close_part zipCloseFileInZip;

typedef struct insertion {
  struct insertion *next;
  char *part, *mark;
  const void *bytes;
  size_t count;
  int is_done;
} insertion;

static _Thread_local insertion *insertions;

int workbook_insert(const char *part, const char *mark, const void *bytes, size_t count) {
  insertion *new = malloc(sizeof(insertion));
  if (!new) return 0;
  *new = (insertion){insertions, strdup(part), strdup(mark), bytes, count, 0};
  insertions = new;
  return new->part && new->mark;
}

/* The part that this thread collects: what the zip library was asked to begin, and the bytes that it does not have yet. A
   workbook is put together by one thread, a part after the other. */
static _Thread_local struct {
  void *file;
  const char *name;
  const void *info;
  unsigned long version_made_by, flags;
  int window_bits, memory_level, strategy, is_zip64;
  insertion *insertion;
  int is_streamed;
  buffer bytes;
} part;

static void forget(void) {
  free(part.bytes.start);
  memset(&part, 0, sizeof part);
}

/* Made once for all parts of a workbook. */
static _Thread_local struct libdeflate_compressor *compressor;

size_t workbook_end(void) {
  size_t left = 0;
  forget();
  if (compressor) libdeflate_free_compressor(compressor);
  compressor = NULL;
  while (insertions) {
    insertion *last = insertions;
    insertions = last->next;
    left += !last->is_done;
    free(last->part);
    free(last->mark);
    free(last);
  }
  return left;
}

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static int next_write(void *file, const void *bytes, size_t count) {
  write_part *write = (write_part *)next("zipWriteInFileInZip");
  return write ? write(file, bytes, (unsigned)count) : ZIP_INTERNALERROR;
}

static int next_close(void *file) {
  close_part *close = (close_part *)next("zipCloseFileInZip");
  return close ? close(file) : ZIP_INTERNALERROR;
}

static int next_open(int level, int is_raw) {
  open_part *open = (open_part *)next("zipOpenNewFileInZip4_64");
  if (!open) return ZIP_INTERNALERROR;
  return open(
      part.file, part.name, part.info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, level, is_raw, part.window_bits,
      part.memory_level, part.strategy, NULL, 0, part.version_made_by, part.flags, part.is_zip64);
}

/* Marks stand at a part's end: they are looked for there first. */
static unsigned char *find(const char *mark) {
  size_t length = strlen(mark), end = part.bytes.count < 4096 ? part.bytes.count : 4096;
  unsigned char *found = memmem(part.bytes.start + part.bytes.count - end, end, mark, length);
  return found ? found : memmem(part.bytes.start, part.bytes.count, mark, length);
}

/* Puts the insertion before its mark, if that is among the bytes. */
static int insert(void) {
  insertion *new = part.insertion;
  if (!new || new->is_done) return ZIP_OK;
  unsigned char *mark = find(new->mark);
  if (!mark) return ZIP_OK;
  size_t place = (size_t)(mark - part.bytes.start);
  if (!buffer_make_room(&part.bytes, part.bytes.count + new->count)) return ZIP_INTERNALERROR;
  memmove(part.bytes.start + place + new->count, part.bytes.start + place, part.bytes.count - place);
  memcpy(part.bytes.start + place, new->bytes, new->count);
  part.bytes.count += new->count;
  new->is_done = 1;
  return ZIP_OK;
}

/* Hands bytes over to the zip library, which streams them, but for the last ones: a mark may begin in them. */
static int stream(size_t kept) {
  if (kept > part.bytes.count) kept = part.bytes.count;
  int error = insert();
  if (error == ZIP_OK && !part.is_streamed) error = next_open(WORKBOOK_STREAM_LEVEL, 0);
  if (error != ZIP_OK) return error;
  part.is_streamed = 1;
  error = next_write(part.file, part.bytes.start, part.bytes.count - kept);
  memmove(part.bytes.start, part.bytes.start + part.bytes.count - kept, kept);
  part.bytes.count = kept;
  return error;
}

/* Compresses the part and puts it into the archive. */
static int write_whole(void) {
  close_raw_part *close = (close_raw_part *)next("zipCloseFileInZipRaw64");
  int error = insert();
  if (error != ZIP_OK || !close) return ZIP_INTERNALERROR;
  if (!compressor) compressor = libdeflate_alloc_compressor(WORKBOOK_WHOLE_LEVEL);
  size_t room = libdeflate_deflate_compress_bound(compressor, part.bytes.count);
  void *compressed = malloc(room);
  error = ZIP_INTERNALERROR;
  if (compressor && compressed) {
    size_t count = libdeflate_deflate_compress(compressor, part.bytes.start, part.bytes.count, compressed, room);
    if (count > 0) error = next_open(WORKBOOK_WHOLE_LEVEL, 1);
    if (error == ZIP_OK) error = next_write(part.file, compressed, count);
    if (error == ZIP_OK) error = close(part.file, part.bytes.count, libdeflate_crc32(0, part.bytes.start, part.bytes.count));
  }
  free(compressed);
  return error;
}

/* Keeps the arguments, which libxlsxwriter leaves where they are until the part is closed. What is to be written in
   another way than all of its parts are goes straight to the zip library. */
int zipOpenNewFileInZip4_64(
    void *file, const char *name, const void *info, const void *local_extra, unsigned local_extra_size,
    const void *global_extra, unsigned global_extra_size, const char *comment, int method, int level, int is_raw,
    int window_bits, int memory_level, int strategy, const char *password, unsigned long crc,
    unsigned long version_made_by, unsigned long flags, int is_zip64) {
  forget();
  if (method != Z_DEFLATED || level != Z_DEFAULT_COMPRESSION || is_raw || local_extra_size || global_extra_size || comment
      || password) {
    open_part *open = (open_part *)next("zipOpenNewFileInZip4_64");
    if (!open) return ZIP_INTERNALERROR;
    return open(
        file, name, info, local_extra, local_extra_size, global_extra, global_extra_size, comment, method, level, is_raw,
        window_bits, memory_level, strategy, password, crc, version_made_by, flags, is_zip64);
  }
  part.file = file;
  part.name = name;
  part.info = info;
  part.version_made_by = version_made_by;
  part.flags = flags;
  part.window_bits = window_bits;
  part.memory_level = memory_level;
  part.strategy = strategy;
  part.is_zip64 = is_zip64;
  part.insertion = insertions;
  while (part.insertion && strcmp(part.insertion->part, name) != 0) part.insertion = part.insertion->next;
  return ZIP_OK;
}

int zipWriteInFileInZip(void *file, const void *bytes, unsigned count) {
  if (part.file != file) return next_write(file, bytes, count);
  if (part.bytes.count + count > WORKBOOK_PART_LIMIT) {
    int error = stream(WORKBOOK_MARK_LIMIT);
    if (error != ZIP_OK) return error;
  }
  if (!buffer_make_room(&part.bytes, part.bytes.count + count)) return ZIP_INTERNALERROR;
  memcpy(part.bytes.start + part.bytes.count, bytes, count);
  part.bytes.count += count;
  return ZIP_OK;
}

int zipCloseFileInZip(void *file) {
  if (part.file != file) return next_close(file);
  int error = part.is_streamed ? stream(0) : write_whole();
  if (error == ZIP_OK && part.is_streamed) error = next_close(file);
  forget();
  return error;
}
