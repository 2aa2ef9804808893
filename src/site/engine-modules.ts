/**
 * Leaves the engine's own modules where they stand. A drawing takes in only what Vite has to compile:
 * components, layouts, routes, styles. All else Node loads itself, so that a module finds its files and its
 * packages, whatever versions of them the project has.
 */
import { dirname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engineFile } from '../engine.ts';

const source = engineFile('src') + sep;
/** Folders of modules that Vite compiles. */
const compiled = ['components', 'layouts', 'routes', 'styles'].map((name) => source + name + sep);

/** The Vite plugin of a build; in `dev` Vite loads the modules itself, where they stand. */
export function engineModules() {
  return {
    name: 'steelyard:engine-modules',
    apply: 'build' as const,
    enforce: 'pre' as const,
    resolveId(asked: string, importer: string | undefined) {
      if (importer === undefined || !/^\..*\.[jt]s$/.test(asked)) return undefined;
      const file = resolve(dirname(importer.replace(/\?.*$/, '')), asked);
      if (!file.startsWith(source) || compiled.some((folder) => file.startsWith(folder)))
        return undefined;
      return { id: pathToFileURL(file).href, external: true };
    },
  };
}
