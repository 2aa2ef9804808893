exec webpack build --mode production --devtool source-map --entry "$1/entry.js" --output-path "$2"
