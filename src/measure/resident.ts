/**
 * The launcher as a process that stays: it is asked for one run after the other. To start it for each run would
 * take Node milliseconds, more the larger Node is.
 */
import { execa } from 'execa';
import { after } from './timer.ts';
import { launcherTree } from './tree.ts';

/** What a request says, by turns a name and a value; launcher/request.c has the names. */
export type Words = readonly (readonly [name: string, value: string])[];

/** Its answer, or why there is none. */
export type Answer = Uint8Array | { readonly lack: string };

interface Waiting {
  /** Told what has come; true when that is all of the answer. */
  readonly isWhole: (answer: Buffer) => boolean;
  readonly resolve: (answer: Answer) => void;
}

class Resident {
  readonly pid: number | undefined;
  hasEnded = false;
  #waiting: Waiting | undefined;
  #pieces: Buffer[] = [];
  readonly #running;
  readonly #tree = launcherTree();

  constructor(path: string) {
    this.#running = execa(path, [], {
      cwd: '/',
      env: {},
      extendEnv: false,
      reject: false,
      buffer: false,
      // Ctrl-C in a terminal goes to its group: it is for the harness, which ends the rest.
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.pid = this.#running.pid;
    this.#tree.begin(this.pid);
    this.#running.stdin.on('error', () => undefined);
    this.#running.stdout.on('data', (piece: Buffer) => this.#take(piece));
    void this.#running.then((result) => {
      this.hasEnded = true;
      this.#tree.forget();
      this.#answer({ lack: result.shortMessage ?? `exit code ${result.exitCode}` });
    });
    this.#rest();
  }

  ask(words: Words, isWhole: (answer: Buffer) => boolean, limitMs: number): Promise<Answer> {
    return new Promise((resolve) => {
      let isLate = false;
      const stopTimer = after(limitMs, () => {
        isLate = true;
        this.#endByForce();
      });
      this.#waiting = {
        isWhole,
        resolve: (answer) => {
          stopTimer();
          resolve(isLate ? { lack: 'it was held up, and had to be ended' } : answer);
        },
      };
      this.#work();
      const request = Buffer.from(words.map(([name, value]) => `${name}\0${value}\0`).join(''));
      this.#running.stdin.write(`${request.length}\n`);
      this.#running.stdin.write(request);
    });
  }

  /** Ends the run that is under way. */
  abort(): void {
    // Not execa's own kill: that would use force on a launcher that goes on.
    if (this.#waiting !== undefined) this.#running.nodeChildProcess.kill('SIGTERM');
  }

  /** Both of its processes, should they have been stopped: they end what they have started before they go. */
  #endByForce(): void {
    if (this.pid === undefined) return;
    const group = -this.pid;
    signalQuietly(group, 'SIGCONT');
    signalQuietly(group, 'SIGTERM');
    after(LAST_MS, () => {
      if (!this.hasEnded) signalQuietly(group, 'SIGKILL');
    });
  }

  async end(): Promise<void> {
    this.#work();
    this.#running.stdin.end();
    await this.#running;
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece);
    const answer = Buffer.concat(this.#pieces);
    this.#pieces = [answer];
    if (this.#waiting?.isWhole(answer) === true) this.#answer(answer);
  }

  #answer(answer: Answer): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#pieces = [];
    this.#rest();
    waiting?.resolve(answer);
  }

  /** Idle it doesn't keep Node alive. */
  #rest(): void {
    const { nodeChildProcess, stdin, stdout } = this.#running;
    nodeChildProcess.unref();
    for (const stream of [stdin, stdout]) (stream as unknown as NodeJS.ReadStream).unref?.();
  }

  #work(): void {
    const { nodeChildProcess, stdin, stdout } = this.#running;
    nodeChildProcess.ref();
    for (const stream of [stdin, stdout]) (stream as unknown as NodeJS.ReadStream).ref?.();
  }
}

/** From being asked to end to an end by force. */
const LAST_MS = 2000;

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

/** One for each launcher; a run at a time. */
const residents = new Map<string, Resident>();
let last: Promise<unknown> = Promise.resolve();

export interface AskOptions {
  /** After which it has ended, or is ended: its own timer may be held up. */
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Told the launcher's process number when it has been asked. */
  readonly onStart?: ((pid: number) => void) | undefined;
}

/**
 * Asks the launcher for one run, when those before are over. It is started where it isn't there.
 * An abort ends the run; its answer comes all the same.
 */
export function askLauncher(
  path: string,
  words: Words,
  isWhole: (answer: Buffer) => boolean,
  { limitMs, signal, onStart }: AskOptions,
): Promise<Answer> {
  const asking = last.then(async (): Promise<Answer> => {
    if (signal?.aborted === true) return { lack: 'aborted' };
    const known = residents.get(path);
    const resident = known?.hasEnded === false ? known : new Resident(path);
    residents.set(path, resident);
    const onAbort = (): void => resident.abort();
    signal?.addEventListener('abort', onAbort, { once: true });
    const answering = resident.ask(words, isWhole, limitMs);
    // An abort may come from here: by now there is something to end.
    if (resident.pid !== undefined) onStart?.(resident.pid);
    const answer = await answering;
    signal?.removeEventListener('abort', onAbort);
    return answer;
  });
  last = asking;
  return asking;
}

/** Process number of a launcher that runs; undefined while it doesn't. */
export function residentPid(path: string): number | undefined {
  const resident = residents.get(path);
  return resident?.hasEnded === false ? resident.pid : undefined;
}

/** Ends a launcher that isn't needed any more. */
export async function endLauncher(path: string): Promise<void> {
  await last;
  await residents.get(path)?.end();
  residents.delete(path);
}
