import { setTimeout as wait } from 'node:timers/promises';

/** Waits for something. @throws Error where it doesn't come within so many seconds */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  seconds = 150,
): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await holds()) return;
    await wait(100);
  }
  throw new Error(`It never came to this: ${what}.`);
}
