import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analyse/analyse.ts';
import { roundNumber } from '../../src/plan/round-number.ts';
import { wordsOf } from '../../src/quantity/words-of.ts';
import { listSessions, readProgram, readSession } from '../../src/store/read.ts';

/** Measured and sealed once, with all that schema 2 has, and never changed since. */
const root = join(import.meta.dirname, '..', 'fixtures', 'schema-2');

describe('a sealed session of schema 2', () => {
  const stored = listSessions(root).map(readSession);
  const { session, records, folder, tornLine } = stored[0]!;

  it('still reads, and both its seals fit', () => {
    expect(stored).toHaveLength(1);
    expect(session).toMatchObject({ schema: 2, profile: 'full', seed: 'frozen' });
    expect(session.seal).toMatchObject({
      records: 25,
      sessionSha256: expect.any(String) as string,
    });
    expect(tornLine).toBe(false);
  });

  it('still says which report it is for, and how often it went through its cases', () => {
    expect(session.reports).toEqual(['counting']);
    expect(session.sweeps).toBe(3);
    expect(session.cases.map(({ id, rounds, blocks }) => [id, rounds, blocks])).toEqual([
      ['ask/3', 3, 3],
      ['count/5', 3, 3],
      ['trouble/small', 3, 3],
    ]);
  });

  it('still has its measures with their words, and what its sizes count', () => {
    const aCase = session.cases.find(({ id }) => id === 'count/5')!;
    expect(aCase.scale).toEqual({ parameter: 'things', noun: 'thing' });
    const [wall, cpuTime] = aCase.measures;
    expect(wall).toMatchObject({ better: 'less', matters: { difference: 1e6 } });
    expect(wordsOf(wall!).more).toBe('longer');
    expect(cpuTime?.words).toBeUndefined();
  });

  it('still says of a run what else used the machine, and which number its round had', () => {
    const record = records[0]!;
    expect(record).toMatchObject({
      case: 'ask/3',
      roundNumber: 736_177_743,
      wallNs: 454_183_744,
      measures: { allDone: 165_013_372 },
      stdoutXxh64: '5018f95bd8b810f3',
      foreignCpuMs: 664,
      coresMs: 999,
    });
    expect(record).not.toHaveProperty('load1');
    expect(roundNumber('frozen', record)).toBe(record.roundNumber);
  });

  it('still holds every program that it measured, and is analysed to the end', () => {
    const files = session.cases.flatMap(({ contestants, service }) => [
      ...contestants.flatMap((contestant) => contestant.files),
      ...(service ?? []),
    ]);
    for (const { sha256 } of files) expect(readProgram(folder, sha256)).not.toBe('');
    const [ask, count, trouble] = analyse(session, records).cases;
    expect(ask!.contestants[0]).toMatchObject({ attempted: 3, finished: 3 });
    expect(count!.comparisons.every(({ verdict }) => verdict.kind === 'not decided')).toBe(true);
    const failing = trouble!.contestants.find(({ id }) => id === 'shell-failing')!;
    expect(failing).toMatchObject({ attempted: 3, finished: 0, outcomes: { failed: 3 } });
  });
});
