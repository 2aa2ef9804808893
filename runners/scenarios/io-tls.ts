import { defineScenario } from '../../src/scenario/define.ts';

/**
 * The same waiting over TLS, with the program that the published comparison
 * used for Python beside the idiomatic ones: a bare `requests.get` per request.
 */
export default defineScenario({
  id: 'io-tls',
  title: 'Waiting for a server over TLS',
  work: 'Each worker makes its requests one after another, over TLS, to a server on the same machine that answers each after a second.',
  contestants: [
    { id: 'duso', runtime: 'duso', program: 'io.du', helpers: ['io_worker.du'] },
    { id: 'python-threads', runtime: 'python', program: 'io_threads.py', needs: ['requests'] },
    {
      id: 'python-threads-plain-get',
      runtime: 'python',
      program: 'io_threads_plain_get.py',
      needs: ['requests'],
    },
    { id: 'python-asyncio', runtime: 'python', program: 'io_asyncio.py', needs: ['aiohttp'] },
  ],
  cases: [
    {
      id: '100',
      parameters: { workers: 100, requests: 5, delayMs: 1000 },
      rounds: { full: 12 },
      timeoutS: 60,
    },
  ],
  answer: { requests: { times: ['workers', 'requests'] } },
  floorNs: { times: ['requests', 'delayMs', 1_000_000] },
  measures: [
    {
      id: 'overhead',
      title: 'Time beyond the waiting',
      unit: 'ns',
      source: { from: 'floor' },
      // 1% of the five seconds of waiting.
      matters: { difference: 50_000_000 },
    },
    {
      id: 'wall',
      title: 'Wall time',
      unit: 'ns',
      source: { from: 'launcher' },
      matters: { ratio: 1.02 },
    },
    {
      id: 'cpuTime',
      title: 'CPU time',
      unit: 'ns',
      source: { from: 'launcher' },
      matters: { ratio: 1.02 },
    },
    {
      id: 'peakProcess',
      title: 'Peak memory of the largest process',
      unit: 'bytes',
      source: { from: 'launcher' },
      matters: { ratio: 1.05 },
      resolution: 4096,
    },
    {
      id: 'peakTree',
      title: 'Peak memory of the whole tree',
      unit: 'bytes',
      source: { from: 'launcher' },
      matters: { ratio: 1.05 },
      resolution: 4096,
    },
  ],
  service: {
    program: 'delay-server.ts',
    helpers: [
      'delay/certificate.ts',
      'delay/delay-queue.ts',
      'delay/http-requests.ts',
      'delay/ledger.ts',
      'delay/listen-overflows.ts',
      'delay/parameters.ts',
      'delay/plain-server.ts',
      'delay/secret.ts',
      'delay/secure-server.ts',
    ],
    parameters: { tls: 1 },
  },
});
