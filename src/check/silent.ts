import type { Output } from '../terminal/output.ts';

/** For work of which only the outcome is told. */
export const silent: Output = {
  json: false,
  quiet: true,
  say: () => undefined,
  warn: () => undefined,
  tell: () => undefined,
  result: () => undefined,
  progress: () => ({ at: () => undefined, note: () => undefined, end: () => undefined }),
};
