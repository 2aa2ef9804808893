/*
 * What a measured program may do beyond reading and computing: write below the folders that are made
 * for its run, and into the devices that are nobody's. So it can't spoil another run, the records or
 * the launcher, nor leave its cgroup. docs/method.md says what remains.
 *
 * Linux' Landlock does it, for any user: docs.kernel.org/userspace-api/landlock.html. Its first version
 * forbids moving a file from one folder to another, so the second is the least that is taken.
 */
#include "launcher.h"
#ifdef __linux__
#include <errno.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Not in every system's headers: the numbers are the kernel's, the same for all processors. */
#define CREATE_RULESET 444
#define ADD_RULE 445
#define RESTRICT_SELF 446
#define ASK_VERSION 1
#define PATH_BENEATH 1

#define WRITE_FILE (1ULL << 1)
#define CHANGE_FOLDER (0x1ffULL << 4) /* remove and make whatever there is */
#define MOVE_BETWEEN (1ULL << 13)
#define TRUNCATE (1ULL << 14) /* from version 3 on */
#define SCOPE_SIGNALS 2ULL    /* from version 6 on */

struct ruleset {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};
struct __attribute__((packed)) path_rule {
  uint64_t allowed;
  int32_t folder;
};

/* Powers by which root reads and finds every file, as capabilities(7) numbers them. */
#define READ_ANY 1
#define FIND_ANY 2

static const char *devices[] = {"/dev/null", "/dev/zero",   "/dev/full", "/dev/random",
                                "/dev/urandom", "/dev/tty", "/dev/ptmx", NULL};
static const char *shared[] = {"/dev/shm", "/dev/pts", NULL};

/* What isn't there needs no rule. Returns 0 when the kernel refuses it. */
static int allow(int rules, const char *path, uint64_t allowed) {
  struct path_rule rule = {allowed, open(path, O_PATH | O_CLOEXEC)};
  if (rule.folder < 0) return errno == ENOENT || errno == ENXIO;
  long refused = syscall(ADD_RULE, rules, PATH_BENEATH, &rule, 0);
  close(rule.folder);
  return refused == 0;
}

/*
 * root without its powers is a user like any other. Kept are those by which it reads whatever file:
 * runtimes stand in folders of other users too. What is taken from the bounding set is gone for what this
 * process starts, and not for itself; so it can be done before the clock runs, for it takes 0.1 ms.
 */
static void drop_powers(void) {
  for (int power = 0; prctl(PR_CAPBSET_READ, power) >= 0; power++)
    if (power != READ_ANY && power != FIND_ANY) prctl(PR_CAPBSET_DROP, power);
}

struct confinement confine_prepare(char **writable) {
  struct confinement none = {*writable != NULL, 0, -1};
  long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
  if (none.wanted) drop_powers();
  if (!none.wanted || version < 2) return none;
  uint64_t file = WRITE_FILE | (version >= 3 ? TRUNCATE : 0);
  uint64_t all = file | CHANGE_FOLDER | MOVE_BETWEEN;
  struct ruleset ruleset = {all, 0, version >= 6 ? SCOPE_SIGNALS : 0};
  size_t size = version >= 6 ? sizeof ruleset : sizeof ruleset.files;
  int rules = (int)syscall(CREATE_RULESET, &ruleset, size, 0);
  if (rules < 0) return none;
  int allowed = 1;
  for (; *writable; writable++) allowed &= allow(rules, *writable, all);
  for (const char **path = shared; *path; path++) allowed &= allow(rules, *path, all);
  for (const char **path = devices; *path; path++) allowed &= allow(rules, *path, file);
  if (allowed) return (struct confinement){1, (int)version, rules};
  close(rules);
  return none;
}

int confine_self(const struct confinement *confinement) {
  if (!confinement->wanted) return 1;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  return confinement->rules < 0 || syscall(RESTRICT_SELF, confinement->rules, 0) == 0;
}

void hide_self(void) { prctl(PR_SET_DUMPABLE, 0); }
#else
struct confinement confine_prepare(char **writable) {
  return (struct confinement){*writable != NULL, 0, -1};
}
int confine_self(const struct confinement *confinement) {
  (void)confinement;
  return 1;
}
void hide_self(void) {}
#endif
