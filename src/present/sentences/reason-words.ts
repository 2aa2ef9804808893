/** Reasons in words: here and nowhere else. They have no capital and no full stop. */
import { HELD_UP } from '../../analyse/service.ts';
import type { Reason } from '../../analyse/reasons.ts';
import type {
  AbsentReason,
  AgreementReason,
  AuditReason,
  ClaimReason,
} from '../../claims/reasons.ts';
import { formatCount, formatOutOf, formatValue } from '../format/value.ts';
import { endedWords, runsOf } from './endings.ts';
import { counted, listedWith } from './pieces.ts';

/** The name that people read, of a contestant's id. */
export type LabelOf = (contestant: string) => string;

type Worded = AuditReason | AgreementReason;

/**
 * "threads finished 9 of 12 runs", "3 rounds to compare, 8 are needed".
 *
 * @param labelOf names of contestants; absent: their ids
 */
export function reasonWords(reason: Worded, labelOf: LabelOf = (id) => id): string {
  switch (reason.kind) {
    case 'not-measured-yet':
      return 'not measured here yet';
    case 'not-in-quick-profile':
      return 'not in the quick profile';
    case 'not-on-this-machine':
      return 'not measured on this machine';
    case 'not-in-this-session':
      return 'not measured in this session';
    case 'mistake':
      return reason.what;
    case 'runtime-missing':
      return `${reason.title} was not found`;
    case 'not-in-profile':
      return `${labelOf(reason.contestant)} is not in the ${reason.profile} profile`;
    case 'no-contestant':
      return `${reason.case} has no contestant "${reason.contestant}"; it has: ${reason.known.join(', ')}`;
    case 'no-contestant-of':
      return `${reason.case} has no contestant of the runtime "${reason.runtime}"`;
    case 'runtime-unfinished':
      return `no contestant of ${reason.title} finished`;
    case 'runtime-without-value':
      return `no contestant of ${reason.title} has a value`;
    case 'few-finished':
      return fewWords(reason);
    case 'value-missing':
      return 'it was not measured';
    case 'saturated':
      return 'no contestant kept enough workers busy at once, so the time above the floor says nothing';
    case 'no-comparison':
      return 'the session holds no comparison of the two';
    case 'not-in-growth':
      return `the growth of ${reason.scenario} in this session doesn't hold ${reason.contestants.map(labelOf).join(' or ')}`;
    case 'found':
      return `found here: ${reason.word.split('-').join(' ')}`;
    case 'part-of-group':
      return 'only a part of the group is the same';
    case 'reference-untested':
      return 'the reference does not test it';
    case 'reference-undecided':
      return 'the reference does not decide it';
    case 'not-run-in':
      return `${labelOf(reason.contestant)} was not run in ${reason.case}`;
    case 'not-measured-in':
      return `${reason.measure} of ${labelOf(reason.contestant)} was not measured in ${reason.case}`;
    case 'not-compared-in':
      return `${comparedWords(reason.compared, labelOf)} in ${reason.case}`;
    case 'not-compared-in-growth':
      return `${comparedWords(reason.compared, labelOf)} in the growth of ${reason.scenario}`;
    case 'case-without-runs':
      return `${reason.case} was not measured`;
    case 'growth-without-runs':
      return `the growth of ${reason.scenario} was not measured`;
    case 'slope-missing':
      return `the growth of ${labelOf(reason.contestant)} was not measured`;
    default:
      return undecidedWords(reason, labelOf);
  }
}

/** Where a case has no runs, as its page says it: "can't be tested here: not in the quick profile". */
export function absentWords(reason: AbsentReason): string {
  const isHere = reason.kind === 'not-measured-yet' || reason.kind === 'not-in-quick-profile';
  return isHere ? `can't be tested here: ${reasonWords(reason)}` : reasonWords(reason);
}

/** Whether the reason says itself how many runs of this contestant finished. */
export function tellsRunsOf(reason: ClaimReason, contestant: string): boolean {
  const isCount = reason.kind === 'unfinished' || reason.kind === 'few-finished';
  return isCount && reason.contestant === contestant;
}

/** Why a comparison, or who is best, is not decided. */
function undecidedWords(reason: Reason, labelOf: LabelOf): string {
  switch (reason.kind) {
    case 'run-once':
      return `${labelOf(reason.contestant)} is run once and shown, not compared`;
    case 'not-run': {
      const because = reason.because === undefined ? '' : `: ${reason.because}`;
      return `${labelOf(reason.contestant)} was not run${because}`;
    }
    case 'unfinished':
      return `${labelOf(reason.contestant)} ${endedWords(reason)}`;
    case 'no-value':
      return `${labelOf(reason.contestant)} has no ${reason.measure} in ${counted(formatCount(reason.attempted), 'run')}`;
    case 'low-concurrency':
      return `${labelOf(reason.contestant)} had at most ${formatCount(reason.inFlight)} requests in flight at once, fewer than 95% of the workers`;
    case 'without-launcher':
      return `started without the launcher: times under ${formatValue(reason.leastNs, 'ns')} are not decided`;
    case 'few-pairs': {
      const rounds = reason.pairs === 1 ? 'round' : 'rounds';
      return `${formatCount(reason.pairs)} ${rounds} to compare, ${formatCount(reason.needed)} are needed`;
    }
    case 'neither-finished':
      return 'neither has a result in any round';
    case 'no-shared-round':
      return 'they share no round';
    case 'no-ratio':
      return 'a value of 0 or less has no ratio';
    case 'empty-block':
      return `block ${formatCount(reason.block)} has no median`;
    case 'no-two-sizes': {
      const names = listedWith(reason.contestants.map(labelOf), (text) => text).join('');
      const both = reason.contestants.length > 1 ? ' both' : '';
      return `there are no two sizes that ${names}${both} finished in every round`;
    }
    case 'small-sizes':
      return `from ${formatCount(reason.from)} to ${formatCount(reason.to)} alone no growth is decided: two sizes from ${formatCount(reason.least)} on are needed`;
    case 'service-held-up':
      return `the service held up requests in ${formatOutOf(reason.runs, reason.of)} measured runs (longest over ${HELD_UP} times the usual shortest)`;
    case 'service-overflowed':
      return `the service's listen queue overflowed in ${formatOutOf(reason.runs, reason.of)} measured runs`;
    case 'nobody-finished':
      return 'no contestant has a result in all its runs';
    case 'no-rival':
      return `only ${labelOf(reason.contestant)} has a value to compare`;
    case 'not-compared': {
      const [a, b] = reason.contestants.map(labelOf);
      return `${a ?? ''} and ${b ?? ''} are not compared by ${reason.measure}`;
    }
  }
}

/** "6 of 21 runs finished", "0 of 3 runs were right". */
function fewWords(reason: Extract<Worded, { kind: 'few-finished' }>): string {
  const { finished, attempted, end } = reason;
  if (end === 'failed') return `${runsOf({ finished: attempted - finished, attempted })} failed`;
  return `${runsOf(reason)} ${end === 'wrong' ? 'were right' : 'finished'}`;
}

function comparedWords(
  { contestants, measure }: Extract<AuditReason, { kind: 'not-compared-in' }>['compared'],
  labelOf: LabelOf,
): string {
  const [a, b] = contestants;
  return `${labelOf(a)} and ${labelOf(b)} were not compared by ${measure}`;
}
