import {
  coresBusy,
  cpuTime,
  defineScenario,
  peakProcess,
  peakTree,
  perUnit,
  wall,
} from 'steelyard';

/** Plain arithmetic in many workers: no waiting, nothing to share. */
export default defineScenario({
  id: 'cpu',
  title: 'Arithmetic',
  work: 'Each worker adds up the last digits of the numbers from 1 to the number of steps.',
  scale: { parameter: 'workers', noun: 'worker' },
  contestants: [
    { id: 'duso', runtime: 'duso', program: 'cpu.du', helpers: ['cpu_worker.du'] },
    { id: 'duso-parallel', runtime: 'duso', program: 'cpu_parallel.du', tuned: true },
    { id: 'python-processes', runtime: 'python', program: 'cpu_processes.py' },
    { id: 'python-threads', runtime: 'python', program: 'cpu_threads.py' },
    { id: 'python-asyncio', runtime: 'python', program: 'cpu_asyncio.py' },
    {
      id: 'python-interpreters',
      runtime: 'python',
      program: 'cpu_interpreters.py',
      since: '3.14',
      cases: ['2', '20', '100'],
      why: 'Interpreters of one process have a lock each, so its threads compute on all cores without further processes.',
    },
    {
      id: 'python-free-threaded',
      runtime: 'python-free-threaded',
      program: 'cpu_threads.py',
      why: 'The same threads where no global lock holds them: what that lock costs when they compute.',
    },
    {
      id: 'python-processes-jit',
      runtime: 'python',
      program: 'cpu_processes.py',
      features: ['jit'],
      environment: { PYTHON_JIT: '1' },
      tuned: true,
      cases: ['20', '100'],
      why: 'The same processes with the JIT compiler, which is experimental and off unless it is asked for.',
    },
  ],
  cases: [
    { id: '2', parameters: { workers: 2, steps: 1000 }, rounds: { smoke: 3 }, timeoutS: 20 },
    {
      id: '20',
      parameters: { workers: 20, steps: 1_000_000 },
      rounds: { quick: 8, full: 21 },
      timeoutS: 60,
      control: { of: 'python-processes', profiles: ['quick', 'full'] },
    },
    {
      id: '100',
      parameters: { workers: 100, steps: 1_000_000 },
      rounds: { full: 21 },
      timeoutS: 60,
    },
    {
      id: '1000',
      parameters: { workers: 1000, steps: 1_000_000 },
      rounds: { full: 12 },
      timeoutS: 180,
      // One a runtime of those that use all cores; the others' time is known from 100 workers.
      contestants: ['duso', 'python-processes', 'python-free-threaded'],
    },
  ],
  answer: {
    workers: { times: ['workers'] },
    // The mean last digit is 4.5, exactly so for a number of steps that ends in 0.
    sum: { times: ['workers', 'steps', 4.5] },
  },
  measures: [
    wall({ matters: '2%' }),
    cpuTime({ matters: '2%' }),
    perUnit(cpuTime(), { id: 'cpuPerWorker', by: 'workers', noun: 'worker', matters: '2%' }),
    coresBusy(),
    peakTree({ matters: '5%' }),
    peakProcess({ matters: '5%' }),
  ],
});
