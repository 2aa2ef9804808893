import { checked, coresBusy, cpuTime, defineScenario, peakTree, rate, wall } from 'steelyard';

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
  inputs: {
    three: {
      package: 'three',
      version: '0.108.0',
      integrity:
        'sha512-d1ysIXwi8qTlbmMwrTxi5pYiiYIflEr0e48krP0LAY8ndS8c6fkLHn6NvRT+o76/Fs9PBLxFViuI62iGVWwwlg==',
      path: 'src',
    },
    source: { generator: 'copies.mjs', of: ['three'], by: ['copies'] },
  },
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
  check: {
    files: {
      program: 'bundle.mjs',
      helpers: ['bundle/library.mjs', 'bundle/map.mjs', 'bundle/sources.mjs'],
    },
  },
  measures: [
    wall({ matters: '5%' }),
    cpuTime({ matters: '5%' }),
    coresBusy(),
    peakTree({ matters: '5%' }),
    checked('bundle', {
      title: 'Size of the bundle',
      unit: 'bytes',
      noun: 'bytes of code',
      matters: '0.5%',
    }),
    checked('gz', {
      title: 'Size of the bundle, compressed',
      unit: 'bytes',
      noun: 'compressed bytes of code',
      matters: '0.5%',
    }),
    checked('lines', {
      title: 'Lines of the sources',
      unit: 'count',
      noun: 'lines',
      better: 'neither',
    }),
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
