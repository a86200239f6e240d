#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "CWorkbook.h"
#include "buffer.h"

/* libxlsxwriter puts each part of a workbook into a temporary file of its own, some twenty for a small one, and does not
   look whether it could write them. This function stands in front of its lxw_tmpfile: a temporary file lies in memory
   until it is long, and what cannot be written is told. */

FILE *lxw_tmpfile(char *folder);

/* A temporary file: its bytes, or where these are once it is long. */
typedef struct {
  buffer bytes;
  size_t place;
  FILE *file;
  char *folder;
} scratch;

static _Thread_local int scratch_error;

int workbook_scratch_error(void) {
  int error = scratch_error;
  scratch_error = 0;
  return error;
}

/* A file in the folder that has no name any more; mkostemp puts letters for the X. */
static FILE *make_file(const char *folder) {
  char *path;
  if (asprintf(&path, "%s/.workbook-XXXXXX", folder) < 0) return NULL;
  int descriptor = mkostemp(path, O_CLOEXEC);
  if (descriptor >= 0) unlink(path);
  free(path);
  FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w+");
  if (!file && descriptor >= 0) close(descriptor);
  return file;
}

/* Goes on in a file of the folder. */
static int leave_memory(scratch *own) {
  own->file = make_file(own->folder);
  if (!own->file) return 0;
  int is_done = fwrite(own->bytes.start, 1, own->bytes.count, own->file) == own->bytes.count
      && fseeko(own->file, (off_t)own->place, SEEK_SET) == 0;
  free(own->bytes.start);
  own->bytes = (buffer){0};
  return is_done;
}

static ssize_t write_scratch(void *cookie, const char *text, size_t count) {
  scratch *own = cookie;
  int is_done = 1;
  if (!own->file && own->place + count > WORKBOOK_PART_LIMIT) is_done = leave_memory(own);
  if (own->file) {
    is_done = is_done && fwrite(text, 1, count, own->file) == count && fflush(own->file) == 0;
  } else if ((is_done = is_done && buffer_make_room(&own->bytes, own->place + count))) {
    memcpy(own->bytes.start + own->place, text, count);
    own->place += count;
    if (own->place > own->bytes.count) own->bytes.count = own->place;
  }
  if (is_done) return (ssize_t)count;
  scratch_error = errno ? errno : ENOMEM;
  return 0;
}

static ssize_t read_scratch(void *cookie, char *text, size_t count) {
  scratch *own = cookie;
  if (own->file) {
    size_t read = fread(text, 1, count, own->file);
    if (read == 0 && ferror(own->file)) scratch_error = errno;
    return (ssize_t)read;
  }
  if (own->place >= own->bytes.count) return 0;
  if (count > own->bytes.count - own->place) count = own->bytes.count - own->place;
  memcpy(text, own->bytes.start + own->place, count);
  own->place += count;
  return (ssize_t)count;
}

static int seek_scratch(void *cookie, off64_t *offset, int whence) {
  scratch *own = cookie;
  if (own->file) {
    if (fseeko64(own->file, *offset, whence) != 0) return -1;
    *offset = ftello64(own->file);
    return 0;
  }
  off64_t start = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (off64_t)own->place : (off64_t)own->bytes.count;
  if (start + *offset < 0 || start + *offset > (off64_t)own->bytes.count) return -1;
  own->place = (size_t)(start + *offset);
  *offset = (off64_t)own->place;
  return 0;
}

static int close_scratch(void *cookie) {
  scratch *own = cookie;
  int result = own->file ? fclose(own->file) : 0;
  free(own->bytes.start);
  free(own->folder);
  free(own);
  return result;
}

FILE *lxw_tmpfile(char *folder) {
  scratch *own = calloc(1, sizeof(scratch));
  if (!own) return NULL;
  own->folder = strdup(folder ? folder : ".");
  cookie_io_functions_t functions = {read_scratch, write_scratch, seek_scratch, close_scratch};
  FILE *file = own->folder ? fopencookie(own, "w+", functions) : NULL;
  if (!file) close_scratch(own);
  return file;
}
