import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import { prettyJson } from '../../src/store/files.ts';
import { readSession } from '../../src/store/read.ts';
import type { InvocationRecord } from '../../src/store/schema.ts';
import { makeSiteData, reference } from '../fixtures/make-site-data.ts';
import { sha256 } from '../fixtures/site-session.ts';
import { render, testFolder } from './render.ts';

const NAME = 'claims';
const data = join(testFolder(NAME), 'data');
const content = join(testFolder(NAME), 'content');
const fixture = fileURLToPath(new URL('../fixtures/claims/report', import.meta.url));
const folder = join(data, 'sessions', reference.id);

/** The report with this session as its pin and these claims. */
function writeReport(change: (claims: string) => string = (claims) => claims): void {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  cpSync(fixture, join(content, 'report'), { recursive: true });
  const page = join(content, 'report', 'index.mdx');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('subject:', `session: ${reference.id}\nsubject:`),
  );
  const claims = join(content, 'report', 'claims.yaml');
  writeFileSync(claims, change(readFileSync(claims, 'utf8')));
}

/** The committed session with other records, sealed and analysed again. */
function reseal(change: (record: InvocationRecord) => InvocationRecord): void {
  const { session, records } = readSession(folder);
  const lines = records.map((record) => `${JSON.stringify(change(record))}\n`).join('');
  const sealed = { ...session, seal: { records: records.length, sha256: sha256(lines) } };
  writeFileSync(join(folder, 'records.jsonl'), lines);
  writeFileSync(join(folder, 'session.json'), prettyJson(sealed));
  const results = analyse(sealed, records.map(change));
  writeFileSync(join(data, 'results', `${reference.id}.json`), prettyJson(results));
}

const draw = () => render({ name: NAME, data, content });
const page = (out: string, file: string): string =>
  readFileSync(join(out, file), 'utf8')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll('&#39;', "'");
const text = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/[\s\u00a0\u202f]+/g, ' ');
const claimIn = (html: string, id: string): string => {
  const found = new RegExp(
    `<span class="claim" data-claim="${id}"[^>]*>(.*?)</span><a class="ev"`,
    's',
  ).exec(html);
  return text(found?.[1] ?? '');
};

async function failure(): Promise<string> {
  try {
    await draw();
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return `${stdout ?? ''}${stderr ?? ''}`;
  }
  return 'it was drawn';
}

beforeAll(() => makeSiteData(data));

describe('a report with claims', () => {
  let html = '';
  let here = '';
  let front = '';
  beforeAll(async () => {
    writeReport();
    const out = await draw();
    html = page(out, 'report/index.html');
    here = page(out, 'report/here/index.html');
    front = page(out, 'index.html');
  });

  it('renders each as a whole clause, without a space before what follows', () => {
    expect(claimIn(html, 'asyncio-waits')).toMatch(
      /^python-asyncio needs .* s less beyond the waiting than python-processes on 2 cores \(99% interval .*\)$/,
    );
    expect(html).toMatch(/<\/a>\.\s+With 1000, <span class="claim"/);
    expect(html).toMatch(/<\/a>; <span class="claim"/);
  });

  it('leads from each to the runs behind it, numbered in page order', () => {
    const links = [
      ...html.matchAll(
        /<a class="ev" href="([^"]*)" aria-label="Evidence (\d+): [^"]*">(\d+)<\/a>/g,
      ),
    ];
    expect(links.length).toBeGreaterThanOrEqual(9);
    expect(links[0]?.slice(1)).toEqual(['runs/io-100/index.html', '1', '1']);
    for (const [, href, said, shown] of links) {
      expect(href).toMatch(/^runs\/[a-z0-9-]+\/index\.html(#[a-z-]+)?$/);
      expect(said).toBe(shown);
    }
  });

  it('gathers strengths and winners from the verdicts', () => {
    expect(text(/<ul class="take" data-strengths="duso">.*?<\/ul>/s.exec(html)?.[0] ?? '')).toMatch(
      /I\/O, 100 workers, time beyond the waiting: duso needs/,
    );
    expect(text(/<p class="lead" data-winners>.*?<\/p>/s.exec(html)?.[0] ?? '')).toMatch(
      /is ahead in 1 of 2 use cases/,
    );
  });

  it('marks and counts what is cited and what is opinion', () => {
    expect(text(html)).toContain('Of 8 claims 8 are decided by runs.');
    expect(text(html)).toContain("1 further statement is cited, and 1 is the author's opinion");
    expect(html).toMatch(/<span class="opinion">That is handy\.<\/span>/);
  });

  it('shows on here/ whether this machine agrees, and sums it up on the front page too', () => {
    expect(here).toMatch(/data-agreement="agrees">✓ agrees with the reference/);
    expect(claimIn(here, 'asyncio-is-light') || text(here)).toContain(
      "can't be tested here: not in the quick profile",
    );
    const summary = text(
      /<details class="data" data-agreements>.*?<\/summary>/s.exec(front)?.[0] ?? '',
    ).trim();
    expect(summary).toMatch(
      /^\d+ claims? agrees?, 0 contradicted, \d+ inconclusive, \d+ can't be tested: /,
    );
    expect(text(here)).toContain(summary);
    expect(html).not.toContain('data-agreement');
  });
});

describe('a report with a link that leads nowhere', () => {
  it('ends the build with 2 and a sentence that names text and line, and no stack', async () => {
    writeReport();
    const file = join(content, 'report', 'index.mdx');
    const source = readFileSync(file, 'utf8');
    writeFileSync(file, `${source}\n[a](#nowhere)\n`);
    const ended = await draw().catch((error: unknown) => error);
    expect(ended).toMatchObject({
      code: 2,
      stderr: `✖ content/report/index.mdx:${source.split('\n').length + 1}: the link "#nowhere" leads nowhere: report/index.html has no "#nowhere". Mend the link.\n`,
    });
  });
});

describe('a report that the data does not carry is not drawn', () => {
  it('names an asserted claim with its line, what was expected and found, and both ways out', async () => {
    writeReport((claims) =>
      claims.replace('on: overhead, expect: less', 'on: overhead, expect: more'),
    );
    const message = await failure();
    expect(message).toContain(
      'content/report/claims.yaml:2: the data doesn\'t carry the claim "asyncio-waits"',
    );
    expect(message).toContain('expected: more');
    expect(message).toContain('found:    less');
    expect(message).toContain('measure again');
  });

  it('nor with a claim that nothing uses, nor with an id that no claim has', async () => {
    writeReport((claims) =>
      `${claims}spare: { in: io/100, of: duso }\n`.replace('a-number:', 'another-number:'),
    );
    const message = await failure();
    expect(message).toContain('nothing uses the claim "spare"');
    expect(message).toContain('uses the claim "a-number"');
  });

  it('nor, once labels are swapped and the records sealed again, with the old finding asserted', async () => {
    const exchanged: Record<string, string> = {
      'python-asyncio': 'python-processes',
      'python-processes': 'python-asyncio',
    };
    reseal((record) =>
      record.case === 'io/100'
        ? { ...record, contestant: exchanged[record.contestant] ?? record.contestant }
        : record,
    );
    writeReport();
    expect(await failure()).toContain('found:    more');

    writeReport((claims) => claims.replace('on: overhead, expect: less', 'on: overhead'));
    const html = page(await draw(), 'report/index.html');
    expect(claimIn(html, 'asyncio-waits')).toMatch(
      /^python-asyncio needs .* s more beyond the waiting than python-processes/,
    );
    expect(text(html)).not.toMatch(
      /python-asyncio needs [^.]* less beyond the waiting than python-processes/,
    );
  });
});
