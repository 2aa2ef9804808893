/** What a reader of a case's results has to know beside the numbers. */
import type { ContestantResult, Flag } from '../../analyse/types.ts';
import { restsOnFloor } from '../../quantity/measure.ts';
import type { SessionMeasure } from '../../store/schema.ts';
import type { MeasuredCase } from '../document.ts';
import { wordsOfFlag } from '../evidence/run-flags.ts';
import { formatCount, formatOutOf } from '../format/value.ts';
import { reasonWords } from '../sentences/reason-words.ts';
import { failureWords, lowConcurrencyWords, mainReason, troubleOf } from '../words.ts';
import { disagreementOf, type Disagreement } from './disagreement.ts';

export interface ResultNote {
  readonly kind: 'failure' | 'undecided' | 'flag';
  readonly words: string;
}

/** Who was not run at all, in how many of the cases, and why. */
export interface NotRun {
  readonly contestant: string;
  /** "threads (3 of 26 cases): There is no …". */
  readonly words: string;
}

/** Failures with their reasons, trouble of the whole case, then flags: a note a kind. */
export function caseNotes(aCase: MeasuredCase, measure: SessionMeasure): ResultNote[] {
  const own = aCase.result.contestants.filter(
    ({ controlOf, attempted }) => controlOf === undefined && attempted > 0,
  );
  const disagreement = disagreementOf(
    aCase,
    own.map(({ id }) => id),
  );
  return [
    ...(disagreement ? [{ kind: 'failure' as const, words: disagreement.words }] : []),
    ...own.flatMap((result) => failuresOf(result, aCase, disagreement)),
    ...wholeCase(aCase, measure),
    ...flagNotes(own, measure),
  ];
}

/** One for each contestant and reason, in the order of the cases. */
export function notRun(cases: readonly MeasuredCase[]): NotRun[] {
  const lacks = cases.flatMap(({ result }) =>
    result.contestants
      .filter(({ controlOf, attempted }) => controlOf === undefined && attempted === 0)
      .map((one) => ({ id: one.id, what: failureWords(one) ?? 'not run', why: mainReason(one) })),
  );
  const groups = Map.groupBy(lacks, ({ id, what, why }) => JSON.stringify([id, what, why]));
  return [...groups.values()].map((group) => {
    const { id, what, why } = group[0]!;
    const isEverywhere = group.length === cases.length;
    const where = isEverywhere ? '' : ` (${formatOutOf(group.length, cases.length)} cases)`;
    return { contestant: id, words: `${id}${where}: ${why ?? what}` };
  });
}

function failuresOf(
  result: ContestantResult,
  aCase: MeasuredCase,
  disagreement: Disagreement | undefined,
): ResultNote[] {
  const isSaid = disagreement?.who.has(result.id) && onlyWrong(result);
  const trouble = isSaid ? undefined : troubleOf(result);
  const said = [
    trouble && trouble + exitCodeHint(result, aCase),
    lowConcurrencyWords(result, aCase.definition.parameters),
  ];
  return said.flatMap((words) =>
    words === undefined ? [] : [{ kind: 'failure', words: `${result.id}: ${words}` }],
  );
}

/** Whether its runs went wrong in no other way. */
function onlyWrong({ outcomes, attempted, finished }: ContestantResult): boolean {
  return outcomes['wrong-answer'] === attempted - finished;
}

/** An exit code with nothing on standard error may be the program's way to say what it found. */
function exitCodeHint({ id, outcomes }: ContestantResult, { records }: MeasuredCase): string {
  const failed = records.filter(
    ({ contestant, outcome }) => contestant === id && outcome === 'failed',
  );
  const isCodeAlone = failed.every(({ reason, stderr }) => isExitCode(reason) && !stderr);
  if (!outcomes.failed || !isCodeAlone) return '';
  return '. Where that code is no failure, name it in the "exitCodes" of the contestant';
}

function isExitCode(reason: string | undefined): boolean {
  return /^exit code \d+$/.test(reason ?? '');
}

function wholeCase({ result, definition }: MeasuredCase, measure: SessionMeasure): ResultNote[] {
  const { serviceTrouble, saturated } = result;
  const isUseless = saturated && restsOnFloor(measure, definition.measures);
  const trouble = serviceTrouble === undefined ? [] : [reasonWords(serviceTrouble)];
  const floor = isUseless ? [reasonWords({ kind: 'saturated' })] : [];
  return [...trouble, ...floor].map((words) => ({ kind: 'flag', words }));
}

/** "Slow first run: threads (1 run), tasks (1 run)": of this measure, and of runs whatever the measure. */
function flagNotes(results: readonly ContestantResult[], measure: SessionMeasure): ResultNote[] {
  const flags = results.flatMap((result) =>
    result.flags
      .filter((flag) => flag.measure === undefined || flag.measure === measure.id)
      // Said with the failures, in numbers.
      .filter(({ kind }) => kind !== 'low-concurrency')
      .map((flag) => ({ kind: flag.kind, who: `${result.id}${runsWords(flag)}` })),
  );
  return [...Map.groupBy(flags, ({ kind }) => kind)].map(([kind, found]) => ({
    kind: 'flag',
    words: `${wordsOfFlag(kind)}: ${found.map(({ who }) => who).join(', ')}`,
  }));
}

/** A drift is about all runs together. */
function runsWords({ kind, rounds }: Flag): string {
  if (kind === 'drift') return '';
  return ` (${formatCount(rounds.length)} ${rounds.length === 1 ? 'run' : 'runs'})`;
}
