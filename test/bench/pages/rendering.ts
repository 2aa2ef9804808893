/** How long the pages take to render, and how that grows with the number of cases. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { reference } from '../../fixtures/make-site-data.ts';
import { htmlFiles, pinnedContent, render, testFolder } from '../../site/render.ts';
import { makeManyCases } from './many-cases.ts';

export interface Rendering {
  readonly cases: number;
  readonly pages: number;
  readonly seconds: number;
  /** The folder of the pages. */
  readonly folder: string;
}

/** Renders a site of this many invented cases: one Astro build in a process of its own. */
export async function renderCases(cases: number): Promise<Rendering> {
  const name = `bench-${cases}`;
  rmSync(testFolder(name), { recursive: true, force: true });
  const data = join(testFolder(name), 'data');
  makeManyCases(data, cases);
  const content = pinnedContent(name, reference.id);
  const { seconds, folder } = await timedRender({ name, data, content });
  return { cases, pages: htmlFiles(folder).length, seconds, folder };
}

/** Renders a site and takes the time of it. */
export async function timedRender(
  site: Parameters<typeof render>[0],
): Promise<Pick<Rendering, 'seconds' | 'folder'>> {
  const start = performance.now();
  const folder = await render(site);
  return { seconds: (performance.now() - start) / 1000, folder };
}

/** Seconds for each further case. */
export function slopeS(few: Rendering, many: Rendering): number {
  return (many.seconds - few.seconds) / (many.cases - few.cases);
}
