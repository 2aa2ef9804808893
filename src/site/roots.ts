import { resolve } from 'node:path';
import { setting, type Env } from '../scenario/setting.ts';

/** Where the pages read from. Set from outside by tests and previews. */
export interface Roots {
  readonly data: string;
  readonly content: string;
  /** Runtimes, for their names. */
  readonly runners: string;
}

export function roots(env: Env = process.env): Roots {
  return {
    data: resolve(setting('STEELYARD_DATA', env) ?? 'data'),
    content: resolve(setting('STEELYARD_CONTENT', env) ?? 'content'),
    runners: resolve(setting('STEELYARD_RUNNERS', env) ?? 'runners'),
  };
}
