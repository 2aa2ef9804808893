/**
 * What a pull request's build hands over: `comparison.json`, and the pages under `site/` unless
 * they could not be drawn. All of it comes from code that nobody vouches for, so it is data: it is
 * read, checked and copied, and nothing in it is run.
 */
import { findForgery } from '../analyse/recheck.ts';
import { comparisonSchema, type BaseComparison } from '../store/comparison.ts';
import { parseJson, readArchive, type Files } from './archive.ts';
import type { Shown } from './banner.ts';
import type { Limits } from './limits.ts';
import { Refused } from './refused.ts';
import { vettedSite } from './site.ts';

const COMPARISON = 'comparison.json';
const SITE = 'site/';

export interface Received {
  readonly comparison: BaseComparison;
  /** Pages and files as they may be served; undefined where the build drew none. */
  readonly site: Files | undefined;
}

/**
 * Reads and checks an artifact.
 *
 * @param zip file of the artifact as it was uploaded
 * @param shown the pull request and commit that it belongs to, known from elsewhere
 * @throws Refused where anything in it may not be shown, or contradicts itself
 */
export async function receivePreview(
  zip: string,
  shown: Shown,
  limits?: Limits,
): Promise<Received> {
  const files = await readArchive(zip, limits);
  const site = new Map<string, Buffer>();
  for (const [path, content] of files) {
    if (path.startsWith(SITE)) site.set(path.slice(SITE.length), content);
    else if (path !== COMPARISON) throw new Refused(path, 'belongs to no preview');
  }
  const comparison = parseJson(files, COMPARISON, comparisonSchema);
  checkComparison(comparison, shown);
  return { comparison, site: site.size === 0 ? undefined : vettedSite(site, shown, limits) };
}

function checkComparison(comparison: BaseComparison, { commit }: Shown): void {
  if (comparison.head.commit !== commit)
    throw new Refused(COMPARISON, `is about the commit ${comparison.head.commit}, not ${commit}`);
  const forgery = findForgery(comparison);
  if (forgery !== undefined) throw new Refused(COMPARISON, `does not add up: ${forgery}`);
}
