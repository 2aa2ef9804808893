import { invoke } from '../../../src/measure/invoke.ts';
import { canCap } from '../../../src/measure/tree-memory.ts';
import { compile, type Bench, type Finding } from './set-up.ts';

const MB = 2 ** 20;
const KNOWN_BYTES = (200 + 8 * 20) * MB;
const MOST_OFF = 0.03;

/** Peak memory of a tree whose size is known; beside it what the largest process alone would say. */
export async function checkMemory(bench: Bench): Promise<Finding[]> {
  const { world, folder } = bench;
  if (!canCap(world.tree)) {
    const why = 'reason' in world.tree ? world.tree.reason : '';
    return [
      { line: `peak memory of a known tree: can't be tested, no cgroup here (${why})`, met: false },
    ];
  }
  const record = await invoke(
    {
      command: [await compile('known-tree.c', folder)],
      program: { folder, files: ['known-tree'] },
      parameters: {},
      environment: { PATH: '/usr/bin:/bin' },
      timeoutMs: 30_000,
      exitCodes: [0],
      expected: {},
      programMeasures: [],
    },
    world,
  );
  const off = (bytes: number | undefined): number => ((bytes ?? NaN) - KNOWN_BYTES) / KNOWN_BYTES;
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
  const line =
    `peak memory of a known tree of ${String(KNOWN_BYTES / MB)} MB (${record.outcome}): ` +
    `${world.tree.kind} off by ${percent(off(record.peakTreeBytes))} (bar: ${percent(MOST_OFF)}); ` +
    `the largest process alone: ${percent(off(record.peakProcessBytes))}`;
  return [
    { line, met: record.outcome === 'measured' && Math.abs(off(record.peakTreeBytes)) <= MOST_OFF },
  ];
}
