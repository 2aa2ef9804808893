import { cpuTime, defineScenario, peakTree, wall } from 'steelyard';

const tools = ['esbuild', 'rolldown', 'rspack', 'parcel', 'rollup', 'webpack'];

/** What a tool takes before it has begun with anything. */
export default defineScenario({
  id: 'bundle-startup',
  title: 'Starting a bundler',
  work: 'Say which version it is, and end.',
  contestants: tools.map((id) => ({
    id,
    runtime: 'bundlers',
    program: 'version.sh',
    prepare: 'project.sh',
    args: [id],
  })),
  cases: [{ id: 'version', rounds: { smoke: 1, quick: 8, full: 21 }, timeoutS: 20 }],
  check: { none: 'Each prints a version of its own.' },
  measures: [wall({ matters: '5%' }), cpuTime({ matters: '5%' }), peakTree({ matters: '5%' })],
});
