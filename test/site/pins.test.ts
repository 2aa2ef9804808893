import { describe, expect, it } from 'vitest';
import { referenceIn, withReference, withReplications } from '../../src/site/pins.ts';

const text = '---\ntitle: A report\nsession: one\n---\n\nreplications:\n  - stays\n';

describe('the pins of a report', () => {
  it('are written in the place of those before, and nowhere else', () => {
    expect(withReference(text, 'two')).toBe(text.replace('session: one', 'session: two'));
    expect(referenceIn(withReference(text, 'two'))).toBe('two');
    expect(withReference('---\ntitle: A\n---\n', 'two')).toBe('---\nsession: two\ntitle: A\n---\n');
  });

  it('of several sessions are a list, replaced whole', () => {
    const two = withReplications(text, ['a', 'b']);
    expect(two).toBe(text.replace('---\n', '---\nreplications:\n  - a\n  - b\n'));
    expect(withReplications(two, ['c'])).toBe(text.replace('---\n', '---\nreplications:\n  - c\n'));
    expect(withReplications(two, [])).toBe(text);
  });

  it('replace a list that an author wrote otherwise', () => {
    const written = (list: string): string => `---\nreplications:${list}\ntitle: A\n---\n`;
    for (const list of [' [a, b]', '\n- a\n- b', '\n  - a # the first\n  - b', ' []'])
      expect(withReplications(written(list), ['c'])).toBe(written('\n  - c'));
  });

  it('keep the line ends of the file', () => {
    const windows = text.replaceAll('\n', '\r\n');
    expect(withReplications(windows, ['a'])).toBe(
      windows.replace('---\r\n', '---\r\nreplications:\r\n  - a\r\n'),
    );
    expect(withReference(windows, 'two')).toBe(windows.replace('session: one', 'session: two'));
  });
});
