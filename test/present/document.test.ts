import { describe, expect, it } from 'vitest';
import { caseOf, casesOf, measureOf, runsPath } from '../../src/present/document.ts';
import { measured, referenceView } from './sample.ts';

describe('what the MDX names', () => {
  it('an unknown case is an error that says where it stands, what there is and what next', () => {
    expect(() => caseOf(referenceView, 'io/99', '<Chart case="io/99">')).toThrow(
      /<Chart case="io\/99"> in content\/sample\/index\.mdx names the case "io\/99".*It has: .*io\/100.*Mend the name/s,
    );
  });

  it('an unknown measure is an error that lists the measures of the case', () => {
    const aCase = measured(referenceView, 'io/100');
    expect(() => measureOf(referenceView, aCase, 'speed', '<Results>')).toThrow(
      /measure "speed".*overhead, allAnswered, wall/s,
    );
  });

  it('an unknown scenario is an error that lists the scenarios', () => {
    expect(() => casesOf(referenceView, 'disk', '<Growth>')).toThrow(/scenario "disk".*io/s);
  });

  it('a case that only the front matter knows is absent, not unknown', () => {
    expect(caseOf(referenceView, 'io/5', '<Chart>')).toMatchObject({
      state: 'absent',
      why: { kind: 'not-in-this-session' },
    });
  });
});

describe('the runs behind a number', () => {
  it('have a page a case, with an anchor a contestant', () => {
    expect(runsPath(referenceView, 'io-tls/100')).toBe('/sample/runs/io-tls-100/');
    expect(runsPath(referenceView, 'io-tls/100', 'a')).toBe('/sample/runs/io-tls-100/#a');
  });

  it('are a line among the kept records where a document has no page a case', () => {
    const earlier = { ...referenceView, recordsOnly: true, path: '/sample/sessions/x/' };
    expect(runsPath(earlier, 'io-tls/100', 'a')).toBe('/sample/sessions/x/runs/#io-tls-100');
  });
});
