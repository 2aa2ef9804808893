import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { afterAll, describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/site/front-matter.ts';

const folder = mkdtempSync(join(tmpdir(), 'steelyard-front-matter-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NAME = 'content/report/index.mdx';

function read(text: string): unknown {
  const file = join(folder, 'index.mdx');
  writeFileSync(file, text);
  return readFrontMatter(file, z.strictObject({ title: z.string() }), NAME);
}

describe('the front matter of a text', () => {
  it.each([
    '---\ntitle: a\n---\n\nText\n',
    '---\ntitle: a\n---',
    '\uFEFF---\r\ntitle: a\r\n---\r\n\r\nText\r\n',
    '---  \ntitle: a\n---\t\nText\n\n---\n\nmore: text\n',
    '---\rtitle: a\r---\rText',
  ])('is what stands between the first two lines "---": %j', (text) => {
    expect(read(text)).toEqual({ title: 'a' });
  });

  it.each([
    ['', `${NAME}:1: there is no front matter. Begin the file with a line "---"`],
    ['Text\n', `${NAME}:1: there is no front matter.`],
    ['\n---\ntitle: a\n---\n', `${NAME}:1: there is no front matter.`],
    ['---\ntitle: a\n', `${NAME}:1: the front matter that begins here never ends.`],
    [
      '---\ntitle: a\n--- b\n',
      `${NAME}:3: the front matter would end here, but more than "---" stands on the line.`,
    ],
    ['---\n---\n', `${NAME}:2: there have to be lines "field: value" here.`],
    ['---\ntitle: a: b\n---\n', `${NAME}:2: a text with a colon in it needs quotes`],
    ['---\ntitle: a\nmore: b\n---\n', `${NAME}:3: "more" is no field here.`],
  ])('is told of where it is wrong: %j', (text, message) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        message: expect.stringContaining(message) as string,
      }) as Error,
    );
  });
});
