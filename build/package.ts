/**
 * Makes what is published: package/steelyard/, the same tree as here, its TypeScript as JavaScript with
 * declarations, since Node runs no TypeScript below node_modules/; and package/create-steelyard/.
 *
 *     npm run make:package
 */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copiedFiles, packageReadme } from './packed.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'package', 'steelyard');
const creator = join(root, 'package', 'create-steelyard');

rmSync(join(root, 'package'), { recursive: true, force: true });
compile();
for (const file of copiedFiles(root)) copy(file);
for (const file of globSync('src/**/*.astro', { cwd: root })) write(file, asJavaScript(read(file)));
write('src/env.d.ts', read('src/env.d.ts'));
write('package.json', `${JSON.stringify(manifest(), undefined, 2)}\n`);
write('README.md', packageReadme());
makeCreator();

/** What begins a project: it knows the versions that it was made beside, and brings the workflows of this repository. */
function makeCreator(): void {
  cpSync(join(root, 'create'), creator, { recursive: true });
  const { version, dependencies, optionalDependencies } = JSON.parse(read('package.json')) as {
    version: string;
    dependencies: Record<string, string>;
    optionalDependencies: Record<string, string>;
  };
  const own = JSON.parse(read('create/package.json')) as Record<string, unknown>;
  const [node] = Object.values(optionalDependencies);
  const steelyard = { astro: dependencies['astro'], vite: lockedVersion('vite'), node };
  const text = JSON.stringify({ ...own, version, steelyard }, undefined, 2);
  writeFileSync(join(creator, 'package.json'), `${text}\n`);
  for (const file of globSync('.github/workflows/*.yml', { cwd: root }))
    if (!file.endsWith('check.yml')) {
      const place = join(creator, 'template', file.replace('.github', 'github'));
      mkdirSync(dirname(place), { recursive: true });
      cpSync(join(root, file), place);
    }
  cpSync(join(root, 'LICENSE'), join(creator, 'LICENSE'));
}

/** Of a package that others install: what the tests ran with. */
function lockedVersion(name: string): string {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { version: string }>;
  };
  return packages[`node_modules/${name}`]!.version;
}

function compile(): void {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '--project', join(root, 'build', 'tsconfig.json')], {
    stdio: 'inherit',
  });
}

/** Imports of TypeScript modules name what they have been compiled to. */
function asJavaScript(component: string): string {
  return component.replace(/(from '|import\(')(\.[^']*)\.ts'/g, "$1$2.js'");
}

/** What npm is told: entry points, and the packages that a project installs along. */
function manifest(): Record<string, unknown> {
  const own = JSON.parse(read('package.json')) as {
    [field: string]: unknown;
    exports: Record<string, string>;
    dependencies: Record<string, string>;
  };
  const { name, version, description, license, type, engines } = own;
  const { astro, ...others } = own.dependencies;
  const sources = globSync('{src,bin}/**/*.{ts,mjs,astro,css}', { cwd: root }).map(read);
  // What only the programs of this repository's own reports import is not for every project.
  const dependencies = Object.fromEntries(
    Object.entries(others).filter(([one]) => sources.some((source) => source.includes(`'${one}`))),
  );
  return {
    ...{ name, version, description, license, type, engines },
    bin: { steelyard: 'bin/steelyard.mjs' },
    exports: Object.fromEntries(Object.entries(own.exports).map(([key, to]) => [key, entry(to)])),
    dependencies,
    peerDependencies: { astro: `^${astro}` },
  };
}

function entry(file: string): string | { types: string; default: string } {
  if (!file.endsWith('.ts')) return file;
  const path = file.slice(0, -'.ts'.length);
  return { types: `${path}.d.ts`, default: `${path}.js` };
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function copy(file: string): void {
  cpSync(join(root, file), join(target, file));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(target, file)), { recursive: true });
  writeFileSync(join(target, file), text);
}
