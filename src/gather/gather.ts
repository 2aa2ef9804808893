/** Sessions of other machines, checked and put beside the reference as its replications. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { belongsTo } from '../site/belonging.ts';
import type { Report } from '../present/report.ts';
import { findLack } from '../store/complete.ts';
import { printable } from '../store/printable.ts';
import { listSessions, readSession, readSessionFile, type StoredSession } from '../store/read.ts';
import type { Session } from '../store/schema.ts';
import { withAside } from './aside.ts';
import { handedOver, type HandedOver } from './found.ts';
import { otherWork } from './same-work.ts';

/** Our own sentence with a path in it, and what to do next. */
const LONGEST_REASON = 600;

/** What became of each session that was handed over. */
export interface Gathered {
  readonly taken: readonly { readonly from: string; readonly id: string }[];
  readonly refused: readonly { readonly from: string; readonly reason: string }[];
}

/** What another session is held against besides the reference's work: there may be many. */
type Known = Pick<Session, 'id' | 'seal' | 'machine'>;

export interface GatherOptions {
  readonly report: Report;
  /** Folder of the sessions of other machines. */
  readonly replications: string;
  readonly reference: Session;
  /** Take sessions of machines that can't be told apart from one that is there. */
  readonly sameKind: boolean;
}

/**
 * Takes every session in these folders and archives that may stand beside the reference; the others are told
 * of with the reason, and nothing of them is kept.
 *
 * @throws Problem (usage) where there is no session at all
 */
export async function gatherFrom(
  paths: readonly string[],
  options: GatherOptions,
): Promise<Gathered> {
  const beside = [knownOf(options.reference), ...pinnedOf(options)];
  const taken: Gathered['taken'][number][] = [];
  const refused: Gathered['refused'][number][] = [];
  for (const path of paths) {
    for await (const handed of handedOver(path)) {
      const outcome = takeOne(handed, beside, options);
      if (typeof outcome === 'string') {
        refused.push({ from: handed.from, reason: outcome });
        continue;
      }
      beside.push(outcome);
      taken.push({ from: handed.from, id: outcome.id });
    }
  }
  if (taken.length + refused.length === 0)
    throw new Problem(
      'usage',
      `There is no session in ${paths.join(', ')}: no folder with a session.json, and no archive (.zip) of one.`,
    );
  return { taken, refused };
}

function pinnedOf({ report, replications }: GatherOptions): Known[] {
  return listSessions(replications)
    .filter((folder) => report.replications.includes(basename(folder)))
    .map((folder) => knownOf(readSessionFile(folder)));
}

const knownOf = ({ id, seal, machine }: Session): Known => ({ id, machine, ...(seal && { seal }) });

/** What is known of it once it is taken, or why it isn't. */
function takeOne(
  handed: HandedOver,
  beside: readonly Known[],
  options: GatherOptions,
): Known | string {
  if ('refused' in handed) return reasonOf(handed.refused);
  try {
    return withAside(options.replications, handed.files, (stored) => {
      const reason = whyNot(stored, beside, options);
      if (reason !== undefined) return reason;
      keep(stored, options.replications);
      return knownOf(stored.session);
    });
  } catch (error) {
    if (error instanceof Problem) return reasonOf(error.message);
    throw error;
  }
}

/** What is told of a refusal, without its full stop; the session may have written a part of it. */
function reasonOf(message: string): string {
  return printable(message, LONGEST_REASON).replace(/\.$/, '');
}

/** For another report it may be there already: then it is the same, by its seal. */
function keep({ folder, session }: StoredSession, replications: string): void {
  const target = join(replications, session.id);
  if (existsSync(target)) return;
  mkdirSync(replications, { recursive: true });
  renameSync(folder, target);
}

/** Why a session may not stand beside these, as a sentence without its full stop; undefined where it may. */
function whyNot(
  stored: StoredSession,
  beside: readonly Known[],
  { report, replications, reference, sameKind }: GatherOptions,
): string | undefined {
  const { session } = stored;
  return (
    whyUnsound(stored) ??
    (belongsTo(session, report)
      ? undefined
      : `it was measured for ${session.reports?.join(', ')}, and not for ${report.id}`) ??
    whyTwice(session, beside, replications) ??
    otherWork(reference, session) ??
    (sameKind ? undefined : whySameKind(session, beside))
  );
}

function whyUnsound({ session, records }: StoredSession): string | undefined {
  if (session.profile === 'smoke') return 'it is a smoke session, which is never published';
  if (session.finishedAt === undefined)
    return 'it is not finished. Go on with the command that began it, on the machine that did';
  if (session.seal === undefined)
    return 'it has no seal, so nobody can tell whether it is as it was measured. Measure with this Steelyard';
  return findLack(session, records);
}

function whyTwice(
  session: Session,
  beside: readonly Known[],
  replications: string,
): string | undefined {
  const sameId = beside.find(({ id }) => id === session.id);
  if (sameId !== undefined)
    return sameId === beside[0]
      ? 'it is the reference itself'
      : 'it was gathered already: a session counts once';
  const sameRuns = beside.find(({ seal }) => seal?.sha256 === session.seal?.sha256);
  if (sameRuns !== undefined) return `it holds the very runs of ${sameRuns.id}`;
  const folder = join(replications, session.id);
  if (existsSync(folder) && readSession(folder).session.seal?.sha256 !== session.seal?.sha256)
    return 'another session of that name is there';
  return undefined;
}

/** Machines of one processor, so many cores, so much memory and one system can't be told apart. */
function whySameKind(session: Session, beside: readonly Known[]): string | undefined {
  const same = beside.find(({ machine }) => machine.key === session.machine.key);
  if (same === undefined) return undefined;
  const whose = same === beside[0] ? "the reference's own" : `that of ${same.id}`;
  return (
    `its machine can't be told apart from ${whose} (${printable(session.machine.cpu)}, ${session.machine.usableCores} cores, ` +
    'the same memory and system), so it is no further machine. Where it is another day or another node, take it with --same-kind'
  );
}
