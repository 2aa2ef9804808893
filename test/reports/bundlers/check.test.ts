import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import bundlers from '../../../runners/runtimes/bundlers/runtime.ts';
import { createHost } from '../../../src/measure/host.ts';
import { loadRunners } from '../../../src/scenario/load.ts';
import type { FoundRuntime, MissingRuntime } from '../../../src/scenario/runtime.ts';
import { makeFor } from '../../../src/session/make.ts';
import { makeOutput } from '../../../src/terminal/output.ts';

const root = join(import.meta.dirname, '../../..');
const runners = join(root, 'runners');
const cache = join(root, '.cache');
const { host } = createHost({ root, cache: join(cache, 'runtimes', 'bundlers'), say: () => {} });
const found = await bundlers.find(host);
const source = await sourceOf(found);

const folder = mkdtempSync(join(tmpdir(), 'steelyard-bundle-'));
const whole = join(folder, 'whole');
afterAll(() => rmSync(folder, { recursive: true }));

/** One copy of the library as it is bundled; undefined without a network where it was never fetched. */
async function sourceOf(runtime: FoundRuntime | MissingRuntime): Promise<string | undefined> {
  if (!runtime.available) return undefined;
  const { scenarios } = await loadRunners(runners);
  const scenario = scenarios.find(({ id }) => id === 'bundle')!;
  const settings = scenario.cases.find(({ id }) => id === '1')!;
  const wanted = { scenario, settings, contestants: [], profile: 'quick', rounds: 1 } as const;
  const output = makeOutput({ quiet: true });
  const made = await makeFor([wanted], {
    places: { runners, cache },
    runtimes: new Map(),
    output,
    signal: undefined,
  });
  const input = made.inputs.get('bundle/1')?.get('source');
  return input !== undefined && 'path' in input ? input.path : undefined;
}

/** Judges what esbuild wrote, after a change of it. */
function judge(change: (files: { bundle: string; map: string }) => void): [number | null, string] {
  if (!found.available || source === undefined) throw new Error('there is nothing to judge');
  const changed = join(folder, 'changed');
  rmSync(changed, { recursive: true, force: true });
  cpSync(whole, changed, { recursive: true });
  change({ bundle: join(changed, 'bundle.js'), map: join(changed, 'bundle.js.map') });
  const check = join(runners, 'checks', 'bundle.mjs');
  const given = [`--source=${source}`, '--copies=1', `--out=${changed}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [check, ...given], {
    encoding: 'utf8',
  });
  const said = stderr.split('\n').filter((line) => /^(the|there|copy1) /.test(line));
  return [status, status === 0 ? stdout : said.join('\n')];
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} did not change`);
  writeFileSync(file, after);
}

describe.skipIf(source === undefined)('a bundle', () => {
  it('that is whole is right, and its bytes and lines are counted', () => {
    mkdirSync(whole);
    const { environment = {} } = found as FoundRuntime;
    const script = join(runners, 'runtimes', 'bundlers', 'esbuild.sh');
    const made = spawnSync('sh', [script, source!, whole], { env: environment, encoding: 'utf8' });
    expect(made.status, made.stderr).toBe(0);
    const [status, said] = judge(() => {});
    expect(status).toBe(0);
    const bytes = readFileSync(join(whole, 'bundle.js')).length;
    expect(JSON.parse(said)).toMatchObject({
      steelyard: 1,
      measures: { bundle: { bytes }, lines: { count: 54_745 } },
    });
  });

  it.each<[string, (text: string) => string, string]>([
    [
      'lacks a byte of its code',
      (text) => text.replace('function', 'functio'),
      "the bundle doesn't run",
    ],
    ['lacks its last byte', (text) => text.trimEnd().slice(0, -1), 'there is no map'],
    ['names no map', (text) => text.replace(/\/\/# source.*\s*$/, ''), 'the bundle names no map'],
    [
      'lacks an export',
      (text) => text.replace('Quaternion:()=>', 'Quaternoin:()=>'),
      'the exports of copy1 lack Quaternion',
    ],
    ['computes something else', (text) => text.replace(/"108"/, '"109"'), 'copy1 computes'],
    ['is empty', () => '', 'the bundle puts no THREE'],
  ])('that %s is wrong', (_, change, words) => {
    const [status, said] = judge(({ bundle }) => edit(bundle, change));
    expect([status, said]).toEqual([1, expect.stringContaining(words)]);
  });

  it.each<[string, (map: { sources: string[]; mappings: string }) => object | string, string]>([
    ['is empty', () => ({ version: 3, sources: [], names: [], mappings: '' }), 'the map names'],
    ['is no JSON', () => 'mappings', 'the map is no JSON'],
    ['leads nowhere', (map) => ({ ...map, mappings: '' }), 'the map leads away from'],
    [
      'lacks a source',
      (map) => ({
        ...map,
        sources: map.sources.map((file) => file.replace('Euler.js', 'Eule.js')),
      }),
      'and not copy1/math/Euler.js',
    ],
    [
      'is a line off',
      (map) => ({ ...map, mappings: `;${map.mappings}` }),
      'the map leads away from',
    ],
  ])('whose map %s is wrong', (_, change, words) => {
    const [status, said] = judge(({ map }) =>
      edit(map, (text) => {
        const changed = change(JSON.parse(text) as { sources: string[]; mappings: string });
        return typeof changed === 'string' ? changed : JSON.stringify(changed);
      }),
    );
    expect([status, said]).toEqual([1, expect.stringContaining(words)]);
  });

  it('beside another one is wrong, and so is none', () => {
    expect(judge(({ bundle }) => cpSync(bundle, bundle.replace('.js', '-2.js')))[1]).toContain(
      'there are 2 bundles',
    );
    expect(judge(({ bundle }) => rmSync(bundle))[1]).toContain('there are 0 bundles');
  });
});
