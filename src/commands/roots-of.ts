import { dirname } from 'node:path';
import type { Roots } from '../site/roots.ts';
import type { Places } from './places.ts';

/** Where the pages read from, as the commands know it. */
export function rootsOf(places: Pick<Places, 'content' | 'results' | 'runners'>): Roots {
  return { content: places.content, data: dirname(places.results), runners: places.runners };
}
