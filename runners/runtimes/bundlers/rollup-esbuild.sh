exec rollup "$1/entry.js" --config rollup-esbuild.config.mjs --format iife --sourcemap --file "$2/bundle.js"
