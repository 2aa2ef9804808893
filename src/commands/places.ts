import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setting, type Env } from '../scenario/setting.ts';

/** Where everything stands. Tests and previews move folders by environment variables. */
export interface Places {
  readonly root: string;
  readonly runners: string;
  readonly content: string;
  /** Committed, sealed sessions. */
  readonly sessions: string;
  /** This machine's sessions; ignored by git. */
  readonly local: string;
  /** What the analysis derives; ignored by git. */
  readonly results: string;
  readonly dist: string;
  readonly cache: string;
}

export function findPlaces(env: Env = process.env): Places {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
  const place = (variable: string, usual: string): string =>
    resolve(root, setting(variable, env) ?? usual);
  const data = place('STEELYARD_DATA', 'data');
  return {
    root,
    runners: place('STEELYARD_RUNNERS', 'runners'),
    content: place('STEELYARD_CONTENT', 'content'),
    sessions: join(data, 'sessions'),
    local: join(data, 'local'),
    results: join(data, 'results'),
    dist: place('STEELYARD_OUT', 'dist'),
    cache: place('STEELYARD_CACHE', '.cache'),
  };
}
