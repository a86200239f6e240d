#include <stdlib.h>

/* Bytes in memory that grow. */
typedef struct {
  unsigned char *start;
  size_t count, room;
} buffer;

/* Makes room for so many bytes in all. Returns 0 when there is no memory for them. */
static inline int buffer_make_room(buffer *own, size_t count) {
  if (count <= own->room) return 1;
  size_t room = count < 16384 ? 16384 : 2 * count;
  unsigned char *start = realloc(own->start, room);
  if (!start) return 0;
  own->start = start;
  own->room = room;
  return 1;
}
