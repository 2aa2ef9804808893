import { z } from 'astro/zod';
import { Problem } from '../scenario/problem.ts';
import type { GitHub } from './github.ts';

/** Address of the published site, ending in "/"; undefined where Pages isn't set up. */
export async function pagesAddress(github: GitHub): Promise<string | undefined> {
  const pages = await unlessBlocked(() =>
    github.request('GET', '/pages', z.object({ html_url: z.url({ protocol: /^https?$/ }) })),
  );
  return pages?.html_url.replace(/\/?$/, '/');
}

/**
 * Asks GitHub to serve what was pushed. A push with a workflow's own token doesn't: otherwise
 * workflows could start each other for ever.
 *
 * @returns whether it does
 */
export async function requestPagesBuild(github: GitHub): Promise<boolean> {
  const answer = await unlessBlocked(() =>
    github.request('POST', '/pages/builds', z.object({ status: z.string().nullish() })),
  );
  return answer !== undefined;
}

async function unlessBlocked<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
