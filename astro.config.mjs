// The site is a pure function of content/ and data/. Where they are, and where the
// pages go, can be set from outside, so that a test renders a data set of its own.
import { defineConfig, passthroughImageService } from 'astro/config';
import mdx from '@astrojs/mdx';
import { texts } from './src/site/texts.ts';

const { env } = process;

export default defineConfig({
  ...(env.STEELYARD_SITE && { site: env.STEELYARD_SITE }),
  base: env.STEELYARD_BASE ?? '/',
  outDir: env.STEELYARD_OUT ?? './dist',
  cacheDir: env.STEELYARD_CACHE ?? './.cache/astro',
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'pictures' },
  // Pictures stay the bytes that their author chose, on every machine.
  image: { service: passthroughImageService() },
  // Colours mean contestants, so code in prose has none.
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  integrations: [texts(), mdx()],
});
