import { defineScenario, peakProcess, peakTree, wall } from 'steelyard';

/**
 * From the start of the process to its end, for one printed line. `hello` is the
 * bare runtime; `imports` loads what an I/O program loads before its first request.
 */
export default defineScenario({
  id: 'startup',
  title: 'Starting up',
  work: 'Start the runtime, load what the program needs, print one line, and end.',
  contestants: [
    // In both cases: what an I/O script uses is built into the binary, so there is nothing to load.
    { id: 'duso', runtime: 'duso', program: 'hello.du' },
    { id: 'python', runtime: 'python', program: 'hello.py' },
    {
      id: 'python-requests',
      runtime: 'python',
      program: 'hello_requests.py',
      needs: ['requests'],
    },
    { id: 'python-aiohttp', runtime: 'python', program: 'hello_aiohttp.py', needs: ['aiohttp'] },
  ],
  cases: [
    {
      id: 'hello-smoke',
      rounds: { smoke: 3 },
      timeoutS: 20,
      contestants: ['duso', 'python'],
    },
    {
      id: 'hello',
      rounds: { quick: 8, full: 21 },
      timeoutS: 20,
      contestants: ['duso', 'python'],
      control: { of: 'python', profiles: ['quick', 'full'] },
    },
    {
      id: 'imports',
      rounds: { quick: 8, full: 21 },
      timeoutS: 20,
      contestants: ['duso', 'python-requests', 'python-aiohttp'],
    },
  ],
  answer: { text: { is: 'hello' } },
  measures: [
    wall({ matters: '1 ms' }),
    peakProcess({ matters: '5%' }),
    peakTree({ matters: '5%' }),
  ],
});
