import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fewOf } from '../publish/few-of.ts';
import { writeSite } from '../publish/folder.ts';
import { MANIFEST, readManifest } from '../publish/manifest.ts';
import { listFiles } from '../publish/replace-pages.ts';
import { Problem } from '../scenario/problem.ts';
import type { Output } from '../terminal/output.ts';
import { changePublished } from './change-published.ts';
import type { PagesFlags } from './pages-flags.ts';
import type { Places } from '../places.ts';

/**
 * Puts the drawn pages on the pages branch. The previews of open pull requests stay where they are, and
 * so does what somebody else put there.
 *
 * @throws Problem (usage) where no pages were drawn
 */
export async function publishPages(
  flags: PagesFlags,
  places: Places,
  output: Output,
): Promise<void> {
  const { dist } = places;
  const files = readManifest(dist);
  const why =
    files === undefined
      ? `There are no pages that Steelyard drew in ${dist}: it has no ${MANIFEST}.`
      : missingOf(dist, files);
  if (why !== undefined) throw new Problem('usage', `${why} Draw them first: npm run render`);
  const own = new Set(files);
  const further = listFiles(dist).filter((path) => !own.has(path) && !path.startsWith('.git/'));
  if (further.length > 0)
    output.warn(`Not published, since not drawn: ${fewOf(further)} in ${dist}`);
  await changePublished(flags, 'Publish', (folder) => writeSite(folder, dist), output);
}

function missingOf(dist: string, files: readonly string[]): string | undefined {
  const missing = files.find((path) => !existsSync(join(dist, path)));
  return missing === undefined ? undefined : `${missing} is missing in ${dist}.`;
}
