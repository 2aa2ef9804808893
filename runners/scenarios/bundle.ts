import { coresBusy, cpuTime, defineScenario, peakTree, rate, wall } from 'steelyard';
import { check, counted, inputs } from '../runtimes/bundlers/work.ts';

const run = {
  runtime: 'bundlers',
  prepare: 'project.sh',
  args: ['{input:source}', '{out}'],
};

/** Many modules into one minified file with its map, by tools that start with nothing kept from before. */
export default defineScenario({
  id: 'bundle',
  title: 'Bundling',
  work: 'Bundle so many copies of three.js into one file, minified, with a source map.',
  scale: { parameter: 'copies', noun: 'copy' },
  inputs,
  contestants: [
    { id: 'esbuild', program: 'esbuild.sh', needs: ['esbuild'], ...run },
    { id: 'rolldown', program: 'rolldown.sh', needs: ['rolldown'], ...run },
    { id: 'rspack', program: 'rspack.sh', needs: ['@rspack/core'], ...run },
    { id: 'parcel', program: 'parcel.sh', needs: ['parcel'], ...run },
    { id: 'rollup', program: 'rollup.sh', needs: ['rollup'], ...run },
    { id: 'webpack', program: 'webpack.sh', ...run },
    {
      id: 'rollup-esbuild',
      program: 'rollup-esbuild.sh',
      helpers: ['rollup-esbuild.config.mjs'],
      needs: ['rollup', 'esbuild'],
      tuned: true,
      why: 'Rollup as it is, with a minimiser that is no JavaScript.',
      ...run,
    },
    {
      id: 'rollup-swc',
      program: 'rollup-swc.sh',
      helpers: ['rollup-swc.config.mjs'],
      needs: ['rollup', '@swc/core'],
      tuned: true,
      why: 'The same with another one.',
      ...run,
    },
    {
      id: 'webpack-esbuild',
      program: 'webpack-esbuild.sh',
      helpers: ['webpack-esbuild.config.mjs'],
      needs: ['esbuild'],
      tuned: true,
      why: 'webpack as it is, with a minimiser that is no JavaScript.',
      ...run,
    },
    {
      id: 'webpack-swc',
      program: 'webpack-swc.sh',
      helpers: ['webpack-swc.config.mjs'],
      needs: ['@swc/core'],
      tuned: true,
      why: 'The same with another one.',
      ...run,
    },
    {
      id: 'parcel-uncached',
      program: 'parcel-uncached.sh',
      needs: ['parcel'],
      tuned: true,
      why: 'Parcel writes a cache for the next run unless it is told not to: what that costs the first run.',
      ...run,
    },
  ],
  cases: [
    { id: '1', parameters: { copies: 1 }, rounds: { smoke: 1, quick: 8, full: 21 }, timeoutS: 60 },
    {
      id: '10',
      parameters: { copies: 10 },
      rounds: { full: 12 },
      timeoutS: 240,
      control: { of: 'rolldown', profiles: ['full'] },
    },
  ],
  check,
  measures: [
    wall({ matters: '5%' }),
    cpuTime({ matters: '5%' }),
    coresBusy(),
    peakTree({ matters: '5%' }),
    ...counted,
    rate({
      id: 'speed',
      title: 'Lines per second',
      of: 'lines',
      noun: 'lines',
      verb: { one: 'bundles', many: 'bundle' },
      matters: '5%',
    }),
  ],
});
