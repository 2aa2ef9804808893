/** All that must hold for the reports of this repository, whichever these are: what `steelyard check` looks at. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Checked } from '../src/check/checked.ts';
import { listReports } from '../src/site/reports.ts';

const root = join(import.meta.dirname, '..');
const reports = listReports(join(root, 'content'));

let checks: readonly Checked[];
beforeAll(async () => {
  // Other tests measure meanwhile; what is tried here is no number. Which runtimes are there is the person's affair.
  const env = { ...process.env, STEELYARD_LOCK: `steelyard-project-${process.pid}` };
  const command = [join(root, 'src', 'cli.ts'), 'check', '--json'];
  checks = await new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: root, env }, (_, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr));
      else resolve(JSON.parse(stdout) as Checked[]);
    });
  });
});

const found = (check: string, report?: string): readonly string[] | undefined =>
  checks.find((one) => one.check === check && one.report === report)?.findings;

describe.each(reports)('the report %s', (report) => {
  it.each([
    ['has no mistake in its texts, and no sentence that only runs can say', 'texts'],
    ['asserts what its reference carries', 'claims'],
    ['pins a session of these very programs, inputs and scenarios', 'keys'],
  ])('%s', (_, check) => {
    expect(found(check, report)).toEqual([]);
  });
});

describe('the project', () => {
  it('has sessions that fit their seals', () => {
    expect(found('sessions')).toEqual([]);
  });

  it('has pages that can be drawn, and no link that leads nowhere', () => {
    expect(found('pages')).toEqual([]);
  });

  it.skipIf(reports.length === 0)('has programs that give the right answer', () => {
    expect(found('programs')).toEqual([]);
  });
});
