/**
 * What programs talk to: a process of its own, fresh for every invocation, outside the measured
 * cgroup. It says one line when it is ready; it is asked for its report by one line; it ends when
 * its standard input ends, so that it never outlives the harness.
 */
import { createInterface } from 'node:readline';
import { z } from 'astro/zod';
import { execa } from 'execa';
import { reservedVariables } from './environment.ts';
import type { Launcher } from './launcher.ts';
import { after } from './timer.ts';
import { launcherTree, newTree } from './tree.ts';
import type { Parameters } from '../scenario/schema.ts';
import { serviceReportSchema, type ServiceReport } from '../store/record-schema.ts';
import { uncaughtError } from '../scenario/uncaught.ts';
import { toArguments } from './parameters.ts';

export interface ServiceRequest {
  readonly command: readonly [string, ...string[]];
  readonly parameters: Parameters;
  /** The whole environment of the service. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface RunningService {
  /** Its first process: the launcher's, where there is one. */
  readonly pid: number | undefined;
  /** Added to the program's parameters and environment. */
  readonly parameters: Parameters;
  readonly environment: Readonly<Record<string, string>>;
  /** Asks what it saw. Rejects with a ServiceError when it has crashed or doesn't answer. */
  report(): Promise<{ readonly problems: readonly string[]; readonly service: ServiceReport }>;
  /** Ends it, by force after two seconds. */
  stop(): Promise<void>;
}

/** A service that could not start, crashed or went silent: says which, with its last words. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
}

const readySchema = z.strictObject({
  steelyard: z.literal(1),
  ready: z.strictObject({
    parameters: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
    environment: z.record(z.string(), z.string()).default({}),
  }),
});
const reportSchema = z.strictObject({
  steelyard: z.literal(1),
  report: z.strictObject({ problems: z.array(z.string()), service: serviceReportSchema }),
});

const READY_MS = 30_000;
const REPORT_MS = 15_000;
const STOP_MS = 2_000;
/** An error with its trace. */
const KEPT_STDERR_LINES = 40;
const TOLD_STDERR_LINES = 10;

/** The next line, or an error when there is none in time. */
async function nextLine(
  lines: AsyncIterator<string>,
  waitMs: number,
  what: string,
  lastWords: () => string,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new ServiceError(
          `the service gave no ${what} within ${String(waitMs / 1000)} s${lastWords()}`,
        ),
      );
    }, waitMs);
  });
  try {
    const next = await Promise.race([lines.next(), late]);
    if (next.done === true)
      throw new ServiceError(`the service ended before its ${what}${lastWords()}`);
    return next.value;
  } finally {
    clearTimeout(timer);
  }
}

function parse<T>(schema: z.ZodType<T>, line: string, what: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new ServiceError(`the service's ${what} can't be read: ${line.slice(0, 200)} (${why})`);
  }
}

/** What a service adds for the programs may not stand in for what they get already. */
function checkNames(ready: z.infer<typeof readySchema>['ready'], given: Parameters): void {
  const taken = [
    ...Object.keys(ready.parameters).filter((name) => name in given || name === 'cores'),
    ...Object.keys(ready.environment).filter((name) => reservedVariables.includes(name)),
  ];
  if (taken.length > 0)
    throw new ServiceError(`the service gives ${taken.join(', ')}, which programs get already`);
}

/**
 * Starts a service and waits until it is ready. The launcher ends all that it has started.
 * @param scratch folder for what it makes on the spot; kept for the session, given as `--scratch`
 * @throws ServiceError when it doesn't get ready
 */
export async function startService(
  request: ServiceRequest,
  launcher: Launcher,
  scratch: string,
  signal?: AbortSignal,
): Promise<RunningService> {
  const [program, ...args] = request.command;
  const words = [program, ...args, ...toArguments({ ...request.parameters, scratch })] as const;
  const hasLauncher = launcher.method === 'launcher';
  const [first, ...rest] = hasLauncher ? ([launcher.path, '--', ...words] as const) : words;
  const tree = hasLauncher ? launcherTree() : newTree();
  const running = execa(first, rest, {
    env: { ...request.environment, ...tree.mark },
    extendEnv: false,
    reject: false,
    buffer: false,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  tree.begin(running.pid);
  const hasEnded = new Promise<void>((resolve) => {
    running.nodeChildProcess.once('exit', () => resolve());
    running.nodeChildProcess.once('error', () => resolve());
  });
  const onAbort = (): void => void tree.end();
  signal?.addEventListener('abort', onAbort, { once: true });
  const lastLines: string[] = [];
  createInterface({ input: running.stderr }).on('line', (line) => {
    lastLines.push(line);
    if (lastLines.length > KEPT_STDERR_LINES) lastLines.shift();
  });
  // A service that has crashed closes its input: the write then fails, and the report says why.
  running.stdin.on('error', () => undefined);
  const lines = createInterface({ input: running.stdout })[Symbol.asyncIterator]();
  const lastWords = (): string => {
    if (lastLines.length === 0) return '';
    const error = uncaughtError(lastLines.join('\n'));
    return `: ${error ?? lastLines.slice(-TOLD_STDERR_LINES).join('\n')}`;
  };

  const stop = async (): Promise<void> => {
    running.stdin.end();
    // Its end counts, not that of whoever holds its output open.
    const stopWaiting = after(STOP_MS, () => void tree.end());
    await hasEnded;
    stopWaiting();
    signal?.removeEventListener('abort', onAbort);
    await tree.end();
  };
  try {
    const line = await nextLine(lines, READY_MS, 'ready line', lastWords);
    const { ready } = parse(readySchema, line, 'ready line');
    checkNames(ready, request.parameters);
    return {
      ...ready,
      pid: running.pid,
      stop,
      report: async () => {
        running.stdin.write('report\n');
        const answer = await nextLine(lines, REPORT_MS, 'report', lastWords);
        return parse(reportSchema, answer, 'report').report;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
