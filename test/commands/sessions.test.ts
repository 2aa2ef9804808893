import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Results } from '../../src/analyse/types.ts';
import { readSession } from '../../src/store/read.ts';
import { writeSealed } from '../../src/store/write.ts';
import { Bench } from './bench.ts';

let bench: Bench;
let session = '';
let page = '';
beforeAll(async () => {
  bench = new Bench();
  const folder = join(bench.content, 'report');
  mkdirSync(folder);
  page = join(folder, 'index.mdx');
  const { exitCode } = await bench.run(['measure', '--profile', 'quick', '--only', 'count']);
  expect(exitCode).toBe(0);
  session = bench.sessions()[0]!.session.id;
});
afterAll(() => bench.remove());

const results = (): Record<string, string> => {
  const folder = join(bench.data, 'results');
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
};

describe('analysing', () => {
  it('twice gives the same bytes, also in another time zone and another language', async () => {
    const first = await bench.run(['analyse', '--json']);
    expect(JSON.parse(first.stdout)).toEqual([session]);
    const before = results();
    expect(Object.keys(before)).toEqual([`${session}.json`]);
    rmSync(join(bench.data, 'results'), { recursive: true });
    await bench.run(['analyse'], {
      TZ: 'Asia/Kathmandu',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
    });
    expect(results()).toEqual(before);
  });

  it('compares the contestants that ran, and shows the control apart', () => {
    const { cases } = JSON.parse(Object.values(results())[0]!) as Results;
    const pairs = new Set(cases[0]!.comparisons.map(({ a, b }) => `${a} ${b}`));
    expect(pairs).toContain('shell-count node-count');
    expect(cases[0]!.controls).not.toEqual([]);
  });
});

describe('accepting', () => {
  const pin = (): string => readFileSync(page, 'utf8');
  const text = '---\ntitle: A report\nsession: an-older-one\n---\n\nThe line\n\nsession: stays\n';

  it('refuses a page without front matter before it seals anything', async () => {
    writeFileSync(page, 'No front matter.\n');
    const { exitCode, stderr } = await bench.run(['accept', session]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining('content/report/index.mdx:1: there is no front matter.'),
    ]);
    expect(readdirSync(bench.data)).not.toContain('sessions');
  });

  it('refuses YAML that can’t be read, likewise', async () => {
    writeFileSync(page, text.replace('A report', 'A report: of two'));
    const { exitCode, stderr } = await bench.run(['accept', session]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(
        'content/report/index.mdx:2: a text with a colon in it needs quotes around it: title: "A report: of two".',
      ),
    ]);
    expect(readdirSync(bench.data)).not.toContain('sessions');
  });

  it('refuses a smoke session, and moves no pin', async () => {
    writeFileSync(page, text);
    await bench.measure('--only', 'shell-fine');
    const smoke = bench.sessions().at(-1)!.session.id;
    const { exitCode, stderr } = await bench.run(['accept', smoke, '--without-commit']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('never published')]);
    expect(pin()).toBe(text);
  });

  it('asks about a session that doesn’t know its commit', async () => {
    const folder = join(bench.data, 'local', session);
    const known = readSession(folder).session;
    writeSealed(folder, { ...known, harness: { ...known.harness, commit: 'unknown' } });
    const { exitCode, stderr } = await bench.run(['accept', session]);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(`accept it as it is: npm run accept -- ${session} --without-commit`),
    ]);
    expect(pin()).toBe(text);
    expect(readdirSync(bench.data)).not.toContain('sessions');
    expect((await bench.run(['accept', '--help'])).stdout).toContain('--without-commit');
  });

  it('seals a copy and moves the pin in the front matter, and nothing else, not even a line end', async () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    writeFileSync(page, windows);
    // With a path, as the shell completes it.
    const { exitCode, stdout } = await bench.run([
      'accept',
      `${join(bench.data, 'local', session)}/`,
      '--without-commit',
      '--json',
    ]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ session });
    const sealed = readSession(join(bench.data, 'sessions', session));
    expect(sealed.session.seal?.records).toBe(sealed.records.length);
    expect(pin()).toBe(windows.replace('an-older-one', session));
    // What it was sealed with when it ended: it isn't for one report.
    const own = bench.sessions()[0]!.session;
    expect([own.seal?.records, own.reports]).toEqual([sealed.records.length, undefined]);
  });

  it('happens once', async () => {
    const { exitCode, stderr } = await bench.run(['accept', session, '--without-commit']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('accepted once')]);
  });

  it('lets the sealed copy be analysed, and ends with 1 when a digit of it was changed', async () => {
    const file = join(bench.data, 'sessions', session, 'records.jsonl');
    const records = readFileSync(file, 'utf8');
    writeFileSync(file, records.replace('"position":1', '"position":2'));
    const { exitCode, stderr } = await bench.run(['analyse', session]);
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringContaining(`The seal of ${file} is broken`),
    ]);
    writeFileSync(file, records);
    expect((await bench.run(['analyse', session])).exitCode).toBe(0);
  });

  it('asks which report it is for, when there are two', async () => {
    mkdirSync(join(bench.content, 'another'));
    writeFileSync(join(bench.content, 'another', 'index.mdx'), text);
    const { exitCode, stderr } = await bench.run(['accept', session]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--report: another, report')]);
  });
});
