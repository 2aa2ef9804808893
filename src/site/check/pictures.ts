/** Pictures of a text: the files that they name, and what is said of them. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, relative, resolve } from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import { allNodes, lineOf, type TreeNode } from '../../claims/mdx.ts';
import type { Mistake } from './mistakes.ts';

/** Kinds that are shown, by the ending of the name. An SVG is none: opened by itself, it runs scripts. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['.png', 'png'],
  ['.jpg', 'jpg'],
  ['.jpeg', 'jpg'],
  ['.webp', 'webp'],
  ['.avif', 'avif'],
]);

/** What a preview of a pull request shows, too: src/publish/archive.ts. */
const MOST_BYTES = 10e6;

/**
 * Pictures that can't be shown as they are.
 *
 * @param path of the text's file
 * @param content folder of all reports, which pictures may not leave
 */
export async function pictureMistakes(
  tree: TreeNode,
  path: string,
  content: string,
): Promise<Mistake[]> {
  const mistakes: Mistake[] = [];
  for (const node of allNodes(tree)) {
    const line = lineOf(node);
    // Astro puts only those where pages find them that are named in place.
    if (node.type === 'imageReference')
      mistakes.push({
        line,
        what: 'a picture is named in its place: ![what it shows](picture.png).',
      });
    if (node.type !== 'image') continue;
    const { url = '' } = node;
    const what =
      wordsMistake(url, node.alt ?? '') ??
      (await fileMistake(url, resolve(dirname(path), url), content));
    if (what !== undefined) mistakes.push({ line, what: `the picture "${url}" ${what}` });
  }
  return mistakes;
}

function wordsMistake(url: string, alt: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url))
    return 'does not lie beside the text. Put the file there, and write its name: ![what it shows](picture.png).';
  if (!/^(?:\.{1,2}\/)*(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(url))
    return 'has a name that is no address: use letters, digits, "-", "_" and ".".';
  if (!KINDS.has(extname(url).toLowerCase()))
    return 'is of no kind that is shown. Make it a PNG, JPEG, WebP or AVIF.';
  return alt.trim() === ''
    ? `has no words for people who don't see it. Write them: ![what it shows](${url}).`
    : undefined;
}

async function fileMistake(
  url: string,
  path: string,
  content: string,
): Promise<string | undefined> {
  if (relative(content, path).startsWith('..'))
    return 'lies outside of the reports. Put the file beside the text.';
  if (!existsSync(path) || !statSync(path).isFile())
    return 'is not there. Put the file beside the text, or mend its name.';
  const bytes = readFileSync(path);
  if ((await formatOf(bytes)) !== KINDS.get(extname(url).toLowerCase()))
    return 'is not what its name says. Save it as the kind that the name ends in.';
  return bytes.length > MOST_BYTES
    ? `is larger than ${MOST_BYTES / 1e6} MB. Make it smaller.`
    : undefined;
}

/** Kind of a picture by its bytes; undefined where they are none. */
async function formatOf(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await imageMetadata(bytes)).format;
  } catch {
    return undefined;
  }
}
