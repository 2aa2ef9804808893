exec webpack build --config webpack-swc.config.mjs --mode production --devtool source-map --entry "$1/entry.js" --output-path "$2"
