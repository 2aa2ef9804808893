import { describe, expect, it } from 'vitest';
import { measuredNumber } from '../../../src/claims/lint/numbers.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);
const units = [
  ...words('ns µs μs us ms s sec secs second seconds min mins minute minutes h hr hrs hour hours'),
  ...words('nano micro milli').flatMap((one) => [`${one}second`, `${one}seconds`]),
  ...words('kilo mega giga').flatMap((one) => [`${one}byte`, `${one}bytes`]),
  ...words('byte bytes B kB KB MB GB TB KiB MiB GiB TiB Hz kHz MHz GHz req/s rps ops/s'),
  ...['requests per second', 'requests a second', 'GB-second', 'GB-seconds'],
];

describe('a number that only runs can give', () => {
  it.each(units)('has the unit %s behind it, with or without a gap', (unit) => {
    for (const gap of ['', ' ', '-', '\u00a0', '\u202f'])
      expect(measuredNumber(`Here 7${gap}${unit}, so.`)).toBe(`7${gap}${unit}`);
    expect(measuredNumber(`Here 7 ${unit}x, so.`)).not.toBe(`7 ${unit}`);
  });

  it.each(['1,000.5 s', '1\u202f000 s', '5 s'])('may be written as %j', (number) => {
    expect(measuredNumber(`It takes ${number}.`)).toBe(number);
  });

  it.each([
    ...words('3× 3.2x 3-fold 3fold'),
    ...['3 ×', '3\u00a0×', '3\u202f×', '3 fold', '3\u00a0times as'],
    ...words('as more less fewer the longer').map((word) => `3 times ${word}`),
  ])('may be the factor %j', (factor) => {
    expect(measuredNumber(`It is ${factor}, so.`)).toBe(factor);
  });

  it.each(['12%', '12 %', '12\u00a0%', '12 percent', '12 per cent'])(
    'may be the share %j',
    (one) => {
      expect(measuredNumber(`It is ${one}, so.`)).toBe(one);
    },
  );

  it.each([
    ...[
      '3×7',
      '3 × 7',
      '3 ×7',
      '3×\u00a07',
      '3xy',
      '3 times er',
      '3 times longerish',
      '3 times asx',
    ],
    ...['3 folds', '12 percentile', '12 per centx', 'v3.2x', 'a5 ms', '5', '5 things'],
    ...['in the 1880s, the 1990s and the 2010s', 'by the 100s and the 1000s'],
    ...['5% level', '95% intervals', '99.9% interval', '95% levels', '95%-confidence interval'],
    ...[
      '95% confidence',
      '95% coverage level',
      '95% confidence levels',
      'the 9% level and the 5% level',
    ],
  ])('is none in %j', (text) => {
    expect(measuredNumber(text)).toBeUndefined();
  });

  it.each([
    ...['31990s', '1990secs', '1790s', '1991s', '10s', '3100s', '100secs'],
    ...['95% intervalx', '95% confident'],
  ])('is one in %j', (text) => {
    expect(measuredNumber(text)).toBe(text.split(' ')[0]);
  });
});
