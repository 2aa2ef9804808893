import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/scenario/problem.ts';
import { checkContent } from '../../../src/site/check/content.ts';

const root = join(import.meta.dirname, '../../..');
const content = mkdtempSync(join(tmpdir(), 'steelyard-content-'));
const report = join(content, 'report');
const roots = { content, data: join(content, 'none'), runners: join(content, 'none') };
afterAll(() => rmSync(content, { recursive: true }));
beforeEach(() => cpSync(join(root, 'test/fixtures/batch'), content, { recursive: true }));

async function said(): Promise<string[]> {
  try {
    await checkContent(roots);
  } catch (error) {
    if (error instanceof Problem && error.kind === 'usage') return error.message.split('\n');
    throw error;
  }
  return [];
}

function change(name: string, change: (text: string) => string): void {
  const file = join(report, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe('the texts of all reports', () => {
  it('are right as they are committed', async () => {
    expect(await said()).toEqual([]);
    const own = { ...roots, content: join(root, 'content') };
    await expect(checkContent(own)).resolves.toBeUndefined();
  });

  it('are right with the line ends of Windows and a byte-order mark', async () => {
    for (const name of ['index.mdx', 'method.mdx', 'claims.yaml', 'published.yaml'])
      change(name, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(await said()).toEqual([]);
  });

  it('are told of together: each mistake with its file and line', async () => {
    change('index.mdx', (text) => text.replace('title: Every element', 'title: Every: element'));
    change('method.mdx', (text) => text.replace('<Audit />', '<Adit />\n\n[a](nochapter/)'));
    change('claims.yaml', (text) => `${text}\nlast: { in: io }\n`);
    change('published.yaml', (text) => text.replace('title:', 'titel:'));
    const all = await said();
    expect(all.filter((line) => line.startsWith('content/'))).toEqual([
      'content/report/index.mdx:2: a text with a colon in it needs quotes around it: title: "Every: element".',
      expect.stringMatching(/^content\/report\/claims\.yaml:\d+: claim "last" is of no kind\.$/),
      expect.stringMatching(
        /^content\/report\/published\.yaml:\d+: the field "title" is missing\.$/,
      ),
      expect.stringMatching(/^content\/report\/published\.yaml:\d+: "titel" is no field here\.$/),
      'content/report/method.mdx:8: there is no <Adit> in a report. Did you mean <Audit>? docs/writing.md lists what there is.',
      'content/report/method.mdx:10: the link "nochapter/" leads to no chapter of the report. It has: method.',
    ]);
  });

  it('and once they can be read, so are their claims', async () => {
    change('claims.yaml', (text) => `${text}\nspare: { in: io/100, of: duso }\n`);
    change('method.mdx', (text) => `${text}\n<Claim id="lost" />\n`);
    const lines = readFileSync(join(report, 'method.mdx'), 'utf8').split('\n').length;
    expect(await said()).toEqual([
      `content/report/method.mdx:${lines - 1}: the text uses the claim "lost", which content/report/claims.yaml doesn't have. Mend the name, or write the claim.`,
      expect.stringMatching(/^content\/report\/claims\.yaml:\d+: nothing uses the claim "spare"\./),
    ]);
  });

  it('and a claims.yaml that can’t be read is told of with its line', async () => {
    change('claims.yaml', () => 'a: { in: io/100, of: duso }\n\tb: 1\n');
    expect((await said())[0]).toBe(
      'content/report/claims.yaml:2: a line begins with a tab. Indent it with spaces.',
    );
  });
});
