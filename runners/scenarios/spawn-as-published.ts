import { defineScenario, reported, wall } from 'steelyard';

/**
 * The published figures for starting workers came from a loop that launched
 * workers which began to count at once. It is repeated here to explain those
 * figures, so there is one contestant and nothing is compared.
 */
export default defineScenario({
  id: 'spawn-as-published',
  title: 'Starting workers, as published',
  work: 'Start workers that each count to the number of steps, while those started before are already counting.',
  scale: { parameter: 'workers', noun: 'worker' },
  contestants: [
    {
      id: 'duso',
      runtime: 'duso',
      program: 'spawn_as_published.du',
      helpers: ['spawn_as_published_worker.du'],
    },
  ],
  cases: [
    {
      id: '10',
      parameters: { workers: 10, steps: 1_000_000 },
      rounds: { full: 6 },
      timeoutS: 60,
    },
    {
      id: '100',
      parameters: { workers: 100, steps: 1_000_000 },
      rounds: { full: 6 },
      timeoutS: 60,
    },
    {
      id: '500',
      parameters: { workers: 500, steps: 1_000_000 },
      rounds: { full: 6 },
      timeoutS: 120,
    },
    {
      id: '1000',
      parameters: { workers: 1000, steps: 1_000_000 },
      rounds: { full: 6 },
      timeoutS: 180,
    },
  ],
  answer: {
    workers: { times: ['workers'] },
    sum: { times: ['workers', 'steps', 4.5] },
  },
  measures: [
    reported('launchLoop', {
      title: 'Until the last launch has returned',
      until: 'until the last launch has returned',
      resolution: 239,
    }),
    reported('allDone', {
      title: 'Until all have counted',
      until: 'until all have counted',
      resolution: 239,
    }),
    wall(),
  ],
  verdicts: false,
});
