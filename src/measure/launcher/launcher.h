/* What the files of the launcher share; launcher.c says what it is. */
#ifndef LAUNCHER_H
#define LAUNCHER_H
#ifdef __linux__
#define _GNU_SOURCE
#endif
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* A run that is asked for. Lists of texts end with NULL. */
struct request {
  long timeout_ms;    /* 0: none */
  char **joins;       /* paths of cgroup.procs */
  char **writable;    /* folders, the only ones that the program may write into; none: wherever it may */
  char *cores;        /* "0,1"; NULL: as they are */
  char *folder;       /* to run in; NULL: as it is */
  char **environment; /* NULL: as it is */
  char **program;
  char *text; /* what all of these stand in */
};

/* Reads a request. Returns 0 when there is none any more, or it can't be read. */
int read_request(int file, struct request *request);
void free_request(struct request *request);

/* What a program is kept to, confine.c says how. */
struct confinement {
  int wanted;
  int version; /* of Landlock; 0: the kernel has none, and only root's powers are taken away */
  int rules;   /* a file of the kernel's; -1: none */
};
struct confinement confine_prepare(char **writable);
/* Confines this process and what it starts. Returns 0, with errno, when that can't be done. */
int confine_self(const struct confinement *confinement);
/* Keeps other processes of this user out of this one's memory and files. */
void hide_self(void);

/* Starts a program in a session of its own. Returns its process number, or 0 and the error. */
pid_t start_program(char **program, const struct confinement *confinement, int *error);

/* Enters the cgroups, runs the program to its end, writes a JSON object to `result`, exits. */
_Noreturn void run_stopwatch(const struct request *request, int result);

/* Writes {"error":"what: why"} to `result` and exits. */
_Noreturn void fail(int result, const char *what, int error);

/* Kills whatever is below this process, orphans that it adopted included, and reaps it. */
void end_descendants(void);

/* The checksum XXH64 of bytes that come in pieces. */
struct checksum {
  uint64_t lanes[4];
  unsigned char rest[32];
  size_t held;
  uint64_t bytes;
};
void checksum_begin(struct checksum *sum);
void checksum_add(struct checksum *sum, const unsigned char *bytes, size_t length);
uint64_t checksum_end(const struct checksum *sum);

/* A stream that the program writes into: the last megabyte is kept, all of it is counted. */
struct output {
  int file; /* to be read from; -1: it has ended */
  unsigned char *kept;
  uint64_t bytes;
  struct checksum sum;
};
/* Makes the pipe of a stream, for the next run. Returns the end that the program writes into, or -1. */
int output_open(struct output *output);
/* Reads what is there, at most the room up to the ring's end. Returns 0 when there is nothing now. */
int output_take(struct output *output);
/* {"bytes":…,"kept":…,"xxh64":"…"} */
void output_describe(const struct output *output, int file);
/* The bytes that were kept, oldest first. Returns 0 when they could not be written. */
int output_write(const struct output *output, int file);
/* Closes the pipe, and gives the memory back. */
void output_close(struct output *output);

#endif
