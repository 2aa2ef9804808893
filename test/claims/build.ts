/** Evidence for claims from a few invented runs, as short as a test can state it. */
import { analyse } from '../../src/analyse/analyse.ts';
import { decideClaim } from '../../src/claims/decide.ts';
import type { DecidedClaim } from '../../src/claims/decided.ts';
import { evidenceOf, type Evidence } from '../../src/claims/evidence.ts';
import { loadClaims } from '../../src/claims/load.ts';
import type { Claim } from '../../src/claims/schema.ts';
import { reasonWords } from '../../src/present/sentences/reason-words.ts';
import type { InvocationRecord } from '../../src/store/record-schema.ts';
import type { Session, SessionCase } from '../../src/store/schema.ts';
import { aCase, around, contestant, session, walls } from '../analyse/build.ts';

export const FILE = 'content/report/claims.yaml';

/** The one claim that this line states. */
export function claim(line: string): Claim {
  const [first] = loadClaims(`a-claim: ${line}`, FILE);
  if (first === undefined) throw new Error('the line states no claim');
  return first;
}

export function evidence(
  cases: readonly SessionCase[],
  records: readonly InvocationRecord[],
  changes: Partial<Session> = {},
): Evidence {
  const whole = session([...cases], changes);
  return evidenceOf(whole, analyse(whole, records));
}

/** Runtimes as a session names them. */
export const runtimes: Session['runtimes'] = ['engine', 'motor'].map((id) => ({
  id,
  title: id === 'engine' ? 'Engine' : 'Motor',
  homepage: 'https://example.org',
  available: true,
  version: '1.0',
  binarySha256: 'a'.repeat(64),
  dependencies: {},
  missing: {},
  facts: {},
}));

/** Three contestants of two runtimes in io/100, with wall times around so many ms; `null` never finishes. */
export function race(
  centresMs: Readonly<Record<'first' | 'second' | 'third', number | null>>,
  changes: Partial<SessionCase> = {},
  sessionChanges: Partial<Session> = {},
): Evidence {
  const theCase = aCase({
    contestants: [
      contestant('first', { runtime: 'motor' }),
      contestant('second'),
      contestant('third'),
    ],
    ...changes,
  });
  const records = Object.entries(centresMs).flatMap(([id, centre], shift) => {
    const values =
      centre === null ? Array.from({ length: 10 }, () => null) : shifted(centre, shift);
    return walls(id, values);
  });
  return evidence([theCase], records, { runtimes, ...sessionChanges });
}

/** Not the same pattern for each, so that no two are equal in every round. */
function shifted(centre: number, shift: number): number[] {
  const values = around(centre, 10);
  return [...values.slice(shift), ...values.slice(0, shift)];
}

/** `second` needs a little more than `first` in every round: so little that 2% may be more. */
export function closeRace(changes: Partial<SessionCase> = {}): Evidence {
  const first = around(100, 12);
  const second = first.map((value, index) => value * (index % 3 === 0 ? 1.01 : 1.04));
  return evidence(
    [aCase({ rounds: 12, ...changes })],
    [...walls('first', first), ...walls('second', second)],
  );
}

export function decided(line: string, from: Evidence): DecidedClaim {
  return decideClaim(claim(line), from);
}

export function found(line: string, from: Evidence): string {
  return decided(line, from).found.join(' ');
}

/** Why it can't be tested or was not decided. */
export function whyNot(line: string, from: Evidence): string {
  const { outcome } = decided(line, from);
  if (outcome.kind === 'untested') return reasonWords(outcome.why);
  return outcome.kind === 'undecided' ? reasonWords(outcome.reason) : '';
}
