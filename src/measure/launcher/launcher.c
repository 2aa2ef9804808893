/*
 * Runs programs, one after the other, and says what was seen of each.
 *
 *   launcher                          reads requests from standard input, see request.c, and answers each on
 *                                     standard output: a line of JSON, then what was kept of the program's
 *                                     standard output and of its standard error
 *   launcher -- program arguments...  runs this one, for example a service: its streams are the
 *                                     launcher's own, and nothing is answered
 *
 * Why not Node itself: its spawn takes milliseconds, more with a larger parent, and a child's peak
 * memory starts at the parent's. These processes stay below 2 MB.
 *
 * A run has two processes. The inner one, the stopwatch, enters the cgroups and takes the times. The
 * outer one stays outside and reads what the program writes: it is neither memory of the program's
 * nor a file on a disk that may be full. Both adopt orphans (child subreaper, on Linux): the CPU time of
 * daemonised and of unreaped children counts, and either ends the tree when the other is killed.
 */
#include "launcher.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#define LONGEST_RESULT 65536

extern char **environ;
static volatile sig_atomic_t inner = 0;

/* The run that is under way is ended; without one, this process. */
static void on_signal(int number) {
  (void)number;
  if (inner > 0) kill(inner, SIGTERM);
  else _exit(0);
}

static void handle_signals(void (*handler)(int)) {
  struct sigaction action = {0};
  action.sa_handler = handler;
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
}

/* Orphans come to this process, and it ends when its parent does, however that one ends. */
static void adopt_and_follow(void) {
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
}

/* What the program's standard streams are: null, and those pipes; -1: as they are. */
static void set_streams(const int streams[2]) {
  if (streams[0] < 0) return;
  int null = open("/dev/null", O_RDONLY);
  dup2(null, STDIN_FILENO);
  dup2(streams[0], STDOUT_FILENO);
  dup2(streams[1], STDERR_FILENO);
  close(null);
}

/* Starts the stopwatch. Returns the end of the pipe that its result is read from, or -1. */
static int start_stopwatch(const struct request *request, const int streams[2]) {
  int ends[2];
  pid_t self = getpid();
  sigset_t all, before;
  if (pipe(ends) != 0) return -1;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  /* Blocked until `inner` is known: a signal before that would end nobody. */
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &before);
  pid_t pid = fork();
  if (pid == 0) {
    handle_signals(SIG_DFL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    adopt_and_follow();
    if (getppid() != self) exit(1);
    set_streams(streams);
    run_stopwatch(request, ends[1]);
  }
  inner = pid > 0 ? pid : 0;
  sigprocmask(SIG_SETMASK, &before, NULL);
  close(ends[1]);
  if (pid > 0) return ends[0];
  close(ends[0]);
  return -1;
}

/* Empties the pipe: a poll for each read would take half as long again. Bounded, for the other stream's sake. */
static void take_what_is_there(struct output *output) {
  for (int reads = 0; reads < 256 && output->file >= 0 && output_take(output); reads++) {}
}

/* Reads the streams until the stopwatch has ended. Returns the length of its result. */
static size_t read_until_end(struct output outputs[2], int result, char *line) {
  size_t length = 0;
  for (;;) {
    struct pollfd files[] = {
        {result, POLLIN, 0}, {outputs[0].file, POLLIN, 0}, {outputs[1].file, POLLIN, 0}};
    if (poll(files, 3, -1) < 0) continue;
    for (int i = 0; i < 2; i++)
      if (files[i + 1].revents) take_what_is_there(&outputs[i]);
    if (!files[0].revents) continue;
    ssize_t got = read(result, line + length, LONGEST_RESULT - length);
    if (got == 0 || (got < 0 && errno != EINTR)) return length;
    if (got > 0) length += (size_t)got;
  }
}

/* Runs to the end, with nothing left of it. Returns the length of the result; 0: there is none. */
static size_t run(const struct request *request, struct output outputs[2], const int streams[2], char *line) {
  int result = start_stopwatch(request, streams);
  for (int i = 0; i < 2; i++)
    if (streams[i] >= 0) close(streams[i]);
  if (result < 0) return (size_t)sprintf(line, "{\"error\":\"can't start a process\"}");
  size_t length = read_until_end(outputs, result, line);
  close(result);
  inner = 0;
  end_descendants();
  for (int i = 0; i < 2; i++)
    while (outputs[i].file >= 0 && output_take(&outputs[i])) {}
  return length;
}

static int answer(const struct request *request) {
  static char line[LONGEST_RESULT];
  struct output outputs[2];
  int streams[2];
  for (int i = 0; i < 2; i++)
    if ((streams[i] = output_open(&outputs[i])) < 0) return 0;
  size_t length = run(request, outputs, streams, line);
  dprintf(STDOUT_FILENO, "{\"run\":%.*s", length > 0 ? (int)length : 4, length > 0 ? line : "null");
  dprintf(STDOUT_FILENO, ",\"stdout\":");
  output_describe(&outputs[0], STDOUT_FILENO);
  dprintf(STDOUT_FILENO, ",\"stderr\":");
  output_describe(&outputs[1], STDOUT_FILENO);
  dprintf(STDOUT_FILENO, "}\n");
  int written = output_write(&outputs[0], STDOUT_FILENO) && output_write(&outputs[1], STDOUT_FILENO);
  for (int i = 0; i < 2; i++) output_close(&outputs[i]);
  return written;
}

static int serve(void) {
  struct request request;
  int answered = 1;
  while (answered && read_request(STDIN_FILENO, &request)) {
    answered = answer(&request);
    free_request(&request);
  }
  return answered ? 0 : 1;
}

/* For a program whose streams are the launcher's own. */
static int run_one(char **program) {
  static char line[LONGEST_RESULT];
  static char *none[] = {NULL};
  struct request request = {.joins = none, .writable = none, .program = program};
  struct output outputs[2] = {{.file = -1}, {.file = -1}};
  int streams[2] = {-1, -1};
  size_t length = run(&request, outputs, streams, line);
  if (strncmp(line, "{\"error\"", 8) == 0) dprintf(STDERR_FILENO, "%.*s\n", (int)length, line);
  return 0;
}

int main(int argc, char **argv) {
  signal(SIGCHLD, SIG_DFL); /* an inherited "ignore" would take the results away */
  handle_signals(on_signal);
  adopt_and_follow();
  hide_self();
  if (argc == 1) return serve();
  if (argc > 2 && strcmp(argv[1], "--") == 0) return run_one(argv + 2);
  fprintf(stderr, "usage: launcher, or launcher -- program arguments...\n");
  return 2;
}
