import { resolve } from 'node:path';

/** Where the pages read from. Set from outside by tests and previews. */
export interface Roots {
  readonly data: string;
  readonly content: string;
  /** Runtimes, for their names. */
  readonly runners: string;
}

export function roots(env: Readonly<Record<string, string | undefined>> = process.env): Roots {
  return {
    data: resolve(env['STEELYARD_DATA'] ?? 'data'),
    content: resolve(env['STEELYARD_CONTENT'] ?? 'content'),
    runners: resolve(env['STEELYARD_RUNNERS'] ?? 'runners'),
  };
}
