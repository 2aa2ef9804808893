/** Sessions of other machines, checked and put beside the reference as its replications. */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from '../scenario/problem.ts';
import { belongsTo } from '../site/belonging.ts';
import type { Report } from '../present/report.ts';
import { canonicalJson } from '../store/canonical.ts';
import { findLack } from '../store/complete.ts';
import { printable } from '../store/printable.ts';
import { listSessions, readSessionFile, type StoredSession } from '../store/read.ts';
import type { Session } from '../store/schema.ts';
import { readWhole, withAside } from './aside.ts';
import { checkThere, handedOver, type HandedOver } from './found.ts';
import { otherWork } from './same-work.ts';

/** Our own sentence with a path in it, and what to do next. */
const LONGEST_REASON = 600;

/** What became of a session that was handed over. */
export type Outcome =
  | { readonly from: string; readonly id: string }
  | { readonly from: string; readonly refused: string };

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
 * Takes every session in these folders and archives that may stand beside the reference, one after the other; of the others
 * the reason is told, and nothing of them is kept.
 *
 * @throws Problem (usage) where a path leads nowhere, before anything is taken, and where there is no session at all
 */
export async function* gatherFrom(
  paths: readonly string[],
  options: GatherOptions,
): AsyncGenerator<Outcome> {
  for (const path of paths) checkThere(path);
  const beside = [knownOf(options.reference), ...pinnedOf(options)];
  let isAny = false;
  for (const path of paths) {
    for await (const handed of handedOver(path)) {
      isAny = true;
      const outcome = takeOne(handed, beside, options);
      if (typeof outcome === 'string') {
        yield { from: handed.from, refused: saidOf(outcome) };
        continue;
      }
      beside.push(outcome);
      yield { from: handed.from, id: outcome.id };
    }
  }
  if (!isAny)
    throw new Problem(
      'usage',
      `There is no session in ${paths.join(', ')}: no folder with a session.json, and no archive (.zip) of one.`,
    );
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
  if ('refused' in handed) return handed.refused;
  try {
    return withAside(options.replications, handed.files, (stored) => {
      const reason = whyNot(stored, beside, options);
      if (reason !== undefined) return reason;
      keep(stored, options.replications);
      return knownOf(stored.session);
    });
  } catch (error) {
    if (error instanceof Problem && error.kind !== 'blocked') return error.message;
    throw error;
  }
}

/** What is told of a refusal, without its full stop; the session may have written a part of it. */
function saidOf(message: string): string {
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
    whyTwice(session, beside) ??
    whyUnsound(stored) ??
    whyForAnother(session, report) ??
    whyNameTaken(session, beside, replications) ??
    otherWork(reference, session) ??
    (sameKind ? undefined : whySameKind(session, beside))
  );
}

function whyForAnother(session: Session, report: Report): string | undefined {
  // One that names no report and has no case of this one is told of by its work.
  if (session.reports === undefined || belongsTo(session, report)) return undefined;
  return `it was measured for ${session.reports.join(', ')}, and not for ${report.id}`;
}

function whyUnsound({ session, records, tornLine }: StoredSession): string | undefined {
  if (session.profile === 'smoke') return 'it is a smoke session, which is never published';
  if (session.finishedAt === undefined)
    return 'it is not finished. Go on with the command that began it, on the machine that did';
  if (session.seal?.sessionSha256 === undefined)
    return 'it has no seal of all its files, so nobody can tell whether it is as it was measured. Measure with this Steelyard';
  return tornLine ? 'its last record is torn' : findLack(session, records);
}

function whyTwice({ id, seal }: Session, beside: readonly Known[]): string | undefined {
  const same = beside.find((one) => seal !== undefined && one.seal?.sha256 === seal.sha256);
  if (same === undefined) return undefined;
  if (same.id !== id) return `it holds the very runs of ${same.id}`;
  return same === beside[0]
    ? 'it is the reference itself'
    : 'it was gathered already: a session counts once';
}

/** For another report it may be there already: then it is the same, to the last byte of its records. */
function whyNameTaken(
  session: Session,
  beside: readonly Known[],
  replications: string,
): string | undefined {
  const folder = join(replications, session.id);
  const isTaken =
    beside.some(({ id }) => id === session.id) ||
    (existsSync(folder) && canonicalJson(readWhole(folder).session) !== canonicalJson(session));
  return isTaken ? 'another session of that name is there' : undefined;
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
