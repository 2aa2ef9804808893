/** What a session accepted before costs a site: bytes, files, and time to draw. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { addEarlierSessions } from '../../fixtures/earlier-sessions.ts';
import { makeSiteData, reference } from '../../fixtures/make-site-data.ts';
import { pinnedContent, testFolder } from '../../site/render.ts';
import { timedRender } from './rendering.ts';

export interface Growth {
  readonly sessions: number;
  /** Of a further session, on average. */
  readonly bytes: number;
  readonly files: number;
  readonly seconds: number;
}

/** Renders the fixture's site with no session before its reference, and with this many. */
export async function measureGrowth(sessions: number): Promise<Growth> {
  const alone = await renderWith(0);
  const grown = await renderWith(sessions);
  const each = (of: (one: Site) => number): number => (of(grown) - of(alone)) / sessions;
  return {
    sessions,
    bytes: each(({ sizes }) => sizes.reduce((sum, size) => sum + size, 0)),
    files: each(({ sizes }) => sizes.length),
    seconds: each(({ seconds }) => seconds),
  };
}

interface Site {
  readonly sizes: readonly number[];
  readonly seconds: number;
}

async function renderWith(earlier: number): Promise<Site> {
  const name = `bench-earlier-${earlier}`;
  rmSync(testFolder(name), { recursive: true, force: true });
  const data = join(testFolder(name), 'data');
  makeSiteData(data);
  addEarlierSessions(data, earlier);
  const content = pinnedContent(name, reference.id);
  const { seconds, folder } = await timedRender({ name, data, content });
  const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { sizes, seconds };
}
