/** Whether all pages can be drawn, and every link between them leads somewhere. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '../drawing/render.ts';
import type { Places } from '../places.ts';
import { checkedWith, findingsOf, type Checked } from './checked.ts';
import { silent } from './silent.ts';

/** Draws them into a folder of its own, which is removed: those in dist/ stay as they are. */
export async function checkPages(places: Places): Promise<Checked> {
  const folder = join(places.cache, 'check', String(process.pid));
  mkdirSync(folder, { recursive: true });
  try {
    const drawn = { ...places, dist: join(folder, 'pages') };
    const findings = await findingsOf(() => render(drawn, silent));
    return checkedWith({ check: 'pages', looked: 'all pages and their links' }, findings);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
