/** The module `steelyard:texts`: every MDX file of content/, by its path there without the ending. */
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { chapterNames } from './chapters.ts';
import { listReports } from './reports.ts';
import { findPlaces } from '../places.ts';

const NAME = 'steelyard:texts';
const RESOLVED = `\0${NAME}`;

/** The Vite plugin. */
export function textModules() {
  return {
    name: NAME,
    resolveId: (asked: string) => (asked === NAME ? RESOLVED : undefined),
    load: (id: string) => (id === RESOLVED ? moduleText() : undefined),
    /** A text that comes or goes makes another module. */
    configureServer({ watcher, moduleGraph, ws }: ViteDevServer) {
      watcher.add(findPlaces().content);
      const renew = (file: string): void => {
        if (!file.endsWith('.mdx')) return;
        const known = moduleGraph.getModuleById(RESOLVED);
        if (known !== undefined) moduleGraph.invalidateModule(known);
        ws.send({ type: 'full-reload' });
      };
      watcher.on('add', renew).on('unlink', renew);
    },
  };
}

function moduleText(): string {
  const { content } = findPlaces();
  const names = listReports(content).flatMap((report) =>
    ['index', ...chapterNames(report, { content })].map((name) => `${report}/${name}`),
  );
  const imports = names.map(
    (name, index) =>
      `import { Content as text${index} } from ${JSON.stringify(join(content, `${name}.mdx`))};`,
  );
  const entries = names.map((name, index) => `${JSON.stringify(name)}: text${index}`);
  return `${imports.join('\n')}\nexport const texts = { ${entries.join(', ')} };\n`;
}
