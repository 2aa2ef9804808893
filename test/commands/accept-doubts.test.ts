import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doubtsOf } from '../../src/commands/accept-doubts.ts';
import { sha256Of } from '../../src/store/canonical.ts';
import type { StoredSession } from '../../src/store/read.ts';
import { aCase, aRecord, aSession } from '../fixtures/session.ts';

const runners = mkdtempSync(join(tmpdir(), 'steelyard-doubts-'));
beforeAll(() => {
  mkdirSync(join(runners, 'runtimes/sh'), { recursive: true });
  writeFileSync(join(runners, 'runtimes/sh/a.sh'), 'echo\n');
});
afterAll(() => rmSync(runners, { recursive: true }));

function stored(
  profile: 'quick' | 'full',
  { text = 'echo\n', foreignCpuMs = 0 } = {},
): StoredSession {
  const files = [{ path: 'runtimes/sh/a.sh', sha256: sha256Of(text) }];
  const [contestant] = aCase().contestants;
  const cases = [aCase({ contestants: [{ ...contestant!, files }] })];
  const session = aSession({ profile, cases });
  const records = [aRecord({ foreignCpuMs, coresMs: 1000 })];
  return { folder: runners, session, records, tornLine: false };
}

describe('a session that is to be a reference', () => {
  it('is accepted without a word where it is of the full profile, quiet, and of these files', () => {
    expect(doubtsOf(stored('full'), runners)).toEqual([]);
  });

  it('is told to be of a lesser profile', () => {
    expect(doubtsOf(stored('quick'), runners)).toEqual([
      expect.stringContaining('is of the quick profile, which has fewer rounds'),
    ]);
  });

  it('is told to have been disturbed, and by how much', () => {
    expect(doubtsOf(stored('full', { foreignCpuMs: 500 }), runners)).toEqual([
      expect.stringMatching(/used 50% of the cores' time .* and disturbed 1 of 1 runs/),
    ]);
  });

  it('is told to be of files that were edited since, or are gone', () => {
    const edited = stored('full', { text: 'printf\n' });
    expect(doubtsOf(edited, runners)).toEqual([
      expect.stringContaining('runtimes/sh/a.sh changed since'),
    ]);
    expect(doubtsOf(stored('full'), join(runners, 'elsewhere'))).toHaveLength(1);
  });
});
