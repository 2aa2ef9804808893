import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { roots } from './site/roots.ts';

/** Not as a text, which the loader would read as an address: `a%20b` is another folder than `a b`. */
const base = pathToFileURL(roots().content);

/** The pages read the front matter themselves (site/front-matter.ts), so that nothing is read in two ways. */
const schema = z.looseObject({});

/** Files as they are now: Astro keeps where one with the same words lay in another content folder. */
function files(options: Parameters<typeof glob>[0]): Loader {
  const loader = glob(options);
  return {
    ...loader,
    async load(context) {
      context.store.clear();
      await loader.load(context);
    },
  };
}

/** One folder under content/ is one report: its document is index.mdx. */
const reports = defineCollection({
  loader: files({
    base,
    pattern: '*/index.mdx',
    generateId: ({ entry }) => entry.replace(/\/index\.mdx$/, ''),
  }),
  schema,
});

/** Every other MDX file of the folder is a page below the document: `<report>/<name>`. */
const chapters = defineCollection({
  loader: files({
    base,
    pattern: ['*/*.mdx', '!*/index.mdx'],
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema,
});

export const collections = { chapters, reports };
