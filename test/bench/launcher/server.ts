import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantileSorted } from 'simple-statistics';
import { runCommand } from '../../../src/measure/run.ts';
import { startService } from '../../../src/measure/service.ts';
import { beside, type Bench, type Finding } from './set-up.ts';

const DELAY_MS = 1000;
const WORKERS = 1000;
const REQUESTS = 5;
const MOST_LATE = 1.02;

/** 1000 connections at once: each service as the client sees it, and what the server has to say. */
export async function checkServer(bench: Bench): Promise<Finding[]> {
  const program = fileURLToPath(
    new URL('../../../runners/services/delay-server.ts', import.meta.url),
  );
  const service = await startService(
    {
      command: [process.execPath, program],
      parameters: { delayMs: DELAY_MS, workers: WORKERS, requests: REQUESTS },
      environment: {},
    },
    join(bench.folder, 'scratch'),
  );
  const client = await runCommand(process.execPath, [
    beside('raw-client.ts'),
    `--server=${String(service.parameters['server'])}`,
    `--workers=${String(WORKERS)}`,
    `--requests=${String(REQUESTS)}`,
  ]);
  const { problems, service: seen } = await service.report();
  await service.stop();
  if (client.exitCode !== 0)
    return [{ line: `delay server: the client failed: ${client.stderr}`, met: false }];

  const servicesMs = JSON.parse(client.stdout) as number[];
  const late = quantileSorted(servicesMs, 0.99);
  const overflows = seen.listenOverflows ?? NaN;
  const cpuMs = seen.cpuNs / 1e6 / seen.requests;
  return [
    {
      line:
        `delay server at ${String(seen.peakConcurrent)} requests in flight: shortest ${(servicesMs[0] ?? NaN).toFixed(1)} ms, ` +
        `99% within ${late.toFixed(1)} ms of the client's clock (bar: ${String(DELAY_MS * MOST_LATE)} ms); ` +
        `the server's own: ${(seen.shortestNs / 1e6).toFixed(1)} to ${(seen.longestNs / 1e6).toFixed(1)} ms, ${cpuMs.toFixed(3)} ms CPU a request`,
      met:
        late <= DELAY_MS * MOST_LATE &&
        seen.shortestNs >= DELAY_MS * 1e6 &&
        seen.peakConcurrent === WORKERS,
    },
    { line: `delay server: ${String(overflows)} listen overflows (bar: 0)`, met: overflows === 0 },
    {
      line: `delay server: ${problems.join('; ') || 'each request exactly once'}`,
      met: problems.length === 0,
    },
  ];
}
