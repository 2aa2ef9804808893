import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { referenceIn, withReference, withReplications } from '../../src/site/pins.ts';

const text = '---\ntitle: A report\nsession: one\n---\n\nreplications:\n  - stays\n';

describe('the pins of a report', () => {
  it('are written in the place of those before, and nowhere else', () => {
    expect(withReference(text, 'two')).toBe(text.replace('session: one', 'session: two'));
    expect(referenceIn(withReference(text, 'two'))).toBe('two');
    expect(withReference('---\ntitle: A\n---\n', 'two')).toBe('---\nsession: two\ntitle: A\n---\n');
  });

  it('of several sessions are a list, in which all that stays keeps its place', () => {
    const two = withReplications(text, ['b', 'a']);
    expect(two).toBe(text.replace('---\n', '---\nreplications:\n  - b\n  - a\n'));
    const more = withReplications(two, ['a', 'c']);
    expect(more).toBe(text.replace('---\n', '---\nreplications:\n  - a\n  - c\n'));
    expect(withReplications(more, [])).toBe(text);
    expect(withReplications(text, [])).toBe(text);
  });

  const around = (list: string): string => `---\ntitle: A\n${list}\ndescription: B\n---\n`;

  it.each([
    ['ab', 'replications: [a, b]', 'replications: [a, b, c]'],
    ['', 'replications: []', 'replications: [c]'],
    ['ab', 'replications: [\n  a,\n  b\n]', 'replications: [a, b, c]'],
    ['a', '"replications": [a]', '"replications": [a, c]'],
    ['a', 'replications : [a]', 'replications : [a, c]'],
    ['ab', 'replications:\n- a\n- b', 'replications:\n- a\n- b\n- c'],
    ['a', 'replications:\n    - "a"', 'replications:\n    - "a"\n    - c'],
    ['ab', 'replications:\n  - a\n\n  - b', 'replications:\n  - a\n\n  - b\n  - c'],
    [
      'ba',
      'replications:\n  - b # new\n# the old box\n  - a',
      'replications:\n  - b # new\n# the old box\n  - a\n  - c',
    ],
    [
      'a',
      'replications: # ours\n  # big\n  - a # b\n\n  # on B',
      'replications: # ours\n  # big\n  - a # b\n  - c\n\n  # on B',
    ],
  ])('%s are added to in a list that an author wrote otherwise: %j', (there, list, longer) => {
    expect(withReplications(around(list), [...there, 'c'])).toBe(around(longer));
  });

  it('take nothing else with them when they go', () => {
    const list = 'replications: # ours\n  # big\n  - a # one\n  - b # two\n  # on B';
    expect(withReplications(around(list), ['b'])).toBe(around(list.replace('  - a # one\n', '')));
    expect(withReplications(around(list), [])).toBe(
      around('replications: # ours\n  # big\n  []\n  # on B'),
    );
    expect(withReplications(around('replications: # ours\n  []'), ['c'])).toBe(
      around('replications: # ours\n  [c]'),
    );
  });

  it('are in quotes where YAML would read a number or a word of its own', () => {
    for (const id of ['123', '1e5', 'null', 'true', '-']) {
      const { replications, session } = parse(
        withReference(withReplications(text, [id]), id).split('---')[1]!,
      ) as Record<string, unknown>;
      expect([replications, session]).toEqual([[id], id]);
    }
  });

  it.each([
    ['session: "one"', 'session: two'],
    ['session: one # of May', 'session: two # of May'],
    ['session:', 'session: two'],
    ["'session': >-\n  one", "'session': two"],
  ])('are told from what stands around them: %j', (field, other) => {
    expect(withReference(around(field), 'two')).toBe(around(other));
    expect(referenceIn(around(field))).toBe(field === 'session:' ? undefined : 'one');
  });

  it('are left to the author where they could not be written without losing something', () => {
    for (const list of ['replications: [\n  a # mine\n]', 'replications: {}', 'replications: a'])
      expect(() => withReplications(around(list), ['a', 'c'])).toThrow(
        'Write it there yourself: {"replications":["a","c"]}',
      );
  });

  it('keep the line ends of the file', () => {
    const windows = text.replaceAll('\n', '\r\n');
    expect(withReplications(windows, ['a'])).toBe(
      windows.replace('---\r\n', '---\r\nreplications:\r\n  - a\r\n'),
    );
    expect(withReference(windows, 'two')).toBe(windows.replace('session: one', 'session: two'));
  });
});
