/** A project's own check program: what it says is wrong, and what is its own failure. */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke, type MeasuredInvocation, type World } from '../../src/measure/invoke.ts';
import { judgingSchema } from '../../src/scenario/judging.ts';
import { invocationOf, makeWorld, temporaryFile } from './make-world.ts';

let world: World;
let remove: () => void;

beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => {
  remove();
});

/** What comes of a right program whose files this check looks at. */
function judgedBy(check: string): Promise<MeasuredInvocation> {
  const file = temporaryFile('look.mjs');
  writeFileSync(file, check);
  const invocation = invocationOf('right.sh', {
    parameters: { lines: 7 },
    inputs: { text: '/somewhere/text' },
    writesOut: true,
    judging: judgingSchema.parse({ files: { program: 'look.mjs' } }),
    judge: {
      command: [process.execPath],
      program: { folder: dirname(file), files: ['look.mjs'] },
    },
    judgeMeasures: [{ id: 'entries', unit: 'count' }],
  });
  return invoke(invocation, world);
}

const counted = `console.log(JSON.stringify({ steelyard: 1, measures: { entries: { count: 3 } } }));`;

describe('a check program', () => {
  it('that ends with 0 says that all is right, and what it counted', async () => {
    const { outcome, measures } = await judgedBy(counted);
    expect({ outcome, measures }).toMatchObject({ outcome: 'measured', measures: { entries: 3 } });
  });

  it('gets the parameters, the inputs, the folder of files and the cores', async () => {
    const names = `process.argv.slice(2).map((word) => word.split('=')[0]).join(' ')`;
    const { reason } = await judgedBy(`console.error(${names}); process.exit(1);`);
    expect(reason).toBe('look.mjs: --lines --cores --text --out');
  });

  it('that ends with 1 and a sentence calls the answer wrong', async () => {
    const check = `console.error('looking …\\nthis is no archive'); process.exit(1);`;
    expect(await judgedBy(check)).toMatchObject({
      outcome: 'wrong-answer',
      reason: 'look.mjs: this is no archive',
    });
  });

  it.each([
    ['an error', `\nnull.x;`, /exit code 1: TypeError: .* \(look\.mjs:2\)$/],
    ['another code', `console.error('no tar here'); process.exit(2);`, /exit code 2: no tar here$/],
    ['a signal', `process.kill(process.pid, 'SIGKILL');`, /ended by SIGKILL: /],
    ['no word', `process.exit(1);`, /exit code 1: it has to say on standard error what is wrong$/],
    ['no count', ``, /the check look\.mjs: expected a last line/],
  ])('that ends with %s failed itself, and says nothing of the answer', async (_, check, why) => {
    const { outcome, reason } = await judgedBy(check);
    expect(outcome).toBe('no-result');
    expect(reason).toMatch(why);
    expect(reason).toMatch(/^the check look\.mjs/);
  });
});
