/** What a document's claims have to satisfy before it may be published. */
import type { DecidedClaim, Untested } from './decided.ts';
import type { ClaimReason } from './reasons.ts';
import type { Claim } from './schema.ts';
import { usesTogether, type FileUses } from './used.ts';

/** Something wrong with a claim. `usage` is a mistake in a file, `finding` what the data says. */
export interface ClaimProblem {
  readonly kind: 'usage' | 'finding';
  readonly id: string;
  readonly message: string;
}

/**
 * Ids that a text names and no claim has, and claims that nothing uses.
 *
 * @param files of the report, its document first
 */
export function checkUses(
  claims: readonly Claim[],
  files: readonly [FileUses, ...FileUses[]],
  claimsFile: string,
): ClaimProblem[] {
  const known = new Set(claims.map(({ id }) => id));
  const unknown = files.flatMap(({ ids, file, lines }) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => {
        const message = unknownClaim(id, `${file}:${lines.get(id) ?? 1}`, claimsFile);
        return { kind: 'usage' as const, id, message };
      }),
  );
  const { ids, useCases } = usesTogether(files);
  const used = new Set(ids);
  const unused = claims
    .filter(({ id, kind }) => !used.has(id) && !(kind === 'winner' && useCases))
    .map(({ id, file, line }) => ({
      kind: 'usage' as const,
      id,
      message:
        `${file}:${line}: nothing uses the claim "${id}". ` +
        `Say it in ${files[0].file} with <Claim id="${id}" />, or remove it.`,
    }));
  return [...unknown, ...unused];
}

/** @param place file, and line where it is known */
export function unknownClaim(id: string, place: string, claimsFile: string): string {
  return (
    `${place}: the text uses the claim "${id}", which ${claimsFile} doesn't have. ` +
    'Mend the name, or write the claim.'
  );
}

/**
 * Claims that are wrong in themselves, and asserted claims that the data doesn't carry.
 *
 * @param whole the session holds all cases with all contestants, so what it lacks doesn't exist
 * @param wordsOf a reason in words
 */
export function checkSupport(
  decided: Iterable<DecidedClaim>,
  session: string,
  whole: boolean,
  wordsOf: (reason: ClaimReason) => string,
): ClaimProblem[] {
  return [...decided].flatMap((one): ClaimProblem[] => {
    const { claim, outcome, holds } = one;
    const wrong = outcome.kind === 'untested' && isMistake(outcome, whole);
    if (wrong) {
      const message = `${claim.file}:${claim.line}: claim "${claim.id}": ${wordsOf(outcome.why)}. Mend the claim.`;
      return [{ kind: 'usage', id: claim.id, message }];
    }
    return holds ? [] : [{ kind: 'finding', id: claim.id, message: lost(one, session, wordsOf) }];
  });
}

function isMistake({ cause }: Untested, whole: boolean): boolean {
  return cause === 'mistake' || (whole && cause === 'not-in-session');
}

/** A broken `expect`: id, place, expected, found, and the two ways out. */
function lost(
  { claim, outcome, found }: DecidedClaim,
  session: string,
  wordsOf: (reason: ClaimReason) => string,
): string {
  const reason = reasonOf(outcome);
  const because = reason === undefined ? '' : `: ${wordsOf(reason)}`;
  const expected = claim.kind === 'value' ? '' : [claim.expect ?? ''].flat().join(', ');
  return (
    `${claim.file}:${claim.line}: the data doesn't carry the claim "${claim.id}".\n` +
    `  expected: ${expected}\n` +
    `  found:    ${found.join(', ')}${because} (session ${session})\n` +
    `  Either change the claim's "expect" and the text around it, ` +
    `or measure again and accept the new session: npm run measure -- --profile full`
  );
}

function reasonOf(outcome: DecidedClaim['outcome']): ClaimReason | undefined {
  if (outcome.kind === 'untested') return outcome.why;
  return outcome.kind === 'undecided' ? outcome.reason : undefined;
}
