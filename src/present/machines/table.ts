/** The machines of a document, as rows and in words. */
import { formatCount, formatOutOf, formatPercent } from '../format/value.ts';
import { dateWords } from '../head/provenance.ts';
import { counted, listedWith } from '../sentences/pieces.ts';
import type { Replication, Replications } from './replications.ts';

export interface MachineRow {
  readonly number: string;
  readonly id: string;
  readonly isReference: boolean;
  readonly cpu: string;
  readonly size: string;
  readonly os: string;
  readonly runtimes: string;
  readonly cases: string;
  /** What others used of its cores while it measured; "unknown" where no run tells. */
  readonly foreign: string;
  readonly measured: string;
}

export function machineRows({ all }: Replications): MachineRow[] {
  const [reference] = all;
  return all.map((one, place) => {
    const { session, runtimes, cases } = one;
    const { machine, profile } = session;
    return {
      number: formatCount(place + 1),
      id: session.id,
      isReference: one === reference,
      cpu: machine.cpu,
      size: `${coresWords(machine.usableCores)}, ${Math.round(machine.memoryGiB)} GiB`,
      os: `${machine.os}, ${machine.architecture}`,
      runtimes,
      cases: `${formatOutOf(cases, reference.cases)} (${profile})`,
      foreign: foreignWords(one),
      measured: dateWords(session.startedAt),
    };
  });
}

function foreignWords({ foreign }: Replication): string {
  if (foreign === undefined) return 'unknown';
  const share = formatPercent(foreign.share);
  if (foreign.disturbed === 0) return share;
  return `${share}; ${formatOutOf(foreign.disturbed, foreign.of)} runs disturbed`;
}

/** "3 machines: AMD EPYC, Apple M1 and Intel Xeon; 2 to 16 cores; arm64 and x64; Debian GNU/Linux 12." */
export function spreadWords({ all, noun }: Replications): string {
  const machines = all.map(({ session }) => session.machine);
  const cores = machines.map(({ usableCores }) => usableCores);
  const [least, most] = [Math.min(...cores), Math.max(...cores)];
  const kinds = new Set(machines.map(({ key }) => key)).size;
  const count =
    noun === 'machine'
      ? `${formatCount(all.length)} machines`
      : `${formatCount(all.length)} sessions, on ${kinds === 1 ? 'one kind' : `${formatCount(kinds)} kinds`} of machine`;
  return `${count}: ${[
    distinct(machines.map(({ cpu }) => cpu)),
    least === most ? coresWords(least) : `${formatCount(least)} to ${coresWords(most)}`,
    distinct(machines.map(({ architecture }) => architecture)),
    distinct(machines.map(({ os }) => os)),
  ].join('; ')}.`;
}

/** "on 2 further machines", "in 2 further sessions". */
export function replicatedOn({ all, noun }: Replications): string {
  const further = formatCount(all.length - 1);
  return `${noun === 'machine' ? 'on' : 'in'} ${counted(further, `further ${noun}`)}`;
}

/** Each once, the first eight of them by name. */
function distinct(names: readonly string[]): string {
  const all = [...new Set(names)];
  const shown = all.slice(0, 8);
  const further = all.length - shown.length;
  const list = further > 0 ? [...shown, `${formatCount(further)} more`] : shown;
  return listedWith(list, (text) => text).join('');
}

function coresWords(cores: number): string {
  return cores === 1 ? '1 core' : `${formatCount(cores)} cores`;
}
