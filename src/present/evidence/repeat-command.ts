import type { Session } from '../../store/schema.ts';
import type { MeasuredCase } from '../document.ts';

/**
 * The command that measures a case again as it was measured: same profile, as many rounds, the
 * contestants of each round in the same order.
 */
export function repeatCommand({ id, result, session }: MeasuredCase): string {
  const flags = [
    `--only ${id}`,
    `--profile ${session.profile}`,
    `--rounds ${result.rounds}`,
    `--seed ${shellWord(session.seed)}`,
  ];
  return `npm run measure -- ${flags.join(' ')}`;
}

/** The command that measures a whole session again, with the contestants of each round in the same order. */
export function repeatSession({ profile, seed }: Session): string {
  return `npm run measure -- --profile ${profile} --seed ${shellWord(seed)}`;
}

/** A word that a shell takes as it stands. */
function shellWord(text: string): string {
  return /^[\w.:/@-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
