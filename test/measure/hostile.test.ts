/** What a program may not do: real programs that try, and what became of it. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invoke, type MeasuredInvocation, type World } from '../../src/measure/invoke.ts';
import { invocationOf, makeWorld, nothingExpected, temporaryFolder } from './make-world.ts';

let world: World;
let remove: () => void;
beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => remove());

const ANSWER = `echo '{"steelyard":1,"answer":{}}'`;
/** Process numbers of the stopwatch, the launcher and the harness. */
const NUMBERS =
  'up() { sed "s/.*) . //; s/ .*//" /proc/$1/stat; }; watch=$PPID; launcher=$(up $watch); harness=$(up $launcher)';

/** Runs a line of shell as a program would; "done" on standard error says that it came through. */
async function tryLine(line: string, further = {}): Promise<MeasuredInvocation> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'x.sh'), `${NUMBERS}\n{ ${line}\n} && echo done >&2\n${ANSWER}\n`);
  const program = { folder, files: ['x.sh'] as [string] };
  return invoke(invocationOf('x.sh', { ...nothingExpected, program, ...further }), world);
}

/** Whether this kernel's Landlock is of this version or newer. */
const isConfined = (least: number): boolean => world.confined >= least;

describe('a program', () => {
  test.each([
    ['its own folder', 'echo x > mine && mkdir a && mv mine a'],
    ['its home and its temporary folder', 'echo x > $HOME/a && mv $HOME/a $TMPDIR && rm $TMPDIR/a'],
    ['the devices that are nobody’s', 'echo x > /dev/null && echo x > /dev/zero'],
    ['shared memory', 'test ! -d /dev/shm || { echo x > /dev/shm/$$ && rm /dev/shm/$$; }'],
  ])('writes into %s', async (_, line) => {
    expect(await tryLine(line)).toMatchObject({ outcome: 'measured', stderr: 'done' });
  });

  test.for([
    ['a new file beside the programs', 2, 'echo x > OUT/json.py'],
    ['a file that others read', 2, 'echo x >> OUT/records.jsonl'],
    ['over the whole of it', 2, 'echo x > OUT/records.jsonl'],
    ['through a link', 2, 'ln -s OUT/records.jsonl $TMPDIR/l && echo x >> $TMPDIR/l'],
    ['through a second name', 2, 'ln OUT/records.jsonl $TMPDIR/l && echo x >> $TMPDIR/l'],
    ['nothing, and shortens', 3, 'truncate -s 1 OUT/records.jsonl'],
    ['nothing, and removes', 2, 'rm -f OUT/records.jsonl && test ! -e OUT/records.jsonl'],
    ['nothing, and moves away', 2, 'mv OUT/records.jsonl $TMPDIR'],
    ['in the name of a new one', 2, 'echo x > $TMPDIR/n && mv $TMPDIR/n OUT/records.jsonl'],
    ['into a folder of all', 2, 'echo x > /var/tmp/steelyard-$$ && rm /var/tmp/steelyard-$$'],
    ['into the launcher’s answer', 2, 'echo x > /proc/$launcher/fd/1'],
    ['into the stopwatch’s answer', 2, 'for f in /proc/$watch/fd/*; do echo x > $f && break; done'],
    ['into what the harness writes', 2, 'echo x >> /proc/$harness/fd/1'],
    [
      'into another cgroup',
      2,
      'for f in /sys/fs/cgroup/cgroup.procs /sys/fs/cgroup/memory/cgroup.procs; do echo $$ > $f && break; done',
    ],
    ['into the kernel’s settings', 2, 'cat /proc/sys/vm/swappiness > /proc/sys/vm/swappiness'],
    ['after a mount', 2, 'mount -t tmpfs none $TMPDIR'],
    ['into a disk', 2, 'mknod $TMPDIR/d b 253 0'],
  ] as const)('does not write %s', async ([, least, line], { skip }) => {
    skip(!isConfined(least), 'this kernel can’t see to it');
    const out = temporaryFolder();
    writeFileSync(join(out, 'records.jsonl'), 'kept\n');
    const record = await tryLine(line.replaceAll('OUT', out));
    expect(record.outcome).toBe('measured');
    expect(record.stderr ?? '').not.toMatch(/^done$/m);
    expect(readdirSync(out)).toEqual(['records.jsonl']);
    expect(readFileSync(join(out, 'records.jsonl'), 'utf8')).toBe('kept\n');
  });

  test.for([
    ['stop the launcher', 'kill -STOP $launcher'],
    ['end the stopwatch', 'kill -KILL $watch'],
    ['signal the harness', 'kill -CONT $harness'],
  ] as const)('can’t %s, where the kernel keeps signals in', async ([, line], { skip }) => {
    skip(!isConfined(6), 'this kernel can’t see to it');
    const record = await tryLine(line);
    expect(record.outcome).toBe('measured');
    expect(record.stderr ?? '').not.toMatch(/^done$/m);
  });

  test('does not read the harness’ memory', async ({ skip }) => {
    skip(!isConfined(2), 'this kernel can’t see to it');
    const line = 'cat /proc/$harness/maps > /dev/null || cat /proc/$launcher/maps > /dev/null';
    expect((await tryLine(line)).stderr ?? '').not.toMatch(/^done$/m);
  });

  test.runIf(process.platform === 'linux')(
    'has none of root’s powers but those of reading, and gains none',
    async () => {
      const { stderr } = await tryLine(
        'grep -E "^(CapEff|CapBnd|NoNewPrivs):" /proc/self/status >&2',
      );
      const isRoot = process.getuid?.() === 0;
      expect(stderr).toMatch(isRoot ? /CapEff:\t0{15}[0246]\n/ : /CapEff:\t0{16}\n/);
      if (isRoot) expect(stderr).toMatch(/CapBnd:\t0{15}[0246]\n/);
      expect(stderr).toContain('NoNewPrivs:\t1');
    },
  );

  test('that takes the rights off its folders leaves none behind', async () => {
    const line =
      'mkdir -p $TMPDIR/a/b && touch $TMPDIR/a/b/c && chmod 0 $TMPDIR/a/b $TMPDIR/a $HOME .';
    expect((await tryLine(line)).stderr).toBe('done');
    expect(readdirSync(world.scratch).filter((name) => name.startsWith('run-'))).toEqual([]);
  });
});

test('a folder without rights is removed by its owner', () => {
  const folder = temporaryFolder();
  const module = join(folder, 'remove.ts');
  copyFileSync(join(import.meta.dirname, '../../src/measure/remove.ts'), module);
  const linked = join(folder, 'linked');
  mkdirSync(linked);
  const script = `
    import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync, existsSync } from 'node:fs';
    import { removeFolder } from '${module}';
    const folder = mkdtempSync('/tmp/steelyard-test-');
    mkdirSync(folder + '/a/b', { recursive: true });
    writeFileSync(folder + '/a/b/c', '');
    symlinkSync('${linked}', folder + '/a/link');
    for (const one of ['/a/b', '/a', '']) chmodSync(folder + one, 0);
    removeFolder(folder);
    console.log(existsSync(folder));`;
  // root removes whatever it likes.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if ('uid' in user) spawnSync('chmod', ['-R', 'a+rX', folder]);
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...user,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toBe('false\n');
  expect(existsSync(linked)).toBe(true);
});
