/** Tools, builds, made inputs and checks, as the command that says whether all holds sees them. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Checked } from '../../src/check/checked.ts';
import type { Ended } from '../commands/bench.ts';
import { Project } from '../fixtures/make-project.ts';

const TEXT = `---
title: Counting lines
description: Of two tools.
subject: grep
others: Others
contestants: [{ id: grep, slot: 1 }, { id: awk, slot: 2 }]
cases: { count/1000: { title: A thousand lines } }
---

<Section id="runs" title="Every run" evidence>

<EveryRun />

</Section>
`;

let project: Project;
const check = async (...flags: readonly string[]): Promise<(kind: string) => Checked> => {
  const { stdout, stderr }: Ended = await project.run('check', '--json', ...flags);
  if (stdout === '') throw new Error(stderr);
  const checks = JSON.parse(stdout) as Checked[];
  return (kind) => checks.find((one) => one.check === kind)!;
};

beforeAll(async () => {
  project = new Project('check-kinds', 'kinds');
  mkdirSync(project.path('content/lines'), { recursive: true });
  writeFileSync(project.path('content/lines/index.mdx'), TEXT);
  await project.run('measure', '--profile', 'quick', '--only', 'count');
  const [session = ''] = readdirSync(project.path('data/local'));
  await project.run('accept', session, '--without-commit');
});

describe('a session of tools that work on an input', () => {
  it('is of what is there', async () => {
    const found = await check();
    expect(found('keys')).toMatchObject({ state: 'right', findings: [], notes: [] });
    const { findings } = found('programs');
    expect(findings.join('\n')).toMatch(
      /^broken of sum: Building it failed .* Mend runners\/runtimes\/cc\/sum\.c or its "build"\.$/m,
    );
    expect(findings.join('\n')).toMatch(/of count\/disagreeing: the answer is wrong/);
    expect(findings.join('\n')).not.toMatch(/^(plain|fast|nowhere) /m);
  });

  it('is not, once what makes the input makes another one', async () => {
    const file = 'runners/inputs/lines.mjs';
    // As long as it makes the same, nothing has changed that was measured.
    project.edit(file, 'import', '// Another one.\nimport');
    expect((await check('--without-programs'))('keys').state).toBe('right');
    project.edit(file, '12345', '12347');
    const found = await check('--without-programs');
    expect(found('keys').findings).not.toEqual([]);
    for (const finding of found('keys').findings)
      expect(finding).toMatch(
        /^\S+ of count\/1000 is not what \S+ measured: runners\/inputs\/lines\.mjs changed\./,
      );
  });
});

describe('an input that can’t be made', () => {
  it('is a finding, since no machine can make it', async () => {
    const broken = new Project('check-kinds-broken', 'kinds');
    broken.edit(
      'runners/inputs/lines.mjs',
      'const given',
      "throw new Error('bad seed');\nconst given",
    );
    const { stdout, exitCode } = await broken.run('check', '--json');
    const checks = JSON.parse(stdout) as Checked[];
    expect(checks.find((one) => one.check === 'programs')?.findings).toContainEqual(
      expect.stringMatching(
        /^The input "text" could not be made by lines\.mjs: Error: bad seed \(lines\.mjs:\d+\)\. Mend it under runners\/inputs\//,
      ),
    );
    expect(exitCode).toBe(1);
  });
});
