import { EsbuildPlugin } from 'esbuild-loader';

export default { optimization: { minimizer: [new EsbuildPlugin()] } };
