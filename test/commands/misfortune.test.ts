/** What programs, machines and accidents do, and whose fault it is said to be. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, vi } from 'vitest';
import { benchTest } from './bench-test.ts';
import { end, processesThatName, type Bench } from './bench.ts';
import { Gate, killingStopwatches } from './gate.ts';

const isLinux = process.platform === 'linux';
const smoke = (...names: string[]): string[] => [
  'measure',
  '--profile',
  'smoke',
  '--only',
  names.join(','),
];
const outcomesOf = (bench: Bench): string[] =>
  bench.sessions().flatMap(({ records }) => records.map(({ outcome }) => outcome));

/** Lets the shell's look-up begin with a statement. */
function lookUpBeginsWith(bench: Bench, statement: string): void {
  bench.edit('runtimes/shell/runtime.ts', 'const binary', `${statement};\n    const binary`);
}

describe.concurrent('a look-up command', () => {
  for (const [who, line] of [
    ['in its group', 'sleep 1000 & echo 1'],
    ['that has left it', 'setsid sleep 1000 & echo 1'],
  ] as const)
    benchTest(
      `is over when it has ended, with a child ${who} that keeps its output open`,
      async ({ own: bench, expect }) => {
        lookUpBeginsWith(bench, `await host.run('/bin/sh', ['-c', '${line}'])`);
        expect((await bench.run(['doctor'])).exitCode).toBe(0);
        if (isLinux) await expect.poll(() => processesThatName(bench.folder)).toEqual([]);
      },
    );

  for (const command of [['doctor'], smoke('wait')])
    benchTest(
      `that hangs is ended with all else by Ctrl-C: ${command[0]}`,
      async ({ own: bench, expect }) => {
        const mark = join(bench.folder, 'hangs');
        lookUpBeginsWith(bench, `await host.run('/bin/sh', ['-c', 'echo > ${mark}; sleep 1000'])`);
        const child = bench.start(command);
        const ended = end(child);
        await expect.poll(() => existsSync(mark)).toBe(true);
        child.kill('SIGINT');
        expect((await ended).exitCode).toBe(130);
        if (isLinux) await expect.poll(() => processesThatName(bench.folder)).toEqual([]);
      },
    );

  benchTest(
    'that Steelyard can’t end is left by a second Ctrl-C',
    async ({ own: bench, expect }) => {
      const mark = join(bench.folder, 'hangs');
      const hang = `(await import('node:fs')).writeFileSync('${mark}', ''); await new Promise((resolve) => setTimeout(resolve, 1e9))`;
      lookUpBeginsWith(bench, hang);
      const child = bench.start(smoke('wait'));
      const ended = end(child);
      await expect.poll(() => existsSync(mark)).toBe(true);
      while (child.exitCode === null) {
        child.kill('SIGINT');
        await setTimeout(600);
      }
      expect((await ended).exitCode).toBe(130);
    },
  );
});

describe.concurrent('a session', () => {
  /** Holds the session in its fourth run, lets something happen, and goes on. */
  async function meanwhile(bench: Bench, happen: () => void) {
    const gate = new Gate(3);
    bench.edit('runtimes/shell/wait.sh', 'for argument', `${gate.line}for argument`);
    const ended = end(bench.start(smoke('wait')));
    await gate.reached();
    happen();
    gate.open();
    return ended;
  }

  benchTest('stops when the runtime becomes another one', async ({ own: bench, expect }) => {
    const shell = join(bench.folder, 'shell');
    copyFileSync('/bin/sh', shell);
    bench.edit('runtimes/shell/runtime.ts', "'/bin/sh'", `'${shell}'`);
    const { exitCode, stderr } = await meanwhile(bench, () => {
      copyFileSync('/bin/ls', `${shell}.new`);
      renameSync(`${shell}.new`, shell);
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${shell}, which the programs are run with, was replaced meanwhile`);
    expect(outcomesOf(bench)).toEqual(['measured', 'measured', 'measured', 'measured']);
  });

  benchTest(
    'goes on when the runtime is replaced by the same bytes',
    async ({ own: bench, expect }) => {
      const shell = join(bench.folder, 'shell');
      copyFileSync('/bin/sh', shell);
      bench.edit('runtimes/shell/runtime.ts', "'/bin/sh'", `'${shell}'`);
      const { exitCode } = await meanwhile(bench, () => {
        copyFileSync('/bin/sh', `${shell}.new`);
        renameSync(`${shell}.new`, shell);
      });
      expect(exitCode).toBe(0);
    },
  );

  benchTest('stops when the launcher becomes another one', async ({ own: bench, expect }) => {
    bench.cache = join(bench.folder, 'cache');
    const { exitCode, stderr } = await meanwhile(bench, () => {
      const name = readdirSync(bench.cache).find((each) => /^launcher-[^.]+$/.test(each))!;
      const launcher = join(bench.cache, name);
      copyFileSync('/bin/true', `${launcher}.new`);
      renameSync(`${launcher}.new`, launcher);
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/launcher-\S+, which the programs are run with, was replaced meanwhile/);
    expect(new Set(outcomesOf(bench))).toEqual(new Set(['measured']));
  });

  benchTest(
    'makes a run again whose launcher was killed, and blames nobody',
    async ({ own: bench, expect }) => {
      const { exitCode, stderr } = await killingStopwatches((folder) => {
        const once = `[ -e ${folder}/once ] || { : > ${folder}/once; : > ${folder}/$PPID; sleep 1000; }\n`;
        bench.edit('runtimes/shell/fine.sh', 'echo', `${once}echo`);
        return bench.run(smoke('trouble', 'shell-fine'));
      });
      expect(stderr).toContain('no-result in the warm-up. its stopwatch was killed');
      expect(exitCode).toBe(0);
      const [{ session, records }] = bench.sessions() as [ReturnType<Bench['sessions']>[0]];
      const fine = records.filter(({ contestant }) => contestant === 'shell-fine');
      expect(fine.map(({ outcome }) => outcome)).toEqual([
        'no-result',
        ...Array.from({ length: 4 }, () => 'measured'),
      ]);
      expect(session.finishedAt).toBeDefined();
      expect((await bench.run(smoke('trouble', 'shell-fine'))).stderr).toContain('Fresh');
    },
  );

  benchTest(
    'that gets no result ends with 3, and is never fresh',
    async ({ own: bench, expect }) => {
      await killingStopwatches(async (folder) => {
        bench.edit('runtimes/shell/fine.sh', 'echo', `: > ${folder}/$PPID; sleep 1000; echo`);
        for (let run = 0; run < 2; run += 1) {
          const { exitCode, stderr } = await bench.run(smoke('trouble', 'shell-fine'));
          expect(exitCode).toBe(3);
          expect(stderr).toContain("that is not shell-fine's fault");
        }
      });
      expect(bench.sessions()).toHaveLength(1);
      expect(bench.sessions()[0]!.session.finishedAt).toBeUndefined();
    },
  );

  benchTest(
    'prints what a failed program said on standard error',
    async ({ own: bench, expect }) => {
      const { stderr } = await bench.run(smoke('trouble'));
      expect(stderr).toContain(
        'shell-failing in trouble/small: failed in the warm-up. exit code 3\n',
      );
      expect(stderr).toContain('    no more paper\n');
    },
  );
});

describe.concurrent('without a compiler', () => {
  benchTest.skipIf(!isLinux)(
    'nothing of a program is left either',
    async ({ own: bench, expect }) => {
      const path = join(bench.folder, 'path');
      mkdirSync(path);
      symlinkSync(process.execPath, join(path, 'node'));
      bench.cache = join(bench.folder, 'cache');
      const leave = `(setsid sleep 1000 &)\n(sleep 1000 &)\n`;
      bench.edit('runtimes/shell/fine.sh', 'echo', `${leave}echo`);
      const { exitCode, stderr } = await bench.run(smoke('trouble', 'shell-fine'), { PATH: path });
      expect(stderr).toContain('no C compiler');
      expect(exitCode).toBe(0);
      const [{ session }] = bench.sessions() as [ReturnType<Bench['sessions']>[0]];
      expect(session.launcher.method).toBe('spawn');
      await expect.poll(() => processesThatName(bench.folder)).toEqual([]);
      await expect.poll(sleepers).toEqual([]);
    },
  );

  benchTest.skipIf(!isLinux)('SIGHUP ends the program', async ({ own: bench, expect }) => {
    const path = join(bench.folder, 'path');
    mkdirSync(path);
    symlinkSync(process.execPath, join(path, 'node'));
    bench.cache = join(bench.folder, 'cache');
    bench.edit(
      'runtimes/shell/hang.sh',
      'sleep 600',
      `echo $$$$ > '${bench.folder}/pid'; sleep 599`,
    );
    bench.edit('scenarios/hang.ts', 'timeoutS: 1 }', 'timeoutS: 2592000 }');
    const child = bench.start(smoke('hang'), { PATH: path });
    const ended = end(child);
    const pid = (): string =>
      existsSync(`${bench.folder}/pid`) ? readFileSync(`${bench.folder}/pid`, 'utf8').trim() : '';
    await expect.poll(pid).toMatch(/^\d+$/);
    // The timeout of thirty days hasn't fired at once.
    await setTimeout(100);
    expect(existsSync(`/proc/${pid()}`)).toBe(true);
    child.kill('SIGHUP');
    expect((await ended).exitCode).toBe(130);
    await expect.poll(() => existsSync(`/proc/${pid()}`)).toBe(false);
  });
});

/** Sleeps that a program of the test above has left. */
function sleepers(): string[] {
  return processesThatName('STEELYARD_TREE=').filter((line) => line.startsWith('sleep 1000'));
}

describe.concurrent('a place', () => {
  benchTest.for([
    ['that is relative', 'tmp', 'no absolute path'],
    ['that is not there', '/no/such/folder', "isn't there"],
  ] as const)('for temporary files %s is said', async ([, path, words], { own: bench, expect }) => {
    const { exitCode, stderr } = await bench.run(smoke('wait'), { TMPDIR: path });
    expect(stderr).toContain(words);
    expect(exitCode).toBe(2);
  });

  benchTest('for the data that is a file is said', async ({ own: bench, expect }) => {
    writeFileSync(bench.data, '');
    const { exitCode, stderr } = await bench.run(smoke('wait'));
    expect(stderr).toContain(bench.data);
    expect(stderr).not.toContain('mistake in Steelyard');
    expect(exitCode).toBe(3);
  });
});

const groups = '/sys/fs/cgroup/memory';
const canLimit =
  isLinux && process.getuid?.() === 0 && existsSync(join(groups, 'memory.limit_in_bytes'));

describe('a machine', () => {
  benchTest.skipIf(!canLimit)(
    'has as much memory as its container',
    async ({ own: bench, expect }) => {
      const group = join(groups, `steelyard-test-${process.pid}`);
      mkdirSync(group);
      writeFileSync(join(group, 'memory.limit_in_bytes'), '400M');
      const hog = `x=$(head -c 900000000 /dev/zero | tr '\\0' x)\n`;
      bench.edit('runtimes/shell/fine.sh', 'echo', `${hog}echo`);
      const child = bench.start(smoke('trouble', 'shell-fine'));
      writeFileSync(join(group, 'cgroup.procs'), String(child.pid));
      const { exitCode } = await end(child);
      // The kernel may still hold what has just ended.
      await vi.waitFor(() => rmdirSync(group), { timeout: 10_000, interval: 100 });
      const [{ session, records }] = bench.sessions() as [ReturnType<Bench['sessions']>[0]];
      expect(session.machine.memoryGiB).toBe(0.39);
      const capMiB = Math.round((0.39 * 1024 * 2) / 3);
      expect(records[0]).toMatchObject({
        outcome: 'out-of-memory',
        reason: expect.stringContaining(`of a cap of ${capMiB} MiB, 1 process killed`) as string,
      });
      expect(exitCode).toBe(0);
    },
  );

  const canUnshare = isLinux && spawnSync('unshare', ['--pid', '--fork', 'true']).status === 0;
  benchTest.skipIf(!canUnshare)(
    'with several numberings of processes has one session at a time, which nobody disturbs',
    async ({ own: bench, expect }) => {
      bench.edit('runtimes/shell/wait.sh', 'for argument', 'sleep 0.3\nfor argument');
      const first = bench.start(smoke('wait'));
      const ended = end(first);
      await expect.poll(() => bench.sessions().length).toBe(1);
      const inside = [
        '--pid',
        '--fork',
        '--mount-proc',
        process.execPath,
        join(process.cwd(), 'src/cli.ts'),
      ];
      const env = {
        ...process.env,
        STEELYARD_RUNNERS: bench.runners,
        STEELYARD_CACHE: bench.cache,
      };
      const other = spawn('unshare', [...inside, 'doctor'], { env, stdio: 'ignore' });
      await once(other, 'exit');
      expect((await ended).exitCode).toBe(0);
      expect(new Set(outcomesOf(bench))).toEqual(new Set(['measured']));
    },
  );
});
