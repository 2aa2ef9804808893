/** What a document's statements rest on, counted. */
import type { DecidedClaim } from '../../claims/decided.ts';
import type { Uses } from '../../claims/used.ts';
import { formatCount } from '../format/value.ts';
import { counted } from './pieces.ts';

export interface ClaimCounts {
  /** Claims that compare or say whether something finished, by what became of them. */
  readonly decided: number;
  readonly undecided: number;
  readonly untested: number;
  /** Numbers without a comparison. */
  readonly values: number;
  readonly cited: number;
  readonly opinions: number;
}

export function claimCounts(all: Iterable<DecidedClaim>, uses: Uses): ClaimCounts {
  const claims = [...all];
  const comparing = claims.filter(({ claim }) => claim.kind !== 'value');
  const having = (kind: string): number =>
    comparing.filter(({ outcome }) => outcome.kind === kind).length;
  const undecided = having('undecided');
  const untested = having('untested');
  return {
    decided: comparing.length - undecided - untested,
    undecided,
    untested,
    values: claims.length - comparing.length,
    cited: uses.cited,
    opinions: uses.opinions,
  };
}

/** "Of 48 claims 45 are decided by runs, 2 are not decided and 1 is not tested. …". */
export function claimCountsWords(counts: ClaimCounts): string {
  const { decided, undecided, untested, cited, opinions } = counts;
  const total = decided + undecided + untested;
  const parts = [
    `${formatCount(decided)} ${are(decided)} decided by runs`,
    ...(undecided > 0 ? [`${formatCount(undecided)} ${are(undecided)} not decided`] : []),
    ...(untested > 0 ? [`${formatCount(untested)} ${are(untested)} not tested`] : []),
  ];
  const unmeasured = `${formatCount(cited)} further ${cited === 1 ? 'statement is' : 'statements are'} cited, and ${formatCount(opinions)} ${are(opinions)} the author's opinion; both are marked where they stand.`;
  return `Of ${counted(formatCount(total), 'claim')} ${parts.join(', ')}. ${unmeasured}`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
