const MOST = 3;

/** Names for a message: all of them if they are few. */
export function fewOf(names: readonly string[]): string {
  return `${names.slice(0, MOST).join(', ')}${names.length > MOST ? ', …' : ''}`;
}
