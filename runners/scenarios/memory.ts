import { defineScenario, peakProcess, peakTree, wall } from 'steelyard';

/** What a waiting worker costs in memory, with as little else as possible. */
export default defineScenario({
  id: 'memory',
  title: 'Holding workers',
  work: 'Start workers that all wait for one signal, hold them all at once, then release them.',
  scale: { parameter: 'workers', noun: 'worker' },
  contestants: [
    { id: 'duso', runtime: 'duso', program: 'memory.du', helpers: ['memory_worker.du'] },
    { id: 'duso-parallel', runtime: 'duso', program: 'memory_parallel.du', tuned: true },
    { id: 'python-threads', runtime: 'python', program: 'memory_threads.py' },
    { id: 'python-asyncio', runtime: 'python', program: 'memory_asyncio.py' },
    {
      id: 'python-processes',
      runtime: 'python',
      program: 'memory_processes.py',
      needsCapFrom: 1000,
    },
    {
      id: 'python-interpreters',
      runtime: 'python',
      program: 'memory_interpreters.py',
      since: '3.14',
      needsCapFrom: 1000,
      cases: ['2', '10', '100', '1000', '2000'],
      why: 'Workers that share nothing, within one process: what each costs in memory.',
    },
    {
      id: 'python-free-threaded',
      runtime: 'python-free-threaded',
      program: 'memory_threads.py',
      why: 'The same threads where no global lock holds them: what each costs in memory there.',
    },
  ],
  // A small container's memory, and the same for every size.
  cases: [
    {
      id: '2',
      parameters: { workers: 2, holdMs: 50 },
      rounds: { smoke: 3 },
      timeoutS: 20,
      memoryCapGiB: 4,
    },
    {
      id: '10',
      parameters: { workers: 10, holdMs: 300 },
      rounds: { quick: 8, full: 21 },
      timeoutS: 30,
      memoryCapGiB: 4,
    },
    {
      id: '100',
      parameters: { workers: 100, holdMs: 300 },
      rounds: { quick: 8, full: 21 },
      timeoutS: 30,
      memoryCapGiB: 4,
      control: { of: 'python-asyncio', profiles: ['full'] },
    },
    {
      id: '1000',
      parameters: { workers: 1000, holdMs: 300 },
      rounds: { full: 21 },
      timeoutS: 120,
      memoryCapGiB: 4,
      // Nearly the whole cap, and up to a minute.
      once: ['python-interpreters'],
    },
    {
      // Where those end that take megabytes a worker: once, as they fill the cap.
      id: '2000',
      parameters: { workers: 2000, holdMs: 300 },
      rounds: { full: 3 },
      timeoutS: 120,
      memoryCapGiB: 4,
      contestants: ['python-processes', 'python-interpreters'],
      once: ['python-processes', 'python-interpreters'],
    },
    {
      id: '10000',
      parameters: { workers: 10_000, holdMs: 300 },
      rounds: { full: 12 },
      timeoutS: 120,
      memoryCapGiB: 4,
      // 1000 processes take half of the cap already; these threads take a minute a round.
      once: ['python-processes', 'python-free-threaded'],
    },
  ],
  // Counted by the program while all of them are held.
  answer: { alive: { times: ['workers'] } },
  measures: [
    peakTree({ matters: '5%' }),
    peakProcess({ matters: '5%' }),
    // Shown, not compared: a part of it is the hold.
    wall(),
  ],
  growth: [
    { of: 'peakTree', matters: '1 kB' },
    { of: 'peakProcess', matters: '1 kB' },
  ],
});
