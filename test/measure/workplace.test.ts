import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke, type World } from '../../src/measure/invoke.ts';
import { invocationOf, makeWorld, nothingExpected, temporaryFolder } from './make-world.ts';

let world: World;
let remove: () => void;
beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => remove());

/** A folder with these programs; the first is run. */
function programs(files: Readonly<Record<string, string>>, named = Object.keys(files)) {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return { folder, files: named as [string, ...string[]] };
}

const sh = (program: ReturnType<typeof programs>, further = {}) =>
  invoke(invocationOf('x.sh', { ...nothingExpected, program, ...further }), world);
const ANSWER = `echo '{"steelyard":1,"answer":{}}'\n`;

describe('the place of one invocation', () => {
  test('has an empty home, an empty temporary folder, and the program with its helpers alone', async () => {
    const program = programs(
      { 'a.sh': `ls -AR . $HOME $TMPDIR >&2; ${ANSWER}`, 'lib/b.txt': '', 'secret.txt': '' },
      ['a.sh', 'lib/b.txt'],
    );
    const { stderr } = await sh(program);
    expect(stderr).toBe('.:\na.sh\nlib\n\n./lib:\nb.txt\n\n<run>/home:\n\n<run>/tmp:');
  });

  test('keeps nothing for the next one, whatever the program wrote where', async () => {
    const littering = `touch $HOME/mine $TMPDIR/mine mine; echo '#' >> a.sh; ls -A . $HOME $TMPDIR >&2`;
    const program = programs({ 'a.sh': `${littering}; ${ANSWER}` });
    const source = readFileSync(join(program.folder, 'a.sh'), 'utf8');
    const [first, second] = [await sh(program), await sh(program)];
    expect(first.stderr).toContain('mine');
    expect(second.stderr).toBe(first.stderr);
    expect(readFileSync(join(program.folder, 'a.sh'), 'utf8')).toBe(source);
  });
});

describe('the steps before and after a program', () => {
  test('run in its place, with its parameters, outside of its time and of what it wrote', async () => {
    const program = programs({
      'run.sh': `cat made >&2; echo run >> made; ${ANSWER}`,
      'before.sh': 'echo "$@" > made; echo talk',
      'after.sh': `grep -q run made && cp made ${'$'}{1#--to=}`,
    });
    const to = join(temporaryFolder(), 'made');
    const record = await sh(program, {
      prepare: 'before.sh',
      cleanup: 'after.sh',
      parameters: { to },
    });
    expect(record).toMatchObject({ outcome: 'measured', stdoutBytes: ANSWER.length - 7 });
    expect(record.stderr).toContain('--cores=');
    expect(readFileSync(to, 'utf8')).toContain('run\n');
  });

  test.each([
    ['prepare', 'the step bad.sh: exit code 4: no disk'],
    ['cleanup', 'the step bad.sh: exit code 4: no disk'],
  ])('%s that fails is not the program’s fault: there is no result', async (name, reason) => {
    const program = programs({ 'run.sh': ANSWER, 'bad.sh': 'echo no disk >&2; exit 4' });
    expect(await sh(program, { [name]: 'bad.sh' })).toMatchObject({ outcome: 'no-result', reason });
  });
});
