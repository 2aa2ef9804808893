import { cpuTime, defineScenario, peakTree, wall } from 'steelyard';
import { check, counted, inputs } from '../runtimes/bundlers/work.ts';

const again = (id: string, program: string, ...helpers: string[]) => ({
  id,
  runtime: 'bundlers',
  program,
  helpers: ['project.sh', 'warm.sh', ...helpers],
  prepare: ['sh', 'warm.sh', program, '{input:source}', '{out}'],
  args: ['{input:source}', '{out}'],
});

/** The same once more: those that keep something from one run to the next, and the fastest of those that don't. */
export default defineScenario({
  id: 'bundle-again',
  title: 'Bundling again',
  work: 'Bundle copies of three.js that were bundled just before, with nothing changed and the output still there.',
  scale: { parameter: 'copies', noun: 'copy' },
  inputs,
  contestants: [
    { ...again('esbuild', 'esbuild.sh'), needs: ['esbuild'] },
    { ...again('rolldown', 'rolldown.sh'), needs: ['rolldown'] },
    {
      ...again('rspack-cached', 'rspack-cached.sh', 'rspack-cached.config.mjs'),
      needs: ['@rspack/core'],
    },
    { ...again('parcel', 'parcel.sh'), needs: ['parcel'] },
    again('webpack-cached', 'webpack-cached.sh', 'webpack-cached.config.mjs'),
  ],
  cases: [
    { id: '1', parameters: { copies: 1 }, rounds: { full: 12 }, timeoutS: 60 },
    { id: '10', parameters: { copies: 10 }, rounds: { full: 12 }, timeoutS: 240 },
  ],
  check,
  measures: [
    wall({ matters: '5%' }),
    cpuTime({ matters: '5%' }),
    peakTree({ matters: '5%' }),
    ...counted,
  ],
});
