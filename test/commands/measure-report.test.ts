import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Bench } from './bench.ts';

/** A report of one case. */
const textOf = (caseId: string): string => `---
title: A report
description: Of little.
subject: shell
others: Others
contestants: [{ id: shell-count, slot: 1 }]
cases: { ${caseId}: { title: Some } }
---
`;

let bench: Bench;
beforeAll(() => {
  bench = new Bench();
  for (const [name, caseId] of [
    ['counting', 'count/5'],
    ['waiting', 'wait/short'],
  ] as const) {
    mkdirSync(join(bench.content, name));
    writeFileSync(join(bench.content, name, 'index.mdx'), textOf(caseId));
  }
});
afterAll(() => bench.remove());

describe('measuring for a report', () => {
  it('makes only the cases that it needs, and the session names it', async () => {
    const quick = ['measure', '--profile', 'quick', '--report', 'counting'];
    const { exitCode, stderr } = await bench.run(quick);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('1 case of the quick profile')]);
    const [{ session }] = bench.sessions() as [ReturnType<Bench['sessions']>[0]];
    expect(session.reports).toEqual(['counting']);
    expect(session.cases.map(({ id }) => id)).toEqual(['count/5']);
  });

  it('takes the tiny cases of the same scenarios in the smoke profile', async () => {
    const smoke = ['measure', '--profile', 'smoke', '--report', 'counting', '--plan', '--json'];
    const { exitCode, stdout } = await bench.run(smoke);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('count/2');
    expect(stdout).not.toContain('wait/');
  });

  it('says which of its cases no scenario has, and measures the others', async () => {
    const text = textOf('count/5').replace('cases: {', 'cases: { count/17: { title: Gone },');
    mkdirSync(join(bench.content, 'older'));
    writeFileSync(join(bench.content, 'older', 'index.mdx'), text);
    const { exitCode, stderr } = await bench.run([
      'measure',
      '--report',
      'older',
      '--fresh',
      '--plan',
    ]);
    rmSync(join(bench.content, 'older'), { recursive: true });
    expect(stderr).toContain('No scenario has count/17, which the report names');
    expect(stderr).toMatch(/^ {2}count\/5 /m);
    expect(exitCode).toBe(0);
  });

  it('ends with 2 for a report that is not there, and names those there are', async () => {
    for (const command of ['measure', 'build', 'claims']) {
      const { exitCode, stderr } = await bench.run([command, '--report', 'cuonting']);
      expect([exitCode, stderr]).toEqual([
        2,
        expect.stringMatching(/There is no report "cuonting".*There are: counting, waiting\./),
      ]);
    }
  });
});

describe('accepting a session that was measured for a report', () => {
  it('is refused for another one', async () => {
    const { id } = bench.sessions()[0]!.session;
    const { exitCode, stderr } = await bench.run(['accept', id, '--report', 'waiting']);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(
        `${id} was measured for counting, and not for waiting. Accept it with --report counting, or measure one with: npm run measure -- --profile full --report waiting`,
      ),
    ]);
    expect(readdirSync(bench.data)).not.toContain('sessions');
  });

  it('needs no further word on which', async () => {
    const { id } = bench.sessions()[0]!.session;
    const { exitCode, stderr } = await bench.run(['accept', id, '--without-commit']);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('counting/index.mdx')]);
  });
});
