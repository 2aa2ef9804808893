import { minify } from 'rollup-plugin-swc3';

export default { plugins: [minify({ module: false, sourceMap: true })] };
