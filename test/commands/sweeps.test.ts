import { describe } from 'vitest';
import { roundNumber } from '../../src/plan/round-number.ts';
import { benchTest } from './bench-test.ts';

describe('a session', () => {
  benchTest(
    'goes through all cases once a sweep, and gives all contestants of a round the same environment',
    async ({ own: bench, expect }) => {
      bench.edit(
        'runtimes/shell/runtime.ts',
        "SHELL_FIXTURE: 'set'",
        "SHELL_FIXTURE: '<another number each round>'",
      );
      const says = 'echo "${#STEELYARD_PADDING} $SHELL_FIXTURE" >&2\n';
      bench.edit('runtimes/shell/count.sh', 'for argument', `${says}for argument`);
      const { exitCode } = await bench.run([
        ...['measure', '--profile', 'smoke', '--only', 'count,trouble', '--seed', 'a seed'],
      ]);
      expect(exitCode).toBe(0);
      const [{ session, records }] = bench.sessions() as [ReturnType<typeof bench.sessions>[0]];

      const rounds = records.map((record) => `${record.case} ${record.round}`);
      const order = rounds.filter((round, index) => round !== rounds[index - 1]);
      const most = Math.max(...session.cases.map((aCase) => aCase.rounds));
      expect(session.sweeps).toBe(most);
      const inSweep = (sweep: number): string[] => order.slice(2 * sweep, 2 * sweep + 2).toSorted();
      for (let sweep = 0; sweep <= most; sweep += 1)
        expect(inSweep(sweep)).toEqual([`count/2 ${sweep}`, `trouble/small ${sweep}`]);

      const own = records.filter((one) => one.contestant === 'shell-count');
      expect(own).toHaveLength(most + 1);
      for (const record of own) {
        const number = roundNumber('a seed', record);
        expect(record.roundNumber).toBe(number);
        expect(record.stderr).toBe(`${number % 4096} ${number}`);
      }
      expect(session.environment['STEELYARD_PADDING']).toContain('0 to 4095');
    },
  );
});
