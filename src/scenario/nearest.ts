/**
 * The name that somebody probably meant: the one with the fewest letters to change, at most two and
 * at most a third of them; undefined where none is near.
 */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  let found: string | undefined;
  let fewest = Math.min(2, Math.ceil(written.length / 3)) + 1;
  for (const name of names) {
    const changes = editDistance(written.toLowerCase(), name.toLowerCase());
    if (changes >= fewest) continue;
    fewest = changes;
    found = name;
  }
  return found;
}

/** More names than these are not listed. */
const MOST_LISTED = 12;

/** `Did you mean "wall"?`, or what there is: "There are: wall, cpuTime." */
export function meantWords(written: string, names: Iterable<string>): string {
  const all = [...names];
  const near = nearest(written, all);
  if (near !== undefined) return `Did you mean "${near}"?`;
  const list = all.slice(0, MOST_LISTED).join(', ') || 'none';
  return `There are: ${list}${all.length > MOST_LISTED ? ', …' : ''}.`;
}

/**
 * Letters to insert, remove, exchange, or swap with their neighbour to make one word of another:
 * "optimal string alignment" (Boytsov, Indexing methods for approximate dictionary searching, 2011).
 */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(exchanged, rows[i - 1]![j]! + 1, row[j - 1]! + 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
