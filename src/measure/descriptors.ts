/** Descriptors that one worker may need: its connection, and one in reserve for all the rest. */
const PER_WORKER = 2;

/**
 * Whether there are enough open files for that many workers. A runtime may raise its soft limit by
 * itself or not; the launcher sets it to the hard one for all, so the hard one is what counts.
 * @returns the reason for `not-attempted`, with the remedy; undefined when there are enough
 */
export function descriptorCheck(workers: number, limit: number): string | undefined {
  const needed = workers * PER_WORKER;
  if (limit >= needed) return undefined;
  return (
    `${String(workers)} workers need ${String(needed)} open files, the hard limit is ${String(limit)}; ` +
    `raise it (\`ulimit -Hn ${String(needed)}\` as root, LimitNOFILE= in a unit, --ulimit nofile= for a container)`
  );
}
