import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeSite } from '../publish/folder.ts';
import { Problem } from '../scenario/problem.ts';
import type { Output } from './output.ts';
import { changePublished } from './change-published.ts';
import type { PagesFlags } from './pages-flags.ts';
import type { Places } from './places.ts';

/** Puts the drawn pages on the pages branch. The previews of pull requests stay where they are. */
export async function publishPages(
  flags: PagesFlags,
  places: Places,
  output: Output,
): Promise<void> {
  const { dist } = places;
  if (!existsSync(join(dist, 'index.html')))
    throw new Problem('usage', `There are no pages in ${dist}. Draw them first: npm run render`);
  await changePublished(flags, 'Publish', (folder) => writeSite(folder, dist), output);
}
