import {
  beyondFloor,
  cpuTime,
  defineScenario,
  peakProcess,
  peakTree,
  reported,
  wall,
} from 'steelyard';

/** Whose workers end between 1000 and 10 000. */
const ENDING = [
  'python-threads',
  'python-threads-http-client',
  'python-processes',
  'python-free-threaded',
];

/** Many workers that wait for a slow server: what orchestrating requests is like. */
export default defineScenario({
  id: 'io',
  title: 'Waiting for a server',
  work: 'Each worker makes its requests one after another to a server on the same machine that answers each after a second.',
  scale: { parameter: 'workers', noun: 'worker' },
  contestants: [
    { id: 'duso', runtime: 'duso', program: 'io.du', helpers: ['io_worker.du'] },
    { id: 'python-threads', runtime: 'python', program: 'io_threads.py', needs: ['requests'] },
    {
      id: 'python-threads-http-client',
      runtime: 'python',
      program: 'io_threads_http_client.py',
      tuned: true,
    },
    { id: 'python-asyncio', runtime: 'python', program: 'io_asyncio.py', needs: ['aiohttp'] },
    {
      id: 'python-processes',
      runtime: 'python',
      program: 'io_processes.py',
      needs: ['requests'],
      // 1000 processes took nearly 6 GB: never without a cap.
      needsCapFrom: 1000,
    },
    {
      id: 'python-free-threaded',
      runtime: 'python-free-threaded',
      program: 'io_threads.py',
      needs: ['requests'],
      cases: ['3', '100', '1000', '2000'],
      why: 'The same threads where no global lock holds them: what that lock costs when they wait.',
    },
    {
      id: 'python-asyncio-per-core',
      runtime: 'python',
      program: 'io_asyncio_per_core.py',
      needs: ['aiohttp'],
      tuned: true,
      cases: ['10000'],
      why: 'One event loop keeps one core busy; with this many workers that core is what they wait for.',
    },
  ],
  cases: [
    {
      id: '3',
      parameters: { workers: 3, requests: 2, delayMs: 50 },
      rounds: { smoke: 3 },
      timeoutS: 20,
    },
    {
      id: '100',
      parameters: { workers: 100, requests: 5, delayMs: 1000 },
      rounds: { quick: 8, full: 21 },
      timeoutS: 60,
      control: { of: 'python-asyncio', profiles: ['full'] },
    },
    {
      id: '1000',
      parameters: { workers: 1000, requests: 5, delayMs: 1000 },
      rounds: { full: 12 },
      timeoutS: 60,
    },
    // Where those end that finish with 1000 and not with 10 000: tried once, as each may take the whole minute.
    {
      id: '2000',
      parameters: { workers: 2000, requests: 5, delayMs: 1000 },
      rounds: { full: 3 },
      timeoutS: 60,
      contestants: ENDING,
      once: ENDING,
    },
    {
      id: '5000',
      parameters: { workers: 5000, requests: 5, delayMs: 1000 },
      rounds: { full: 3 },
      timeoutS: 60,
      contestants: ['python-threads-http-client'],
      once: ['python-threads-http-client'],
      addresses: 4,
    },
    {
      id: '10000',
      parameters: { workers: 10_000, requests: 5, delayMs: 1000 },
      rounds: { full: 12 },
      timeoutS: 60,
      once: ['python-processes'],
      // Connections that are closed keep their port for a minute: one address has too few ports.
      addresses: 4,
    },
  ],
  answer: { requests: { times: ['workers', 'requests'] } },
  // A worker can't be faster than its requests, and all workers can wait at the same time.
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
  growth: [
    { of: 'peakTree', matters: '1 kB' },
    { of: 'peakProcess', matters: '1 kB' },
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
  },
});
