/** The picture in its real font: what resvg draws stays where it belongs. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import type { DocumentView } from '../../src/present/document.ts';
import { verdictPicture } from '../../src/present/picture/verdict-picture.ts';
import { inter } from '../../src/typeface/inter.ts';
import { pictureOf } from '../../src/site/picture.ts';
import { referenceView } from '../present/sample.ts';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold'].map((name) =>
  resolve(`@expo-google-fonts/inter/${name}.ttf`),
);

/** Box of what is drawn of a piece of SVG, in px. */
function boxOf(content: string): { left: number; right: number } {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Inter">${content.replace(/var\([^)]*\)/g, '#000')}</svg>`;
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' };
  const { x, width } = new Resvg(svg, { font }).getBBox()!;
  return { left: x, right: x + width };
}

const WIDE = 'W'.repeat(86);
const labelled = (name: string): DocumentView => {
  const { report } = referenceView;
  return {
    ...referenceView,
    report: {
      ...report,
      title: name,
      others: name,
      contestants: report.contestants.map((one) => ({ ...one, label: name })),
      cases: { 'io/100': { title: name }, 'io/5': { title: name } },
    },
    sessions: referenceView.sessions.map((one) => ({
      ...one,
      machine: { ...one.machine, os: name },
    })),
    cases: new Map([...referenceView.cases].map(([id, one]) => [id, { ...one, title: name }])),
  };
};

describe('the picture', () => {
  it.each([
    ['a word of 86 letters', WIDE],
    [
      'sentences',
      'A report about more than fits on a line, of 86 words and more, all of them long.',
    ],
    ['the narrowest letters', 'il.'.repeat(60)],
  ])('keeps its texts inside and out of the next column, whatever their length: %s', (_, name) => {
    const svg = verdictPicture(labelled(name), inter)!;
    const pieces = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[\s\S]*?<\/text>/g)];
    expect(pieces.length).toBeGreaterThan(10);
    for (const [text, x, y] of pieces) {
      const { left, right } = boxOf(text);
      expect(left, text).toBeGreaterThanOrEqual(40);
      const isTitle = Number(y) < 100 && x === '48';
      const isName = Number(y) > 182 && x === '48';
      expect(right, text).toBeLessThanOrEqual(isTitle ? 990 : isName ? 412 : 1170);
    }
  });

  it('reckons with the widths of its font', () => {
    for (const text of [
      'Duso against Python',
      '1.47× the time',
      'WWWW',
      'illicit tilt',
      'Žluťoučký',
    ]) {
      const { left, right } = boxOf(`<text x="100" y="50" font-size="40">${text}</text>`);
      const width = inter.width(text, { size: 40, weight: 400 });
      // The box is that of the ink: without the space around it, and kerned.
      expect(Math.abs(width - (right - left)), text).toBeLessThan(0.03 * width + 4);
    }
  });

  it('is drawn once for a document and its chapters, and is none for a title that Inter lacks letters for', () => {
    const svg = pictureOf(referenceView);
    expect(svg).toContain('Sample');
    expect(pictureOf({ ...referenceView, chapter: 'method' })).toBe(svg);
    for (const title of ['测试报告', 'Fast \u{1f680}']) {
      const view = labelled(title);
      expect(pictureOf(view)).toBeUndefined();
    }
  });
});
