import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantileSorted } from 'simple-statistics';
import { runCommand } from '../../../src/measure/run.ts';
import { startService } from '../../../src/measure/service.ts';
import { compile, type Bench, type Finding } from './set-up.ts';

const DELAY_MS = 1000;
const WORKERS = 1000;
const REQUESTS = 5;
const MOST_LATE = 1.02;

/** By the client's clock, in ms, shortest first. */
interface Services {
  /** First requests of their connections: the server has to accept it before it can read. */
  readonly first: number[];
  readonly later: number[];
}

function servicesIn(stdout: string): Services {
  const rows = stdout.split('\n').map((line) => line.split(' ').map(Number));
  const pick = (wanted: (request: number) => boolean): number[] =>
    rows
      .filter(([request]) => wanted(request ?? NaN))
      .map(([, us]) => (us ?? NaN) / 1000)
      .toSorted((a, b) => a - b);
  return { first: pick((request) => request === 1), later: pick((request) => request > 1) };
}

/** 1000 connections at once: each service as the client sees it, and what the server has to say. */
export async function checkServer(bench: Bench): Promise<Finding[]> {
  const client = await compile('raw-client.c', bench.folder);
  const program = fileURLToPath(
    new URL('../../../runners/services/delay-server.ts', import.meta.url),
  );
  const parameters = { delayMs: DELAY_MS, workers: WORKERS, requests: REQUESTS };
  const service = await startService(
    { command: [process.execPath, program], parameters, environment: {} },
    bench.world.launcher,
    join(bench.folder, 'scratch'),
  );
  const { port, pathname } = new URL(String(service.parameters['server']));
  const heard = await runCommand(client, [port, pathname, String(WORKERS), String(REQUESTS)]);
  const { problems, service: seen } = await service.report();
  await service.stop();
  if (heard.exitCode !== 0) {
    return [{ line: `delay server: the client failed: ${heard.stderr}`, met: false }];
  }
  const { first, later } = servicesIn(heard.stdout);
  const within = (sortedMs: readonly number[]): number => quantileSorted([...sortedMs], 0.99);
  const cpuMs = seen.cpuNs / 1e6 / seen.requests;
  return [
    {
      line:
        `delay server at ${String(seen.peakConcurrent)} requests in flight, by the client's clock: ` +
        `99% of services within ${within(later).toFixed(1)} ms (bar: ${String(DELAY_MS * MOST_LATE)} ms), ` +
        `of first ones, before which the server accepts the connection, within ${within(first).toFixed(1)} ms`,
      met: within(later) <= DELAY_MS * MOST_LATE && seen.peakConcurrent === WORKERS,
    },
    {
      line:
        `delay server, by its own clock: from ${(seen.shortestNs / 1e6).toFixed(3)} ms, never early, ` +
        `to ${(seen.longestNs / 1e6).toFixed(1)} ms; ${cpuMs.toFixed(3)} ms CPU a request`,
      met: seen.shortestNs >= DELAY_MS * 1e6,
    },
    {
      line: `delay server: ${String(seen.listenOverflows)} listen overflows (bar: 0)`,
      met: seen.listenOverflows === 0,
    },
    {
      line: `delay server: ${problems.join('; ') || 'each request came exactly once'}`,
      met: problems.length === 0,
    },
  ];
}
