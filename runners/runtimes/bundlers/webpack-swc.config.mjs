import MinimizerPlugin from 'terser-webpack-plugin';

export default {
  optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify })] },
};
