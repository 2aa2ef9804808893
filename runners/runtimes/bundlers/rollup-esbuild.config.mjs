import { minify } from 'rollup-plugin-esbuild';

export default { plugins: [minify()] };
