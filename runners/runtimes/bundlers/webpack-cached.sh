exec webpack build --config webpack-cached.config.mjs --mode production --devtool source-map --entry "$1/entry.js" --output-path "$2"
