/** What scenarios of bundlers have in common: the sources, what a bundle has to be, and how its size is counted. */
import { checked } from 'steelyard';

/** The sources of three.js as the published table had them, so many times. */
export const inputs = {
  three: {
    package: 'three',
    version: '0.108.0',
    integrity:
      'sha512-d1ysIXwi8qTlbmMwrTxi5pYiiYIflEr0e48krP0LAY8ndS8c6fkLHn6NvRT+o76/Fs9PBLxFViuI62iGVWwwlg==',
    path: 'src',
  },
  source: { generator: 'copies.mjs', of: ['three'], by: ['copies'] },
};

export const check = {
  files: {
    program: 'bundle.mjs',
    helpers: ['bundle/library.mjs', 'bundle/map.mjs', 'bundle/sources.mjs'],
  },
};

/** What the check counts. */
export const counted = [
  checked('bundle', {
    title: 'Size of the bundle',
    unit: 'bytes',
    noun: 'code',
    matters: '0.5%',
  }),
  checked('gz', {
    title: 'Size of the bundle, compressed',
    unit: 'bytes',
    noun: 'compressed code',
    matters: '0.5%',
  }),
  checked('lines', {
    title: 'Lines of the sources',
    unit: 'count',
    noun: 'lines',
    better: 'neither',
  }),
];
