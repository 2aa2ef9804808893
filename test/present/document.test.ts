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
      /measure "speed".*overhead, wall/s,
    );
  });

  it('an unknown scenario is an error that lists the scenarios', () => {
    expect(() => casesOf(referenceView, 'disk', '<Growth>')).toThrow(/scenario "disk".*io/s);
  });

  it('a case that only the front matter knows is absent, not unknown', () => {
    expect(caseOf(referenceView, 'io/5', '<Chart>')).toMatchObject({
      state: 'absent',
      why: 'not measured in this session',
    });
  });

  it('the runs of a case have a folder of their own', () => {
    expect(runsPath('io-tls/100')).toBe('runs/io-tls-100/');
  });
});
