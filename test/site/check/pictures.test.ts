import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mdxTree } from '../../../src/claims/mdx.ts';
import { pictureMistakes } from '../../../src/site/check/pictures.ts';

const content = mkdtempSync(join(tmpdir(), 'steelyard-pictures-'));
const report = join(content, 'report');
const dot = join(import.meta.dirname, '../../fixtures/batch/report/dot.png');

beforeAll(() => {
  mkdirSync(join(report, 'shots'), { recursive: true });
  mkdirSync(join(content, 'other'));
  for (const name of ['dot.png', 'DOT.PNG', 'shots/dot.png', '../other/dot.png', 'dot.jpg'])
    copyFileSync(dot, join(report, name));
  writeFileSync(join(report, 'words.png'), 'words');
  writeFileSync(join(report, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  copyFileSync(dot, join(report, 'large.png'));
  truncateSync(join(report, 'large.png'), 11e6);
});
afterAll(() => rmSync(content, { recursive: true }));

async function said(text: string): Promise<string[]> {
  const path = join(report, 'index.mdx');
  const found = await pictureMistakes(mdxTree(text, 'a.mdx'), path, content);
  return found.map(({ line, what }) => `${line}: ${what}`);
}

describe('a picture that can’t be shown is told of with its line', () => {
  it.each([
    [
      'text\n\n![a](./pic.png)',
      '3: the picture "./pic.png" is not there. Put the file beside the text, or mend its name.',
    ],
    [
      '![a](shots)',
      '1: the picture "shots" is of no kind that is shown. Make it a PNG, JPEG, WebP or AVIF.',
    ],
    ['![a](drawing.svg)', '1: the picture "drawing.svg" is of no kind that is shown.'],
    [
      '![](dot.png)',
      '1: the picture "dot.png" has no words for people who don\'t see it. Write them: ![what it shows](dot.png).',
    ],
    ['![ ](dot.png)', "has no words for people who don't see it."],
    [
      '![a](words.png)',
      '1: the picture "words.png" is not what its name says. Save it as the kind that the name ends in.',
    ],
    ['![a](dot.jpg)', '1: the picture "dot.jpg" is not what its name says.'],
    ['![a](large.png)', '1: the picture "large.png" is larger than 10 MB. Make it smaller.'],
    [
      '![a](https://example.org/a.png)',
      '1: the picture "https://example.org/a.png" does not lie beside the text.',
    ],
    ['![a](/dot.png)', '1: the picture "/dot.png" does not lie beside the text.'],
    ['![a](//example.org/a.png)', 'does not lie beside the text.'],
    ['![a](data:image/png;base64,AAAA)', 'does not lie beside the text.'],
    ['![a](../../dot.png)', '1: the picture "../../dot.png" lies outside of the reports.'],
    ['![a](<my dot.png>)', 'has a name that is no address: use letters, digits, "-", "_" and ".".'],
    ['![a](dot.png?x=1)', 'has a name that is no address'],
    [
      '![a][b]\n\n[b]: dot.png',
      '1: a picture is named in its place: ![what it shows](picture.png).',
    ],
  ])('%j', async (text, message) => {
    expect(await said(text)).toEqual([expect.stringContaining(message)]);
  });

  it('and one that can isn’t', async () => {
    const text =
      '![a](dot.png) ![a](./dot.png "b") ![a](shots/dot.png) ![a](../other/dot.png) ![a](DOT.PNG)';
    expect(await said(text)).toEqual([]);
  });
});
