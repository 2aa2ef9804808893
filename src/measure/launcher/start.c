/*
 * Starts a program without a copy of this process: fork would carry its memory into the program's peak.
 * On Linux it is confined on the way, which posix_spawn can't do.
 */
#include "launcher.h"
#include <errno.h>
#include <signal.h>
#include <unistd.h>
#ifdef __linux__
/* The child runs in this process' memory, which waits, until the program stands in its place. */
pid_t start_program(char **program, const struct confinement *confinement, int *error) {
  volatile int failed = 0;
  pid_t pid = vfork();
  if (pid == 0) {
    sigset_t none;
    sigemptyset(&none);
    setsid();
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (confine_self(confinement)) execvp(program[0], program);
    failed = errno;
    _exit(127);
  }
  *error = pid < 0 ? errno : failed;
  return *error ? 0 : pid;
}
#else
#include <spawn.h>

extern char **environ;

pid_t start_program(char **program, const struct confinement *confinement, int *error) {
  posix_spawnattr_t attributes;
  sigset_t none, all;
  pid_t pid = 0;
  (void)confinement;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  *error = posix_spawnp(&pid, program[0], NULL, &attributes, program, environ);
  return *error ? 0 : pid;
}
#endif
