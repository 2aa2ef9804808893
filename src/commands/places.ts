import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

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

export function findPlaces(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Places {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
  const data = resolve(root, env['STEELYARD_DATA'] ?? 'data');
  return {
    root,
    runners: resolve(root, env['STEELYARD_RUNNERS'] ?? 'runners'),
    content: resolve(root, env['STEELYARD_CONTENT'] ?? 'content'),
    sessions: join(data, 'sessions'),
    local: join(data, 'local'),
    results: join(data, 'results'),
    dist: resolve(root, env['STEELYARD_OUT'] ?? 'dist'),
    cache: resolve(root, env['STEELYARD_CACHE'] ?? '.cache'),
  };
}
