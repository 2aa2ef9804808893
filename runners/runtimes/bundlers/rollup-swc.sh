exec rollup "$1/entry.js" --config rollup-swc.config.mjs --format iife --sourcemap --file "$2/bundle.js"
