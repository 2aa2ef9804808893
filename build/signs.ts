/**
 * Draws the typeface of the pages' signs, which Inter's Latin letters lack: `npm run make:signs` writes
 * src/typeface/signs.otf. A sign stays a character of its text, and looks the same where a machine has no font with it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import opentype from 'opentype.js';

const { Font, Glyph, Path } = opentype;

type Point = readonly [x: number, y: number];

/** Units of an em; the height of the middle of a line of text, and how thick a stroke is. */
const EM = 1000;
const MIDDLE = 330;
const STROKE = 84;
/** As Inter's, so that a line with a sign is as high as one without. */
const ASCENT = 969;
const DESCENT = -241;

/** A shape is closed, and filled where it runs counterclockwise; a hole runs the other way. */
type Shape = readonly Point[];

function signedArea(shape: Shape): number {
  return shape.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = shape[(index + 1) % shape.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

const filled = (shape: Shape): Shape => (signedArea(shape) < 0 ? [...shape].reverse() : shape);
const hole = (shape: Shape): Shape => [...filled(shape)].reverse();

/** A stroke from one point to another. */
function line([x1, y1]: Point, [x2, y2]: Point, thick = STROKE): Shape {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [dx, dy] = [((y1 - y2) / length) * (thick / 2), ((x2 - x1) / length) * (thick / 2)];
  return filled([
    [x1 + dx, y1 + dy],
    [x2 + dx, y2 + dy],
    [x2 - dx, y2 - dy],
    [x1 - dx, y1 - dy],
  ]);
}

/** Strokes from point to point, with round corners. */
function lines(...points: readonly Point[]): Shape[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1];
    const isCorner = index > 0 && next !== undefined;
    return [...(next ? [line(point, next)] : []), ...(isCorner ? [disc(point, STROKE / 2)] : [])];
  });
}

function disc([x, y]: Point, radius: number): Shape {
  const steps = Array.from({ length: 32 }, (_, index) => (index / 32) * 2 * Math.PI);
  return filled(
    steps.map((angle): Point => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]),
  );
}

function diamond([x, y]: Point, reach: number): Shape {
  return filled([
    [x + reach, y],
    [x, y + reach],
    [x - reach, y],
    [x, y - reach],
  ]);
}

/** One wave to the right, as high as a stroke. */
function wave(y: number): Shape {
  const steps = Array.from({ length: 25 }, (_, index) => index / 24);
  const at = (side: number) =>
    steps.map((share): Point => [
      130 + 540 * share,
      y + 50 * Math.sin(2 * Math.PI * share) + (side * STROKE) / 2,
    ]);
  return filled([...at(1), ...at(-1).reverse()]);
}

/** An arrow's head, its tip at a point; `to` is 1 for the right. */
const head = ([x, y]: Point, to: 1 | -1): Shape[] =>
  lines([x - to * 150, y + 150], [x, y], [x - to * 150, y - 150]);

const center: Point = [400, MIDDLE];
const slash = line([270, 40], [530, 620], 74);

const shapes: Readonly<Record<string, readonly Shape[]>> = {
  '✕': [line([200, 130], [600, 530]), line([200, 530], [600, 130])],
  '✓': lines([150, 320], [330, 140], [650, 570]),
  '○': [disc(center, 270), hole(disc(center, 200))],
  '◇': [diamond(center, 330), hole(diamond(center, 225))],
  '◂': [
    filled([
      [220, MIDDLE],
      [560, 510],
      [560, 150],
    ]),
  ],
  '▸': [
    filled([
      [580, MIDDLE],
      [240, 510],
      [240, 150],
    ]),
  ],
  '≈': [wave(440), wave(220)],
  '≉': [wave(440), wave(220), slash],
  '≠': [line([130, 430], [670, 430]), line([130, 230], [670, 230]), slash],
  '≥': [...lines([140, 590], [650, 400], [140, 210]), line([140, 70], [660, 70])],
  '←': [line([130, MIDDLE], [680, MIDDLE]), ...head([130, MIDDLE], -1)],
  '↔': [line([130, MIDDLE], [670, MIDDLE]), ...head([130, MIDDLE], -1), ...head([670, MIDDLE], 1)],
  '⇄': [
    line([110, 470], [680, 470]),
    ...lines([560, 590], [680, 470], [560, 350]),
    line([120, 190], [690, 190]),
    ...lines([240, 310], [120, 190], [240, 70]),
  ],
  '⚑': [
    line([210, 0], [210, 690], 70),
    filled([
      [210, 690],
      [640, 640],
      [540, 480],
      [640, 330],
      [210, 360],
    ]),
  ],
};

/** The characters that the font has. */
export const SIGNS: readonly string[] = Object.keys(shapes);

/** The font as the bytes of a file; the same on every day. */
export function signsFont(): Buffer {
  const signs = Object.entries(shapes).map(([sign, drawn], index) => {
    const path = new Path();
    for (const shape of drawn) {
      const [first, ...others] = shape.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
      path.moveTo(...first!);
      for (const point of others) path.lineTo(...point);
      path.close();
    }
    return new Glyph({
      name: `sign${index}`,
      unicode: sign.codePointAt(0)!,
      advanceWidth: 800,
      path,
    });
  });
  const missing = new Glyph({ name: '.notdef', advanceWidth: 800, path: new Path() });
  const font = new Font({
    familyName: 'Steelyard Signs',
    styleName: 'Regular',
    unitsPerEm: EM,
    ascender: ASCENT,
    descender: DESCENT,
    createdTimestamp: 0,
    glyphs: [missing, ...signs],
  });
  return Buffer.from(font.toArrayBuffer());
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(import.meta.dirname, '../src/typeface/signs.otf'), signsFont());
