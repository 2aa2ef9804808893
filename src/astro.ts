/**
 * All that Steelyard adds to a project's site: its settings, its pages, its checks, and MDX.
 *
 *     // astro.config.mjs
 *     import { defineConfig } from 'astro/config';
 *     import steelyard from 'steelyard/astro';
 *     export default defineConfig({ integrations: [steelyard()] });
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import type { AstroConfig, AstroIntegration } from 'astro';
import { engineFile } from './engine.ts';
import { readAddresses } from './site/addresses.ts';
import { checks } from './site/checks.ts';
import { engineModules } from './site/engine-modules.ts';
import { findPlaces } from './places.ts';
import { STATIC_FOLDER } from './site/taken.ts';
import { textModules } from './site/text-modules.ts';

/** Pattern → file under src/routes/. A page of the project's own at the same address stands in its place. */
const routes: Readonly<Record<string, string>> = {
  '/': 'index.astro',
  '/404': '404.astro',
  '/glossary': 'glossary.astro',
  '/[name].txt': '[name].txt.ts',
  '/[name].xml': '[name].xml.ts',
  '/programs/[file]': 'programs/[file].ts',
  '/schema/[file]': 'schema/[file].ts',
  '/[report]/og.png': '[report]/og.png.ts',
  '/[report]/machines': '[report]/machines/index.astro',
  '/[report]/machines/[session]/[part]': '[report]/machines/[session]/[part].ts',
  '/[report]/[...at]': '[report]/[...at]/index.astro',
  '/[report]/[...at]/[chapter]': '[report]/[...at]/[chapter].astro',
  '/[report]/[...at]/changes': '[report]/[...at]/changes/index.astro',
  '/[report]/[...at]/runs': '[report]/[...at]/runs/index.astro',
  '/[report]/[...at]/runs/[case]': '[report]/[...at]/runs/[case].astro',
  '/[report]/[...at]/runs/[case]/records.[format]':
    '[report]/[...at]/runs/[case]/records.[format].ts',
};

/** The integration for astro.config.mjs. */
export default function steelyard(): AstroIntegration {
  return {
    name: 'steelyard',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, injectRoute }) => {
        updateConfig({
          ...settings(),
          integrations: [checks(), ...(hasMdx(config) ? [] : [mdx()])],
          vite: { plugins: [textModules(), engineModules()], build: { emptyOutDir: false } },
        });
        for (const [pattern, file] of Object.entries(routes))
          if (!isOwnPage(pattern, config))
            injectRoute({ pattern, entrypoint: pathToFileURL(engineRoute(file)) });
      },
    },
  };
}

/** The pages are a pure function of content/ and data/. Where those are, and where the pages go, can be set from outside. */
function settings() {
  const { content, dist, cache } = findPlaces();
  const folder = (path: string): URL => pathToFileURL(`${path}/`);
  return {
    ...readAddresses(),
    publicDir: folder(join(content, STATIC_FOLDER)),
    outDir: folder(dist),
    cacheDir: folder(join(cache, 'astro')),
    trailingSlash: 'ignore' as const,
    build: {
      format: 'directory' as const,
      inlineStylesheets: 'always' as const,
      assets: 'pictures',
    },
    // Pictures stay the bytes that their author chose, on every machine.
    image: { service: { entrypoint: 'astro/assets/services/noop', config: {} } },
    // Colours mean contestants, so code in prose has none.
    markdown: { syntaxHighlight: false as const },
    devToolbar: { enabled: false },
  };
}

const engineRoute = (file: string): string => {
  const path = engineFile(`src/routes/${file}`);
  return existsSync(path) ? path : path.replace(/\.ts$/, '.js');
};

const hasMdx = ({ integrations }: AstroConfig): boolean =>
  integrations.some(({ name }) => name === '@astrojs/mdx');

/** Whether the project has a page of its own at this address. */
function isOwnPage(pattern: string, { srcDir }: AstroConfig): boolean {
  const page = join(fileURLToPath(srcDir), 'pages', pattern === '/' ? 'index' : pattern);
  return ['.astro', '.ts', '.js', '.md', '.mdx', '/index.astro', '/index.md', '/index.mdx'].some(
    (ending) => existsSync(`${page}${ending}`),
  );
}
