/** The machine, the runtimes and the settings of a session, as pairs of words. */
import {
  foreignInSession,
  foreignShare,
  LEAST_FOREIGN_MS,
  MOST_FOREIGN_SHARE,
} from '../../analyse/foreign.ts';
import type { InvocationRecord } from '../../store/record-schema.ts';
import type { Session } from '../../store/schema.ts';
import type { DocumentView } from '../document.ts';
import { formatCount, formatOutOf, formatPercent } from '../format/value.ts';
import { markOf } from '../report.ts';
import { commitWords, dateWords, runtimesUsed } from '../head/provenance.ts';

export type Pair = readonly [term: string, words: string];

const treeMemoryWords: Readonly<Record<Session['machine']['treeMemory'], string>> = {
  'cgroup-v2': 'a fresh control group (v2) per invocation',
  'cgroup-v1': 'a fresh control group (v1) per invocation',
  pss: 'sampled in invocations of their own (PSS), memory scenario only',
  none: 'not measurable here',
};

export function machinePairs(session: Session): Pair[] {
  const { machine, launcher, harness } = session;
  const affinity =
    machine.affinity.length === 0
      ? 'affinity not set'
      : `pinned to CPUs ${machine.affinity.join(', ')}`;
  return [
    ['Processor', machine.cpu],
    ['Usable cores', `${machine.usableCores}, ${affinity}`],
    ['Memory', `${machine.memoryGiB} GiB`],
    ['System', `${machine.os}, kernel ${machine.kernel}, ${machine.architecture}`],
    ['Whole-tree memory', treeMemoryWords[machine.treeMemory]],
    ['Descriptors', formatCount(machine.descriptors)],
    ...Object.entries(machine.settings).map(([name, value]): Pair => [settingWords(name), value]),
    [
      'Launcher',
      launcher.method === 'launcher'
        ? `own launcher, ${launcher.sha256.slice(0, 12)}`
        : 'plain spawn: no memory, no verdict under 50 ms',
    ],
    ['Steelyard', harness.version],
    ['Commit of the project', commitWords(harness)],
    ['Measured', timesOf(session)],
    ['Seed of the order', session.seed],
  ];
}

/** What other programs did while these ran; nothing where no record tells. */
export function foreignPairs(view: DocumentView, records: readonly InvocationRecord[]): Pair[] {
  const foreign = foreignInSession(records);
  if (foreign === undefined) return [];
  const { share, disturbed, of, worst } = foreign;
  const start = `used ${formatPercent(share)} of the cores’ time`;
  const much = `over ${formatPercent(MOST_FOREIGN_SHARE)} of it, and over the ${LEAST_FOREIGN_MS} ms that ticks can tell`;
  if (worst === undefined) return [['Other programs', `${start}; ${much}, in no run`]];
  const runs = `${much}, in ${formatOutOf(disturbed, of)} runs`;
  const title = view.cases.get(worst.case)?.title ?? worst.case;
  const { label } = markOf(view.report, worst.contestant);
  const place = `${title}, ${label}, round ${worst.round}`;
  const most = `most in ${place}: ${formatPercent(foreignShare(worst) ?? 0)}`;
  return [['Other programs', `${start}; ${runs}, ${most}`]];
}

/** "overcommitMemory" as words: "Overcommit memory". */
function settingWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export interface RuntimeRow {
  readonly title: string;
  /** Absent where nobody stated one. */
  readonly homepage: string | undefined;
  /** Version, or why it isn't here. */
  readonly words: string;
  readonly hash?: string;
  readonly details: readonly Pair[];
}

export function runtimeRows(session: Session): RuntimeRow[] {
  return runtimesUsed(session).map((runtime) => {
    const { title, homepage } = runtime;
    if (!runtime.available)
      return { title, homepage, words: `not on this machine: ${runtime.reason}`, details: [] };
    return {
      title,
      homepage,
      words: runtime.version,
      hash: runtime.binarySha256,
      details: [
        ...Object.entries(runtime.dependencies),
        ...Object.entries(runtime.missing).map(([name, why]): Pair => [name, `missing: ${why}`]),
        ...Object.entries(runtime.facts),
      ],
    };
  });
}

/** Names and values of the environment that every program got, and then of what a runtime's programs got beside it. */
export function environmentPairs(session: Session): Pair[] {
  const further = runtimesUsed(session).flatMap((runtime) =>
    Object.entries((runtime.available && runtime.environment) || {}).map(([name, value]): Pair => [
      `${name} (${runtime.title})`,
      value,
    ]),
  );
  return [...Object.entries(session.environment), ...further];
}

function timesOf({ startedAt, finishedAt, resumedAt }: Session): string {
  const start = `from ${dateWords(startedAt)}, ${startedAt.slice(11, 16)} UTC`;
  const end =
    finishedAt === undefined
      ? 'not finished'
      : `to ${dateWords(finishedAt)}, ${finishedAt.slice(11, 16)} UTC`;
  const resumed =
    resumedAt.length === 0
      ? ''
      : `, resumed ${resumedAt.length === 1 ? 'once' : `${resumedAt.length} times`}`;
  return `${start}, ${end}${resumed}`;
}
