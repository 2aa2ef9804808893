// The site is a pure function of content/ and data/. Where they are, and where the
// pages go, can be set from outside, so that a test renders a data set of its own.
import { join } from 'node:path';
import { defineConfig, passthroughImageService } from 'astro/config';
import mdx from '@astrojs/mdx';
import { readAddresses } from './src/site/addresses.ts';
import { roots } from './src/site/roots.ts';
import { STATIC_FOLDER } from './src/site/taken.ts';
import { texts } from './src/site/texts.ts';

const { env } = process;

export default defineConfig({
  ...readAddresses(),
  publicDir: join(roots().content, STATIC_FOLDER),
  outDir: env.STEELYARD_OUT || './dist',
  cacheDir: env.STEELYARD_CACHE || './.cache/astro',
  // What stands in the output folder may be somebody's: `render` draws into a fresh one.
  vite: { build: { emptyOutDir: false } },
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'pictures' },
  // Pictures stay the bytes that their author chose, on every machine.
  image: { service: passthroughImageService() },
  // Colours mean contestants, so code in prose has none.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [texts(), mdx()],
});
