/*
 * The inner process: starts one program and takes its times.
 *
 * - It enters the cgroups itself, so that the program is inside from its first page.
 * - The program gets a session of its own; at its end, and on SIGTERM, SIGINT or SIGHUP, whatever is
 *   left of its tree is killed. At the timeout its group gets SIGTERM, and SIGKILL two seconds later.
 * - The soft limit of open files is raised to the hard one, as some runtimes do it by themselves.
 */
#include "launcher.h"
#ifdef __linux__
#include <sched.h>
#endif
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Time to end in good order after the timeout. */
#define GRACE_S 2

extern char **environ;
static volatile sig_atomic_t timed_out = 0;
static volatile pid_t child = 0;

void fail(int result, const char *what, int error) {
  dprintf(result, "{\"error\":\"%s: %s\"}", what, strerror(error));
  exit(1);
}

static void kill_group(int number) {
  if (child > 0) kill(-child, number);
}

/* The kill stands in the handler, so that no signal is lost between a check and wait4. */
static void on_signal(int number) {
  int saved = errno;
  if (number == SIGALRM && !timed_out) {
    struct itimerval grace = {{0, 0}, {GRACE_S, 0}};
    timed_out = 1;
    kill_group(SIGTERM);
    setitimer(ITIMER_REAL, &grace, NULL);
  } else {
    kill_group(SIGKILL);
  }
  errno = saved;
}

static void join_cgroup(const char *procs, int result) {
  int file = open(procs, O_WRONLY | O_CLOEXEC);
  if (file < 0 || write(file, "0", 1) != 1) fail(result, "can't join the cgroup", errno);
  close(file);
}

static unsigned long long raise_descriptor_limit(void) {
  struct rlimit limit = {0, 0};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
#ifdef __APPLE__
  /* macOS says "unlimited" and then refuses it. */
  if (setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = OPEN_MAX;
#endif
  setrlimit(RLIMIT_NOFILE, &limit);
  /* Asked again: a failed setrlimit is silent. */
  getrlimit(RLIMIT_NOFILE, &limit);
  return limit.rlim_cur > INT_MAX ? INT_MAX : limit.rlim_cur;
}

#ifdef __linux__
static void set_cores(char *list, int result) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  for (char *part = strtok(list, ","); part; part = strtok(NULL, ",")) CPU_SET(atoi(part), &cores);
  if (sched_setaffinity(0, sizeof cores, &cores) != 0)
    fail(result, "can't set the CPU affinity", errno);
}

static void print_cores(int result) {
  cpu_set_t cores;
  const char *separator = "";
  dprintf(result, ",\"cores\":[");
  if (sched_getaffinity(0, sizeof cores, &cores) == 0)
    for (int core = 0; core < CPU_SETSIZE; core++)
      if (CPU_ISSET(core, &cores)) {
        dprintf(result, "%s%d", separator, core);
        separator = ",";
      }
  dprintf(result, "]");
}

/* Kills the direct children, adopted ones included. Returns 0 where they can't be listed. */
static int kill_children(void) {
  char list[8192];
  int file = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t length = read(file, list, sizeof list - 1);
  close(file);
  if (length < 0) return 0;
  list[length] = '\0';
  /* A number cut off by the end of the buffer would be another process: only whole ones. */
  for (char *at = list, *space; (space = strchr(at, ' ')); at = space + 1)
    kill((pid_t)strtol(at, NULL, 10), SIGKILL);
  return 1;
}
#else
static void set_cores(char *list, int result) { (void)list, (void)result; }
static void print_cores(int result) { dprintf(result, ",\"cores\":[]"); }
static int kill_children(void) { return 0; }
#endif

/* A killed child's own children become ours, so this goes on until there are none. */
void end_descendants(void) {
  for (;;) {
    int listed = kill_children();
    pid_t ended = wait4(-1, NULL, listed ? 0 : WNOHANG, NULL);
    if (ended == 0 || (ended < 0 && errno != EINTR)) return;
    while (wait4(-1, NULL, WNOHANG, NULL) > 0) {}
  }
}

static long long now_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long to_ns(struct timeval time) { return time.tv_sec * 1000000000LL + time.tv_usec * 1000LL; }

/* Handled, and blocked until the program runs: a signal before that would kill nothing. */
static sigset_t watch_signals(void) {
  static const int watched[] = {SIGALRM, SIGTERM, SIGINT, SIGHUP};
  sigset_t signals;
  struct sigaction action = {0};
  action.sa_handler = on_signal;
  sigemptyset(&signals);
  for (int i = 0; i < 4; i++) {
    sigaddset(&signals, watched[i]);
    sigaction(watched[i], &action, NULL);
  }
  sigprocmask(SIG_BLOCK, &signals, NULL);
  return signals;
}

void run_stopwatch(const struct request *request, int result) {
  if (request->environment) environ = request->environment;
  if (request->folder && chdir(request->folder) != 0) fail(result, "can't enter its folder", errno);
  for (char **procs = request->joins; *procs; procs++) join_cgroup(*procs, result);
  if (request->cores) set_cores(request->cores, result);
  unsigned long long nofile = raise_descriptor_limit();
  sigset_t signals = watch_signals();
  long timeout_ms = request->timeout_ms;
  struct itimerval timer = {{0, 0}, {timeout_ms / 1000, (timeout_ms % 1000) * 1000}};

  struct confinement confinement = confine_prepare(request->writable);

  int error = 0;
  long long started = now_ns();
  child = start_program(request->program, &confinement, &error);
  if (child == 0) fail(result, "can't start the program", error);
  setitimer(ITIMER_REAL, &timer, NULL);
  sigprocmask(SIG_UNBLOCK, &signals, NULL);

  /* Orphans that end meanwhile are reaped on the way. */
  int status = 0;
  pid_t ended;
  do ended = wait4(-1, &status, 0, NULL);
  while (ended != child && (ended > 0 || errno == EINTR));
  long long wall_ns = now_ns() - started;

  sigprocmask(SIG_BLOCK, &signals, NULL);
  kill(-child, SIGKILL);
  end_descendants();
  struct rusage usage;
  getrusage(RUSAGE_CHILDREN, &usage);
#ifdef __APPLE__
  long long max_rss_bytes = usage.ru_maxrss;
#else
  long long max_rss_bytes = usage.ru_maxrss * 1024LL;
#endif
  dprintf(result, "{\"wallNs\":%lld,\"userNs\":%lld,\"sysNs\":%lld,\"maxRssBytes\":%lld,", wall_ns,
          to_ns(usage.ru_utime), to_ns(usage.ru_stime), max_rss_bytes);
  if (WIFSIGNALED(status)) dprintf(result, "\"signal\":%d,", WTERMSIG(status));
  else dprintf(result, "\"exitCode\":%d,", WEXITSTATUS(status));
  dprintf(result, "\"timedOut\":%s,\"nofile\":%llu", timed_out ? "true" : "false", nofile);
  print_cores(result);
  dprintf(result, ",\"confined\":%d}", confinement.version);
  exit(0);
}
