import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkReports, failOnContradiction, sayAgreement } from '../../src/drawing/agreement.ts';
import { makeOutput } from '../../src/terminal/output.ts';
import { findPlaces } from '../../src/places.ts';
import { local, makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { Bench, type Ended } from './bench.ts';

const root = join(import.meta.dirname, '..', '..');
let bench: Bench;
let claimsFile: string;

beforeAll(() => {
  bench = new Bench();
  makeSiteData(bench.data);
  const report = join(bench.content, 'report');
  cpSync(join(root, 'test', 'fixtures', 'claims', 'report'), report, { recursive: true });
  const page = join(report, 'index.mdx');
  const pinned = readFileSync(page, 'utf8').replace(
    'subject:',
    `session: ${reference.id}\nsubject:`,
  );
  writeFileSync(page, pinned);
  claimsFile = join(report, 'claims.yaml');
});
afterAll(() => bench.remove());

const json = ({ stdout }: Ended): unknown => JSON.parse(stdout);
const places = () => findPlaces({ STEELYARD_DATA: bench.data, STEELYARD_CONTENT: bench.content });

describe('npm run claims', () => {
  it('lists each claim with verdict, sentence, evidence and what this machine says', async () => {
    const ended = await bench.run(['claims']);
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain('asyncio-waits: less-that-matters, as expected');
    expect(ended.stderr).toContain('python-asyncio needs');
    expect(ended.stderr).toContain('io/100 overhead: python-asyncio, python-processes, n = 21');
    expect(ended.stderr).toContain('here: agrees with the reference');
    expect(ended.stderr).toContain(`9 claims, decided by ${reference.id}.`);
  });

  it('lists them as JSON', async () => {
    const listed = json(await bench.run(['claims', '--json', '--quiet'])) as { id: string }[];
    expect(listed).toHaveLength(9);
    expect(listed[0]).toMatchObject({
      id: 'asyncio-waits',
      kind: 'compare',
      expected: ['less'],
      found: ['less-that-matters'],
      holds: true,
      evidence: {
        case: 'io/100',
        measure: 'overhead',
        contestants: ['python-asyncio', 'python-processes'],
      },
      here: 'agrees with the reference',
    });
  });

  it('says which claims change between two sessions, with the old sentence and the new', async () => {
    const ended = await bench.run(['claims', 'diff', 'reference', local.id, '--json']);
    expect(ended.exitCode).toBe(0);
    const changes = json(ended) as {
      id: string;
      before: { found: string[] };
      after: { found: string[]; sentence: string };
    }[];
    const waiting = changes.find(({ id }) => id === 'waiting');
    expect(waiting?.before.found).toEqual(['duso']);
    expect(waiting?.after).toEqual({
      found: ['not-tested'],
      sentence: 'this use case was not tested: Duso was not found',
    });
    expect(ended.stderr).toContain('waiting: duso → not-tested\n  - ');
    expect(changes.some(({ id }) => id === 'asyncio-waits')).toBe(false);
  });

  it('takes the folder of a session, and finds no change between a session and itself', async () => {
    const folder = join(bench.data, 'sessions', reference.id);
    const ended = await bench.run(['claims', 'diff', folder, reference.id]);
    expect(ended.stderr).toContain('No claim changes.');
  });

  it('ends with 2 for a session that is nowhere', async () => {
    const ended = await bench.run(['claims', 'diff', 'reference', 'nowhere']);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('names the session "nowhere"');
  });
});

describe('accepting another session', () => {
  it('says which claims change, and which lose their support', async () => {
    const page = join(bench.content, 'report', 'index.mdx');
    const before = readFileSync(page, 'utf8');
    const ended = await bench.run(['accept', local.id]);
    expect(ended.exitCode).toBe(0);
    expect(ended.stderr).toContain('waiting: duso → not-tested');
    expect(ended.stderr).toMatch(/\d+ claims change\./);
    expect(ended.stderr).toContain('the data doesn\'t carry the claim "waiting"');
    writeFileSync(page, before);
  });
});

describe('the end of a build', () => {
  it('says how this machine agrees with the reference', () => {
    const said: string[] = [];
    const output = { ...makeOutput({}), say: (line: string) => void said.push(line) };
    const counts = sayAgreement(places(), output);
    expect(counts['report']).toMatchObject({ contradicted: 0 });
    expect(said.at(-1)).toMatch(
      /^\d+ claims? agrees?, 0 contradicted, \d+ inconclusive, \d+ can't be tested: /,
    );
    expect(() => failOnContradiction(counts)).not.toThrow();
  });

  it('fails on a contradiction where that is asked for', () => {
    const count = { agrees: 1, contradicted: 2, inconclusive: 0, untestable: 0, reasons: [] };
    expect(() => failOnContradiction({ report: count })).toThrow('contradicted here (report: 2)');
  });
});

describe('before drawing', () => {
  it('a claim that lost its support is a finding, and a mistake in claims.yaml one in usage', () => {
    const claims = readFileSync(claimsFile, 'utf8');
    expect(() => checkReports(places())).not.toThrow();
    writeFileSync(claimsFile, claims.replace('expect: did-not-finish', 'expect: finished'));
    expect(() => checkReports(places())).toThrow(
      expect.objectContaining({ kind: 'finding' }) as Error,
    );
    writeFileSync(claimsFile, claims.replace('processes-end:', 'processes-ended:'));
    expect(() => checkReports(places())).toThrow(
      expect.objectContaining({ kind: 'usage' }) as Error,
    );
    writeFileSync(claimsFile, claims);
  });
});

describe('a mistake in a text', () => {
  const page = () => join(bench.content, 'report', 'index.mdx');
  /** What the command says while the page reads otherwise. */
  async function saidWith(
    change: (text: string) => string,
    args: readonly string[],
  ): Promise<Ended> {
    const before = readFileSync(page(), 'utf8');
    writeFileSync(page(), change(before));
    const ended = await bench.run(args);
    writeFileSync(page(), before);
    return ended;
  }

  it.each([['render'], ['dev'], ['build'], ['lint-prose'], ['claims'], ['accept', local.id]])(
    'in its front matter is told of in the same words by %s',
    async (...args) => {
      const { exitCode, stderr } = await saidWith(
        (text) => text.replace(/^title: .*$/m, 'title: One: another'),
        args,
      );
      expect(stderr).toMatch(
        /content\/report\/index\.mdx:2: a text with a colon in it needs quotes around it: title: "One: another"\./,
      );
      expect(stderr).not.toMatch(/ {4}at |mistake in Steelyard/);
      expect(exitCode).toBe(2);
    },
  );

  it.each([['render'], ['dev'], ['build'], ['lint-prose']])(
    'in its MDX is told of in the same words by %s',
    async (...args) => {
      const { exitCode, stderr } = await saidWith((text) => `${text}\n<Figrue />\n`, args);
      expect(stderr).toMatch(
        /content\/report\/index\.mdx:\d+: there is no <Figrue> in a report\. Did you mean <Figure>\?/,
      );
      expect(stderr).not.toMatch(/ {4}at |mistake in Steelyard/);
      expect(exitCode).toBe(2);
      expect(stderr).not.toContain('A new session');
    },
  );

  it('is a name that nothing has, too, and all are told of at once', async () => {
    const names = `
<Figure case="io/99" measures="wall" />
<Figure case="io/100" measures="wall wal" />
<Growth scenario="nothing" measure="wall" title="t" />
`;
    const verdicts = 'verdicts:\n  - { case: io/100, measure: wal, as: time, section: io }\n---';
    const { exitCode, stderr } = await saidWith(
      (text) => text.replace('\n---\n', `\n${verdicts}\n`) + names,
      ['build'],
    );
    const source = readFileSync(page(), 'utf8');
    const line = source.split('\n').length + 2;
    const row = source.slice(0, source.indexOf('\n---\n')).split('\n').length + 2;
    expect(exitCode).toBe(2);
    for (const [place, message] of [
      [row, 'the measure "wal" is one that io doesn\'t have. Did you mean "wall"?'],
      [line + 1, 'the case "io/99" is one that no scenario here has, nor a committed session.'],
      [line + 2, 'the measure "wal" is one that io doesn\'t have. Did you mean "wall"?'],
      [line + 3, 'the scenario "nothing" is one that no scenario here has'],
    ])
      expect(stderr).toContain(`content/report/index.mdx:${place}: ${message}`);
  });

  it('is a name that the report doesn’t have, though something else does', async () => {
    const names = `
<Figure case="count/5" measures="wall" />
<Growth scenario="count" measure="wall" title="t" />
<Strengths of="nobody" />
`;
    const { exitCode, stderr } = await saidWith((text) => text + names, ['render']);
    const line = readFileSync(page(), 'utf8').split('\n').length;
    expect(exitCode).toBe(2);
    for (const [index, message] of [
      '<Figure> names the case "count/5", which the report doesn\'t have.',
      '<Growth> names the scenario "count", which the report has no case of.',
      '<Strengths> names the runtime "nobody", which the sessions don\'t have.',
    ].entries())
      expect(stderr).toContain(`content/report/index.mdx:${line + index + 1}: ${message}`);
  });
});
