/** What a check of a project looked at, and what came of it. */
import { Problem } from '../scenario/problem.ts';

export interface Checked {
  readonly check: 'texts' | 'sessions' | 'keys' | 'claims' | 'pages' | 'programs';
  /** The report that it is about; absent: the whole project. */
  readonly report?: string;
  /** `untold`: nothing is wrong as far as it can be told here; the notes say why no further. */
  readonly state: 'right' | 'wrong' | 'untold';
  /** What was looked at, in a few words. */
  readonly looked: string;
  /** What is wrong, each with where and what next. */
  readonly findings: readonly string[];
  /** What could not be looked at, and why. */
  readonly notes: readonly string[];
}

/** What came of a look: wrong where something was found, right where nothing is left to be told. */
export function checkedWith(
  about: Pick<Checked, 'check' | 'report' | 'looked'>,
  findings: readonly string[],
  notes: readonly string[] = [],
): Checked {
  const state = findings.length > 0 ? 'wrong' : notes.length > 0 ? 'untold' : 'right';
  return { ...about, state, findings, notes };
}

/** The message of what is wrong in the project's files or runs, if something is. @throws any other Problem */
export async function findingsOf(look: () => unknown): Promise<string[]> {
  try {
    await look();
    return [];
  } catch (error) {
    if (error instanceof Problem && (error.kind === 'usage' || error.kind === 'finding'))
      return [error.message];
    throw error;
  }
}
