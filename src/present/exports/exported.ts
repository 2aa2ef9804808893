/** A text for another tool, and what the person has to know of it. */
export interface Exported {
  readonly text: string;
  /** What was left out, and why: said, not written. */
  readonly notes: readonly string[];
}

/**
 * "Left out, since no run finished: io/100/threads, tasks in 3 cases."; nothing where nothing was.
 *
 * @param names as `nameIn` makes them
 */
export function leftOutNote(why: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const groups = Map.groupBy(names, (name) => name.slice(name.lastIndexOf('/') + 1));
  const said = [...groups].map(([contestant, own]) =>
    own.length === 1 ? own[0]! : `${contestant} in ${own.length} cases`,
  );
  return [`Left out, ${why}: ${said.join(', ')}.`];
}

/** Name of a contestant of a case in other tools: "io/100/threads". */
export function nameIn(caseId: string, contestant: string): string {
  return `${caseId}/${contestant}`;
}
