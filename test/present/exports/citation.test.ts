import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { citationCff } from '../../../src/present/exports/citation.ts';
import { realCase, realSession } from '../../fixtures/real-session.ts';

const { session } = realCase('cpu/20');
const report = { title: 'One: and "another"', description: 'Of both.' };
const author = { name: 'Ada Lovelace', email: 'ada@example.org' };

describe('CITATION.cff of a report', () => {
  it('has title, author, session, day and commit, by version 1.2.0 of the format', () => {
    const project = { author, repository: 'https://github.com/ada/engine', license: 'Apache-2.0' };
    expect(parse(citationCff(report, session, project))).toEqual({
      'cff-version': '1.2.0',
      message: 'If you use these measurements, please cite them as below.',
      type: 'dataset',
      title: 'One: and "another"',
      abstract: 'Of both.',
      authors: [author],
      'date-released': '2026-11-27',
      version: realSession,
      commit: 'f3800c1600ba623d48dea2d452672220ac54334a',
      'repository-code': 'https://github.com/ada/engine',
      license: 'Apache-2.0',
    });
  });

  it('names no commit where the tree held further changes, and none that is not known', () => {
    for (const harness of [
      { ...session.harness, dirty: true },
      { ...session.harness, commit: 'unknown' },
    ])
      expect(citationCff(report, { ...session, harness }, { author })).not.toContain('commit');
  });
});
