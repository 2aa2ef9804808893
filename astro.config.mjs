// The site is a pure function of content/ and data/. Where they are, and where the
// pages go, can be set from outside, so that a test renders a data set of its own.
import { defineConfig } from 'astro/config';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { proseLint } from './src/site/prose-lint.ts';
import { roots } from './src/site/roots.ts';
import { STATIC_FOLDER } from './src/site/taken.ts';

const { env } = process;

export default defineConfig({
  ...(env.STEELYARD_SITE && { site: env.STEELYARD_SITE }),
  base: env.STEELYARD_BASE ?? '/',
  publicDir: join(roots().content, STATIC_FOLDER),
  outDir: env.STEELYARD_OUT ?? './dist',
  cacheDir: env.STEELYARD_CACHE ?? './.cache/astro',
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'always' },
  // Colours mean contestants, so code in prose has none.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [proseLint(), mdx()],
});
