import { describe, expect, it } from 'vitest';
import {
  commitWords,
  runtimesWithPackages,
  runtimesWords,
  shortCommit,
  shownOf,
} from '../../../src/present/head/provenance.ts';
import type {
  Session,
  SessionCase,
  SessionContestant,
  SessionRuntime,
} from '../../../src/store/schema.ts';
import { aSession } from '../../fixtures/session.ts';
import { measured, referenceView } from '../sample.ts';

describe('a commit in words', () => {
  const commit = 'a1b2c3d4e5f6'.padEnd(40, '0');

  it('is its first characters, with a word on what was not committed', () => {
    const harness = { version: '1.0.0', commit, dirty: false };
    expect(commitWords(harness)).toBe('a1b2c3d4e5f6');
    expect(commitWords({ ...harness, dirty: true })).toBe('a1b2c3d4e5f6 with uncommitted changes');
    expect(shortCommit(commit)).toBe('a1b2c3d');
    expect(shortCommit(commit.padEnd(64, '0'))).toBe('a1b2c3d');
  });

  it.each(['unknown', '', 'abc', 'main', commit.toUpperCase()])(
    'is "unknown" where session.json says "%s"',
    (none) => {
      expect(commitWords({ version: '1.0.0', commit: none, dirty: true })).toBe('unknown');
      expect(shortCommit(none)).toBeUndefined();
    },
  );
});

describe('the runtimes of a session in words', () => {
  const found = (id: string, changes: object): SessionRuntime => ({
    id,
    title: 'Example',
    homepage: 'https://example.org',
    available: true,
    version: '1.2.3',
    binarySha256: 'a'.repeat(64),
    dependencies: {},
    missing: {},
    facts: {},
    ...changes,
  });
  const [aCase] = aSession().cases as [SessionCase];
  const [contestant] = aCase.contestants as [SessionContestant];
  const sessionWith = (...runtimes: SessionRuntime[]): Session =>
    aSession({
      runtimes,
      cases: [
        { ...aCase, contestants: runtimes.map(({ id }) => ({ ...contestant, id, runtime: id })) },
      ],
    });

  it('name each build by what it calls itself', () => {
    const builds = [
      found('one', { label: 'Example 1.2.3' }),
      found('two', { label: 'Example 1.3.0rc1, other build' }),
    ];
    expect(runtimesWords(sessionWith(...builds))).toBe(
      'Example 1.2.3 · Example 1.3.0rc1, other build',
    );
  });

  it('name its implementation, else its title, where a session of before holds no name', () => {
    const builds = [found('one', { facts: { implementation: 'CExample' } }), found('two', {})];
    expect(runtimesWords(sessionWith(...builds))).toBe('CExample 1.2.3 · Example 1.2.3');
  });

  it('name the packages that they are measured with', () => {
    const builds = [found('one', { dependencies: { yaml: '2.6.1', ruamel: '0.18' } })];
    expect(runtimesWithPackages(sessionWith(...builds))).toBe(
      'Example 1.2.3 (yaml 2.6.1, ruamel 0.18)',
    );
    expect(runtimesWords(sessionWith(...builds))).toBe('Example 1.2.3');
  });

  it('are those of the cases that a page shows', () => {
    const own = measured(referenceView, 'io/100').session;
    const [id, shown] = [...referenceView.cases].find(([, one]) => one.state === 'measured')!;
    const view = { ...referenceView, cases: new Map([[id, shown]]) };
    expect(shownOf(view, own).cases.map((one) => one.id)).toEqual([id]);
    expect(own.cases.length).toBeGreaterThan(1);
    const other = { ...own, id: '20260101T000000Z-other-0001' };
    expect(shownOf(view, other).cases).toEqual([]);
  });

  it('leave out what is not here, and what no contestant runs with', () => {
    const homepage = 'https://example.org';
    const away: SessionRuntime = {
      id: 'away',
      title: 'Away',
      homepage,
      available: false,
      reason: 'not on PATH',
    };
    const session = sessionWith(found('one', {}), away);
    const unused = found('unused', { version: '9' });
    expect(runtimesWords({ ...session, runtimes: [...session.runtimes, unused] })).toBe(
      'Example 1.2.3',
    );
  });
});
