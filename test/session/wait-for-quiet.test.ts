import { describe, expect, it } from 'vitest';
import { makeOutput } from '../../src/terminal/output.ts';
import { waitForQuiet, type QuietOptions } from '../../src/session/wait-for-quiet.ts';
import type { Busyness } from '../../src/measure/busy.ts';

const busy: Busyness = {
  share: 0.49,
  processes: [{ pid: 12, name: 'cc1\u001b[31m', ofACore: 0.98 }],
};
const quiet: Busyness = { share: 0.02, processes: [] };

/** Waits on a machine that is found so, one look after the other, then as at last; what was said, and how many looks. */
async function wait(
  found: readonly (Busyness | undefined)[],
  options: Partial<QuietOptions> = {},
): Promise<{ said: string[]; looks: number; error?: unknown }> {
  let looks = 0;
  const said: string[] = [];
  const note = (line: string): void => void said.push(line);
  const output = { ...makeOutput({}), say: note, warn: note };
  const { signal } = new AbortController();
  const look = () => Promise.resolve(found[Math.min(looks++, found.length - 1)]);
  try {
    await waitForQuiet(
      [0, 1],
      { profile: 'full', anyway: false, signal, look, ...options },
      output,
    );
    return { said, looks };
  } catch (error) {
    return { said, looks, error };
  }
}

describe('before anything is measured', () => {
  it('a quiet machine is looked at once, and nothing is said', async () => {
    expect(await wait([quiet])).toEqual({ said: [], looks: 1 });
    expect(await wait([undefined])).toEqual({ said: [], looks: 1 });
  });

  it('a reference waits for whatever uses it, and names that', async () => {
    const { said, looks } = await wait([busy, busy, quiet]);
    expect(looks).toBe(3);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^Something else uses 49% of the cores' time: cc1\S* \(process 12\) 98% of a core\. Waiting up to a minute for it to end\.$/,
    );
    expect(said[0]).not.toContain('\u001b');
  });

  it('a reference is not begun when it doesn’t end', async () => {
    const { looks, error } = await wait([busy]);
    expect(looks).toBe(12);
    expect(error).toMatchObject({
      kind: 'blocked',
      message: expect.stringMatching(/needs an idle machine\. .*--anyway/) as string,
    });
  });

  it.each([
    ['with --anyway', { anyway: true }],
    ['in another profile', { profile: 'quick' }],
  ] as const)('%s it begins all the same, and says so', async (_, options) => {
    const { said, looks } = await wait([busy], options);
    expect(looks).toBe(1);
    expect(said.join()).toMatch(/49% of the cores' time: .*flagged/);
  });

  it('the smallest profile doesn’t look', async () => {
    expect(await wait([busy], { profile: 'smoke' })).toEqual({ said: [], looks: 0 });
  });
});
