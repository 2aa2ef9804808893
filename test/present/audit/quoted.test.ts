import { describe, expect, it } from 'vitest';
import { quoted } from '../../../src/present/audit/quoted.ts';

const parts = (quote: string, figure?: string) => {
  const made = quoted({
    id: 'a',
    section: 's',
    quote,
    ...(figure !== undefined && { figure }),
  });
  return [made.before, made.isInside ? `[${made.figure ?? ''}]` : (made.figure ?? ''), made.after];
};

describe('the tested figure in a quote', () => {
  it.each([
    ['It is 7x faster', '7x', ['It is ', '[7x]', ' faster']],
    ['a | 0.39s | 5.80mb', '0.39 s', ['a | ', '[0.39]', 's | 5.80mb']],
    ['a | 0.39s | 5.80mb', '5.80 MiB', ['a | 0.39s | ', '[5.80]', 'mb']],
    ['20ms, or 20 of them', '20', ['20ms, or ', '[20]', ' of them']],
    [
      'Total Time | 7.6 seconds | 24.7 seconds',
      '7.6 s',
      ['Total Time | ', '[7.6]', ' seconds | 24.7 seconds'],
    ],
    ['done in ~11 seconds', '~11 s', ['done in ', '[~11]', ' seconds']],
    ['(20-50MB each)', '20-50 MB', ['(', '[20-50]', 'MB each)']],
  ])('is framed where it stands alone: %s', (quote, figure, expected) => {
    expect(parts(quote, figure)).toEqual(expected);
  });

  it('stands beside the quote where it is printed twice, or in other words', () => {
    expect(parts('10x faster, 10x smaller', '10x')).toEqual(['10x faster, 10x smaller', '10x', '']);
    expect(parts('ten times', '10x')).toEqual(['ten times', '10x', '']);
  });

  it('is not found inside of another number', () => {
    expect(parts('14.8 seconds', '4.8 s')).toEqual(['14.8 seconds', '4.8 s', '']);
    expect(parts('1,000 ms', '1 ms')).toEqual(['1,000 ms', '1 ms', '']);
  });

  it('is nothing where the statement has no figure', () => {
    expect(parts('It wins')).toEqual(['It wins', '', '']);
  });
});
