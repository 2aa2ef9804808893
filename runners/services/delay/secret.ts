/**
 * Any process of the machine can reach a port of it. So the addresses that the program gets go on with a
 * secret, new at each start: a request below it is the program's, any other one a stranger's.
 */
import { randomBytes } from 'node:crypto';

/** A beginning of paths that nobody guesses: "/" and 32 hexadecimal digits. */
export function drawSecret(): string {
  return `/${randomBytes(16).toString('hex')}`;
}

/** What follows the secret in a path; undefined in a stranger's. */
export function pathBelow(secret: string, path: string): string | undefined {
  const isBelow = path.startsWith(secret) && path[secret.length] === '/';
  return isBelow ? path.slice(secret.length) : undefined;
}
