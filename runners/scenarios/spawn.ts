import { defineScenario, perUnit, reported, wall } from 'steelyard';

/** Step of the coarsest clock among the contestants: 2^-22 s. */
const CLOCK_STEP_NS = 239;

const allDone = reported('allDone', {
  title: 'Until all have reported',
  until: 'until all have reported',
  matters: ['10%', '0.05 ms'],
  resolution: CLOCK_STEP_NS,
});

/**
 * The cost of starting workers that have nothing to do but to report.
 * Launching ends when the last worker has run its first statement: a call that
 * has returned says nothing, since some return before anything runs.
 */
export default defineScenario({
  id: 'spawn',
  title: 'Starting workers',
  work: 'Start workers that only report the time of their first statement, and wait until all have done so.',
  scale: { parameter: 'workers', noun: 'worker' },
  contestants: [
    { id: 'duso', runtime: 'duso', program: 'spawn.du', helpers: ['spawn_worker.du'] },
    { id: 'duso-parallel', runtime: 'duso', program: 'spawn_parallel.du', tuned: true },
    { id: 'python-threads', runtime: 'python', program: 'spawn_threads.py' },
    { id: 'python-asyncio', runtime: 'python', program: 'spawn_asyncio.py' },
    {
      id: 'python-processes',
      runtime: 'python',
      program: 'spawn_processes.py',
      needsCapFrom: 1000,
    },
    {
      id: 'python-processes-forkserver',
      runtime: 'python',
      program: 'spawn_processes_forkserver.py',
      since: '3.14',
      cases: ['2', '10', '100'],
      why: 'The usual way to start a process on Linux since Python 3.14; fork is the older one.',
    },
    {
      id: 'python-interpreters',
      runtime: 'python',
      program: 'spawn_interpreters.py',
      since: '3.14',
      cases: ['2', '10', '100'],
      why: 'Part of the standard library since Python 3.14: workers that share nothing, within one process.',
    },
    {
      id: 'python-free-threaded',
      runtime: 'python-free-threaded',
      program: 'spawn_threads.py',
      why: 'The same threads where no global lock holds them: what a start costs there.',
    },
    {
      id: 'python-asyncio-eager',
      runtime: 'python',
      program: 'spawn_asyncio_eager.py',
      since: '3.12',
      tuned: true,
      why: 'A task that has nothing to wait for never enters the event loop: the least that a task can cost.',
    },
    {
      id: 'python-3-14-asyncio',
      runtime: 'python-3-14',
      program: 'spawn_asyncio.py',
      cases: ['100', '1000'],
      why: 'Python 3.15 runs its garbage collector once while 100 tasks are made, 3.14 doesn’t: milliseconds where tasks take less.',
    },
  ],
  cases: [
    { id: '2', parameters: { workers: 2 }, rounds: { smoke: 3 }, timeoutS: 20 },
    { id: '10', parameters: { workers: 10 }, rounds: { full: 21 }, timeoutS: 30 },
    {
      id: '100',
      parameters: { workers: 100 },
      rounds: { quick: 8, full: 21 },
      timeoutS: 30,
      control: { of: 'python-asyncio', profiles: ['full'] },
    },
    { id: '500', parameters: { workers: 500 }, rounds: { full: 21 }, timeoutS: 30 },
    {
      id: '1000',
      parameters: { workers: 1000 },
      rounds: { quick: 8, full: 21 },
      timeoutS: 30,
    },
    {
      // Where processes end, if they do: seen once.
      id: '5000',
      parameters: { workers: 5000 },
      rounds: { full: 3 },
      timeoutS: 60,
      contestants: ['python-processes'],
      once: ['python-processes'],
    },
    {
      id: '10000',
      parameters: { workers: 10_000 },
      rounds: { full: 12 },
      timeoutS: 120,
      // Two descriptors a process, half a minute: seen once, it has said what it can.
      once: ['python-processes'],
    },
  ],
  answer: { workers: { times: ['workers'] } },
  measures: [
    allDone,
    reported('allRunning', {
      title: 'Until the last one runs',
      until: 'until the last one runs',
      matters: ['10%', '0.05 ms'],
      resolution: CLOCK_STEP_NS,
    }),
    perUnit(allDone, { id: 'perWorker', by: 'workers', noun: 'worker', matters: '10%' }),
    wall({ matters: '2%' }),
  ],
});
