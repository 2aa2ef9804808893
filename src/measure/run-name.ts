/**
 * The name of a process of Steelyard that measures or looks: what it makes outside of the project
 * (folders, cgroups) bears it, so that another one can tell whether its owner still lives.
 */
import { randomBytes } from 'node:crypto';
import { createServer, connect } from 'node:net';
import { isAlive } from './lock-file.ts';

/** steelyard-run-<process>-<8 hexadecimal digits>; without "run" it is an older Steelyard's, which holds no name. */
const PATTERN = /^steelyard-run-(\d+)-[0-9a-f]{8}/;

let claimed: Promise<string> | undefined;

/**
 * The name of this process. On Linux the kernel knows whether it lives: a socket in the abstract
 * namespace, which ends with its process, whatever a number means to whom.
 */
export function runName(): Promise<string> {
  claimed ??= claim(`steelyard-run-${process.pid}-${randomBytes(4).toString('hex')}`);
  return claimed;
}

async function claim(name: string): Promise<string> {
  if (process.platform === 'linux') await hold(name);
  return name;
}

/**
 * Holds a name in the kernel's abstract namespace until this process ends.
 *
 * @param answer what is told to whoever asks
 * @returns gives it back; undefined when another process holds it
 */
export function hold(name: string, answer = ''): Promise<(() => Promise<void>) | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(answer);
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(`\0${name}`, () => {
      server.unref();
      resolve(() => new Promise((done) => server.close(() => done())));
    });
  });
}

const LONGEST_ANSWER_MS = 500;

/** What the holder of a name answers, empty when it is too busy; undefined when nobody holds it. */
export function ask(name: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(`\0${name}`);
    socket.setEncoding('utf8').setTimeout(LONGEST_ANSWER_MS, () => socket.destroy());
    socket.on('data', (text: string) => (answer += text));
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(answer));
  });
}

/** Whether something was made by a process of Steelyard that lives no more. */
export async function isLeftover(name: string): Promise<boolean> {
  const match = PATTERN.exec(name);
  if (match === null) return false;
  if (process.platform !== 'linux') return !isAlive(Number(match[1]));
  return (await ask(match[0])) === undefined;
}
