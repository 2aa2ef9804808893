import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultsDocumentSchema } from '../../src/store/results-document.ts';
import { local, makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { Bench, type Ended } from './bench.ts';

const escape = '\u001b';

const page = (pin: string): string => `---
${pin}title: A report
description: Of little.
subject: duso
others: Others
contestants: [{ id: duso, slot: 1 }]
cases: { cpu/20: { title: Some } }
---
`;

/** A source file with all that it loads before any of it runs. */
function loadedWith(file: string, seen = new Set<string>()): string[] {
  if (!seen.has(file)) {
    seen.add(file);
    const own = /^(?:import|export)\s(?!type)[^'"`;]*?from\s+'(\.[^']+)'/gm;
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(own))
      loadedWith(join(dirname(file), target), seen);
  }
  return [...seen];
}

describe('npm run results with sessions that are there', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench();
    makeSiteData(bench.data);
    for (const [name, pin] of [
      ['pinned', `session: ${reference.id}\n`],
      ['bare', ''],
    ] as const) {
      mkdirSync(join(bench.content, name));
      writeFileSync(join(bench.content, name, 'index.mdx'), page(pin));
    }
  });
  afterAll(() => bench.remove());

  it('shows the reference of a report in small tables, to people', async () => {
    const { exitCode, stdout, stderr } = await bench.run(['results', '--report', 'pinned']);
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`Session ${reference.id}, full profile: `);
    expect(stderr).toContain('cpu/20  Wall time, 21 runs each. Less is better.\n');
    expect(stderr).toMatch(/\n {2}duso +\S+\u00a0m?s +\S+ .*(best|behind|tied)\n/);
    expect(stderr).not.toContain(escape);
  });

  it('shows a session by its name, and of it the cases that are asked for', async () => {
    const { exitCode, stderr } = await bench.run(['results', '--session', local.id, 'startup']);
    expect(exitCode).toBe(0);
    expect(stderr).toContain(`Session ${local.id}, quick profile: 2 cases`);
    expect(stderr).toContain('startup/hello  Wall time');
    expect(stderr).not.toContain('cpu/20');
    expect(stderr).toContain('Not run: duso: no program of that name on PATH');
  });

  it('prints JSON that fits its schema on standard output, and nothing else there', async () => {
    const asked = ['results', 'cpu/20', '--session', reference.id, '--measure', 'all', '--json'];
    const { exitCode, stdout } = await bench.run(asked);
    expect(exitCode).toBe(0);
    const { cases } = resultsDocumentSchema.parse(JSON.parse(stdout));
    expect(cases.map((one) => one.case)).toEqual(['cpu/20']);
    expect(cases[0]?.measures.length).toBeGreaterThan(3);
  });

  it('says nothing with --quiet, beside JSON where that is asked for', async () => {
    const asked = ['results', 'cpu/20', '--session', reference.id, '--quiet'];
    expect(await bench.run(asked)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    const both = await bench.run([...asked, '--json']);
    expect([both.stderr, both.stdout[0]]).toEqual(['', '{']);
  });

  it('prints GitHub tables on standard output', async () => {
    const asked = ['results', 'cpu/20', '--session', reference.id, '--markdown'];
    const { exitCode, stdout, stderr } = await bench.run(asked);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('### `cpu/20`\n');
    expect(stdout).toContain('| --- | --: | --- | --: | --- | --- |');
  });

  it.each<[string, string[], RegExp]>([
    [
      'an unknown case',
      ['--session', local.id, 'cpu/21'],
      /There are no results of "cpu\/21"\. There are: .*cpu\/20/,
    ],
    [
      'an unknown measure',
      ['--session', local.id, '--measure', 'speed'],
      /None of these cases has a measure "speed"\. There are: .*wall, all\./,
    ],
    ['an unknown session', ['--session', 'other'], /There is no session "other".*There are: 2026/],
    ['a choice between reports', ['--reference'], /Say which report it is for.*bare, pinned/],
    ['a report that pins none', ['--report', 'bare'], /No reference is accepted for bare:/],
    [
      'sessions of another machine alone',
      [],
      new RegExp(`No session of this machine holds a case as it is now.*${local.id}`),
    ],
    ['two sources', ['--session', local.id, '--reference'], /cannot be used with/],
  ])('ends with 2 for %s, and says what there is', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await bench.run(['results', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('measuring', () => {
  let bench: Bench;
  let first: Ended;
  beforeAll(async () => {
    bench = new Bench();
    const quick = ['measure', '--profile', 'quick', '--only', 'count'];
    first = await bench.run([...quick, '--json']);
  });
  afterAll(() => bench.remove());

  it('ends with the numbers of the session, and how to draw them', () => {
    expect(first.exitCode).toBe(0);
    const { id } = bench.sessions()[0]!.session;
    const end = first.stderr.slice(
      first.stderr.indexOf(`\nSession ${id}, quick profile: 1 case\n`),
    );
    expect(end).toContain('count/5  Wall time, 3 runs each. Less is better.\n');
    for (const contestant of ['shell-count', 'node-count'])
      expect(end).toMatch(new RegExp(`\\n {2}${contestant} +[\\d.]+\u00a0m?s `));
    expect(end).toContain('Not run: absent-count: There is no "absent" on PATH.');
    expect(end).toMatch(/\nDraw the pages with these numbers: npm run render\n$/);
    expect(end).not.toContain(escape);
  });

  it('keeps standard output to its JSON', () => {
    expect(JSON.parse(first.stdout)).toMatchObject({ state: 'finished' });
  });

  it('says how to see them where all of it is fresh, and results prints the same again', async () => {
    const again = await bench.run(['measure', '--only', 'count']);
    expect(again.stderr).toMatch(/0 invocations\.\n.*See the numbers: npm run results\n$/s);
    const { exitCode, stderr } = await bench.run(['results']);
    expect(exitCode).toBe(0);
    const table = /count\/5 {2}Wall time[^]*Not run/.exec(first.stderr)?.[0];
    expect(table).toBeDefined();
    expect(stderr).toContain(table);
  });

  it('says no numbers with --quiet', async () => {
    const ended = await bench.measure('--only', 'count', '--quiet');
    expect(ended).toMatchObject({ exitCode: 0, stdout: '' });
    expect(ended.stderr).not.toContain('Wall time');
  });

  it('says that no page shows a smoke session', async () => {
    const { stderr } = await bench.measure('--only', 'count', '--fresh');
    expect(stderr).toContain('count/2  Wall time');
    expect(stderr).toContain('No page shows a smoke session: it is a test.');
  });

  it('loads nothing that tells results before it has measured', () => {
    const loaded = loadedWith(join(import.meta.dirname, '../../src/commands/measure.ts'));
    expect(loaded.length).toBeGreaterThan(50);
    expect(
      loaded.filter((file) => /src\/(present|site|claims|analyse\/analyse)/.test(file)),
    ).toEqual([]);
  });
});
