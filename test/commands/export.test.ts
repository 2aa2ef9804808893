import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { citedProject } from '../../src/commands/citation.ts';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { Bench } from './bench.ts';

let bench: Bench;
let out: string;
beforeAll(() => {
  bench = new Bench();
  makeSiteData(bench.data);
  out = mkdtempSync(join(tmpdir(), 'steelyard-export-'));
  mkdirSync(join(bench.content, 'report'));
  writeFileSync(
    join(bench.content, 'report', 'index.mdx'),
    `---\nsession: ${reference.id}\ntitle: A report\ndescription: Of little.\nsubject: duso\nothers: Others\ncontestants: [{ id: duso, slot: 1 }]\ncases: { cpu/20: { title: Some } }\n---\n`,
  );
});
afterAll(() => {
  bench.remove();
  rmSync(out, { recursive: true });
});

describe('npm run export', () => {
  it.each(['hyperfine', 'github-action-benchmark', 'bencher'])(
    'prints %s as JSON on standard output, and nothing else there',
    async (format) => {
      const ended = await bench.run(['export', format, 'cpu/20', '--reference']);
      expect(ended.exitCode).toBe(0);
      expect(JSON.stringify(JSON.parse(ended.stdout))).toContain('cpu/20/duso');
    },
  );

  it('writes a file where --out names one, and says so', async () => {
    const file = join(out, 'runs.csv');
    const ended = await bench.run(['export', 'csv', 'cpu/20', '--reference', '--out', file]);
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: `Written: ${file}\n` });
    expect(readFileSync(file, 'utf8')).toMatch(/^session,case,contestant,[^]*\r\n.*,cpu\/20,duso,/);
  });

  it.each<[string, string[], RegExp]>([
    ['a format that is none', ['xml'], /'xml' is invalid[^]*hyperfine, github-action-benchmark/],
    [
      'a direction that no measure has',
      ['github-action-benchmark', '--reference', '--better', 'more'],
      /There is no median of a measure by which more is better\. .*--better less/,
    ],
    [
      'an unknown measure',
      ['bencher', '--reference', '--measure', 'speed'],
      /has a measure "speed"/,
    ],
  ])('ends with 2 for %s', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await bench.run(['export', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

describe('the author of a citation', () => {
  it.each([
    ['Ada Lovelace', { name: 'Ada Lovelace' }],
    [
      'Ada Lovelace <ada@example.org> (https://example.org)',
      { name: 'Ada Lovelace', email: 'ada@example.org', website: 'https://example.org' },
    ],
    ['Ada (https://example.org)', { name: 'Ada', website: 'https://example.org' }],
  ])('is read from %j as npm reads it', (author, expected) => {
    expect(citedProject({ author }).author).toEqual(expected);
  });

  it.each([undefined, '', {}])('has to be stated: %j says what to add', (author) => {
    expect(() => citedProject(author === undefined ? {} : { author })).toThrow(
      /package\.json names none\. Add a line to it: "author":/,
    );
  });

  it('may be stated field by field', () => {
    const author = { name: 'Ada', email: 'ada@example.org' };
    expect(citedProject({ author }).author).toEqual(author);
  });

  it('stands without a licence where npm’s word for it is no name of one', () => {
    expect(citedProject({ author: 'Ada', license: 'UNLICENSED' })).not.toHaveProperty('license');
    expect(citedProject({ author: 'Ada', license: 'MIT' })).toHaveProperty('license', 'MIT');
  });
});
