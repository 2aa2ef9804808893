import { join, resolve } from 'node:path';
import { projectFolder } from './project.ts';
import { setting, type Env } from './scenario/setting.ts';

/** What the pages are drawn from. */
export interface Roots {
  readonly data: string;
  readonly content: string;
  /** Runtimes, for their names. */
  readonly runners: string;
}

/** Where everything of a project stands. Tests and previews move folders by environment variables. */
export interface Places extends Roots {
  readonly root: string;
  /** Committed, sealed sessions. */
  readonly sessions: string;
  /** Committed, sealed sessions of other machines and other days. */
  readonly replications: string;
  /** This machine's sessions; ignored by git. */
  readonly local: string;
  /** What the analysis derives; ignored by git. */
  readonly results: string;
  readonly dist: string;
  readonly cache: string;
}

/** @throws Problem (usage) outside of a project */
export function findPlaces(env: Env = process.env): Places {
  const root = projectFolder();
  const place = (variable: string, usual: string): string =>
    resolve(root, setting(variable, env) ?? usual);
  const data = place('STEELYARD_DATA', 'data');
  return {
    root,
    runners: place('STEELYARD_RUNNERS', 'runners'),
    content: place('STEELYARD_CONTENT', 'content'),
    data,
    sessions: join(data, 'sessions'),
    replications: join(data, 'replications'),
    local: join(data, 'local'),
    results: join(data, 'results'),
    dist: place('STEELYARD_OUT', 'dist'),
    cache: place('STEELYARD_CACHE', '.cache'),
  };
}
