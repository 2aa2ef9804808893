import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { first } from './fixtures/projects.ts';

/** One direction: a module imports only from itself and from those above it. Astro's folders are one. */
const order = [
  ['quantity'],
  ['scenario', 'engine.ts', 'project.ts', 'places.ts', 'index.ts'],
  ['store'],
  ['plan'],
  ['measure'],
  ['analyse'],
  ['typeface'],
  ['claims'],
  ['present'],
  ['site', 'components', 'layouts', 'routes', 'styles', 'env.d.ts', 'astro.ts'],
  ['publish'],
  ['gather'],
  ['terminal'],
  ['session'],
  ['compare'],
  ['drawing'],
  ['check'],
  ['commands'],
  ['cli.ts'],
];

const root = join(import.meta.dirname, '..');
const source = join(root, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|astro|mdx|css|c)$/.test(name))
  .map((name) => join(source, name));

interface Import {
  /** Relative to the project. */
  readonly file: string;
  readonly target: string;
}

const importPatterns = [
  /^\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /@import\s+(?:url\()?['"]([^'"]+)['"]/g,
];

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const targets = importPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1]!),
  );
  return targets.map((target) => ({ file: relative(root, file), target }));
}

const imports = files.flatMap(importsOf);

/** First folder or file under src/ of a path that is relative to the project; undefined outside. */
function moduleOf(path: string): string | undefined {
  const [top, module] = path.split(/[\\/]/);
  return top === 'src' ? module : undefined;
}

const rankOf = (module: string): number => order.findIndex((level) => level.includes(module));

/** "file → target" of what imports a package. */
function importersOf(name: RegExp): string[] {
  return imports.filter(({ target }) => name.test(target)).map(({ file }) => file);
}

describe('the source', () => {
  it('is found, and so are its imports', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(100);
    expect(imports).toContainEqual({ file: join('src', 'cli.ts'), target: './commands/doctor.ts' });
  });

  it('has no module that stands outside the order', () => {
    const modules = new Set(readdirSync(source));
    expect([...modules].filter((module) => rankOf(module) < 0)).toEqual([]);
  });

  it('imports in one direction', () => {
    const against = imports
      .filter(({ target }) => target.startsWith('.'))
      .filter(({ file, target }) => {
        const to = moduleOf(relative(root, resolve(root, dirname(file), target)));
        return to !== undefined && rankOf(to) > rankOf(moduleOf(file)!);
      })
      .map(({ file, target }) => `${file} → ${target}`);
    expect(against).toEqual([]);
  });

  it('imports nothing of the runners, the content or the tests', () => {
    const outside = imports
      .filter(({ target }) => target.startsWith('.'))
      .map(({ file, target }) => ({
        file,
        target: relative(root, resolve(root, dirname(file), target)),
      }))
      .filter(({ target }) => moduleOf(target) === undefined && target !== 'package.json')
      .map(({ file, target }) => `${file} → ${target}`);
    expect(outside).toEqual([]);
  });

  it('names none of the runtimes that are compared', () => {
    // Those of one project. Another one may compare what the engine itself needs: Node, or a shell.
    const runtimes = readdirSync(join(first.runners, 'runtimes'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(runtimes).not.toEqual([]);
    const word = new RegExp(`(${runtimes.join('|')})`, 'i');
    const naming = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          word.test(line) ? [`${relative(root, file)}:${index + 1} ${line.trim()}`] : [],
        ),
    );
    expect(naming).toEqual([]);
  });
});

describe('a package that only one module knows', () => {
  it.each([
    ['execa', /^execa$/, ['measure']],
    ['simple-statistics', /^simple-statistics$/, ['analyse']],
    ['vega', /^vega(-|$)/, ['present']],
    ['yauzl', /^yauzl$/, ['publish']],
    ['parse5', /^parse5$/, ['publish']],
    ['child_process', /^node:child_process$/, []],
  ])('is %s', (_, name, modules) => {
    const importers = importersOf(name);
    expect([...new Set(importers.map((file) => moduleOf(file)))]).toEqual(modules);
  });
});
