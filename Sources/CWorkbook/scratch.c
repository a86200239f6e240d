#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "CWorkbook.h"

/* libxlsxwriter puts each part of a workbook into a temporary file of its own, some twenty for a small one, and does not
   look whether it could write them. This function stands in front of its lxw_tmpfile: a temporary file lies in memory
   until it is long, and what cannot be written is told. */

FILE *lxw_tmpfile(char *folder);

/* A temporary file: its bytes, or where these are once it is long. */
typedef struct {
  unsigned char *bytes;
  size_t count, room, place;
  FILE *file;
  char *folder;
} scratch;

static _Thread_local int scratch_error;

int workbook_scratch_error(void) {
  int error = scratch_error;
  scratch_error = 0;
  return error;
}

static int make_room(scratch *own, size_t count) {
  if (count <= own->room) return 1;
  size_t room = count < 16384 ? 16384 : 2 * count;
  unsigned char *bytes = realloc(own->bytes, room);
  if (!bytes) return 0;
  own->bytes = bytes;
  own->room = room;
  return 1;
}

/* A file in the folder that has no name any more. */
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
  int is_done = fwrite(own->bytes, 1, own->count, own->file) == own->count
      && fseeko(own->file, (off_t)own->place, SEEK_SET) == 0;
  free(own->bytes);
  own->bytes = NULL;
  return is_done;
}

static ssize_t write_scratch(void *cookie, const char *bytes, size_t count) {
  scratch *own = cookie;
  int is_done = 1;
  if (!own->file && own->place + count > WORKBOOK_PART_LIMIT) is_done = leave_memory(own);
  if (own->file) {
    is_done = is_done && fwrite(bytes, 1, count, own->file) == count && fflush(own->file) == 0;
  } else if ((is_done = is_done && make_room(own, own->place + count))) {
    memcpy(own->bytes + own->place, bytes, count);
    own->place += count;
    if (own->place > own->count) own->count = own->place;
  }
  if (is_done) return (ssize_t)count;
  scratch_error = errno ? errno : ENOMEM;
  return 0;
}

static ssize_t read_scratch(void *cookie, char *bytes, size_t count) {
  scratch *own = cookie;
  if (own->file) {
    size_t read = fread(bytes, 1, count, own->file);
    if (read == 0 && ferror(own->file)) scratch_error = errno;
    return (ssize_t)read;
  }
  if (own->place >= own->count) return 0;
  if (count > own->count - own->place) count = own->count - own->place;
  memcpy(bytes, own->bytes + own->place, count);
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
  off64_t start = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? (off64_t)own->place : (off64_t)own->count;
  if (start + *offset < 0 || start + *offset > (off64_t)own->count) return -1;
  own->place = (size_t)(start + *offset);
  *offset = (off64_t)own->place;
  return 0;
}

static int close_scratch(void *cookie) {
  scratch *own = cookie;
  int result = own->file ? fclose(own->file) : 0;
  free(own->bytes);
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
