import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench } from './bench.ts';

let bench: Bench;
beforeAll(() => {
  bench = new Bench();
  // Whoever looks for it fails.
  writeFileSync(
    join(bench.runners, 'runtimes', 'node', 'runtime.ts'),
    `export default {
      id: 'node', title: 'Node', homepage: 'https://nodejs.org',
      find: async () => { throw new Error('node was looked for'); },
    };\n`,
  );
});
afterAll(() => bench.remove());

it('where no contestant can run, the reason of each is said', async () => {
  const { exitCode, stderr } = await bench.measure('--only', 'absent-count');
  expect(stderr).toContain('No contestant can run here');
  expect(stderr).toContain('absent-count: There is no "absent" on PATH.');
  expect(exitCode).toBe(3);
});

describe('the runtimes that no planned contestant uses', () => {
  it('are not looked for, and the session says so', async () => {
    const ended = await bench.measure('--only', 'shell-count');
    expect([ended.exitCode, ended.stderr]).toEqual([0, expect.stringContaining('4 measured')]);
    const [{ session }] = bench.sessions() as [ReturnType<Bench['sessions']>[0]];
    expect(session.runtimes.map(({ id, available }) => [id, available])).toEqual([
      ['absent', false],
      ['node', false],
      ['shell', true],
    ]);
    expect(session.runtimes[1]).toHaveProperty(
      'reason',
      'not looked for, as no contestant of this session runs with it',
    );
  });

  it('are all looked for by doctor', async () => {
    const ended = await bench.run(['doctor']);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toMatch(
      /find\(\) of runtimes\/node\/runtime\.ts failed: node was looked for \(at .*runtime\.ts:3:/,
    );
  });
});
