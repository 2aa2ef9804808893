/** Where the numbers of a document come from. */
import { NOT_TOLD } from '../../scenario/tool.ts';
import { COMMIT } from '../../store/commit.ts';
import type { Session, SessionRuntime } from '../../store/schema.ts';
import type { DocumentView } from '../document.ts';

/** Title of a runtime as the sessions name it; its id where none does. */
export function runtimeTitle(view: DocumentView, id: string): string {
  const runtimes = view.sessions.flatMap((session) => session.runtimes);
  return runtimes.find((one) => one.id === id)?.title ?? id;
}

/** "2 cores, 24 GiB, Linux 6". */
export function machineWords({ machine }: Session): string {
  const cores = machine.usableCores === 1 ? '1 core' : `${machine.usableCores} cores`;
  return `${cores}, ${Math.round(machine.memoryGiB)} GiB, ${machine.os}`;
}

/** The session with the cases alone that a page shows: it may hold those of other reports. */
export function shownOf(view: DocumentView, session: Session): Session {
  const isShown = (id: string): boolean => {
    const own = view.cases.get(id);
    return own?.state === 'measured' && own.session.id === session.id;
  };
  return { ...session, cases: session.cases.filter(({ id }) => isShown(id)) };
}

/** "Example 1.2 · Other 3.4": what the programs of these cases ran with, each build by its own name. */
export function runtimesWords(session: Session): string {
  return buildsOf(session).map(buildWords).join(' · ');
}

/** "Example 1.2 (package 2.0) · Other 3.4": the same with the packages that their programs may need. */
export function runtimesWithPackages(session: Session): string {
  const words = buildsOf(session).map((runtime) => {
    const packages = Object.entries(runtime.dependencies).map(([name, its]) => `${name} ${its}`);
    const build = buildWords(runtime);
    return packages.length === 0 ? build : `${build} (${packages.join(', ')})`;
  });
  return words.join(' · ');
}

type Build = Extract<SessionRuntime, { available: true }>;

function buildsOf(session: Session): Build[] {
  return runtimesUsed(session).flatMap((one) => (one.available ? [one] : []));
}

/** The runtimes of a session's contestants; others were not looked for. */
export function runtimesUsed({ runtimes, cases }: Session): SessionRuntime[] {
  const used = new Set(cases.flatMap(({ contestants }) => contestants.map((one) => one.runtime)));
  return runtimes.filter(({ id }) => used.has(id));
}

/** "Example 1.2"; its title alone where it tells no version. */
export function withVersion(title: string, version: string): string {
  return version === NOT_TOLD ? title : `${title} ${version}`;
}

/** "Example 1.2": how a build is called where it stands among others. */
function buildWords({ label, facts, title, version }: Build): string {
  return label ?? withVersion(facts['implementation'] ?? title, version);
}

/** "a1b2c3d", or undefined where no commit is known. */
export function shortCommit(commit: string, digits = 7): string | undefined {
  return COMMIT.test(commit) ? commit.slice(0, digits) : undefined;
}

/** "a1b2c3d4e5f6 with uncommitted changes", or "unknown". */
export function commitWords({ commit, dirty }: Session['harness']): string {
  const short = shortCommit(commit, 12);
  if (short === undefined) return 'unknown';
  return `${short}${dirty ? ' with uncommitted changes' : ''}`;
}

/** "14 February 2026", in UTC. */
export function dateWords(utc: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(utc));
}

/** "12 to 21", or "8": counted rounds of the session's cases. */
export function roundsWords(session: Session): string {
  const rounds = session.cases.map((one) => one.rounds);
  const least = Math.min(...rounds);
  const most = Math.max(...rounds);
  return least === most ? `${most}` : `${least} to ${most}`;
}

/** The few words that tell the reader whose runs these are. */
export function placeWords(view: DocumentView): string {
  switch (view.place) {
    case 'reference':
      return 'the accepted reference';
    case 'local':
      return 'measured on this machine; no reference is accepted yet';
    case 'here':
      return 'measured on this machine';
    case 'earlier':
      return 'an earlier session, no longer the reference';
  }
}
