import {
  beyondFloor,
  cpuTime,
  defineScenario,
  peakProcess,
  peakTree,
  reported,
  wall,
} from 'steelyard';

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
    // 1% of the five seconds of waiting.
    beyondFloor({ beyond: 'beyond the waiting', of: 'allAnswered', matters: '50 ms' }),
    reported('allAnswered', {
      title: 'Until the last answer',
      until: 'until the last answer',
      matters: '2%',
      // Step of the coarsest clock among the contestants: 2^-22 s.
      resolution: 239,
    }),
    wall({ matters: '2%' }),
    cpuTime({ matters: '2%' }),
    peakProcess({ matters: '5%' }),
    peakTree({ matters: '5%' }),
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
